package io.wan4j.engine.previz.actor;

import io.wan4j.engine.previz.paint.Colour;
import io.wan4j.engine.previz.paint.Shapes;
import java.awt.BasicStroke;
import java.awt.Graphics2D;
import java.awt.geom.AffineTransform;
import java.awt.geom.Line2D;

/** A bird from the side: on its legs with folded wings, or in flight. */
final class Bird implements Rig {
  private static final double BODY = 40;

  private final double tall;
  private final double neck;
  private final double legs;
  private final double wing;
  private final double tail;
  private final double head;
  private final double beak;
  private final String beakKind;
  private final boolean upright;
  private final Colour base;
  private final Colour belly;
  private final Colour mark;
  private final Colour beakColour;
  private final double scale;

  Bird(Species species) {
    tall = species.number("tall");
    neck = species.number("neck");
    legs = species.number("legs");
    wing = species.number("wing");
    tail = species.number("tail");
    head = species.number("head");
    beak = species.number("beak");
    beakKind = species.text("beak.kind");
    upright = species.number("upright") > 0;
    base = species.colour("base");
    belly = species.colour("belly");
    mark = species.colour("mark");
    beakColour = species.colour("beak.colour");
    scale = tall / (legs + (upright ? 62 : 30) + neck + head);
  }

  @Override
  public double height() {
    return tall;
  }

  @Override
  public double length() {
    return (BODY + tail + neck * 0.5 + beak + 14) * scale;
  }

  @Override
  public double reach() {
    return tall + wing * 1.15 * scale;
  }

  @Override
  public double[] head(Motion motion) {
    double x = upright ? 4 : BODY * 0.5 + neck * 0.35;
    return new double[] {x * scale, -(tall - head * scale), head * 2.3 * scale};
  }

  @Override
  public double stride(Motion motion) {
    return motion == Motion.FLY ? 260 : motion.moving() ? 16 * scale : 0;
  }

  @Override
  public double cadence(Motion motion) {
    return motion == Motion.FLY ? 1.5 + 60 / tall : 2.2;
  }

  @Override
  public Motion natural() {
    return upright ? Motion.WALK : Motion.FLY;
  }

  @Override
  public double altitude() {
    return upright ? 0 : 150;
  }

  @Override
  public void draw(Graphics2D brush, Pose pose) {
    AffineTransform keep = brush.getTransform();
    brush.scale(scale, scale);
    boolean flying = pose.motion() == Motion.FLY;
    double beat = pose.wave(0);
    double y = flying ? -legs - 18 - 3 * beat : -legs - 16;
    if (upright) {
      brush.rotate(0.05 * (pose.motion().moving() ? pose.wave(0) : 0.2 * pose.idle(0.3, 0)));
      upright(brush, pose);
    } else {
      if (flying) {
        wing(brush, y - 6, beat, base.times(0.72), mark.times(0.72), -3);
      } else {
        legs(brush, y, pose);
      }
      body(brush, y, pose, flying);
      if (flying) {
        wing(brush, y - 6, beat, base, mark, 0);
      } else {
        folded(brush, y);
      }
    }
    brush.setTransform(keep);
  }

  private void legs(Graphics2D brush, double y, Pose pose) {
    brush.setColor(beakColour.times(0.85).awt());
    brush.setStroke(new BasicStroke(1.8f, BasicStroke.CAP_ROUND, BasicStroke.JOIN_ROUND));
    double step = pose.motion().moving() ? 5 * pose.wave(0) : 0;
    for (int side = -1; side <= 1; side += 2) {
      double foot = side * 3 + side * step;
      brush.draw(new Line2D.Double(side * 2.4, y + 12, foot, -1));
      brush.draw(new Line2D.Double(foot - 2, -0.8, foot + 5, -0.8));
    }
  }

  private void body(Graphics2D brush, double y, Pose pose, boolean flying) {
    brush.setColor(mark.awt());
    double droop = flying ? 1 : 5;
    brush.fill(
        Shapes.closed(
            -BODY * 0.3,
            y - 5,
            -BODY * 0.5 - tail,
            y - 4 + droop,
            -BODY * 0.5 - tail * 1.05,
            y + 3 + droop,
            -BODY * 0.3,
            y + 6));
    double headX = BODY * 0.5 + neck * (flying ? 0.9 : 0.35);
    double headY = y - 8 - neck * (flying ? 0.35 : 1) - 4;
    brush.setColor(base.awt());
    if (neck > 8) {
      Shapes.limb(brush, BODY * 0.36, y - 5, 7, headX - 3, headY + 3, 4.6);
    }
    brush.fill(
        Shapes.closed(
            -BODY * 0.5,
            y - 2,
            -BODY * 0.2,
            y - 13,
            BODY * 0.25,
            y - 14,
            BODY * 0.5,
            y - 8,
            BODY * 0.54,
            y + 2,
            BODY * 0.3,
            y + 12,
            -BODY * 0.1,
            y + 13,
            -BODY * 0.42,
            y + 6));
    brush.setColor(belly.awt(0.9));
    brush.fill(
        Shapes.closed(
            -BODY * 0.3,
            y + 7,
            BODY * 0.1,
            y + 3,
            BODY * 0.5,
            y - 2,
            BODY * 0.5,
            y + 4,
            BODY * 0.28,
            y + 11,
            -BODY * 0.1,
            y + 12.4));
    head(brush, headX, headY, pose);
  }

  private void head(Graphics2D brush, double x, double y, Pose pose) {
    double r = head;
    double open = 0.35 * pose.mouth() * r;
    brush.setColor(beakColour.awt());
    double tip = x + r * 0.75 + beak;
    switch (beakKind) {
      case "hook" ->
          brush.fill(
              Shapes.closed(
                  x + r * 0.6,
                  y - r * 0.42,
                  tip - 2,
                  y - r * 0.2,
                  tip,
                  y + r * 0.5,
                  tip - 4,
                  y + r * 0.22,
                  x + r * 0.6,
                  y + r * 0.34));
      case "flat" ->
          brush.fill(
              Shapes.closed(
                  x + r * 0.6,
                  y - r * 0.3,
                  tip,
                  y + r * 0.12,
                  tip,
                  y + r * 0.34,
                  x + r * 0.6,
                  y + r * 0.44));
      default -> {
        brush.fill(
            Shapes.polygon(
                x + r * 0.6, y - r * 0.35, tip, y - open * 0.4, x + r * 0.6, y + r * 0.1));
        brush.setColor(beakColour.times(0.82).awt());
        brush.fill(Shapes.polygon(x + r * 0.6, y, tip - 2, y + open + 1, x + r * 0.5, y + r * 0.4));
      }
    }
    brush.setColor(
        (beakKind.equals("hook") && beakColour.red() > 220 ? Colour.of(246, 242, 232) : base)
            .awt());
    brush.fill(Shapes.ellipse(x, y, r, r * 0.95));
    brush.setColor(belly.awt(0.55));
    brush.fill(Shapes.ellipse(x + r * 0.3, y + r * 0.42, r * 0.55, r * 0.42));
    if (pose.blinking(0.7)) {
      brush.setColor(mark.times(0.6).awt());
      brush.setStroke(new BasicStroke(1f));
      brush.draw(new Line2D.Double(x + r * 0.15, y - r * 0.1, x + r * 0.6, y - r * 0.1));
      return;
    }
    brush.setColor(Colour.of(250, 246, 236).awt(0.9));
    brush.fill(Shapes.disc(x + r * 0.36, y - r * 0.14, r * 0.27));
    brush.setColor(Colour.of(26, 20, 18).awt());
    brush.fill(Shapes.disc(x + r * 0.4, y - r * 0.14, r * 0.2));
    brush.setColor(Colour.of(255, 255, 255).awt());
    brush.fill(Shapes.disc(x + r * 0.47, y - r * 0.22, r * 0.07));
  }

  private void folded(Graphics2D brush, double y) {
    brush.setColor(base.mix(mark, 0.45).awt());
    brush.fill(
        Shapes.closed(
            BODY * 0.28,
            y - 9,
            BODY * 0.1,
            y + 5,
            -BODY * 0.3,
            y + 6,
            -BODY * 0.62,
            y + 2,
            -BODY * 0.3,
            y - 7));
    brush.setColor(mark.awt());
    brush.fill(Shapes.closed(-BODY * 0.1, y + 4, -BODY * 0.68, y + 4, -BODY * 0.3, y - 1));
  }

  /** A wing of two parts; the outer one lags behind the inner. */
  private void wing(Graphics2D brush, double y, double beat, Colour inner, Colour outer, double x) {
    double up = -beat * 0.9 - 0.25;
    double tipUp = -Math.sin(Math.asin(Math.max(-1, Math.min(1, beat))) - 0.6) * 1.05 - 0.3;
    double elbowX = x - 6;
    double elbowY = y + Math.sin(up) * wing * 0.5;
    double tipX = x - 18 - wing * 0.16;
    double tipY = elbowY + Math.sin(tipUp) * wing * 0.62;
    brush.setColor(outer.awt());
    brush.fill(
        Shapes.closed(
            elbowX + 8,
            elbowY,
            tipX + 10,
            (elbowY + tipY) / 2,
            tipX,
            tipY,
            tipX - 8,
            (elbowY + tipY) / 2 + 2,
            elbowX - 14,
            elbowY + 2));
    brush.setColor(inner.awt());
    brush.fill(
        Shapes.closed(
            x + 12,
            y - 1,
            elbowX + 11,
            (y + elbowY) / 2,
            elbowX + 8,
            elbowY,
            elbowX - 14,
            elbowY + 2,
            x - 15,
            (y + elbowY) / 2 + 2,
            x - 12,
            y + 4));
  }

  private void upright(Graphics2D brush, Pose pose) {
    double flap = (pose.motion().moving() ? 0.35 : 0.12) * (1 + pose.idle(1.2, 0));
    double step = pose.motion().moving() ? 4 * pose.wave(0) : 0;
    brush.setColor(beakColour.awt());
    brush.fill(Shapes.ellipse(2 + step, -1.6, 7, 2.4));
    brush.fill(Shapes.ellipse(0 - step, -1.6, 7, 2.4));
    brush.setColor(base.times(0.8).awt());
    Shapes.limb(brush, 10, -44, 4, 15 + 9 * flap, -22, 2.6);
    brush.setColor(base.awt());
    brush.fill(Shapes.closed(-14, -3, -19, -26, -13, -50, 0, -60, 12, -50, 18, -26, 13, -3, 0, 0));
    brush.setColor(belly.awt());
    brush.fill(Shapes.closed(-6, -4, -8, -26, -2, -46, 8, -48, 16, -26, 12, -4, 3, -2));
    head(brush, 3, -66, pose);
    brush.setColor(base.times(0.92).awt());
    Shapes.limb(brush, -10, -46, 5, -16 - 10 * flap, -20, 2.8);
  }
}
