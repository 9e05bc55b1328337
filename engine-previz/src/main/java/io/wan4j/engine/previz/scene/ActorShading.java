package io.wan4j.engine.previz.scene;

import io.wan4j.engine.previz.paint.Blur;
import io.wan4j.engine.previz.paint.Colour;
import io.wan4j.engine.previz.paint.Ease;
import io.wan4j.engine.previz.paint.PixelRows;
import io.wan4j.engine.previz.scenery.Light;

/**
 * The light of a place on an actor: ambient light, cooler and darker towards the feet, an edge lit
 * on the sun's side (its alpha less its alpha moved towards the sun), and the haze before it.
 */
final class ActorShading {
  private static final int STEP = 2;

  private final Light light;
  private final Colour sun;

  ActorShading(Light light) {
    this.light = light;
    this.sun = light.sun().mix(light.haze(), 0.25);
  }

  /**
   * Shades a sprite in place.
   *
   * @param plane its alpha at half size; blurred here
   * @param standY row of the frame on which it stands
   * @param tall its height in pixels
   */
  void apply(Sprite sprite, int[] plane, double standY, double tall, ActorPainter.Place place) {
    int w = sprite.width();
    int planeWidth = w / STEP;
    int planeHeight = sprite.height() / STEP;
    double thick = thickness(place);
    Blur.softenPlane(plane, planeWidth, planeHeight, radius(thick));
    double dx = place.sunX() - place.footX();
    double dy = place.sunY() - (standY - 0.5 * tall);
    double distance = Math.max(1, Math.hypot(dx, dy));
    double stepX = dx / distance * thick / STEP;
    double stepY = dy / distance * thick / STEP;
    int[] columns = new int[w];
    int[] parts = new int[w];
    for (int x = 0; x < w; x++) {
      double column = (x - 0.5) / STEP + stepX;
      columns[x] = Math.clamp((int) column, 0, planeWidth - 2);
      parts[x] = (int) (256 * Ease.clamp(column - columns[x]));
    }
    int rimStrength = (int) (light.rim() * 235);
    int hazed = (int) (256 * place.haze());
    int[] line = new int[planeWidth];
    int[] other = new int[planeWidth];
    int[] shifted = new int[w];
    int[] pixels = new int[w];
    int[][] channels = new int[3][w];
    for (int y = 0; y < sprite.height(); y++) {
      int from = sprite.from(y);
      int count = sprite.to(y) - from;
      if (count == 0) {
        continue;
      }
      double row = (y - 0.5) / STEP + stepY;
      int r = Math.clamp((int) Math.floor(row), 0, planeHeight - 2);
      System.arraycopy(plane, r * planeWidth, line, 0, planeWidth);
      System.arraycopy(plane, (r + 1) * planeWidth, other, 0, planeWidth);
      PixelRows.mixValues(line, other, (int) (256 * Ease.clamp(row - r)), planeWidth);
      for (int x = 0; x < count; x++) {
        int at = columns[from + x];
        int part = parts[from + x];
        shifted[x] = line[at] * (256 - part) + line[at + 1] * part >> 16;
      }
      double t = 1 - (standY - sprite.top() - y) / tall;
      double down = Ease.step(0.25, 1, t) * (0.35 + 0.45 * light.rim());
      int level = (int) (256 * (1 - 0.36 * down) * light.exposure());
      int cooling = (int) (256 * 0.14 * down);
      int source = y * w + from;
      System.arraycopy(sprite.pixels(), source, pixels, 0, count);
      rims(shifted, pixels, rimStrength, count);
      shade(pixels, shifted, count, level, cooling, hazed, channels);
      System.arraycopy(pixels, 0, sprite.pixels(), source, count);
    }
  }

  /** Of the lit edge, pixels. */
  private static double thickness(ActorPainter.Place place) {
    return Math.max(1.6, Math.min(9, 3.4 * place.scale()));
  }

  private static int radius(double thick) {
    return Math.max(1, (int) (thick / 4));
  }

  /** How many pixels around an actor are looked at. */
  static double spread(ActorPainter.Place place) {
    double thick = thickness(place);
    return thick + STEP * Blur.PLANE_PASSES * (radius(thick) + 1);
  }

  /**
   * One channel at a time: loops that are short, without a branch and with every array at the same
   * index become vectors; all channels in one loop are too much for that, and took three times as
   * long.
   */
  private void shade(
      int[] pixels, int[] rims, int count, int level, int cooling, int hazed, int[][] channels) {
    Colour ambient = light.ambient();
    Colour cool = light.cloudShade();
    Colour haze = light.haze();
    System.arraycopy(pixels, 0, channels[0], 0, count);
    System.arraycopy(pixels, 0, channels[1], 0, count);
    System.arraycopy(pixels, 0, channels[2], 0, count);
    ambient(channels[0], 16, ambient.red() * level, cool.red(), cooling, count);
    ambient(channels[1], 8, ambient.green() * level, cool.green(), cooling, count);
    ambient(channels[2], 0, ambient.blue() * level, cool.blue(), cooling, count);
    edge(channels[0], pixels, rims, sun.red(), haze.red(), hazed, count);
    edge(channels[1], pixels, rims, sun.green(), haze.green(), hazed, count);
    edge(channels[2], pixels, rims, sun.blue(), haze.blue(), hazed, count);
    join(pixels, channels[0], channels[1], channels[2], count);
  }

  /** Leaves in the row how strongly the sun lights the edge of each pixel. */
  private static void rims(int[] shifted, int[] pixels, int strength, int count) {
    for (int x = 0; x < count; x++) {
      shifted[x] = Math.max(0, (pixels[x] >>> 24) - shifted[x]) * strength >> 8;
    }
  }

  /** Takes one channel out of a row of pixels, into the ambient light. */
  private static void ambient(int[] row, int shift, int ambient, int cool, int cooling, int count) {
    for (int x = 0; x < count; x++) {
      int pixel = row[x];
      int value = (pixel >> shift & 255) * ambient >> 16;
      row[x] = value + (((cool * (pixel >>> 24) >> 8) - value) * cooling >> 8);
    }
  }

  private static void edge(
      int[] row, int[] pixels, int[] rims, int sun, int haze, int hazed, int count) {
    for (int x = 0; x < count; x++) {
      int a = pixels[x] >>> 24;
      int value = row[x];
      value += ((sun * a >> 8) - value) * rims[x] >> 8;
      value += ((haze * a >> 8) - value) * hazed >> 8;
      row[x] = Math.max(0, Math.min(a, value));
    }
  }

  private static void join(int[] pixels, int[] reds, int[] greens, int[] blues, int count) {
    for (int x = 0; x < count; x++) {
      pixels[x] = pixels[x] & 0xFF000000 | reds[x] << 16 | greens[x] << 8 | blues[x];
    }
  }
}
