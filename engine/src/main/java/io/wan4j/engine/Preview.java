package io.wan4j.engine;

import java.util.Objects;

/**
 * A small picture of a film that is still being made, for people who wait for it.
 *
 * @param jpeg a whole JPEG file of at most {@value #LARGEST_BYTES} bytes; the live array, not a
 *     copy
 * @param width pixels, 1 to {@value #LONGEST_SIDE}
 * @param height pixels, 1 to {@value #LONGEST_SIDE}
 */
public record Preview(byte[] jpeg, int width, int height) {
  /** The bounds keep what a service holds for all its running tasks small. */
  public static final int LONGEST_SIDE = 480;

  public static final int LARGEST_BYTES = 256 << 10;

  public Preview {
    Objects.requireNonNull(jpeg, "jpeg is null");
    if (jpeg.length == 0 || jpeg.length > LARGEST_BYTES) {
      throw new IllegalArgumentException(
          "a preview has 1 to " + LARGEST_BYTES + " bytes, was given " + jpeg.length);
    }
    check("width", width);
    check("height", height);
  }

  private static void check(String side, int pixels) {
    if (pixels < 1 || pixels > LONGEST_SIDE) {
      throw new IllegalArgumentException(
          "preview " + side + " must be 1 to " + LONGEST_SIDE + ", was " + pixels);
    }
  }

  /** A preview of a film's frame: made smaller where it must be, never larger. */
  public static Preview of(Frame frame) {
    Frame small = FrameReduction.fitting(frame, LONGEST_SIDE);
    return new Preview(
        FrameJpeg.encode(small, LARGEST_BYTES), small.size().width(), small.size().height());
  }
}
