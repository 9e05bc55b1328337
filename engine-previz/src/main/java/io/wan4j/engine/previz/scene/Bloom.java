package io.wan4j.engine.previz.scene;

import io.wan4j.engine.previz.paint.Colour;
import io.wan4j.engine.previz.paint.PixelRows;
import io.wan4j.engine.previz.scenery.Light;
import io.wan4j.engine.previz.scenery.Stage;

/**
 * Light that spills from the sun over everything in front of it. Painted once; then only laid over
 * the frame where the sun is.
 */
final class Bloom {
  private static final double RADIUS = 560;

  private final int[] pixels;
  private final int side;

  /** The first column of every row that holds any light; rows are symmetrical. */
  private final int[] firsts;

  Bloom(Stage stage, Light light) {
    int radius = (int) Math.round(RADIUS * stage.unit());
    this.side = light.glow() < 0.12 ? 0 : 2 * radius;
    this.pixels = new int[side * side];
    this.firsts = new int[side];
    Colour colour = light.haze().mix(light.sun(), 0.35);
    for (int y = 0; y < side; y++) {
      int first = radius;
      for (int x = 0; x < radius; x++) {
        double dx = (x + 0.5 - radius) / radius;
        double dy = (y + 0.5 - radius) / radius;
        double r = Math.sqrt(dx * dx + dy * dy);
        double t = Math.max(0, 1 - r);
        double alpha = light.glow() * 0.32 * t * t;
        if (alpha >= 0.008) {
          first = Math.min(first, x);
          int pixel = colour.premultiplied(alpha);
          pixels[y * side + x] = pixel;
          pixels[y * side + side - 1 - x] = pixel;
        }
      }
      firsts[y] = first;
    }
  }

  /** Lays the light over a frame, around a place of it in pixels. */
  void lay(double sunX, double sunY, int[] frame, int width, int height) {
    int left = (int) Math.round(sunX) - side / 2;
    int top = (int) Math.round(sunY) - side / 2;
    int[] above = new int[Math.min(side, width)];
    int[] below = new int[above.length];
    int last = Math.min(side, height - top);
    for (int y = Math.max(0, -top); y < last; y++) {
      int from = Math.max(firsts[y], -left);
      int count = Math.min(side - firsts[y], width - left) - from;
      if (count > 0) {
        int target = (top + y) * width + left + from;
        System.arraycopy(pixels, y * side + from, above, 0, count);
        System.arraycopy(frame, target, below, 0, count);
        PixelRows.over(above, below, count);
        System.arraycopy(below, 0, frame, target, count);
      }
    }
  }
}
