package io.wan4j.engine.previz.scenery;

import io.wan4j.engine.previz.paint.Colour;
import io.wan4j.engine.previz.paint.Noise;
import io.wan4j.engine.previz.paint.Shapes;
import java.awt.BasicStroke;
import java.awt.geom.Line2D;
import java.awt.geom.Rectangle2D;

/** A railway on a bridge: ballast, sleepers, rails and the steel behind. */
final class Track {
  /** Depths of the two rails; trains stand between. */
  private static final double FAR_RAIL = 1.6;

  private static final double NEAR_RAIL = 1.44;

  private final Studio studio;

  Track(Studio studio) {
    this.studio = studio;
  }

  /** The bed of the track, down to the nearest ground. */
  void deck(Painting painting) {
    Stage stage = studio.stage;
    Light light = studio.light;
    Colour far = light.hazed(light.lit(Colour.of(150, 140, 130)), 0.12);
    Colour near = light.shaded(Colour.of(120, 112, 106));
    int cells = stage.cells(10);
    int seed = stage.salted(301);
    double top = painting.rowAt(0);
    painting.fill(
        0,
        painting.rows(),
        (x, y) -> {
          double depth = Stage.EYE / Math.max(1, y - Stage.HORIZON);
          double u = x / stage.period() * cells;
          double stone = Noise.fractal(u, y * 0.12 / Math.sqrt(depth), cells, seed, 3) - 0.5;
          double t = Math.min(1, (y - top) / (Stage.HEIGHT - top));
          return far.mix(near, t).times(1 + 0.5 * stone).premultiplied(1);
        });
    double farRow = Stage.rowOf(FAR_RAIL);
    double nearRow = Stage.rowOf(NEAR_RAIL);
    Colour wood = light.lit(Colour.of(98, 74, 56));
    double gap = stage.period() / Math.round(stage.period() / 46);
    for (double x = 0; x < stage.period() - 1; x += gap) {
      painting.paintAt(
          x,
          farRow,
          40,
          brush -> {
            brush.setColor(wood.times(0.62).awt());
            brush.fill(
                Shapes.polygon(
                    -9, -9, 9, -9, 12, nearRow - farRow + 17, -12, nearRow - farRow + 17));
            brush.setColor(wood.awt());
            brush.fill(
                Shapes.polygon(
                    -9, -10, 9, -10, 12, nearRow - farRow + 12, -12, nearRow - farRow + 12));
          });
    }
    Colour rust = light.lit(Colour.of(112, 78, 62));
    Colour shine = light.lit(Colour.of(216, 214, 212));
    for (double row : new double[] {farRow, nearRow}) {
      painting.paintAt(
          0,
          row,
          stage.period(),
          brush -> {
            brush.setColor(rust.awt());
            brush.fill(new Rectangle2D.Double(0, -1, stage.period() + 1, 8));
            brush.setColor(shine.awt());
            brush.fill(new Rectangle2D.Double(0, -2, stage.period() + 1, 3));
          });
    }
  }

  /** Steel in triangles along the far side. */
  void girders(Painting painting, double depth) {
    Stage stage = studio.stage;
    Colour iron = Colour.of(104, 62, 54);
    Colour lit = studio.light.lit(iron);
    Colour dark = studio.light.shaded(iron);
    double foot = Stage.rowOf(depth);
    double high = 400 / depth;
    double span = stage.period() / Math.round(stage.period() / (560 / depth));
    int count = (int) Math.round(stage.period() / span);
    for (int i = 0; i < count; i++) {
      painting.paintAt(
          i * span,
          foot,
          span,
          brush -> {
            brush.setStroke(new BasicStroke((float) (30 / depth)));
            brush.setColor(dark.awt());
            brush.draw(new Line2D.Double(0, 0, span / 2, -high));
            brush.draw(new Line2D.Double(span / 2, -high, span, 0));
            brush.setStroke(new BasicStroke((float) (16 / depth)));
            brush.setColor(lit.awt());
            brush.draw(new Line2D.Double(span / 2, -high, span / 2, 0));
            brush.fill(new Rectangle2D.Double(0, -high - 18 / depth, span + 1, 36 / depth));
            brush.setColor(dark.times(0.8).awt());
            brush.fill(new Rectangle2D.Double(0, -high + 14 / depth, span + 1, 6 / depth));
            brush.fill(new Rectangle2D.Double(0, -40 / depth, span + 1, 44 / depth));
            brush.setColor(lit.awt());
            brush.fill(new Rectangle2D.Double(0, -40 / depth, span + 1, 8 / depth));
            brush.fill(Shapes.disc(span / 2, -high, 26 / depth));
          });
    }
  }
}
