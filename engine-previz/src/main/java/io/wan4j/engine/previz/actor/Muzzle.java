package io.wan4j.engine.previz.actor;

import io.wan4j.engine.previz.paint.Colour;
import io.wan4j.engine.previz.paint.Shapes;
import java.awt.BasicStroke;
import java.awt.Graphics2D;
import java.awt.geom.Line2D;
import java.awt.geom.Path2D;
import java.awt.geom.QuadCurve2D;
import java.util.Locale;

/**
 * The shape of an animal's head from the side, its nose and its mouth; the origin is the poll.
 *
 * @param length from the poll to the tip of the nose
 * @param half half the height of the skull
 * @param snout height of the muzzle, in parts of the skull's
 */
record Muzzle(
    Kind kind, double length, double half, double snout, Colour base, Colour belly, Colour dark) {
  private static final Colour NOSE = Colour.of(44, 30, 26);
  private static final Colour PINK = Colour.of(206, 126, 120);

  /** Families of heads. */
  enum Kind {
    /** Dogs, bears and all that have a wet black nose at the tip. */
    DOG,
    /** Cats, small and big: a short blunt face, whiskers. */
    CAT,
    /** Horses, cattle, deer: a long face with nostrils in a soft square muzzle. */
    HOOFED,
    /** Lizards, dinosaurs, dragons: a wide mouth, nostrils on top. */
    REPTILE,
    /** A long head with a soft upper lip that hangs over the lower one. */
    CAMEL,
    /** A ridge over the eye, a horn on the nose, teeth. */
    DRAGON;

    static Kind of(String name) {
      return valueOf(name.toUpperCase(Locale.ROOT));
    }
  }

  Path2D outline() {
    return switch (kind) {
      case DOG ->
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
              -half * 0.45, half * 0.74);
      case CAT ->
          Shapes.closed(
              -half * 0.82, half * 0.1,
              -half * 0.55, -half * 0.78,
              half * 0.3, -half * 0.98,
              length * 0.5, -half * 0.66,
              length * 0.68, -half * 0.26,
              length * 0.86, -half * 0.1,
              length * 0.92, half * 0.3,
              length * 0.84, half * 0.74,
              length * 0.56, half * 0.92,
              length * 0.1, half * 0.96,
              -half * 0.5, half * 0.78);
      case HOOFED ->
          Shapes.closed(
              -half * 0.78, half * 0.1,
              -half * 0.5, -half * 0.72,
              half * 0.25, -half * 0.92,
              length * 0.44, -half * 0.62,
              length * 0.76, -half * snout * 0.46,
              length * 0.95, -half * snout * 0.3,
              length * 1.02, half * snout * 0.22,
              length * 0.98, half * snout * 1.0,
              length * 0.84, half * snout * 1.22,
              length * 0.66, half * snout * 1.02,
              length * 0.3, half * 0.88,
              -half * 0.45, half * 0.8);
      case REPTILE ->
          Shapes.closed(
              -half * 0.82, half * 0.1,
              -half * 0.6, -half * 0.66,
              half * 0.2, -half * 0.98,
              length * 0.4, -half * 0.72,
              length * 0.66, -half * snout * 0.62,
              length * 0.92, -half * snout * 0.6,
              length * 1.0, -half * snout * 0.1,
              length * 0.97, half * snout * 0.62,
              length * 0.7, half * snout * 0.94,
              length * 0.25, half * 0.86,
              -half * 0.45, half * 0.8);
      case CAMEL ->
          Shapes.closed(
              -half * 0.8, half * 0.1,
              -half * 0.5, -half * 0.72,
              half * 0.3, -half * 0.9,
              length * 0.4, -half * 0.52,
              length * 0.66, -half * 0.36,
              length * 0.9, -half * 0.42,
              length * 1.03, -half * 0.12,
              length * 1.06, half * 0.42,
              length * 0.98, half * 0.84,
              length * 0.87, half * 0.66,
              length * 0.84, half * 1.02,
              length * 0.68, half * 1.0,
              length * 0.3, half * 0.82,
              -half * 0.45, half * 0.86);
      case DRAGON ->
          Shapes.closed(
              -half * 0.95, half * 0.1,
              -half * 0.7, -half * 0.62,
              -half * 0.1, -half * 0.96,
              length * 0.28, -half * 1.06,
              length * 0.44, -half * 0.6,
              length * 0.7, -half * 0.42,
              length * 0.84, -half * 0.66,
              length * 0.97, -half * 0.5,
              length * 1.05, -half * 0.02,
              length * 1.0, half * 0.5,
              length * 0.84, half * 0.84,
              length * 0.5, half * 0.88,
              length * 0.22, half * 1.08,
              -half * 0.5, half * 0.86);
    };
  }

  /** The pale or soft part: chin and lips. */
  void lower(Graphics2D brush) {
    switch (kind) {
      case DOG -> {
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
      case CAT -> {
        brush.setColor(belly.awt());
        brush.fill(
            Shapes.closed(
                length * 0.5, half * 0.34,
                length * 0.66, half * 0.04,
                length * 0.86, half * 0.12,
                length * 0.91, half * 0.4,
                length * 0.82, half * 0.72,
                length * 0.52, half * 0.86,
                length * 0.3, half * 0.74));
      }
      case HOOFED -> {
        brush.setColor(belly.mix(base, 0.25).awt());
        brush.fill(
            Shapes.closed(
                length * 0.78, -half * snout * 0.2,
                length * 0.94, -half * snout * 0.24,
                length * 1.01, half * snout * 0.22,
                length * 0.97, half * snout * 0.96,
                length * 0.84, half * snout * 1.16,
                length * 0.72, half * snout * 0.8));
      }
      case REPTILE -> {
        brush.setColor(belly.awt());
        brush.fill(
            Shapes.closed(
                length * 0.2, half * 0.46,
                length * 0.6, half * snout * 0.5,
                length * 0.95, half * snout * 0.34,
                length * 0.95, half * snout * 0.58,
                length * 0.68, half * snout * 0.88,
                length * 0.2, half * 0.8));
      }
      case CAMEL -> {
        brush.setColor(belly.mix(base, 0.3).awt());
        brush.fill(
            Shapes.closed(
                length * 0.78, -half * 0.12,
                length * 0.95, -half * 0.26,
                length * 1.04, half * 0.2,
                length * 0.98, half * 0.78,
                length * 0.86, half * 0.6,
                length * 0.8, half * 0.94,
                length * 0.68, half * 0.9));
      }
      case DRAGON -> {
        brush.setColor(belly.awt());
        brush.fill(
            Shapes.closed(
                length * 0.18, half * 0.62,
                length * 0.5, half * 0.42,
                length * 0.98, half * 0.3,
                length * 0.96, half * 0.56,
                length * 0.82, half * 0.8,
                length * 0.5, half * 0.84,
                length * 0.22, half * 1.02));
      }
    }
  }

  void noseAndMouth(Graphics2D brush) {
    brush.setStroke(new BasicStroke(1f, BasicStroke.CAP_ROUND, BasicStroke.JOIN_ROUND));
    switch (kind) {
      case DOG -> {
        brush.setColor(NOSE.awt());
        brush.fill(Shapes.ellipse(length * 0.9, -half * snout * 0.14, half * 0.17, half * 0.15));
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
      case CAT -> cat(brush);
      case HOOFED -> {
        brush.setColor(dark.times(0.5).awt(0.9));
        brush.fill(Shapes.ellipse(length * 0.93, half * snout * 0.08, half * 0.09, half * 0.13));
        brush.setColor(dark.times(0.6).awt(0.8));
        brush.draw(
            new QuadCurve2D.Double(
                length * 0.985,
                half * snout * 0.62,
                length * 0.86,
                half * snout * 0.78,
                length * 0.74,
                half * snout * 0.6));
      }
      case REPTILE -> {
        brush.setColor(dark.times(0.6).awt(0.9));
        brush.fill(Shapes.ellipse(length * 0.92, -half * snout * 0.36, half * 0.08, half * 0.06));
        brush.draw(
            new QuadCurve2D.Double(
                length * 0.985,
                half * snout * 0.26,
                length * 0.62,
                half * snout * 0.42,
                length * 0.3,
                half * 0.4));
      }
      case CAMEL -> {
        brush.setColor(dark.times(0.5).awt(0.9));
        brush.setStroke(new BasicStroke(1.2f, BasicStroke.CAP_ROUND, BasicStroke.JOIN_ROUND));
        brush.draw(
            new QuadCurve2D.Double(
                length * 0.93,
                -half * 0.16,
                length * 0.98,
                -half * 0.1,
                length * 0.98,
                half * 0.1));
        brush.draw(
            new QuadCurve2D.Double(
                length * 0.9, half * 0.64, length * 0.76, half * 0.66, length * 0.6, half * 0.46));
      }
      case DRAGON -> dragon(brush);
    }
  }

  private void dragon(Graphics2D brush) {
    brush.setColor(dark.times(0.6).awt(0.9));
    brush.fill(Shapes.ellipse(length * 0.93, -half * 0.34, half * 0.1, half * 0.07));
    brush.draw(
        new QuadCurve2D.Double(
            length * 1.02, half * 0.28, length * 0.6, half * 0.36, length * 0.16, half * 0.6));
    brush.setColor(Colour.of(250, 246, 230).awt());
    for (int i = 0; i < 5; i++) {
      double x = length * (0.5 + 0.105 * i);
      double y = half * (0.42 - 0.028 * i);
      double size = half * (i == 4 ? 0.3 : 0.2);
      brush.fill(Shapes.polygon(x - size * 0.4, y, x + size * 0.4, y, x + size * 0.1, y + size));
    }
    brush.setColor(base.times(0.62).awt());
    brush.fill(
        Shapes.closed(
            length * 0.1, -half * 0.84,
            length * 0.3, -half * 1.12,
            length * 0.48, -half * 0.5,
            length * 0.34, -half * 0.62));
    brush.setColor(Colour.of(232, 222, 190).awt());
    brush.fill(
        Shapes.closed(
            length * 0.78, -half * 0.5,
            length * 0.86, -half * 1.12,
            length * 0.9, -half * 0.56));
  }

  /** A small nose above the split lip, and whiskers. */
  private void cat(Graphics2D brush) {
    double noseX = length * 0.88;
    double noseY = half * 0.04;
    brush.setColor(PINK.mix(dark, 0.35).awt());
    brush.fill(
        Shapes.closed(
            noseX - half * 0.2,
            noseY - half * 0.1,
            noseX + half * 0.05,
            noseY - half * 0.08,
            noseX + half * 0.02,
            noseY + half * 0.14));
    brush.setColor(dark.times(0.55).awt(0.85));
    brush.draw(new Line2D.Double(noseX, noseY + half * 0.12, noseX - half * 0.03, half * 0.36));
    brush.draw(
        new QuadCurve2D.Double(
            noseX - half * 0.03,
            half * 0.36,
            length * 0.74,
            half * 0.58,
            length * 0.6,
            half * 0.4));
    brush.setColor(Colour.of(255, 255, 255).mix(belly, 0.3).awt(0.75));
    brush.setStroke(new BasicStroke(0.5f, BasicStroke.CAP_ROUND, BasicStroke.JOIN_ROUND));
    for (int i = -1; i <= 1; i++) {
      brush.draw(
          new QuadCurve2D.Double(
              length * 0.72,
              half * (0.3 + 0.07 * i),
              length * 0.5,
              half * (0.34 + 0.2 * i),
              length * 0.22,
              half * (0.5 + 0.3 * i)));
    }
  }
}
