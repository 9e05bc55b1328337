package io.wan4j.protocol;

/**
 * What was found out about a fetched file.
 *
 * <p>Formats are named in lower case by what the bytes are, whatever the file is called: jpeg, png,
 * bmp, webp, tiff, mp4, mov, wav, mp3, docx, pptx, ppt, pdf, or any other name; "" if nothing could
 * be made of them.
 */
public sealed interface MediaFacts {
  String format();

  /** Size of the file. */
  long bytes();

  /**
   * Width and height in pixels as meant to be seen (rotation applied).
   *
   * @param hasAlpha whether something can be seen through it; a transparency channel that is opaque
   *     throughout does no harm
   */
  record Image(String format, long bytes, int width, int height, boolean hasAlpha)
      implements MediaFacts {}

  /** Width and height in pixels as meant to be seen (rotation applied). */
  record Video(
      String format,
      long bytes,
      int width,
      int height,
      double seconds,
      double fps,
      boolean hasSound)
      implements MediaFacts {}

  record Audio(String format, long bytes, double seconds) implements MediaFacts {}

  /** Neither image, video nor audio: a document, a page, or something unreadable. */
  record Other(String format, long bytes) implements MediaFacts {}
}
