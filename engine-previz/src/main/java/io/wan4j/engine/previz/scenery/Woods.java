package io.wan4j.engine.previz.scenery;

import io.wan4j.engine.previz.paint.Colour;
import io.wan4j.engine.previz.paint.Shapes;
import java.awt.BasicStroke;
import java.awt.GradientPaint;
import java.awt.geom.CubicCurve2D;
import java.util.Random;

/**
 * The inside of a wood: trunks that go up out of the picture, and the roof of leaves above them.
 */
final class Woods {
  private final Studio studio;
  private final Light light;
  private final Materials materials;

  Woods(Studio studio) {
    this.studio = studio;
    this.light = studio.light;
    this.materials = studio.materials;
  }

  /**
   * Trunks at one depth.
   *
   * @param distance share of haze on them, 0 to 1
   * @param each units from one to the next
   * @param width of a trunk at depth 1, units
   */
  void trunks(Painting painting, double depth, double distance, double each, double width) {
    Random random = studio.stage.random(300 + (int) (depth * 10));
    int count = (int) Math.max(2, studio.stage.period() / each);
    double gap = studio.stage.period() / count;
    int sun = light.sunX() > 0.5 ? 1 : -1;
    Colour shade = light.hazed(light.shaded(materials.trunk()), distance);
    Colour lit = light.hazed(light.lit(materials.trunk()), distance);
    for (int i = 0; i < count; i++) {
      double x = gap * (i + 0.1 + 0.8 * random.nextDouble());
      double half = width / depth * (0.35 + 0.4 * random.nextDouble());
      double lean = 30 / depth * random.nextGaussian();
      long own = random.nextLong();
      painting.paintAt(
          x,
          Stage.rowOf(depth) + 6 / depth,
          half * 4 + Math.abs(lean),
          brush -> {
            double top = Stage.ABOVE - Stage.rowOf(depth) - 20;
            brush.setPaint(
                new GradientPaint(
                    (float) (-sun * half), 0, shade.awt(), (float) (sun * half), 0, lit.awt()));
            brush.fill(
                Shapes.closed(
                    -half * 1.9,
                    0,
                    -half * 1.05,
                    -half * 2.4,
                    -half * 0.9 + lean,
                    top,
                    half * 0.9 + lean,
                    top,
                    half * 1.05,
                    -half * 2.4,
                    half * 1.9,
                    0));
            bark(brush, new Random(own), half, lean, top, shade);
          });
    }
  }

  private static void bark(
      java.awt.Graphics2D brush,
      Random random,
      double half,
      double lean,
      double top,
      Colour shade) {
    brush.setColor(shade.times(0.72).awt(0.5));
    brush.setStroke(new BasicStroke((float) Math.max(0.6, half * 0.07)));
    int strokes = (int) Math.min(70, 16 + half);
    for (int i = 0; i < strokes; i++) {
      double share = random.nextDouble();
      double y = top * share;
      double x = half * (1.6 * random.nextDouble() - 0.8) + lean * share;
      double length = half * (0.8 + 1.6 * random.nextDouble());
      brush.draw(
          new CubicCurve2D.Double(
              x,
              y,
              x + half * 0.1,
              y + length * 0.3,
              x - half * 0.1,
              y + length * 0.6,
              x,
              y + length));
    }
  }

  /** The leaves overhead, lit from above, with gaps at their lower edge. */
  void canopy(Painting painting, double depth, double distance, double lowest) {
    Random random = studio.stage.random(331 + (int) (depth * 10));
    Colour dark = light.hazed(light.shaded(materials.foliage()).times(0.72), distance);
    Colour middle = light.hazed(light.lit(materials.foliage()), distance);
    Colour bright = light.hazed(light.lit(materials.foliageLit()), distance);
    int clumps = (int) (studio.stage.period() / 34);
    for (int layer = 0; layer < 3; layer++) {
      Colour colour = layer == 0 ? dark : layer == 1 ? middle : bright;
      for (int i = 0; i < clumps; i++) {
        double x = studio.stage.period() * random.nextDouble();
        double hang = Math.pow(random.nextDouble(), 1.8);
        double y = Stage.ABOVE + (lowest - Stage.ABOVE) * (1 - 0.72 * hang) - 34 * layer;
        double r = (60 + 70 * random.nextDouble()) * (layer == 2 ? 0.42 : 1);
        long own = random.nextLong();
        double alpha = layer == 2 ? 0.5 : 0.96;
        painting.paintAt(x, y, r * 2, brush -> clump(brush, new Random(own), r, colour, alpha));
      }
      if (layer == 0) {
        painting.paint(
            brush -> {
              brush.setColor(dark.awt());
              brush.fill(
                  new java.awt.geom.Rectangle2D.Double(
                      0, Stage.ABOVE, studio.stage.period(), (lowest - Stage.ABOVE) * 0.5));
            });
      }
    }
  }

  private static void clump(
      java.awt.Graphics2D brush, Random random, double r, Colour colour, double alpha) {
    for (int i = 0; i < 26; i++) {
      double angle = 2 * Math.PI * random.nextDouble();
      double away = r * Math.sqrt(random.nextDouble());
      double size = r * (0.10 + 0.14 * random.nextDouble());
      brush.setColor(colour.times(0.86 + 0.28 * random.nextDouble()).awt(alpha));
      brush.fill(
          Shapes.ellipse(
              Math.cos(angle) * away, Math.sin(angle) * away * 0.62, size * 1.3, size * 0.8));
    }
  }

  /** Ropes of green that hang between the trunks. */
  void lianas(Painting painting, double depth) {
    Random random = studio.stage.random(347);
    int count = (int) (studio.stage.period() / 120);
    Colour colour = light.hazed(light.shaded(materials.foliage()), 0.12);
    for (int i = 0; i < count; i++) {
      double x = studio.stage.period() * random.nextDouble();
      double wide = 60 + 120 * random.nextDouble();
      double sag = 120 + 190 * random.nextDouble();
      painting.paintAt(
          x,
          40,
          wide * 2,
          brush -> {
            brush.setColor(colour.awt());
            brush.setStroke(
                new BasicStroke(
                    (float) (9 / depth), BasicStroke.CAP_ROUND, BasicStroke.JOIN_ROUND));
            brush.draw(
                new CubicCurve2D.Double(
                    -wide, -260, -wide * 0.4, sag, wide * 0.4, sag, wide, -260));
          });
    }
  }
}
