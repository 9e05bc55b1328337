package io.wan4j.engine.previz.actor;

import io.wan4j.engine.previz.paint.Colour;
import io.wan4j.engine.previz.paint.Shapes;
import java.awt.Graphics2D;
import java.awt.geom.RoundRectangle2D;

/** What a person sits on, in hundredths of its height. */
enum Seat {
  STOOL,
  BENCH,

  /** The bare ground, with the knees up. */
  GROUND;

  /** Draws it under hips at a place. */
  void draw(Graphics2D brush, double x, double y) {
    switch (this) {
      case STOOL -> stool(brush, x, y);
      case BENCH -> bench(brush, x, y);
      case GROUND -> {
        // it is there already
      }
    }
  }

  /** A park bench with room for another. */
  private static void bench(Graphics2D brush, double x, double y) {
    Colour wood = Colour.of(150, 98, 58);
    brush.setColor(Colour.of(52, 54, 60).awt());
    for (double leg : new double[] {x - 24, x + 24}) {
      Shapes.limb(brush, leg, y + 6, 1.2, leg - 2, -1, 1.2);
      Shapes.limb(brush, leg + 5, y + 6, 1.2, leg + 7, -1, 1.2);
      Shapes.limb(brush, leg - 2, y + 6, 1.1, leg - 4, y - 21, 1.1);
    }
    for (int i = 0; i < 3; i++) {
      brush.setColor(wood.times(1 - 0.08 * i).awt());
      brush.fill(new RoundRectangle2D.Double(x - 34, y - 21 + i * 7.4, 64, 5, 1.6, 1.6));
    }
    brush.setColor(wood.times(1.08).awt());
    brush.fill(new RoundRectangle2D.Double(x - 33, y + 1.6, 68, 5, 1.6, 1.6));
  }

  /** Nobody sits on air. */
  private static void stool(Graphics2D brush, double x, double y) {
    Colour wood = Colour.of(140, 98, 62);
    brush.setColor(wood.times(0.7).awt());
    Shapes.limb(brush, x - 7, y + 6, 1.3, x - 9, -1, 1.1);
    Shapes.limb(brush, x + 6, y + 6, 1.3, x + 8, -1, 1.1);
    Shapes.limb(brush, x - 7, y + 14, 0.8, x + 7, y + 14, 0.8);
    brush.setColor(wood.awt());
    brush.fill(Shapes.closed(x - 11, y + 2, x + 9, y + 2, x + 10, y + 6, x - 12, y + 6));
  }
}
