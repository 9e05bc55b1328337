package io.wan4j.media;

/**
 * What a file may claim before anything of it is decoded. A few bytes can declare a picture of many
 * gigabytes, so these limits hold whatever the wire's own limits are.
 *
 * @param picturePixels width times height of a picture
 * @param pictureBytes length of a picture file, which is read whole
 * @param clipPixels width times height of a video's frames
 * @param streams tracks in one file
 */
public record MediaLimits(long picturePixels, long pictureBytes, long clipPixels, int streams) {
  /** Fits the largest input the Wan reference names: pictures of 8000 and clips of 4096 a side. */
  public static final MediaLimits STANDARD =
      new MediaLimits(8000L * 8000, 64L << 20, 4096L * 4096, 16);

  public MediaLimits {
    if (picturePixels < 1 || pictureBytes < 1 || clipPixels < 1 || streams < 1) {
      throw new IllegalArgumentException(
          "limits must be positive, were %d px, %d bytes, %d px, %d streams"
              .formatted(picturePixels, pictureBytes, clipPixels, streams));
    }
  }
}
