package io.wan4j.engine.previz.actor;

import io.wan4j.engine.previz.paint.Colour;
import io.wan4j.engine.previz.paint.Shapes;
import java.awt.Graphics2D;
import java.util.Random;

/**
 * Long hair, bristles or spikes between an animal's poll and its shoulders.
 *
 * @param half half the height of the head
 */
record Mane(String kind, double half, Colour base, Colour dark, Colour mark) {
  /** Draws it along the neck, before the head is drawn. */
  void draw(
      Graphics2D brush,
      double shoulderX,
      double shoulderY,
      double pollX,
      double pollY,
      double chest,
      double neckWidth,
      Pose pose) {
    Random random = new Random(4);
    switch (kind) {
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
      case "spikes" -> {
        for (int i = 0; i < 8; i++) {
          double t = i / 7.0;
          double x = pollX - half * 0.7 + (shoulderX - 16 - pollX) * t;
          double y = pollY - half * 0.45 + (shoulderY - chest * 0.85 - pollY + half * 0.45) * t;
          double tall = 9 + 3 * Math.sin(Math.PI * t);
          brush.setColor(mark.times(i % 2 == 0 ? 1 : 0.86).awt());
          brush.fill(
              Shapes.closed(x + 6, y + 3, x + 1, y - tall * 0.4, x - 7, y - tall, x - 6, y + 4));
        }
      }
      case "brush" -> {
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
