package io.wan4j.engine.previz.scenery;

import io.wan4j.engine.previz.paint.Colour;
import java.awt.BasicStroke;
import java.awt.Color;
import java.awt.Graphics2D;
import java.awt.RadialGradientPaint;
import java.awt.geom.Line2D;
import java.awt.geom.Rectangle2D;
import java.awt.geom.RoundRectangle2D;
import java.util.Random;

/** Signs on slender masts: white glass by day, tubes of coloured light after dark. */
final class Neon {
  private static final Colour[] TUBES = {
    Colour.of(255, 70, 170),
    Colour.of(60, 230, 250),
    Colour.of(255, 190, 60),
    Colour.of(150, 90, 255)
  };

  private final Studio studio;
  private final Light light;

  Neon(Studio studio) {
    this.studio = studio;
    this.light = studio.light;
  }

  void signs(Painting painting, double depth) {
    double u = 1 / depth;
    int count = (int) Math.max(3, Math.round(studio.stage.period() / (560 * u)));
    double gap = studio.stage.period() / count;
    for (int i = 0; i < count; i++) {
      Colour tube = TUBES[i % TUBES.length];
      long own = 911L * i + studio.stage.seed();
      painting.paintAt(
          gap * (i + 0.5),
          Stage.rowOf(depth),
          500 * u,
          brush -> {
            brush.scale(u, u);
            sign(brush, tube, new Random(own));
          });
    }
  }

  private void sign(Graphics2D brush, Colour tube, Random random) {
    double on = light.lamps();
    if (on > 0.2) {
      brush.setPaint(
          new RadialGradientPaint(
              0, -520, 420, new float[] {0, 1}, new Color[] {tube.awt(0.42 * on), tube.awt(0)}));
      brush.fill(new Rectangle2D.Double(-420, -860, 840, 880));
      brush.setPaint(
          new RadialGradientPaint(
              0, 10, 300, new float[] {0, 1}, new Color[] {tube.awt(0.30 * on), tube.awt(0)}));
      brush.fill(new Rectangle2D.Double(-300, -40, 600, 90));
    }
    Colour mast = light.shaded(Colour.of(120, 128, 146));
    brush.setColor(mast.awt());
    brush.fill(new Rectangle2D.Double(-7, -640, 14, 642));
    Colour glass = light.lit(Colour.of(226, 234, 244)).mix(Colour.of(20, 18, 40), 0.9 * on);
    brush.setColor(glass.awt());
    brush.fill(new RoundRectangle2D.Double(-92, -700, 184, 320, 26, 26));
    Colour shown = light.lit(tube.mix(Colour.of(255, 255, 255), 0.3)).mix(tube, on);
    brush.setColor(shown.awt());
    brush.setStroke(new BasicStroke(11f, BasicStroke.CAP_ROUND, BasicStroke.JOIN_ROUND));
    brush.draw(new RoundRectangle2D.Double(-80, -688, 160, 296, 20, 20));
    for (int row = 0; row < 4; row++) {
      double y = -640 + 68 * row;
      double half = 22 + 30 * random.nextDouble();
      brush.draw(new Line2D.Double(-half, y, half, y));
      if (random.nextBoolean()) {
        brush.draw(new Line2D.Double(0, y, 0, y + 36));
      }
    }
  }
}
