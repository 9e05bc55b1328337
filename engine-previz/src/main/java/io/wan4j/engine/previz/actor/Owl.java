package io.wan4j.engine.previz.actor;

import io.wan4j.engine.previz.paint.Colour;
import io.wan4j.engine.previz.paint.Shapes;
import java.awt.BasicStroke;
import java.awt.GradientPaint;
import java.awt.Graphics2D;
import java.awt.Shape;
import java.awt.geom.AffineTransform;
import java.awt.geom.Line2D;
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
    return Math.max(bird.reach(), PARTS * scale * 1.2);
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
    brush.setPaint(
        new GradientPaint(-30, 0, base.mix(belly, 0.12).awt(), 34, 0, base.times(0.84).awt()));
    brush.fill(shape);
    Shape clip = brush.getClip();
    brush.clip(shape);
    brush.setPaint(new GradientPaint(0, -62, belly.awt(), 0, 2, belly.mix(base, 0.45).awt()));
    brush.fill(Shapes.closed(-16, 2, -22, -30, -16, -60, 16, -60, 22, -30, 16, 2));
    brush.setStroke(new BasicStroke(1.5f, BasicStroke.CAP_ROUND, BasicStroke.JOIN_ROUND));
    for (int row = 0; row < 7; row++) {
      for (int i = -3; i <= 3; i++) {
        double x = i * 7 + (row % 2) * 3.5 - 1.7;
        double y = -52 + row * 8;
        brush.setColor(mark.awt(0.6 - 0.05 * row));
        brush.draw(new QuadCurve2D.Double(x - 2.4, y, x, y + 4.4, x + 2.4, y));
        brush.draw(new Line2D.Double(x, y - 2, x, y + 2));
      }
    }
    brush.setClip(clip);
    for (int side = -1; side <= 1; side += 2) {
      wing(brush, side);
      brush.setColor(Colour.of(214, 166, 80).awt());
      for (int toe = -1; toe <= 1; toe++) {
        Shapes.limb(brush, side * 9, -3, 2, side * 9 + toe * 4.6, 2.4, 1.8);
      }
    }
  }

  /** A folded wing: rows of feathers that end in a point. */
  private void wing(Graphics2D brush, int side) {
    Path2D outline =
        Shapes.closed(
            side * 23, -62, side * 37, -38, side * 36, -10, side * 26, 9, side * 18, -14, side * 17,
            -40);
    brush.setColor(base.mix(mark, 0.5).awt());
    brush.fill(outline);
    Shape clip = brush.getClip();
    brush.clip(outline);
    for (int row = 0; row < 4; row++) {
      for (int i = 0; i < 3; i++) {
        double x = side * (20 + 7 * i - (row % 2) * 3);
        double y = -46 + row * 12 + i * 2;
        brush.setColor(base.mix(mark, 0.2 + 0.2 * row).awt());
        brush.fill(Shapes.closed(x - 5, y - 6, x + 5, y - 6, x + 4, y + 3, x, y + 8, x - 4, y + 3));
        brush.setColor(mark.times(0.75).awt(0.55));
        brush.setStroke(new BasicStroke(0.8f));
        brush.draw(new QuadCurve2D.Double(x - 4, y + 3, x, y + 12, x + 4, y + 3));
      }
    }
    brush.setClip(clip);
  }

  private void head(Graphics2D brush, Pose pose, double glance) {
    for (int side = -1; side <= 1; side += 2) {
      brush.setColor(base.mix(mark, 0.5).awt());
      brush.fill(
          Shapes.closed(
              side * 30, -24, side * 35, -38, side * 38, -52, side * 27, -45, side * 14, -36));
      brush.setColor(mark.times(0.8).awt(0.7));
      brush.fill(Shapes.closed(side * 29, -30, side * 35, -47, side * 24, -40));
    }
    Path2D skull =
        Shapes.closed(
            -29, 6, -35, -10, -31, -27, -17, -37, 0, -39, 17, -37, 31, -27, 35, -10, 29, 6, 16, 15,
            0, 18, -16, 15);
    brush.setPaint(
        new GradientPaint(0, -40, base.mix(belly, 0.16).awt(), 0, 18, base.times(0.9).awt()));
    brush.fill(skull);
    brush.setColor(mark.awt(0.35));
    for (int i = 0; i < 9; i++) {
      double x = -18 + i % 5 * 9 + (i > 4 ? 4.5 : 0);
      double y = i > 4 ? -32 : -27;
      brush.fill(Shapes.ellipse(x, y, 1.7, 1.1));
    }
    for (int side = -1; side <= 1; side += 2) {
      disc(brush, side, glance);
    }
    // the pale brows that meet over the beak
    for (int side = -1; side <= 1; side += 2) {
      brush.setColor(belly.mix(Colour.of(255, 255, 255), 0.45).awt());
      brush.fill(
          Shapes.closed(
              side * 1.5 + glance,
              0,
              side * 4 + glance,
              -13,
              side * 13 + glance,
              -24,
              side * 29,
              -33,
              side * 19 + glance,
              -20,
              side * 7 + glance,
              -8));
    }
    for (int side = -1; side <= 1; side += 2) {
      eye(brush, side * 13.5 + glance, pose, glance);
    }
    double open = 3 * pose.mouth();
    brush.setColor(Colour.of(86, 66, 40).awt());
    brush.fill(Shapes.closed(glance - 2.4, 4, glance + 2.4, 4, glance, 10 + open));
    brush.setColor(Colour.of(228, 178, 84).awt());
    brush.fill(
        Shapes.closed(
            glance - 4, -2, glance, -6, glance + 4, -2, glance + 3, 4, glance, 10, glance - 3, 4));
    brush.setColor(Colour.of(255, 226, 160).awt(0.8));
    brush.fill(Shapes.ellipse(glance - 1.2, -1, 1, 2.6));
  }

  /** The round of stiff feathers about an eye. */
  private void disc(Graphics2D brush, int side, double glance) {
    double x = side * 13.5 + glance;
    brush.setColor(mark.times(0.85).awt());
    brush.fill(Shapes.ellipse(x + side * 1.4, -6, 18, 18.5));
    brush.setColor(belly.mix(base, 0.22).awt());
    brush.fill(Shapes.ellipse(x, -6, 16.4, 17));
    brush.setColor(mark.awt(0.32));
    brush.setStroke(new BasicStroke(0.9f, BasicStroke.CAP_ROUND, BasicStroke.JOIN_ROUND));
    for (int i = 0; i < 26; i++) {
      double angle = 2 * Math.PI * i / 26;
      double from = 11 + i % 2;
      brush.draw(
          new Line2D.Double(
              x + Math.cos(angle) * from,
              -6 + Math.sin(angle) * from,
              x + Math.cos(angle) * 15.4,
              -6 + Math.sin(angle) * 16));
    }
  }

  private void eye(Graphics2D brush, double x, Pose pose, double glance) {
    brush.setColor(mark.times(0.5).awt());
    brush.fill(Shapes.disc(x, -6, 10));
    if (pose.blinking(0.3)) {
      brush.setColor(base.mix(belly, 0.4).awt());
      brush.fill(Shapes.disc(x, -6, 9));
      brush.setColor(mark.times(0.6).awt());
      brush.setStroke(new BasicStroke(1.3f, BasicStroke.CAP_ROUND, BasicStroke.JOIN_ROUND));
      brush.draw(new QuadCurve2D.Double(x - 8, -5, x, -1, x + 8, -5));
      return;
    }
    brush.setPaint(
        new GradientPaint(
            0, -15, Colour.of(226, 140, 30).awt(), 0, 3, Colour.of(255, 214, 90).awt()));
    brush.fill(Shapes.disc(x, -6, 9));
    brush.setColor(Colour.of(24, 18, 16).awt());
    brush.fill(Shapes.disc(x + glance, -6, 5.2));
    brush.setColor(Colour.of(255, 255, 255).awt());
    brush.fill(Shapes.disc(x + 2.4, -9.2, 2));
    brush.setColor(Colour.of(255, 255, 255).awt(0.4));
    brush.fill(Shapes.disc(x - 2.6, -3, 1.1));
  }
}
