package io.wan4j.engine;

import java.util.Arrays;

/**
 * One picture of a film: planar YUV 4:2:0, eight bits, BT.709, limited range.
 *
 * <p>A frame is a buffer to be filled again and again, so that a film of any length needs the
 * memory of a few frames. It is not thread safe; whoever holds it owns it.
 */
public final class Frame {
  private final FrameSize size;
  private final byte[] luma;
  private final byte[] chromaBlue;
  private final byte[] chromaRed;

  public Frame(FrameSize size) {
    this.size = size;
    this.luma = new byte[size.pixels()];
    this.chromaBlue = new byte[size.pixels() / 4];
    this.chromaRed = new byte[size.pixels() / 4];
    Arrays.fill(luma, (byte) 16);
    Arrays.fill(chromaBlue, (byte) 128);
    Arrays.fill(chromaRed, (byte) 128);
  }

  public FrameSize size() {
    return size;
  }

  /** Y, 16 to 235, {@code width * height} bytes, row by row. The live buffer, not a copy. */
  public byte[] luma() {
    return luma;
  }

  /** Cb, 16 to 240, {@code width/2 * height/2} bytes. The live buffer, not a copy. */
  public byte[] chromaBlue() {
    return chromaBlue;
  }

  /** Cr, 16 to 240, {@code width/2 * height/2} bytes. The live buffer, not a copy. */
  public byte[] chromaRed() {
    return chromaRed;
  }

  /** Takes over the pixels of a frame of the same size. */
  public void copyFrom(Frame other) {
    if (!size.equals(other.size)) {
      throw new IllegalArgumentException("frame is " + size + ", source is " + other.size);
    }
    System.arraycopy(other.luma, 0, luma, 0, luma.length);
    System.arraycopy(other.chromaBlue, 0, chromaBlue, 0, chromaBlue.length);
    System.arraycopy(other.chromaRed, 0, chromaRed, 0, chromaRed.length);
  }

  /**
   * Fills this frame from packed pixels {@code 0x??RRGGBB} (the top byte is ignored), row by row.
   */
  public void setRgb(int[] pixels) {
    int width = size.width();
    int height = size.height();
    if (pixels.length != width * height) {
      throw new IllegalArgumentException(
          "frame of " + size + " takes " + width * height + " pixels, was given " + pixels.length);
    }
    new FrameColours(width).convert(pixels, this);
  }

  /** Writes this frame as packed pixels {@code 0xFFRRGGBB} into an array of width * height. */
  public void getRgb(int[] pixels) {
    int width = size.width();
    int height = size.height();
    if (pixels.length != width * height) {
      throw new IllegalArgumentException(
          "frame of " + size + " gives " + width * height + " pixels, room is " + pixels.length);
    }
    for (int y = 0; y < height; y++) {
      int chroma = (y >> 1) * (width >> 1);
      for (int x = 0; x < width; x++) {
        int light = ((luma[y * width + x] & 255) - 16) * 76309 + (1 << 15);
        int cb = (chromaBlue[chroma + (x >> 1)] & 255) - 128;
        int cr = (chromaRed[chroma + (x >> 1)] & 255) - 128;
        int red = clamp((light + 117489 * cr) >> 16);
        int green = clamp((light - 13975 * cb - 34925 * cr) >> 16);
        int blue = clamp((light + 138438 * cb) >> 16);
        pixels[y * width + x] = 0xFF000000 | red << 16 | green << 8 | blue;
      }
    }
  }

  private static int clamp(int value) {
    return Math.max(0, Math.min(255, value));
  }
}
