package io.wan4j.engine.previz.picture;

import static io.wan4j.engine.previz.picture.ParticleArt.clear;
import static io.wan4j.engine.previz.picture.ParticleArt.line;
import static io.wan4j.engine.previz.picture.ParticleArt.polygon;
import static io.wan4j.engine.previz.picture.ParticleArt.shade;

import java.awt.BasicStroke;
import java.awt.Color;
import java.awt.Graphics2D;
import java.awt.geom.AffineTransform;
import java.awt.geom.Ellipse2D;
import java.awt.geom.Path2D;

/** A long dragon that winds through the air about the middle of the picture. */
final class DragonArt {
  private static final int LINKS = 70;

  private DragonArt() {}

  static void paint(Graphics2D g, int[] colours, double seconds, double aspect, double strength) {
    Color scales = new Color(colours[0] & 0xFFFFFF);
    Color belly = new Color(colours[colours.length - 1] & 0xFFFFFF);
    for (int i = LINKS - 1; i >= 0; i--) {
      double[] here = place(seconds, i, aspect);
      double[] ahead = place(seconds, i - 1, aspect);
      double angle = Math.atan2(ahead[1] - here[1], ahead[0] - here[0]);
      double along = (double) i / LINKS;
      double thick = 0.052 * Math.pow(1 - along, 0.6) * Math.min(1, 0.72 + 4 * along);
      AffineTransform before = g.getTransform();
      g.translate(here[0], here[1]);
      g.rotate(angle);
      if (i % 3 == 0) {
        g.setPaint(clear(belly, strength));
        g.fill(polygon(-0.01, -thick, -0.05, -thick - 0.035 * (1 - along), 0.018, -thick));
      }
      g.setPaint(clear(shade(scales, 0.7 + 0.45 * (i % 2)), strength));
      g.fill(new Ellipse2D.Double(-0.035, -thick, 0.07, 2 * thick));
      g.setPaint(clear(belly, 0.75 * strength));
      g.fill(new Ellipse2D.Double(-0.024, 0.25 * thick, 0.048, 0.72 * thick));
      if (i == 16 || i == 44) {
        leg(g, scales, strength, seconds + i);
      }
      if (i == 0) {
        head(g, scales, belly, strength);
      }
      g.setTransform(before);
    }
  }

  private static double[] place(double seconds, int link, double aspect) {
    double t = 0.62 * seconds - 0.028 * link + 3.4;
    double x = (0.33 * aspect + 0.06 * Math.sin(1.7 * t)) * Math.cos(t * 1.15);
    double y = -0.10 + 0.26 * Math.sin(t * 1.9) + 0.045 * Math.sin(5.5 * t);
    return new double[] {x, y};
  }

  private static void leg(Graphics2D g, Color colour, double strength, double seconds) {
    double swing = 0.03 * Math.sin(4 * seconds);
    g.setStroke(new BasicStroke(0.022f, BasicStroke.CAP_ROUND, BasicStroke.JOIN_ROUND));
    g.setPaint(clear(shade(colour, 0.6), strength));
    g.draw(line(0, 0.03, -0.03 + swing, 0.09, 0.02 + swing, 0.13));
    g.setStroke(new BasicStroke(0.008f, BasicStroke.CAP_ROUND, BasicStroke.JOIN_ROUND));
    g.draw(line(0.02 + swing, 0.13, 0.05 + swing, 0.14));
    g.draw(line(0.02 + swing, 0.13, 0.045 + swing, 0.16));
  }

  private static void head(Graphics2D g, Color scales, Color belly, double strength) {
    g.setPaint(clear(belly, strength));
    g.fill(polygon(-0.03, -0.03, -0.15, -0.10, -0.06, 0.0));
    g.fill(polygon(-0.03, 0.03, -0.15, 0.08, -0.05, 0.0));
    Path2D skull = new Path2D.Double();
    skull.moveTo(-0.06, -0.055);
    skull.curveTo(0.0, -0.09, 0.06, -0.06, 0.085, -0.03);
    skull.lineTo(0.155, -0.028);
    skull.curveTo(0.18, -0.02, 0.175, 0.01, 0.15, 0.012);
    skull.lineTo(0.07, 0.018);
    skull.lineTo(0.13, 0.045);
    skull.curveTo(0.09, 0.06, 0.0, 0.06, -0.06, 0.05);
    skull.closePath();
    g.setPaint(clear(scales, strength));
    g.fill(skull);
    g.setStroke(new BasicStroke(0.009f, BasicStroke.CAP_ROUND, BasicStroke.JOIN_ROUND));
    g.setPaint(clear(belly, strength));
    g.draw(line(-0.01, -0.06, -0.07, -0.14, -0.10, -0.15));
    g.draw(line(0.01, -0.065, -0.03, -0.15, -0.05, -0.17));
    g.setStroke(new BasicStroke(0.005f, BasicStroke.CAP_ROUND, BasicStroke.JOIN_ROUND));
    Path2D whisker = new Path2D.Double();
    whisker.moveTo(0.15, -0.01);
    whisker.curveTo(0.22, -0.06, 0.16, -0.12, 0.10, -0.10);
    g.draw(whisker);
    g.setPaint(clear(new Color(0xFFF6C0), strength));
    g.fill(new Ellipse2D.Double(0.035, -0.048, 0.03, 0.024));
    g.setPaint(clear(Color.BLACK, strength));
    g.fill(new Ellipse2D.Double(0.047, -0.045, 0.009, 0.018));
  }
}
