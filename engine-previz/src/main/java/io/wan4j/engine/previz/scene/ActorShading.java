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
    double thick = Math.max(1.6, Math.min(9, 3.4 * place.scale()));
    Blur.softenPlane(plane, planeWidth, planeHeight, Math.max(1, (int) (thick / 4)));
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
      shade(pixels, shifted, count, level, cooling, rimStrength, hazed);
      System.arraycopy(pixels, 0, sprite.pixels(), source, count);
    }
  }

  /** One loop without a branch, every array at the same index, so that it becomes vectors. */
  private void shade(
      int[] pixels, int[] shifted, int count, int level, int cooling, int rimStrength, int hazed) {
    int ambientRed = light.ambient().red() * level;
    int ambientGreen = light.ambient().green() * level;
    int ambientBlue = light.ambient().blue() * level;
    int coolRed = light.cloudShade().red();
    int coolGreen = light.cloudShade().green();
    int coolBlue = light.cloudShade().blue();
    int sunRed = sun.red();
    int sunGreen = sun.green();
    int sunBlue = sun.blue();
    int hazeRed = light.haze().red();
    int hazeGreen = light.haze().green();
    int hazeBlue = light.haze().blue();
    for (int x = 0; x < count; x++) {
      int pixel = pixels[x];
      int a = pixel >>> 24;
      int rim = Math.max(0, a - shifted[x]) * rimStrength >> 8;
      int red = (pixel >> 16 & 255) * ambientRed >> 16;
      int green = (pixel >> 8 & 255) * ambientGreen >> 16;
      int blue = (pixel & 255) * ambientBlue >> 16;
      red += (((coolRed * a >> 8) - red) * cooling) >> 8;
      green += (((coolGreen * a >> 8) - green) * cooling) >> 8;
      blue += (((coolBlue * a >> 8) - blue) * cooling) >> 8;
      red += (((sunRed * a >> 8) - red) * rim) >> 8;
      green += (((sunGreen * a >> 8) - green) * rim) >> 8;
      blue += (((sunBlue * a >> 8) - blue) * rim) >> 8;
      red += (((hazeRed * a >> 8) - red) * hazed) >> 8;
      green += (((hazeGreen * a >> 8) - green) * hazed) >> 8;
      blue += (((hazeBlue * a >> 8) - blue) * hazed) >> 8;
      red = Math.max(0, Math.min(a, red));
      green = Math.max(0, Math.min(a, green));
      blue = Math.max(0, Math.min(a, blue));
      pixels[x] = a << 24 | red << 16 | green << 8 | blue;
    }
  }
}
