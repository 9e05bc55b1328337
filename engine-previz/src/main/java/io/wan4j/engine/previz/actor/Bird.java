package io.wan4j.engine.previz.actor;

import io.wan4j.engine.previz.paint.Colour;
import io.wan4j.engine.previz.paint.Shapes;
import java.awt.BasicStroke;
import java.awt.Graphics2D;
import java.awt.Shape;
import java.awt.geom.AffineTransform;
import java.awt.geom.CubicCurve2D;
import java.awt.geom.Line2D;
import java.awt.geom.Rectangle2D;

/** A bird from the side: on its legs with folded wings, or in flight. */
final class Bird implements Rig {
  private static final double BODY = 40;
  private static final Colour WHITE = Colour.of(246, 242, 232);

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
  private final Wing feathers;
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
    feathers = new Wing(wing, base, mark);
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
    return switch (motion) {
      case FLY -> 260;
      case SWIM -> 26;
      default -> motion.moving() ? 16 * scale : 0;
    };
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
    return upright ? 0 : 250;
  }

  @Override
  public void draw(Graphics2D brush, Pose pose) {
    AffineTransform keep = brush.getTransform();
    brush.scale(scale, scale);
    boolean flying = pose.motion() == Motion.FLY;
    if (pose.motion() == Motion.SWIM && !upright) {
      afloat(brush, pose);
      brush.setTransform(keep);
      return;
    }
    double beat = pose.wave(0);
    double y = flying ? -legs - 18 - 3 * beat : -legs - 16;
    if (upright) {
      brush.rotate(0.05 * (pose.motion().moving() ? pose.wave(0) : 0.2 * pose.idle(0.3, 0)));
      upright(brush, pose);
    } else {
      if (flying) {
        feathers.draw(brush, 9, y - 8, beat, 0.22, 0.74);
      } else {
        legs(brush, y, pose);
      }
      body(brush, y, pose, flying);
      if (flying) {
        feathers.draw(brush, 2, y - 6, beat, 0, 1);
      } else {
        folded(brush, y);
      }
    }
    brush.setTransform(keep);
  }

  /** On the water: the breast in it, the neck up, rings behind. */
  private void afloat(Graphics2D brush, Pose pose) {
    double y = -10 - 0.8 * pose.idle(0.5, 0);
    brush.setColor(Colour.of(226, 240, 246).awt(0.4));
    for (int i = 0; i < 3; i++) {
      double back = -BODY * 0.4 - 14 * i + 2 * pose.idle(0.6, i * 0.2);
      brush.fill(Shapes.ellipse(back, 1.5 + 1.6 * i, BODY * (0.5 + 0.16 * i), 1.3));
    }
    double headX = BODY * 0.56 + neck * 0.1;
    double headY = y - 12 - neck * 0.95;
    if (neck > 8) {
      brush.setColor(base.times(0.96).awt());
      brush.setStroke(new BasicStroke(10f, BasicStroke.CAP_ROUND, BasicStroke.JOIN_ROUND));
      brush.draw(
          new CubicCurve2D.Double(
              BODY * 0.34,
              y,
              BODY * 0.95,
              y - neck * 0.34,
              BODY * 0.02,
              y - neck * 0.8,
              headX,
              headY));
    }
    AffineTransform keep = brush.getTransform();
    Shape clip = brush.getClip();
    brush.clip(new Rectangle2D.Double(-300, -400, 600, 402));
    trunk(brush, y, 5);
    folded(brush, y - 2);
    brush.setClip(clip);
    brush.setTransform(keep);
    head(brush, headX, headY, pose);
    brush.setColor(Colour.of(240, 248, 250).awt(0.75));
    brush.fill(Shapes.ellipse(2, 2, BODY * 0.6, 1.5));
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
    double headX = BODY * 0.5 + neck * (flying ? 0.9 : 0.35);
    double headY = y - 8 - neck * (flying ? 0.35 : 1) - 4;
    if (neck > 8) {
      brush.setColor(base.awt());
      Shapes.limb(brush, BODY * 0.36, y - 5, 7, headX - 3, headY + 3, 4.6);
    }
    trunk(brush, y, flying ? 1 : 5);
    head(brush, headX, headY, pose);
  }

  /** Tail, body and belly. */
  private void trunk(Graphics2D brush, double y, double droop) {
    brush.setColor((whiteHeaded() ? WHITE : mark).awt());
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
    brush.setColor(base.awt());
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
  }

  private boolean whiteHeaded() {
    return beakKind.equals("hook") && beakColour.red() > 220;
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
    brush.setColor((whiteHeaded() ? WHITE : base).awt());
    brush.fill(Shapes.ellipse(x, y, r, r * 0.95));
    brush.setColor(whiteHeaded() ? WHITE.times(0.9).awt(0.8) : belly.awt(0.55));
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
