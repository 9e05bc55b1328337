package io.wan4j.engine.previz.actor;

import io.wan4j.engine.previz.paint.Colour;
import io.wan4j.engine.previz.paint.Shapes;
import java.awt.BasicStroke;
import java.awt.Graphics2D;
import java.awt.geom.AffineTransform;
import java.awt.geom.QuadCurve2D;

/** An animal's head from the side: skull, muzzle, ears, horns, mane, and an eye that lives. */
final class AnimalHead {
  private final double length;
  private final double half;
  private final double snout;
  private final double ears;
  private final String earKind;
  private final Horns horns;
  private final Mane hair;
  private final Muzzle muzzle;

  /** Slit pupils in yellow eyes. */
  private final boolean reptile;

  private final String mane;
  private final String pattern;
  private final Colour base;
  private final Colour far;
  private final Colour belly;
  private final Colour dark;
  private final Colour mark;

  AnimalHead(Species species) {
    length = species.number("head.length");
    half = species.number("head.height");
    snout = species.number("snout");
    ears = species.number("ears");
    earKind = species.text("ears.kind");
    mane = species.text("mane");
    pattern = species.text("pattern");
    base = species.colour("base");
    far = base.times(0.72);
    belly = species.colour("belly");
    dark = species.colour("dark");
    mark = species.colour("mark");
    horns = new Horns(species.text("horns"), half, belly, dark);
    hair = new Mane(mane, half, base, dark, mark);
    reptile = species.text("muzzle").equals("dragon");
    muzzle =
        new Muzzle(Muzzle.Kind.of(species.text("muzzle")), length, half, snout, base, belly, dark);
  }

  /** The mane along the neck, drawn before the head. */
  void mane(
      Graphics2D brush,
      double shoulderX,
      double shoulderY,
      double pollX,
      double pollY,
      double chest,
      double neckWidth,
      Pose pose) {
    hair.draw(brush, shoulderX, shoulderY, pollX, pollY, chest, neckWidth, pose);
  }

  /** Draws the head; the brush's origin is the poll, where the neck ends. */
  void draw(Graphics2D brush, Pose pose, double tilt) {
    AffineTransform keep = brush.getTransform();
    brush.rotate(tilt + 0.03 * pose.idle(0.23, 0.1));
    ear(brush, far, -0.12 * half, 0.9, pose);
    horns.draw(brush);
    double open = pose.mouth() * half * 0.5;
    if (open > 0.05) {
      brush.setColor(Colour.of(120, 48, 48).awt());
      brush.fill(
          Shapes.closed(
              length * 0.3,
              half * 0.2,
              length * 0.86,
              half * snout * 0.5,
              length * 0.74,
              half * snout + open,
              length * 0.3,
              half * 0.7 + open * 0.5));
    }
    brush.setColor(base.awt());
    brush.fill(muzzle.outline());
    if (!mane.equals("trunk")) {
      muzzle.lower(brush);
    }
    face(brush, pose);
    ear(brush, base.times(0.93), -0.3 * half, 1, pose);
    if (mane.equals("trunk")) {
      trunk(brush, pose);
    }
    brush.setTransform(keep);
  }

  private void face(Graphics2D brush, Pose pose) {
    double eyeX = length * 0.34;
    double eyeY = -half * 0.3;
    double size = Math.max(1.5, half * 0.155);
    if (mane.equals("panda")) {
      brush.setColor(mark.awt());
      brush.fill(Shapes.ellipse(eyeX - 0.5, eyeY + 1.2, size * 2.6, size * 2.2));
    }
    if (pattern.equals("stripes") || pattern.equals("tabby")) {
      brush.setColor(mark.awt(pattern.equals("tabby") ? 0.55 : 0.9));
      for (int i = 0; i < 3; i++) {
        double x = -half * 0.2 + i * half * 0.3;
        brush.fill(
            Shapes.closed(x - 1, -half * 0.95, x + 1.4, -half * 0.95, x + 1.6, -half * 0.45));
      }
      brush.fill(
          Shapes.closed(
              length * 0.02, half * 0.2, length * 0.24, half * 0.05, length * 0.04, half * 0.4));
    }
    if (pattern.equals("spots")) {
      brush.setColor(mark.awt());
      brush.setStroke(new BasicStroke(1.5f, BasicStroke.CAP_ROUND, BasicStroke.JOIN_ROUND));
      brush.draw(
          new QuadCurve2D.Double(
              eyeX + size, eyeY + size, length * 0.46, half * 0.1, length * 0.6, half * 0.42));
    }
    brush.setColor(mane.equals("panda") ? Colour.of(240, 236, 228).awt(0.9) : belly.awt(0.75));
    brush.fill(Shapes.ellipse(eyeX, eyeY, size * 1.45, size * 1.2));
    if (pose.blinking(0.4) || pose.motion() == Motion.LIE) {
      brush.setColor(dark.times(0.6).awt());
      brush.setStroke(new BasicStroke(1.1f, BasicStroke.CAP_ROUND, BasicStroke.JOIN_ROUND));
      brush.draw(
          new QuadCurve2D.Double(eyeX - size, eyeY, eyeX, eyeY + size * 0.7, eyeX + size, eyeY));
    } else {
      pupil(brush, eyeX, eyeY, size);
      brush.setColor(Colour.of(255, 255, 255).awt(0.95));
      brush.fill(Shapes.disc(eyeX + size * 0.34, eyeY - size * 0.36, size * 0.34));
      brush.setColor(dark.times(0.7).awt());
      brush.setStroke(new BasicStroke(1.1f, BasicStroke.CAP_ROUND, BasicStroke.JOIN_ROUND));
      brush.draw(
          new QuadCurve2D.Double(
              eyeX - size * 1.3,
              eyeY - size * 0.3,
              eyeX,
              eyeY - size * 1.7,
              eyeX + size * 1.5,
              eyeY - size * 0.2));
    }
    if (mane.equals("trunk")) {
      return;
    }
    muzzle.noseAndMouth(brush);
  }

  private void pupil(Graphics2D brush, double x, double y, double size) {
    Colour black = Colour.of(34, 22, 16);
    if (!reptile) {
      brush.setColor(black.awt());
      brush.fill(Shapes.disc(x, y, size));
      return;
    }
    brush.setColor(Colour.of(246, 188, 62).awt());
    brush.fill(Shapes.disc(x, y, size * 1.15));
    brush.setColor(black.awt());
    brush.fill(Shapes.ellipse(x + size * 0.1, y, size * 0.34, size * 1.05));
  }

  private void ear(Graphics2D brush, Colour colour, double x, double size, Pose pose) {
    double e = ears * size;
    double twitch = 0.08 * pose.idle(0.6, size);
    AffineTransform keep = brush.getTransform();
    brush.translate(x, -half * 0.62);
    brush.rotate(twitch);
    Colour inner =
        mane.equals("panda")
            ? colour.times(0.6)
            : belly.mix(Colour.of(226, 150, 140), 0.45).times(0.92);
    Colour outer = mane.equals("panda") ? mark : colour;
    brush.setColor(outer.awt());
    switch (earKind) {
      case "round" -> {
        brush.fill(Shapes.disc(-e * 0.2, -e * 0.55, e * 0.85));
        brush.setColor(inner.awt());
        brush.fill(Shapes.disc(-e * 0.12, -e * 0.5, e * 0.48));
      }
      case "pointed" -> {
        brush.fill(
            Shapes.closed(
                e * 0.45, e * 0.1, e * 0.05, -e * 1.15, -e * 0.12, -e * 1.22, -e * 0.55, e * 0.15));
        brush.setColor(inner.awt());
        brush.fill(Shapes.closed(e * 0.2, -e * 0.02, -e * 0.02, -e * 0.85, -e * 0.3, e * 0.02));
      }
      case "floppy" ->
          brush.fill(
              Shapes.closed(
                  e * 0.32, -e * 0.12, -e * 0.3, -e * 0.18, -e * 0.62, e * 0.55, -e * 0.3, e * 1.0,
                  e * 0.05, e * 0.5));
      case "long", "upright" -> {
        brush.fill(
            Shapes.closed(
                e * 0.14, e * 0.05, e * 0.06, -e * 0.6, -e * 0.16, -e * 1.05, -e * 0.36, -e * 0.6,
                -e * 0.2, e * 0.08));
        brush.setColor(inner.awt());
        brush.fill(
            Shapes.closed(
                e * 0.03, -e * 0.08, -e * 0.02, -e * 0.55, -e * 0.16, -e * 0.88, -e * 0.24,
                -e * 0.55, -e * 0.12, -e * 0.05));
      }
      case "side" ->
          brush.fill(
              Shapes.closed(
                  e * 0.3, e * 0.1, -e * 0.6, -e * 0.35, -e * 1.3, e * 0.05, -e * 0.5, e * 0.5));
      case "fin" -> {
        brush.fill(
            Shapes.closed(
                e * 0.2, e * 0.2, -e * 0.6, -e * 0.35, -e * 1.7, -e * 0.5, -e * 1.15, e * 0.05,
                -e * 1.5, e * 0.55, -e * 0.8, e * 0.6, -e * 0.5, e * 1.1, e * 0.05, e * 0.7));
        brush.setColor(mark.awt(0.85));
        brush.fill(
            Shapes.closed(
                -e * 0.1, e * 0.2, -e * 1.4, -e * 0.38, -e * 0.9, e * 0.1, -e * 1.2, e * 0.48,
                -e * 0.6, e * 0.46, -e * 0.4, e * 0.85, -e * 0.05, e * 0.5));
      }
      case "flap" ->
          brush.fill(
              Shapes.closed(
                  e * 0.28, -e * 0.3, -e * 0.4, -e * 0.42, -e * 0.85, e * 0.2, -e * 0.55, e * 0.95,
                  -e * 0.1, e * 0.75, e * 0.2, e * 0.3));
      default -> {
        // no ears to be seen
      }
    }
    brush.setTransform(keep);
  }

  private void trunk(Graphics2D brush, Pose pose) {
    double x = length * 0.8;
    double y = half * 0.1;
    double angle = 1.1 + 0.1 * pose.idle(0.3, 0);
    double wide = half * 0.44;
    brush.setColor(base.times(0.97).awt());
    for (int i = 0; i < 12; i++) {
      double nextX = x + Math.cos(angle) * half * 0.25;
      double nextY = y + Math.sin(angle) * half * 0.25;
      Shapes.limb(brush, x, y, wide, nextX, nextY, wide * 0.92);
      x = nextX;
      y = nextY;
      wide *= 0.92;
      angle += i < 5 ? 0.12 : -0.16;
    }
    brush.setColor(Colour.of(244, 238, 222).awt());
    brush.fill(
        Shapes.closed(
            length * 0.62,
            half * 0.5,
            length * 0.74,
            half * 0.45,
            length * 1.0,
            half * 0.95,
            length * 1.14,
            half * 0.8,
            length * 0.96,
            half * 1.08));
  }
}
