package io.wan4j.media;

import io.wan4j.engine.Frame;
import io.wan4j.engine.FrameSize;
import java.util.Random;

/** Pictures to test with: as rich in detail as a photograph, grainy, and in motion. */
final class Scenery {
  private Scenery() {}

  /** Detail of several sizes, edges and grain of standard deviation 4; pans as the number grows. */
  static Frame grainy(FrameSize size, int number) {
    return frame(detailed(size, number, 4));
  }

  /** The same without grain. */
  static Frame clean(FrameSize size, int number) {
    return frame(detailed(size, number, 0));
  }

  /** Slow gradients under grain of standard deviation 3. */
  static Frame soft(FrameSize size, int number) {
    Random random = new Random(number);
    int[] pixels = new int[size.pixels()];
    for (int i = 0; i < pixels.length; i++) {
      double x = (double) (i % size.width()) / size.width() + number * 0.01;
      double y = (double) (i / size.width()) / size.height();
      double light = 120 + 70 * Math.sin(4 * x) * Math.cos(3 * y) + 3 * random.nextGaussian();
      pixels[i] =
          eightBits(light) << 16 | eightBits(light * 0.95) << 8 | eightBits(light * 0.8 + 20);
    }
    return frame(new PixelImage(size.width(), size.height(), pixels));
  }

  static PixelImage detailed(FrameSize size, int number, double grain) {
    int width = size.width();
    int height = size.height();
    double zoom = width / 320.0;
    Random random = new Random(number);
    int[] pixels = new int[width * height];
    for (int i = 0; i < pixels.length; i++) {
      double x = i % width / zoom + number * 2.3;
      double y = i / width / zoom + number * 0.7;
      boolean tile = (int) Math.floor(x / 13) + (int) Math.floor(y / 17) << 31 == 0;
      double light =
          128
              + 40 * Math.sin(x * 0.05) * Math.cos(y * 0.07)
              + 25 * Math.sin(x * 0.31 + 2 * Math.sin(y * 0.2))
              + (tile ? 18 : -18)
              + 20 * speck((int) Math.floor(x * zoom / 3), (int) Math.floor(y * zoom / 3))
              + random.nextGaussian() * grain;
      int red = eightBits(light + 10 * Math.sin(y * 0.02));
      int green = eightBits(light * 0.9);
      int blue = eightBits(light * 0.7 + 30 * Math.cos(x * 0.03));
      pixels[i] = 0xFF000000 | red << 16 | green << 8 | blue;
    }
    return new PixelImage(width, height, pixels);
  }

  /** One colour. */
  static Frame plain(FrameSize size, int rgb) {
    int[] pixels = new int[size.pixels()];
    java.util.Arrays.fill(pixels, rgb);
    return frame(new PixelImage(size.width(), size.height(), pixels));
  }

  private static Frame frame(PixelImage image) {
    Frame frame = new Frame(new FrameSize(image.width(), image.height()));
    frame.setRgb(image.argb());
    return frame;
  }

  /** -1 to 1, the same for the same place. */
  private static double speck(int x, int y) {
    int hash = x * 374761393 + y * 668265263;
    hash = (hash ^ hash >>> 13) * 1274126177;
    return ((hash ^ hash >>> 16) & 0xffff) / 32768.0 - 1;
  }

  private static int eightBits(double value) {
    return (int) Math.clamp(value, 0, 255);
  }
}
