package io.wan4j.engine.previz.actor;

import io.wan4j.engine.previz.paint.Colour;
import io.wan4j.engine.previz.paint.Shapes;
import java.awt.Graphics2D;
import java.awt.geom.AffineTransform;
import java.util.Map;

/** A thing on its own, as large as it must be to be the subject of a shot. */
final class Thing implements Rig {
  private static final double USUAL = 170;

  /** Those that stand among people have their own size, in stage units. */
  private static final Map<String, Double> TALL =
      Map.of("fire", 84.0, "soccer-ball", 40.0, "chess-board", 104.0, "christmas-tree", 380.0);

  private static final double TABLE = 105;

  /** What stands on a table stands in the middle of its top, not on its farther edge. */
  private static final double SUNK = 13;

  /** Drawings keep a little room around themselves. */
  private static final double MARGIN = 1.6;

  private final Drawing drawing;
  private final double tall;
  private final double table;

  Thing(Drawing drawing) {
    this(drawing, 0);
  }

  private Thing(Drawing drawing, double table) {
    this.drawing = drawing;
    this.tall = TALL.getOrDefault(drawing.name(), USUAL);
    this.table = table;
  }

  @Override
  public Rig onTable() {
    return new Thing(drawing, TABLE);
  }

  @Override
  public double height() {
    return tall + table;
  }

  @Override
  public double length() {
    return tall * (table > 0 ? 1.9 : 0.9);
  }

  @Override
  public double[] head(Motion motion) {
    return new double[] {0, -table - tall * 0.5, tall};
  }

  @Override
  public double stride(Motion motion) {
    return motion.moving() ? 60 : 0;
  }

  @Override
  public double cadence(Motion motion) {
    return 1;
  }

  @Override
  public Motion natural() {
    return Motion.STAND;
  }

  @Override
  public boolean sits() {
    return false;
  }

  @Override
  public double glow() {
    return drawing.name().equals("fire") ? 1 : drawing.name().equals("candle") ? 0.5 : 0;
  }

  @Override
  public void draw(Graphics2D brush, Pose pose) {
    AffineTransform keep = brush.getTransform();
    boolean burns = drawing.burns();
    double flicker = burns ? 0.035 * pose.idle(2.6, 0) + 0.02 * pose.idle(5.1, 0.3) : 0;
    double sway = burns ? 0 : 0.008 * pose.idle(0.21, 0.1);
    if (table > 0) {
      table(brush);
    } else if (!burns) {
      contact(brush);
    }
    brush.translate(0, table > 0 ? SUNK - table : 0);
    double scale = tall / (Drawing.SIDE - 2 * MARGIN);
    brush.rotate(sway);
    brush.scale(scale * (1 - flicker * 0.5), scale * (1 + flicker));
    brush.translate(-Drawing.SIDE / 2, -Drawing.SIDE + MARGIN);
    drawing.draw(brush);
    brush.setTransform(keep);
  }

  /** The dark close about its foot, without which it would hang in the air. */
  private void contact(Graphics2D brush) {
    for (int i = 0; i < 4; i++) {
      brush.setColor(Colour.of(20, 16, 24).awt(0.12));
      double size = 1 - 0.18 * i;
      brush.fill(Shapes.ellipse(0, -1, tall * 0.34 * size, tall * 0.055 * size));
    }
  }

  /** A round wooden table with room beside the thing; its top is seen from a little above. */
  private void table(Graphics2D brush) {
    Colour wood = Colour.of(146, 98, 60);
    double half = tall * 0.92;
    brush.setColor(wood.times(0.62).awt());
    Shapes.limb(brush, 0, -table, 9, 0, -8, 8);
    brush.fill(Shapes.ellipse(0, -5, half * 0.42, 8));
    brush.setColor(wood.times(0.72).awt());
    brush.fill(Shapes.ellipse(0, -table + 15, half, 20));
    brush.setColor(wood.awt());
    brush.fill(Shapes.ellipse(0, -table + 5, half, 20));
    brush.setColor(wood.times(1.12).awt(0.7));
    brush.fill(Shapes.ellipse(-half * 0.2, -table + 1, half * 0.66, 11));
    brush.setColor(wood.times(0.5).awt(0.45));
    brush.fill(Shapes.ellipse(0, -table + 4, tall * 0.44, 9));
  }
}
