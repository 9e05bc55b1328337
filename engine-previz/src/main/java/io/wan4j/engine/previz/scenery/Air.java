package io.wan4j.engine.previz.scenery;

import java.awt.Color;
import java.awt.LinearGradientPaint;
import java.awt.geom.Path2D;
import java.util.Random;

/** Light that is seen in the air: beams between trees, through windows, on a stage. */
final class Air {
  private final Studio studio;

  Air(Studio studio) {
    this.studio = studio;
  }

  /** Slanting beams from above, as between trees. */
  void beams(Painting painting) {
    Light light = studio.light;
    double strength = 0.15 * light.glow() + 0.03;
    Random random = studio.stage.random(71);
    int count = (int) (studio.stage.period() / 210);
    double slant = (light.sunX() > 0.5 ? -1 : 1) * 190;
    for (int i = 0; i < count; i++) {
      double x = random.nextDouble() * studio.stage.period();
      double wide = 26 + 70 * random.nextDouble();
      double shine = strength * (0.5 + 0.6 * random.nextDouble());
      beam(painting, x, 0, wide * 0.5, x + slant, Stage.HORIZON + 140, wide, shine);
    }
  }

  /** One beam from a narrow end to a wide one, fading along its way and to its sides. */
  void beam(
      Painting painting,
      double x1,
      double y1,
      double half1,
      double x2,
      double y2,
      double half2,
      double strength) {
    Color bright = studio.light.sun().awt(strength / 4);
    Color gone = studio.light.sun().awt(0);
    painting.paintAt(
        x1,
        0,
        Math.abs(x2 - x1) + half1 + half2,
        brush -> {
          brush.setPaint(
              new LinearGradientPaint(
                  0f,
                  (float) y1,
                  0f,
                  (float) y2,
                  new float[] {0, 0.35f, 1},
                  new Color[] {bright, bright, gone}));
          for (double part = 1; part > 0.2; part -= 0.25) {
            Path2D path = new Path2D.Double();
            path.moveTo(-half1 * part, y1);
            path.lineTo(half1 * part, y1);
            path.lineTo(x2 - x1 + half2 * part, y2);
            path.lineTo(x2 - x1 - half2 * part, y2);
            path.closePath();
            brush.fill(path);
          }
        });
  }
}
