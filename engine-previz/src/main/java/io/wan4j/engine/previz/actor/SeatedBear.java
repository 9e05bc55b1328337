package io.wan4j.engine.previz.actor;

import io.wan4j.engine.previz.paint.Colour;
import io.wan4j.engine.previz.paint.Shapes;
import java.awt.Color;
import java.awt.Graphics2D;
import java.awt.LinearGradientPaint;
import java.awt.geom.Path2D;

/** A bear or panda on its seat: a round trunk, legs stretched out in front, paws on the belly. */
record SeatedBear(Build build, Colour dark, boolean panda) {
  void draw(Graphics2D brush, Pose pose) {
    double chest = build.chest();
    Colour base = build.base();
    double breath = pose.idle(0.3, 0) * 0.8;
    Colour limbs = panda ? dark : base;
    brush.setColor(limbs.times(0.72).awt());
    Shapes.limb(brush, 4, -chest * 0.5, chest * 0.42, chest * 1.7, -chest * 0.36, chest * 0.34);
    Path2D trunk =
        Shapes.closed(
            -chest * 1.15,
            -1,
            -chest * 1.32 - breath,
            -chest * 0.9,
            -chest * 0.95,
            -chest * 2.0,
            -chest * 0.1,
            -chest * 2.6,
            chest * 0.6,
            -chest * 2.1,
            chest * 0.9 + breath,
            -chest * 1.0,
            chest * 0.7,
            -1);
    new Form(trunk, base)
        .draw(
            brush,
            this::markings,
            new LinearGradientPaint(
                (float) (-chest * 1.3),
                0f,
                (float) chest,
                0f,
                new float[] {0, 0.5f, 1},
                new Color[] {
                  new Color(30, 14, 34, 70), new Color(0, 0, 0, 0), new Color(255, 246, 224, 40)
                }));
    // the near leg and its sole
    brush.setColor(limbs.awt());
    brush.fill(Shapes.ellipse(-chest * 0.3, -chest * 0.52, chest * 0.78, chest * 0.54));
    Shapes.limb(brush, 0, -chest * 0.42, chest * 0.44, chest * 1.35, -chest * 0.4, chest * 0.38);
    brush.fill(Shapes.ellipse(chest * 1.5, -chest * 0.52, chest * 0.36, chest * 0.54));
    brush.setColor(limbs.mix(Colour.of(214, 170, 150), 0.45).awt());
    brush.fill(Shapes.ellipse(chest * 1.58, -chest * 0.5, chest * 0.2, chest * 0.34));
    build.headAt(brush, -chest * 0.12, -chest * 2.55 - build.headHeight() * 0.5, pose, 0.04);
    brush.setColor(limbs.times(0.9).awt());
    Shapes.limb(
        brush,
        -chest * 0.3,
        -chest * 1.9,
        chest * 0.38,
        chest * 0.35,
        -chest * 1.15 - breath,
        chest * 0.3);
    Shapes.limb(
        brush,
        chest * 0.35,
        -chest * 1.15 - breath,
        chest * 0.3,
        chest * 0.95,
        -chest * 1.3,
        chest * 0.28);
  }

  private void markings(Graphics2D brush) {
    double chest = build.chest();
    Colour base = build.base();
    brush.setColor((panda ? base : build.belly().mix(base, 0.5)).awt());
    brush.fill(Shapes.ellipse(chest * 0.5, -chest * 0.9, chest * 0.8, chest * 0.95));
    if (panda) {
      brush.setColor(dark.awt());
      brush.fill(
          Shapes.closed(
              -chest * 1.6,
              -chest * 1.7,
              0,
              -chest * 1.5,
              chest * 1.4,
              -chest * 1.75,
              chest * 1.4,
              -chest * 2.4,
              0,
              -chest * 2.3,
              -chest * 1.6,
              -chest * 2.6));
    }
  }
}
