package io.wan4j.engine.previz.picture;

import static io.wan4j.engine.previz.picture.ParticleArt.clear;
import static io.wan4j.engine.previz.picture.ParticleArt.shade;

import java.awt.BasicStroke;
import java.awt.Color;
import java.awt.Graphics2D;
import java.awt.RadialGradientPaint;
import java.awt.geom.AffineTransform;
import java.awt.geom.Ellipse2D;
import java.awt.geom.Path2D;

/** A rose that opens: rings of petals about a spiral heart, on a stem with leaves. */
final class RoseArt {
  private RoseArt() {}

  /**
   * Draws the rose.
   *
   * @param size 0 bud unseen, in the units of the canvas
   * @param body how solid the petals are: 1 a flower, less is glass
   */
  static void paint(
      Graphics2D g, Color colour, double x, double y, double size, double seconds, double body) {
    if (size < 0.01) {
      return;
    }
    AffineTransform before = g.getTransform();
    g.translate(x, y);
    g.rotate(0.06 * Math.sin(seconds * 1.3));
    g.scale(size, size);
    Color green = body < 1 ? shade(colour, 0.8) : new Color(0x2F6B33);
    g.setStroke(new BasicStroke(0.035f, BasicStroke.CAP_ROUND, BasicStroke.JOIN_ROUND));
    g.setPaint(clear(green, body));
    Path2D stem = new Path2D.Double();
    stem.moveTo(0, 0);
    stem.curveTo(0.05, 0.4, -0.06, 0.7, 0.02, 1.2);
    g.draw(stem);
    leaf(g, green, 0.0, 0.52, 0.7, body);
    leaf(g, green, 0.0, 0.7, Math.PI - 0.7, body);
    for (int ring = 4; ring >= 0; ring--) {
      int petals = 3 + ring;
      double radius = 0.05 + 0.062 * ring;
      for (int i = 0; i < petals; i++) {
        double angle = 2 * Math.PI * (i + 0.37 * ring) / petals + 0.03 * Math.sin(seconds + ring);
        petal(g, shade(colour, 1.18 - 0.09 * (4 - ring)), angle, radius, 0.13 + 0.03 * ring, body);
      }
    }
    g.setPaint(clear(shade(colour, 0.5), 0.9 * body));
    g.setStroke(new BasicStroke(0.013f, BasicStroke.CAP_ROUND, BasicStroke.JOIN_ROUND));
    Path2D heart = new Path2D.Double();
    heart.moveTo(0, 0);
    for (int i = 1; i < 50; i++) {
      double angle = i * 0.32;
      double radius = 0.0022 * i;
      heart.lineTo(radius * Math.cos(angle), radius * 0.8 * Math.sin(angle));
    }
    g.draw(heart);
    g.setTransform(before);
  }

  private static void leaf(
      Graphics2D g, Color green, double x, double y, double angle, double body) {
    AffineTransform before = g.getTransform();
    g.translate(x, y);
    g.rotate(-angle);
    Path2D leaf = new Path2D.Double();
    leaf.moveTo(0, 0);
    leaf.curveTo(0.1, -0.13, 0.27, -0.12, 0.36, 0);
    leaf.curveTo(0.27, 0.1, 0.1, 0.1, 0, 0);
    g.setPaint(clear(shade(green, 1.25), body));
    g.fill(leaf);
    g.setTransform(before);
  }

  private static void petal(
      Graphics2D g, Color colour, double angle, double far, double size, double body) {
    AffineTransform before = g.getTransform();
    g.translate(far * Math.cos(angle), 0.85 * far * Math.sin(angle));
    g.rotate(angle);
    Ellipse2D shape = new Ellipse2D.Double(-size * 0.75, -size, 1.5 * size, 2 * size);
    g.setPaint(
        new RadialGradientPaint(
            (float) (-0.5 * size),
            0f,
            (float) (1.5 * size),
            new float[] {0f, 0.7f, 1f},
            new Color[] {
              clear(shade(colour, 0.5), body), clear(colour, body), clear(shade(colour, 1.3), body)
            }));
    g.fill(shape);
    g.setStroke(new BasicStroke(0.006f));
    g.setPaint(clear(body < 1 ? Color.WHITE : shade(colour, 0.55), body < 1 ? 0.8 : 0.45));
    g.draw(shape);
    g.setTransform(before);
  }
}
