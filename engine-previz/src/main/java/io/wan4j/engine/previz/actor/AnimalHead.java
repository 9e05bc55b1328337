package io.wan4j.engine.previz.actor;

import io.wan4j.engine.previz.paint.Colour;
import io.wan4j.engine.previz.paint.Shapes;
import java.awt.BasicStroke;
import java.awt.Graphics2D;
import java.awt.geom.AffineTransform;
import java.awt.geom.CubicCurve2D;
import java.awt.geom.QuadCurve2D;
import java.util.Random;

/** An animal's head from the side: skull, muzzle, ears, horns, mane, and an eye that lives. */
final class AnimalHead {
  private final double length;
  private final double half;
  private final double snout;
  private final double ears;
  private final String earKind;
  private final String horns;
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
    horns = species.text("horns");
    mane = species.text("mane");
    pattern = species.text("pattern");
    base = species.colour("base");
    far = base.times(0.72);
    belly = species.colour("belly");
    dark = species.colour("dark");
    mark = species.colour("mark");
  }

  /** Draws the head; the brush's origin is the poll, where the neck ends. */
  void draw(Graphics2D brush, Pose pose, double tilt) {
    AffineTransform keep = brush.getTransform();
    brush.rotate(tilt + 0.03 * pose.idle(0.23, 0.1));
    ear(brush, far, -0.12 * half, 0.9, pose);
    horns(brush);
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
    brush.fill(
        Shapes.closed(
            -half * 0.78, half * 0.1,
            -half * 0.5, -half * 0.72,
            half * 0.25, -half * 0.92,
            length * 0.42, -half * 0.56,
            length * 0.74, -half * (0.12 + snout * 0.42),
            length * 0.92, -half * snout * 0.22,
            length * 0.93, half * snout * 0.42,
            length * 0.72, half * snout * 0.98,
            length * 0.3, half * 0.78,
            -half * 0.45, half * 0.74));
    if (!mane.equals("trunk")) {
      brush.setColor(belly.awt());
      brush.fill(
          Shapes.closed(
              length * 0.44, half * 0.22,
              length * 0.80, half * 0.02,
              length * 0.92, half * snout * 0.2,
              length * 0.90, half * snout * 0.56,
              length * 0.70, half * (snout - 0.04),
              length * 0.3, half * 0.72));
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
      brush.setColor(Colour.of(34, 22, 16).awt());
      brush.fill(Shapes.disc(eyeX, eyeY, size));
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
    brush.setColor(Colour.of(44, 30, 26).awt());
    brush.fill(Shapes.ellipse(length * 0.9, -half * snout * 0.14, half * 0.17, half * 0.15));
    brush.setStroke(new BasicStroke(1f, BasicStroke.CAP_ROUND, BasicStroke.JOIN_ROUND));
    brush.setColor(dark.times(0.62).awt(0.85));
    brush.draw(
        new QuadCurve2D.Double(
            length * 0.9,
            half * snout * 0.32,
            length * 0.72,
            half * snout * 0.66,
            length * 0.54,
            half * (0.18 + snout * 0.34)));
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

  private void horns(Graphics2D brush) {
    Colour horn = Colour.of(64, 50, 42);
    switch (horns) {
      case "straight" -> {
        horn(brush, horn, 0, 2.4f, -4, -1.8, -12, -2.1, -10, -3.4);
        horn(brush, horn, 3, 2.2f, 1, -1.9, -7, -2.3, -4, -3.5);
      }
      case "curved" -> {
        horn(brush, horn.mix(belly, 0.4), 0, 3.4f, -2, -2.4, -14, -2.9, -20, -1.6);
        horn(brush, horn.mix(belly, 0.3), 4, 3.2f, 2, -2.5, -9, -3.1, -16, -1.9);
      }
      case "cow" -> {
        horn(brush, Colour.of(176, 158, 130), 0, 3.2f, -5, -1.1, -6, -1.6, 0, -1.85);
        horn(brush, Colour.of(196, 178, 150), 4, 3.2f, 9, -1.0, 13, -1.4, 10, -1.85);
      }
      case "knobs" -> {
        horn(brush, dark, -1, 2.4f, -2, -1.2, -3, -1.5, -3, -1.9);
        brush.fill(Shapes.disc(-3, -half * 1.9, 2.2));
      }
      case "unicorn" -> {
        brush.setColor(Colour.of(246, 216, 140).awt());
        brush.fill(
            Shapes.polygon(
                half * 0.35, -half * 0.8, half * 0.8, -half * 0.6, half * 1.6, -half * 2.9));
      }
      case "antlers" -> {
        for (int i = 0; i < 2; i++) {
          Colour antler = Colour.of(150, 122, 88).times(1 - 0.2 * (1 - i));
          double x = i * 4;
          horn(brush, antler, x, 2.6f, x - 8, -1.7, x - 16, -2.4, x - 6, -4.0);
          horn(brush, antler, x - 7, 2.0f, x - 4, -2.3, x, -2.6, x + 5, -2.7);
          horn(brush, antler, x - 11, 1.9f, x - 14, -2.9, x - 18, -3.2, x - 19, -3.8);
        }
      }
      default -> {
        // none
      }
    }
  }

  /** A curved horn; x in units, y in half heads; the first point lies on the brow. */
  private void horn(
      Graphics2D brush,
      Colour colour,
      double x,
      float thick,
      double x1,
      double y1,
      double x2,
      double y2,
      double x3,
      double y3) {
    brush.setColor(colour.awt());
    brush.setStroke(new BasicStroke(thick, BasicStroke.CAP_ROUND, BasicStroke.JOIN_ROUND));
    double start = Math.max(-1.9, Math.min(-0.62, y1 + 1));
    brush.draw(
        new CubicCurve2D.Double(x, half * start, x1, half * y1, x2, half * y2, x3, half * y3));
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

  /** Mane along the neck, drawn before the head. */
  void mane(
      Graphics2D brush,
      double shoulderX,
      double shoulderY,
      double pollX,
      double pollY,
      double chest,
      double neckWidth,
      Pose pose) {
    Random random = new Random(4);
    switch (mane) {
      case "lion" -> {
        for (int ring = 0; ring < 2; ring++) {
          brush.setColor((ring == 0 ? mark : dark.mix(base, 0.2)).awt());
          int tufts = 18;
          for (int i = 0; i < tufts; i++) {
            double angle = 2 * Math.PI * i / tufts;
            double reach = (ring == 0 ? 1.55 : 1.15) * half * (0.94 + 0.12 * random.nextDouble());
            double x = pollX - half * 0.45 + Math.cos(angle) * reach;
            double y = pollY + half * 0.35 + Math.sin(angle) * reach * 1.12;
            brush.fill(Shapes.disc(x, y, half * 0.42));
          }
          brush.fill(
              Shapes.ellipse(
                  pollX - half * 0.45,
                  pollY + half * 0.35,
                  half * (ring == 0 ? 1.6 : 1.2),
                  half * (ring == 0 ? 1.75 : 1.3)));
        }
      }
      case "horse" -> {
        brush.setColor(mark.awt());
        for (int i = 0; i < 11; i++) {
          double t = i / 10.0;
          double x = pollX - 2 + (shoulderX - 12 - pollX) * t;
          double y = pollY - half * 0.7 + (shoulderY - chest * 0.9 - pollY + half * 0.7) * t;
          double sway = 4 + 3 * pose.wave(t * 0.5) * (pose.motion().moving() ? 1 : 0.2);
          brush.fill(
              Shapes.closed(
                  x + 5,
                  y - 1,
                  x - 4,
                  y - 3,
                  x - 8 - sway,
                  y + 6,
                  x - 4 - sway,
                  y + 15,
                  x + 4,
                  y + 9));
        }
        brush.fill(
            Shapes.closed(
                pollX - 3,
                pollY - half * 1.0,
                pollX + 5,
                pollY - half * 1.05,
                pollX + 11,
                pollY - half * 0.45,
                pollX + 6,
                pollY - half * 0.3));
      }
      case "brush", "spikes" -> {
        brush.setColor(mark.awt());
        for (int i = 0; i < 9; i++) {
          double t = i / 8.0;
          double x = pollX - 3 + (shoulderX - 12 - pollX) * t;
          double y = pollY - half * 0.55 + (shoulderY - chest * 0.85 - pollY + half * 0.55) * t;
          brush.fill(Shapes.closed(x + 5, y + 1, x - 3, y - 5, x - 7, y + 1, x - 1, y + 5));
        }
      }
      default -> {
        // a short coat
      }
    }
  }
}
