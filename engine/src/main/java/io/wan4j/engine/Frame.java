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
   *
   * <p>BT.709 luma and colour difference weights (ITU-R BT.709-6, 3.2 and 3.3), scaled to the
   * limited range of 3.4 and rounded in 16-bit fixed point; chroma is the mean of each 2x2 block.
   */
  public void setRgb(int[] pixels) {
    int width = size.width();
    int height = size.height();
    if (pixels.length != width * height) {
      throw new IllegalArgumentException(
          "frame of " + size + " takes " + width * height + " pixels, was given " + pixels.length);
    }
    for (int y = 0; y < height; y += 2) {
      int top = y * width;
      int bottom = top + width;
      int chroma = (y >> 1) * (width >> 1);
      for (int x = 0; x < width; x += 2) {
        int a = pixels[top + x];
        int b = pixels[top + x + 1];
        int c = pixels[bottom + x];
        int d = pixels[bottom + x + 1];
        luma[top + x] = lumaOf(a);
        luma[top + x + 1] = lumaOf(b);
        luma[bottom + x] = lumaOf(c);
        luma[bottom + x + 1] = lumaOf(d);
        int red = (a >> 16 & 255) + (b >> 16 & 255) + (c >> 16 & 255) + (d >> 16 & 255);
        int green = (a >> 8 & 255) + (b >> 8 & 255) + (c >> 8 & 255) + (d >> 8 & 255);
        int blue = (a & 255) + (b & 255) + (c & 255) + (d & 255);
        chromaBlue[chroma + (x >> 1)] =
            (byte) ((-6596 * red - 22189 * green + 28784 * blue + (128 << 18) + (1 << 17)) >> 18);
        chromaRed[chroma + (x >> 1)] =
            (byte) ((28784 * red - 26145 * green - 2639 * blue + (128 << 18) + (1 << 17)) >> 18);
      }
    }
  }

  private static byte lumaOf(int rgb) {
    int red = rgb >> 16 & 255;
    int green = rgb >> 8 & 255;
    int blue = rgb & 255;
    return (byte) ((11966 * red + 40254 * green + 4064 * blue + (16 << 16) + (1 << 15)) >> 16);
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
