package io.wan4j.engine.previz.actor;

import io.wan4j.engine.previz.paint.Colour;
import io.wan4j.engine.previz.paint.Shapes;
import java.awt.BasicStroke;
import java.awt.GradientPaint;
import java.awt.Graphics2D;
import java.awt.Shape;
import java.awt.geom.AffineTransform;
import java.awt.geom.Path2D;
import java.awt.geom.QuadCurve2D;

/** An owl: on a mossy stump it looks at us and turns its head; in the air it flies as birds do. */
final class Owl implements Rig {
  /** Parts of its drawing: the stump, then the owl on it. */
  private static final double STUMP = 46;

  private static final double PARTS = 150;

  private final Bird bird;
  private final double scale;
  private final Colour base;
  private final Colour belly;
  private final Colour mark;

  Owl(Species species) {
    bird = new Bird(species);
    scale = 2 * species.number("tall") / PARTS;
    base = species.colour("base");
    belly = species.colour("belly");
    mark = species.colour("mark");
  }

  @Override
  public double height() {
    return PARTS * scale;
  }

  @Override
  public double length() {
    return 110 * scale;
  }

  @Override
  public double reach() {
    return Math.max(bird.reach(), PARTS * scale * 1.12);
  }

  @Override
  public double[] head(Motion motion) {
    return motion == Motion.FLY ? bird.head(motion) : new double[] {0, -118 * scale, 62 * scale};
  }

  @Override
  public double stride(Motion motion) {
    return bird.stride(motion);
  }

  @Override
  public double cadence(Motion motion) {
    return bird.cadence(motion) * 0.7;
  }

  @Override
  public Motion natural() {
    return Motion.FLY;
  }

  @Override
  public double altitude() {
    return bird.altitude();
  }

  @Override
  public void draw(Graphics2D brush, Pose pose) {
    if (pose.motion().moving()) {
      bird.draw(brush, pose);
      return;
    }
    AffineTransform keep = brush.getTransform();
    brush.scale(scale, scale);
    stump(brush);
    brush.translate(0, -STUMP + 3);
    body(brush, pose);
    // It looks round: a quick turn of the head now and then.
    double glance = Math.tanh(3 * pose.idle(0.16, 0.1));
    brush.translate(3 * glance, -68);
    brush.rotate(0.16 * glance);
    head(brush, pose, glance);
    brush.setTransform(keep);
  }

  private static void stump(Graphics2D brush) {
    Colour bark = Colour.of(96, 70, 48);
    brush.setPaint(
        new GradientPaint(-40, 0, bark.times(0.75).awt(), 40, 0, bark.mix(WOOD, 0.25).awt()));
    brush.fill(
        Shapes.closed(
            -34, -STUMP, -36, -20, -52, -2, -20, 1, 0, -2, 22, 1, 54, -2, 38, -18, 35, -STUMP));
    brush.setColor(WOOD.awt());
    brush.fill(Shapes.ellipse(0, -STUMP, 35, 8));
    brush.setColor(WOOD.times(0.8).awt());
    brush.setStroke(new BasicStroke(1f));
    brush.draw(Shapes.ellipse(2, -STUMP, 22, 5));
    brush.draw(Shapes.ellipse(3, -STUMP, 10, 2.4));
    brush.setColor(Colour.of(92, 128, 66).awt());
    brush.fill(Shapes.closed(-36, -STUMP + 2, -24, -STUMP + 5, -22, -26, -30, -12, -36, -22));
    brush.fill(Shapes.closed(20, -STUMP + 6, 34, -STUMP + 2, 36, -30, 28, -24));
  }

  private static final Colour WOOD = Colour.of(190, 154, 110);

  private void body(Graphics2D brush, Pose pose) {
    double breath = 0.8 * pose.idle(0.3, 0);
    brush.setColor(mark.times(0.9).awt());
    brush.fill(Shapes.closed(-10, -8, -14, 26, 0, 30, 14, 26, 10, -8));
    Path2D shape =
        Shapes.closed(
            -20, -2, -33 - breath, -28, -28, -62, 0, -80, 28, -62, 33 + breath, -28, 20, -2, 0, 2);
    brush.setColor(base.awt());
    brush.fill(shape);
    Shape clip = brush.getClip();
    brush.clip(shape);
    brush.setColor(belly.awt());
    brush.fill(Shapes.closed(-16, 2, -21, -30, -14, -58, 14, -58, 21, -30, 16, 2));
    brush.setColor(mark.awt(0.75));
    brush.setStroke(new BasicStroke(2f, BasicStroke.CAP_ROUND, BasicStroke.JOIN_ROUND));
    for (int row = 0; row < 5; row++) {
      for (int i = -2; i <= 2; i++) {
        double x = i * 8 + (row % 2) * 4 - 2;
        double y = -46 + row * 10;
        brush.draw(new QuadCurve2D.Double(x - 2.6, y, x, y + 4, x + 2.6, y));
      }
    }
    brush.setClip(clip);
    for (int side = -1; side <= 1; side += 2) {
      brush.setColor(base.mix(mark, 0.55).awt());
      brush.fill(
          Shapes.closed(
              side * 24, -60, side * 38, -34, side * 34, -6, side * 24, 6, side * 19, -14));
      brush.setColor(mark.times(0.85).awt());
      brush.fill(Shapes.closed(side * 29, -20, side * 34, -8, side * 24, 7, side * 21, -8));
      brush.setColor(Colour.of(214, 166, 80).awt());
      for (int toe = -1; toe <= 1; toe++) {
        Shapes.limb(brush, side * 9, -3, 2, side * 9 + toe * 4.6, 2.4, 1.8);
      }
    }
  }

  private void head(Graphics2D brush, Pose pose, double glance) {
    brush.setColor(base.awt());
    brush.fill(
        Shapes.closed(
            -30, 4, -33, -16, -36, -36, -18, -29, 0, -27, 18, -29, 36, -36, 33, -16, 30, 4, 0, 15));
    brush.setColor(mark.awt(0.8));
    brush.fill(Shapes.closed(-33, -30, -20, -26, -3, -10, -5, -4, -20, -18));
    brush.fill(Shapes.closed(33, -30, 20, -26, 3, -10, 5, -4, 20, -18));
    for (int side = -1; side <= 1; side += 2) {
      double x = side * 13.5 + glance;
      brush.setColor(belly.awt());
      brush.fill(Shapes.disc(x, -6, 14));
      brush.setColor(mark.awt(0.6));
      brush.setStroke(new BasicStroke(1.3f));
      brush.draw(Shapes.disc(x, -6, 14));
      if (pose.blinking(0.3)) {
        brush.setColor(base.mix(belly, 0.4).awt());
        brush.fill(Shapes.disc(x, -6, 9));
        brush.setColor(mark.times(0.6).awt());
        brush.draw(new QuadCurve2D.Double(x - 8, -5, x, -1, x + 8, -5));
        continue;
      }
      brush.setColor(Colour.of(246, 190, 58).awt());
      brush.fill(Shapes.disc(x, -6, 9));
      brush.setColor(Colour.of(24, 18, 16).awt());
      brush.fill(Shapes.disc(x + glance, -6, 5.4));
      brush.setColor(Colour.of(255, 255, 255).awt());
      brush.fill(Shapes.disc(x + 2.6, -9, 1.9));
    }
    double open = 3 * pose.mouth();
    brush.setColor(Colour.of(86, 66, 40).awt());
    brush.fill(Shapes.closed(-3, 2, 3, 2, 1, 8 + open));
    brush.setColor(Colour.of(220, 170, 84).awt());
    brush.fill(Shapes.closed(-4, -2, 0, -5, 4, -2, 2, 5, 0, 8, -2, 5));
  }
}
