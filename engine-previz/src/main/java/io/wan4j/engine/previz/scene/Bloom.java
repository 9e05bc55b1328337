package io.wan4j.engine.previz.scene;

import io.wan4j.engine.previz.paint.Colour;
import io.wan4j.engine.previz.paint.Compositor;
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

  Bloom(Stage stage, Light light) {
    int radius = (int) Math.round(RADIUS * stage.unit());
    this.side = light.glow() < 0.12 ? 0 : 2 * radius;
    this.pixels = new int[side * side];
    Colour colour = light.haze().mix(light.sun(), 0.35);
    for (int y = 0; y < side; y++) {
      for (int x = 0; x < side; x++) {
        double dx = (x + 0.5 - radius) / radius;
        double dy = (y + 0.5 - radius) / radius;
        double r = Math.sqrt(dx * dx + dy * dy);
        double t = Math.max(0, 1 - r);
        double alpha = light.glow() * 0.32 * t * t;
        pixels[y * side + x] = alpha < 0.008 ? 0 : colour.premultiplied(alpha);
      }
    }
  }

  /** Lays the light over a frame, around a place of it in pixels. */
  void lay(double sunX, double sunY, int[] frame, int width, int height) {
    if (side > 0) {
      Compositor.stamp(
          pixels,
          side,
          side,
          frame,
          width,
          height,
          (int) Math.round(sunX) - side / 2,
          (int) Math.round(sunY) - side / 2);
    }
  }
}
