package io.wan4j.engine.previz.actor;

import io.wan4j.engine.previz.paint.Colour;
import io.wan4j.engine.previz.paint.Shapes;
import java.awt.BasicStroke;
import java.awt.Graphics2D;
import java.awt.geom.QuadCurve2D;
import java.util.Random;

/**
 * What is drawn on an animal's coat: spots, stripes, patches. Always the same, so nothing crawls.
 */
final class Hide {
  private final String pattern;
  private final Colour base;
  private final Colour dark;
  private final Colour mark;

  Hide(String pattern, Species species) {
    this.pattern = pattern;
    this.base = species.colour("base");
    this.dark = species.colour("dark");
    this.mark = species.colour("mark");
  }

  Colour dark() {
    return dark;
  }

  void torso(
      Graphics2D brush,
      double hipX,
      double hipY,
      double shoulderX,
      double shoulderY,
      double chest,
      double waist,
      double arch,
      double pollX,
      double pollY) {
    switch (pattern) {
      case "spots", "dapple", "rosettes" ->
          spots(brush, hipX, hipY, shoulderX, shoulderY, chest, arch, pollX, pollY);
      case "stripes", "tabby" ->
          stripes(brush, hipX, hipY, shoulderX, shoulderY, chest, arch, pollX, pollY);
      case "patches" -> patches(brush, hipX, hipY, shoulderX, chest);
      case "giraffe" -> giraffe(brush, hipX, hipY, shoulderX, shoulderY, chest, pollX, pollY);
      case "flank" -> {
        brush.setColor(mark.awt());
        brush.setStroke(new BasicStroke(4.2f, BasicStroke.CAP_ROUND, BasicStroke.JOIN_ROUND));
        double midX = (hipX + shoulderX) / 2;
        double midY = (hipY + shoulderY) / 2 + arch;
        brush.draw(
            new QuadCurve2D.Double(
                shoulderX + 8,
                shoulderY + chest * 0.48,
                midX,
                midY + waist * 0.56,
                hipX + 12,
                hipY + waist * 0.44));
      }
      case "saddle" -> {
        brush.setColor(dark.awt(0.55));
        brush.fill(
            Shapes.closed(
                hipX - 18,
                hipY - chest * 1.2,
                shoulderX + 4,
                shoulderY - chest * 1.3,
                shoulderX - 4,
                shoulderY - chest * 0.35,
                (hipX + shoulderX) / 2,
                (hipY + shoulderY) / 2 + arch - waist * 0.25,
                hipX + 2,
                hipY - chest * 0.2));
      }
      default -> {
        // a plain coat
      }
    }
  }

  /** Marks on thigh and shoulder, over the near legs. */
  void joints(Graphics2D brush, double hipX, double hipY, double shoulderX, double shoulderY) {
    if (!pattern.equals("spots") && !pattern.equals("rosettes")) {
      return;
    }
    Random random = new Random(9);
    brush.setColor(mark.awt());
    for (int i = 0; i < 24; i++) {
      double angle = 2 * Math.PI * random.nextDouble();
      double reach = 11 * Math.sqrt(random.nextDouble());
      boolean hind = i % 2 == 0;
      double x = (hind ? hipX + 1 : shoulderX - 1) + Math.cos(angle) * reach;
      double y = (hind ? hipY + 6 : shoulderY + 10) + Math.sin(angle) * reach * 1.25;
      brush.fill(Shapes.ellipse(x, y, 1.2 + 0.6 * random.nextDouble(), 1.1));
    }
  }

  private void spots(
      Graphics2D brush,
      double hipX,
      double hipY,
      double shoulderX,
      double shoulderY,
      double chest,
      double arch,
      double pollX,
      double pollY) {
    Random random = new Random(5);
    brush.setColor(mark.awt(pattern.equals("dapple") ? 0.8 : 1));
    int columns = pattern.equals("rosettes") ? 13 : 17;
    double last = pattern.equals("dapple") ? 0.35 : 0.62;
    for (int column = 0; column < columns; column++) {
      for (int row = 0; row < 6; row++) {
        double u = (column + 0.5 * (row % 2) + 0.3 * random.nextGaussian() * 0.6) / columns;
        double v = -0.85 + (0.85 + last) * (row + 0.25 * random.nextGaussian()) / 5.0;
        double x = hipX - 12 + (shoulderX - hipX + 24) * u;
        double y = hipY + (shoulderY - hipY) * u + chest * v + arch * Math.sin(Math.PI * u);
        double size = 1.5 + 0.8 * random.nextDouble();
        if (pattern.equals("rosettes")) {
          brush.setColor(mark.awt());
          brush.fill(Shapes.ellipse(x, y, size * 2.0, size * 1.7));
          brush.setColor(base.mix(dark, 0.35).awt());
          brush.fill(Shapes.ellipse(x + 0.3, y + 0.2, size * 1.05, size * 0.85));
        } else {
          brush.fill(Shapes.ellipse(x, y, size * 1.25, size));
        }
      }
    }
    if (pattern.equals("spots")) {
      for (int i = 0; i < 14; i++) {
        double t = 0.1 + 0.8 * random.nextDouble();
        double x = shoulderX + (pollX - shoulderX) * t + (random.nextDouble() - 0.5) * 15;
        double y = shoulderY - 6 + (pollY - shoulderY + 6) * t + (random.nextDouble() - 0.5) * 12;
        brush.fill(Shapes.disc(x, y, 1.1 + 0.4 * random.nextDouble()));
      }
    }
  }

  private void stripes(
      Graphics2D brush,
      double hipX,
      double hipY,
      double shoulderX,
      double shoulderY,
      double chest,
      double arch,
      double pollX,
      double pollY) {
    Random random = new Random(7);
    brush.setColor(mark.awt(pattern.equals("tabby") ? 0.55 : 1));
    int count = 14;
    for (int i = 0; i < count; i++) {
      double u = (i + 0.5) / count;
      double x = hipX - 14 + (shoulderX - hipX + 26) * u;
      double y = hipY + (shoulderY - hipY) * u + arch * Math.sin(Math.PI * u);
      double down = y + chest * (0.15 + 0.5 * random.nextDouble());
      double half = 2.2 + 1.1 * random.nextDouble();
      double lean = 5 * (u - 0.5) + 2 * random.nextGaussian();
      brush.fill(
          Shapes.closed(
              x - half,
              y - chest * 1.15,
              x + half,
              y - chest * 1.15,
              x + lean + half * 0.6,
              (y + down) / 2 - chest * 0.2,
              x + lean * 1.6,
              down,
              x + lean - half * 0.5,
              (y + down) / 2 - chest * 0.2));
    }
    for (int i = 1; i < 6; i++) {
      double t = i / 6.0;
      double x = shoulderX + 2 + (pollX - shoulderX) * t;
      double y = shoulderY - 4 + (pollY - shoulderY + 4) * t;
      brush.fill(
          Shapes.closed(x - 6, y - 12, x - 2, y - 12, x + 5, y + 3, x + 6, y + 9, x + 1, y + 2));
    }
  }

  private void patches(Graphics2D brush, double hipX, double hipY, double shoulderX, double chest) {
    brush.setColor(mark.awt());
    brush.fill(
        Shapes.closed(
            hipX - 18,
            hipY - chest,
            hipX + 16,
            hipY - chest * 1.2,
            hipX + 22,
            hipY - chest * 0.2,
            hipX + 4,
            hipY + chest * 0.2,
            hipX - 16,
            hipY));
    brush.fill(
        Shapes.closed(
            shoulderX - 40,
            hipY - chest * 0.3,
            shoulderX - 22,
            hipY - chest * 0.6,
            shoulderX - 8,
            hipY - chest * 0.1,
            shoulderX - 18,
            hipY + chest * 0.5,
            shoulderX - 38,
            hipY + chest * 0.35));
    brush.fill(
        Shapes.closed(
            shoulderX + 2,
            hipY - chest * 1.2,
            shoulderX + 22,
            hipY - chest * 1.3,
            shoulderX + 24,
            hipY - chest * 0.1,
            shoulderX + 8,
            hipY - chest * 0.2));
  }

  private void giraffe(
      Graphics2D brush,
      double hipX,
      double hipY,
      double shoulderX,
      double shoulderY,
      double chest,
      double pollX,
      double pollY) {
    Random random = new Random(3);
    brush.setColor(mark.awt());
    for (int i = 0; i < 34; i++) {
      double u = (i % 9 + 0.5 * (i / 9 % 2)) / 9.0;
      double x = hipX - 12 + (shoulderX - hipX + 22) * u;
      double y = hipY - chest * 0.8 + i / 9 * chest * 0.52;
      patch(brush, x, y, 4.6, random);
    }
    for (int i = 0; i < 22; i++) {
      double t = i / 22.0;
      double side = i % 2 == 0 ? -4.6 : 4.4;
      patch(
          brush,
          shoulderX + 4 + (pollX - shoulderX - 4) * t + side,
          shoulderY - 8 + (pollY - shoulderY + 8) * t + side * 0.4,
          3.9 - t,
          random);
    }
  }

  private static void patch(Graphics2D brush, double x, double y, double size, Random random) {
    double[] corners = new double[12];
    for (int i = 0; i < 6; i++) {
      double angle = 2 * Math.PI * (i + 0.4 * random.nextDouble()) / 6;
      corners[2 * i] = x + Math.cos(angle) * size * (0.85 + 0.3 * random.nextDouble());
      corners[2 * i + 1] = y + Math.sin(angle) * size * (0.85 + 0.3 * random.nextDouble());
    }
    brush.fill(Shapes.polygon(corners));
  }
}
