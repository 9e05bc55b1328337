package io.wan4j.engine.wan.image;

import io.wan4j.torch.Tensor;

/**
 * A picture of eight-bit red, green and blue.
 *
 * @param rgb three bytes a pixel, row by row
 */
public record RgbImage(int width, int height, byte[] rgb) {
  public RgbImage {
    if (width < 1 || height < 1 || rgb.length != 3L * width * height) {
      throw new IllegalArgumentException(
          rgb.length + " bytes for a picture of " + width + " x " + height);
    }
  }

  /** From packed pixels {@code 0x??RRGGBB}. */
  public static RgbImage ofPacked(int width, int height, int[] pixels) {
    byte[] rgb = new byte[3 * pixels.length];
    for (int i = 0; i < pixels.length; i++) {
      rgb[3 * i] = (byte) (pixels[i] >> 16);
      rgb[3 * i + 1] = (byte) (pixels[i] >> 8);
      rgb[3 * i + 2] = (byte) pixels[i];
    }
    return new RgbImage(width, height, rgb);
  }

  /** Cuts a rectangle out. */
  public RgbImage crop(int left, int top, int newWidth, int newHeight) {
    byte[] cut = new byte[3 * newWidth * newHeight];
    for (int y = 0; y < newHeight; y++) {
      System.arraycopy(rgb, 3 * ((top + y) * width + left), cut, 3 * y * newWidth, 3 * newWidth);
    }
    return new RgbImage(newWidth, newHeight, cut);
  }

  /** The middle of the picture, which must be at least as large. */
  public RgbImage cropCentre(int newWidth, int newHeight) {
    return crop((width - newWidth) / 2, (height - newHeight) / 2, newWidth, newHeight);
  }

  /** Values from 0 to 1, [1, 3, H, W]. */
  Tensor toUnit() {
    int pixels = width * height;
    float[] planes = new float[3 * pixels];
    for (int i = 0; i < pixels; i++) {
      for (int c = 0; c < 3; c++) {
        planes[c * pixels + i] = (rgb[3 * i + c] & 0xFF) / 255f;
      }
    }
    return Tensor.of(planes, 1, 3, height, width);
  }

  /** Values from -1 to 1, [1, 3, H, W]. */
  public Tensor toSigned() {
    return toUnit().times(2).plus(-1);
  }
}
