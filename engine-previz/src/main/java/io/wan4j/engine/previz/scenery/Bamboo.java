package io.wan4j.engine.previz.scenery;

import io.wan4j.engine.previz.paint.Colour;
import io.wan4j.engine.previz.paint.Shapes;
import java.awt.BasicStroke;
import java.awt.GradientPaint;
import java.awt.Graphics2D;
import java.awt.geom.AffineTransform;
import java.awt.geom.Line2D;
import java.awt.geom.Rectangle2D;
import java.util.Random;

/** A bamboo grove: jointed canes that go up out of the picture, with sprays of narrow leaves. */
final class Bamboo {
  private static final Colour CANE = Colour.of(126, 164, 74);
  private static final Colour LEAF = Colour.of(92, 142, 58);

  /** Length of a joint at depth 1, units. */
  private static final double JOINT = 190;

  private final Stage stage;
  private final Light light;

  Bamboo(Studio studio) {
    this.stage = studio.stage;
    this.light = studio.light;
  }

  /**
   * Canes at one depth.
   *
   * @param distance share of haze on them, 0 to 1
   * @param each units from one to the next
   * @param width of a cane at depth 1, units
   */
  void canes(Painting painting, double depth, double distance, double each, double width) {
    Random random = stage.random(400 + (int) (depth * 10));
    int count = (int) Math.max(3, stage.period() / each);
    double gap = stage.period() / count;
    for (int i = 0; i < count; i++) {
      double x = gap * (i + 0.1 + 0.8 * random.nextDouble());
      double half = width / depth * (0.32 + 0.3 * random.nextDouble());
      double lean = 0.035 * random.nextGaussian();
      Colour tone = CANE.times(0.82 + 0.3 * random.nextDouble());
      long own = random.nextLong();
      painting.paintAt(
          x,
          Stage.rowOf(depth) + 8 / depth,
          900 * Math.abs(lean) + 260 / depth,
          brush -> {
            brush.rotate(lean);
            cane(brush, depth, half, distance, tone, new Random(own));
          });
    }
  }

  private void cane(
      Graphics2D brush, double depth, double half, double distance, Colour tone, Random random) {
    Colour lit = light.hazed(light.lit(tone), distance);
    Colour shade = light.hazed(light.shaded(tone.times(0.72)), distance);
    double top = Stage.ABOVE - Stage.rowOf(depth) - 30;
    int sun = light.sunX() > 0.5 ? 1 : -1;
    brush.setPaint(
        new GradientPaint(
            (float) (-sun * half), 0, shade.awt(), (float) (sun * half * 0.7), 0, lit.awt()));
    brush.fill(new Rectangle2D.Double(-half, top, 2 * half, -top));
    double joint = JOINT / depth * (0.8 + 0.4 * random.nextDouble());
    for (double y = -joint * random.nextDouble(); y > top; y -= joint) {
      brush.setColor(shade.times(0.8).awt(0.9));
      brush.fill(new Rectangle2D.Double(-half * 1.16, y, 2.32 * half, Math.max(1, half * 0.22)));
      brush.setColor(lit.mix(Colour.of(240, 246, 214), 0.4).awt(0.8));
      brush.fill(
          new Rectangle2D.Double(
              -half * 1.1, y + Math.max(1, half * 0.22), 2.2 * half, Math.max(0.8, half * 0.16)));
      if (random.nextDouble() < 0.34 && y < -2 * joint) {
        int side = random.nextBoolean() ? 1 : -1;
        spray(brush, side * half, y, side, 150 / depth, distance, random);
      }
    }
  }

  /** A twig with a dozen leaves that hang from it. */
  private void spray(
      Graphics2D brush,
      double x,
      double y,
      int side,
      double reach,
      double distance,
      Random random) {
    brush.setColor(light.hazed(light.shaded(CANE), distance).awt());
    brush.setStroke(new BasicStroke((float) Math.max(0.6, reach * 0.014)));
    brush.draw(new Line2D.Double(x, y, x + side * reach * 0.9, y - reach * 0.2));
    for (int i = 0; i < 12; i++) {
      double along = (0.15 + 0.85 * random.nextDouble()) * reach;
      leaf(
          brush,
          x + side * along * 0.9,
          y - along * 0.22,
          side * (0.5 + 0.9 * random.nextDouble()),
          reach * (0.24 + 0.2 * random.nextDouble()),
          distance,
          random);
    }
  }

  private void leaf(
      Graphics2D brush,
      double x,
      double y,
      double turn,
      double length,
      double distance,
      Random random) {
    boolean bright = random.nextDouble() < 0.45;
    Colour tone = LEAF.times(0.85 + 0.3 * random.nextDouble());
    Colour colour =
        bright ? light.lit(tone.mix(Colour.of(200, 226, 110), 0.3)) : light.shaded(tone);
    AffineTransform keep = brush.getTransform();
    brush.translate(x, y);
    brush.rotate(Math.PI / 2 - turn);
    brush.setColor(light.hazed(colour, distance).awt(0.95));
    brush.fill(
        Shapes.closed(0, 0, length * 0.4, -length * 0.1, length, 0, length * 0.4, length * 0.1));
    brush.setTransform(keep);
  }

  /** The roof of leaves. */
  void roof(Painting painting, double depth, double distance, double lowest) {
    Random random = stage.random(431 + (int) (depth * 10));
    int count = (int) (stage.period() / 5);
    for (int i = 0; i < count; i++) {
      double hang = Math.pow(random.nextDouble(), 1.6);
      double y = Stage.ABOVE + (lowest - Stage.ABOVE) * (1 - 0.8 * hang);
      long own = random.nextLong();
      int side = random.nextBoolean() ? 1 : -1;
      painting.paintAt(
          stage.period() * random.nextDouble(),
          y,
          400 / depth,
          brush -> spray(brush, 0, 0, side, 330 / depth, distance, new Random(own)));
    }
  }
}
