package io.wan4j.media;

import io.wan4j.engine.Frame;
import io.wan4j.engine.FrameSize;
import java.util.Arrays;

/**
 * A picture in memory: packed pixels {@code 0xAARRGGBB}, straight (not premultiplied) alpha, sRGB,
 * row by row from the top left. Nobody changes it once it is made.
 */
public final class PixelImage {
  private final int width;
  private final int height;
  private final int[] argb;

  /**
   * Takes the pixels over without a copy; the caller must not change them any more.
   *
   * @throws IllegalArgumentException when there are not width * height of them
   */
  public PixelImage(int width, int height, int[] argb) {
    if (width < 1 || height < 1 || (long) width * height != argb.length) {
      throw new IllegalArgumentException(
          "a picture of %dx%d takes as many pixels, was given %d"
              .formatted(width, height, argb.length));
    }
    this.width = width;
    this.height = height;
    this.argb = argb;
  }

  /** A frame of a film as a picture. */
  public static PixelImage of(Frame frame) {
    int[] pixels = new int[frame.size().pixels()];
    frame.getRgb(pixels);
    return new PixelImage(frame.size().width(), frame.size().height(), pixels);
  }

  public int width() {
    return width;
  }

  public int height() {
    return height;
  }

  /** The live pixels, not a copy: to be read only. */
  public int[] argb() {
    return argb;
  }

  /** Whether a pixel lets something through. */
  public boolean hasTransparency() {
    for (int pixel : argb) {
      if (pixel >>> 24 != 255) {
        return true;
      }
    }
    return false;
  }

  /** The part of this picture from (left, top). */
  public PixelImage crop(int left, int top, int cropWidth, int cropHeight) {
    if (left < 0
        || top < 0
        || cropWidth < 1
        || cropHeight < 1
        || left + cropWidth > width
        || top + cropHeight > height) {
      throw new IllegalArgumentException(
          "no part %dx%d at %d,%d in a picture of %dx%d"
              .formatted(cropWidth, cropHeight, left, top, width, height));
    }
    int[] part = new int[cropWidth * cropHeight];
    for (int y = 0; y < cropHeight; y++) {
      System.arraycopy(argb, (top + y) * width + left, part, y * cropWidth, cropWidth);
    }
    return new PixelImage(cropWidth, cropHeight, part);
  }

  /** This picture at another size: Lanczos, so fine detail neither shimmers nor blurs. */
  public PixelImage scale(int newWidth, int newHeight) {
    if (newWidth == width && newHeight == height) {
      return this;
    }
    return new LanczosScaler(this, newWidth, newHeight).scale();
  }

  /** Fills the whole size: scaled with its aspect kept, what sticks out is cut off evenly. */
  public PixelImage cover(FrameSize size) {
    double aspect = size.aspect();
    int cropWidth = Math.clamp(Math.round(height * aspect), 1, width);
    int cropHeight = Math.clamp(Math.round(width / aspect), 1, height);
    return crop((width - cropWidth) / 2, (height - cropHeight) / 2, cropWidth, cropHeight)
        .scale(size.width(), size.height());
  }

  /** Fits wholly into the size: scaled with its aspect kept, the rest filled with a colour. */
  public PixelImage contain(FrameSize size, int background) {
    double factor = Math.min((double) size.width() / width, (double) size.height() / height);
    int innerWidth = Math.clamp(Math.round(width * factor), 1, size.width());
    int innerHeight = Math.clamp(Math.round(height * factor), 1, size.height());
    int left = (size.width() - innerWidth) / 2;
    int top = (size.height() - innerHeight) / 2;
    PixelImage inner = scale(innerWidth, innerHeight);
    int[] pixels = new int[size.pixels()];
    Arrays.fill(pixels, background);
    for (int y = 0; y < innerHeight; y++) {
      System.arraycopy(
          inner.argb, y * innerWidth, pixels, (top + y) * size.width() + left, innerWidth);
    }
    return new PixelImage(size.width(), size.height(), pixels);
  }

  /** This picture on a plain opaque ground; itself when nothing shines through. */
  public PixelImage over(int background) {
    if (!hasTransparency()) {
      return this;
    }
    int[] pixels = new int[argb.length];
    for (int i = 0; i < argb.length; i++) {
      int alpha = argb[i] >>> 24;
      int red = mix(argb[i] >> 16 & 255, background >> 16 & 255, alpha);
      int green = mix(argb[i] >> 8 & 255, background >> 8 & 255, alpha);
      int blue = mix(argb[i] & 255, background & 255, alpha);
      pixels[i] = 0xFF000000 | red << 16 | green << 8 | blue;
    }
    return new PixelImage(width, height, pixels);
  }

  private static int mix(int above, int below, int alpha) {
    return (above * alpha + below * (255 - alpha) + 127) / 255;
  }

  /** This picture as a frame that it covers; transparent parts show black. */
  public Frame toFrame(FrameSize size) {
    Frame frame = new Frame(size);
    frame.setRgb(over(0xFF000000).cover(size).argb);
    return frame;
  }
}
