package io.wan4j.engine.previz.scenery;

import io.wan4j.engine.previz.paint.Colour;
import io.wan4j.engine.previz.paint.Compositor;
import io.wan4j.engine.previz.paint.Ease;
import io.wan4j.engine.previz.paint.Layer;
import io.wan4j.engine.previz.paint.Noise;
import java.util.Random;

/**
 * Fair-weather clouds: heaps of round heads on a flat base, larger overhead, small and low near the
 * horizon.
 */
final class Heaps {
  private final Stage stage;
  private final Light light;

  Heaps(Stage stage, Light light) {
    this.stage = stage;
    this.light = light;
  }

  /** A round head of a cloud. */
  private record Puff(double x, double y, double radius) {}

  /**
   * Paints a sky of them.
   *
   * @param amount how much of the sky they fill, 0 to 1
   */
  Layer paint(double amount, int salt) {
    Painting painting = new Painting(stage, Stage.ABOVE, Stage.HORIZON + 4);
    Random random = stage.random(salt);
    int count = (int) Math.round(amount * stage.period() / 105);
    for (int i = 0; i < count; i++) {
      // from far to near, so that the nearer ones lie over the farther ones
      double near = (i + random.nextDouble()) / count;
      double base = Ease.mix(Stage.HORIZON - 34, -190, Math.pow(near, 1.25));
      double width = Ease.mix(70, 470, near) * (0.6 + 0.7 * random.nextDouble());
      cloud(painting, random, stage.period() * random.nextDouble(), base, width, near);
    }
    return painting.layer();
  }

  private void cloud(
      Painting painting, Random random, double x, double base, double width, double near) {
    double height = width * (0.26 + 0.14 * random.nextDouble());
    Puff[] puffs = new Puff[7 + random.nextInt(5)];
    double crest = 0.3 * (random.nextDouble() - 0.5);
    for (int i = 0; i < puffs.length; i++) {
      double u = (i + 0.5) / puffs.length * 2 - 1 + 0.1 * random.nextGaussian();
      double hump = Math.max(0, 1 - Math.pow(u - crest, 2) * 1.1);
      double radius = width * (0.09 + 0.07 * random.nextDouble() + 0.06 * hump);
      double up = hump * height * (0.25 + 0.75 * random.nextDouble());
      puffs[i] = new Puff(u * width * 0.5, -radius * 0.55 - up, radius);
    }
    int seed = random.nextInt(1 << 16);
    double unit = stage.unit();
    int left = (int) ((x - width * 0.72) * unit);
    int right = (int) ((x + width * 0.72) * unit);
    int from = Math.max(0, painting.pixelRow(base - height * 1.5 - width * 0.25));
    int to = Math.min(painting.rows(), painting.pixelRow(base + 14));
    int columns = painting.raster().width();
    int[] pixels = painting.raster().pixels();
    for (int row = from; row < to; row++) {
      double dy = painting.rowAt(row) - base;
      for (int column = left; column < right; column++) {
        int pixel = pixel(puffs, column / unit - x, dy, width, height, near, seed);
        if (pixel != 0) {
          int at = row * columns + Math.floorMod(column, columns);
          pixels[at] = Compositor.blend(pixels[at], pixel);
        }
      }
    }
  }

  private int pixel(
      Puff[] puffs, double dx, double dy, double width, double height, double near, int seed) {
    double fine = width / 9;
    double rough = Noise.fractal(dx / fine + 400, dy / fine + 400, 1 << 12, seed, 3) - 0.5;
    double depth = -1;
    double normalX = 0;
    double normalY = 0;
    for (Puff puff : puffs) {
      double px = (dx - puff.x()) / puff.radius();
      double py = (dy - puff.y()) / puff.radius();
      double inside = 1 - Math.sqrt(px * px + py * py);
      if (inside > depth) {
        depth = inside;
        normalX = px;
        normalY = py;
      }
    }
    double flat = Ease.step(5 + 9 * rough, -7, dy);
    double alpha = Ease.step(-0.02, 0.3, depth + rough * 0.62) * flat;
    if (alpha < 0.01) {
      return 0;
    }
    double side = light.sunX() > 0.5 ? 1 : -1;
    double high = Ease.clamp(-dy / (height * 1.2));
    double relief =
        Ease.clamp(0.34 + 0.42 * high - 0.22 * normalY + 0.14 * side * normalX + 0.5 * rough);
    Colour colour = light.cloudShade().mix(light.cloudLit(), relief);
    return light.hazed(colour, 0.6 * (1 - near) * (1 - near)).premultiplied(alpha * 0.95);
  }
}
