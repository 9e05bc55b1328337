package io.wan4j.engine.previz.actor;

import io.wan4j.engine.previz.paint.Colour;
import io.wan4j.engine.previz.paint.Shapes;
import java.awt.Color;
import java.awt.Graphics2D;
import java.awt.RadialGradientPaint;
import java.awt.geom.AffineTransform;

/**
 * What stands in for something nobody has a rig for: a paper lantern that floats and glows. Honest,
 * and at home in any scene.
 */
final class Lantern implements Rig {
  private static final double TALL = 150;

  private final Colour paper;

  Lantern(Colour paper) {
    this.paper = paper;
  }

  @Override
  public double height() {
    return TALL;
  }

  @Override
  public double length() {
    return 110;
  }

  @Override
  public double[] head(Motion motion) {
    return new double[] {0, -TALL * 0.5, TALL * 0.9};
  }

  @Override
  public double stride(Motion motion) {
    return motion.moving() ? 60 : 0;
  }

  @Override
  public double cadence(Motion motion) {
    return 1;
  }

  @Override
  public Motion natural() {
    return Motion.STAND;
  }

  @Override
  public double altitude() {
    return 46;
  }

  @Override
  public void draw(Graphics2D brush, Pose pose) {
    AffineTransform keep = brush.getTransform();
    brush.rotate(0.04 * pose.idle(0.25, 0));
    float glow = (float) (96 + 6 * pose.idle(0.5, 0.2));
    brush.setPaint(
        new RadialGradientPaint(
            0,
            -70,
            glow,
            new float[] {0, 0.5f, 1},
            new Color[] {
              new Color(255, 226, 150, 120),
              new Color(255, 206, 120, 50),
              new Color(255, 200, 110, 0)
            }));
    brush.fill(Shapes.disc(0, -70, glow));
    brush.setPaint(
        new RadialGradientPaint(
            0,
            -66,
            70,
            new float[] {0, 1},
            new Color[] {paper.mix(Colour.of(255, 246, 206), 0.75).awt(), paper.awt()}));
    brush.fill(
        Shapes.closed(
            -30, -20, -48, -56, -46, -92, -26, -124, 0, -130, 26, -124, 46, -92, 48, -56, 30, -20,
            0, -14));
    brush.setColor(paper.times(0.7).awt(0.5));
    brush.setStroke(new java.awt.BasicStroke(1.2f));
    for (int i = -1; i <= 1; i++) {
      brush.draw(Shapes.ellipse(0, -72, Math.abs(i) * 26 + 1, 57));
    }
    brush.setColor(paper.times(0.5).awt());
    brush.fill(Shapes.closed(-22, -14, -20, -22, 20, -22, 22, -14));
    brush.fill(Shapes.closed(-18, -124, -14, -134, 14, -134, 18, -124));
    brush.setTransform(keep);
  }
}
