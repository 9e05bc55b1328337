package io.wan4j.engine.previz.scenery;

import io.wan4j.engine.previz.paint.Colour;
import io.wan4j.engine.previz.paint.Ease;
import io.wan4j.engine.previz.paint.Noise;
import io.wan4j.engine.previz.paint.Shapes;
import java.awt.BasicStroke;
import java.awt.GradientPaint;
import java.awt.Graphics2D;
import java.awt.geom.Line2D;
import java.awt.geom.Rectangle2D;
import java.util.Random;

/** A stadium: full stands under a roof, floodlights, a mown pitch with its lines, a goal. */
final class Arena {
  private static final Colour GRASS = Colour.of(78, 148, 62);
  private static final Colour CONCRETE = Colour.of(150, 152, 158);
  private static final Colour WHITE = Colour.of(248, 248, 244);

  /** Depth of the far touch-line and of the near one. */
  private static final double FAR_LINE = 6.0;

  private static final double NEAR_LINE = 1.05;

  private final Stage stage;
  private final Light light;

  Arena(Studio studio) {
    this.stage = studio.stage;
    this.light = studio.light;
  }

  /** Rows of people under a roof. */
  void stands(Painting painting, double depth) {
    double foot = Stage.rowOf(depth);
    double high = 1500 / depth;
    painting.paint(
        brush -> {
          brush.setPaint(
              new GradientPaint(
                  0f,
                  (float) (foot - high),
                  light.shaded(CONCRETE.times(0.55)).awt(),
                  0f,
                  (float) foot,
                  light.lit(CONCRETE.times(0.8)).awt()));
          brush.fill(new Rectangle2D.Double(0, foot - high, stage.period(), high));
        });
    Random random = stage.random(501);
    double row = foot - high * 0.9;
    int rows = 17;
    double step = high * 0.76 / rows;
    for (int i = 0; i < rows; i++) {
      double size = step * 0.46;
      double y = row + i * step;
      painting.paint(brush -> people(brush, y, size, random));
    }
    painting.paint(brush -> boards(brush, foot, high));
    roof(painting, foot - high, high);
  }

  private void people(Graphics2D brush, double y, double size, Random random) {
    int count = (int) (stage.period() / (size * 1.9));
    double gap = stage.period() / count;
    for (int i = 0; i < count; i++) {
      double x = gap * (i + 0.5 + 0.3 * (random.nextDouble() - 0.5));
      if (random.nextDouble() < 0.08) {
        continue;
      }
      Colour shirt =
          Colour.of(90 + random.nextInt(150), 70 + random.nextInt(140), 80 + random.nextInt(150));
      Colour skin = random.nextBoolean() ? Colour.of(238, 194, 158) : Colour.of(156, 108, 76);
      brush.setColor(light.shaded(shirt).mix(light.lit(shirt), 0.45).awt());
      brush.fill(Shapes.ellipse(x, y + size * 0.75, size * 0.72, size * 0.8));
      brush.setColor(light.shaded(skin).mix(light.lit(skin), 0.5).awt());
      brush.fill(Shapes.disc(x, y - size * 0.35, size * 0.42));
    }
  }

  private void boards(Graphics2D brush, double foot, double high) {
    int count = 12;
    double wide = stage.period() / count;
    Colour[] paints = {Colour.of(42, 98, 168), Colour.of(232, 232, 228), Colour.of(196, 56, 48)};
    for (int i = 0; i < count; i++) {
      brush.setColor(light.lit(paints[i % paints.length]).awt());
      brush.fill(new Rectangle2D.Double(i * wide, foot - high * 0.1, wide - 2, high * 0.1));
    }
  }

  private void roof(Painting painting, double row, double high) {
    painting.paint(
        brush -> {
          brush.setColor(light.shaded(CONCRETE.times(0.5)).awt());
          brush.fill(new Rectangle2D.Double(0, row - high * 0.06, stage.period(), high * 0.14));
          brush.setColor(light.lit(WHITE.times(0.92)).awt());
          brush.fill(new Rectangle2D.Double(0, row - high * 0.14, stage.period(), high * 0.1));
        });
    for (double at : new double[] {0.08, 0.33, 0.58, 0.83}) {
      painting.paintAt(at * stage.period(), row - high * 0.14, 60, this::floodlight);
    }
  }

  private void floodlight(Graphics2D brush) {
    brush.setColor(light.shaded(CONCRETE).awt());
    brush.setStroke(new BasicStroke(4f));
    brush.draw(new Line2D.Double(0, 0, 0, -96));
    brush.fill(new Rectangle2D.Double(-26, -130, 52, 36));
    for (int i = 0; i < 8; i++) {
      double x = -19.5 + 13 * (i % 4);
      double y = -121 + 17 * (i / 4);
      if (light.lamps() > 0.25) {
        brush.setColor(Colour.of(255, 248, 220).awt(0.3));
        brush.fill(Shapes.disc(x, y, 12));
      }
      brush.setColor(Colour.of(255, 252, 236).awt());
      brush.fill(Shapes.disc(x, y, 4.6));
    }
  }

  /** Mown stripes and white lines, seen in perspective. */
  void pitch(Painting painting) {
    Colour bright = light.lit(GRASS.mix(Colour.of(150, 204, 90), 0.22));
    Colour dark = light.lit(GRASS.times(0.86));
    painting.fill(
        0,
        painting.rows(),
        (x, y) -> {
          double below = Math.max(2, y - Stage.HORIZON);
          double depth = Stage.EYE / below;
          double stripe = Ease.step(-0.12, 0.12, Math.sin(2.4 * Math.PI * Math.log(depth)));
          double grain = (Noise.hash((int) (x * 4), (int) (y * 4), 77) - 0.5) * 0.09;
          Colour grass = dark.mix(bright, stripe).times(1 + grain);
          double chalk = Math.max(line(below, FAR_LINE), line(below, NEAR_LINE));
          return light
              .hazed(grass.mix(light.lit(WHITE), 0.9 * chalk), 0.2 * Ease.step(3, 9, depth))
              .premultiplied(1);
        });
  }

  /** How much of a chalk line at a depth covers a row. */
  private static double line(double below, double depth) {
    double row = Stage.EYE / depth;
    double half = Math.max(0.8, 3.2 / depth);
    return Ease.step(half + 0.8, half - 0.2, Math.abs(below - row));
  }

  /** A goal with its net, as tall as it is beside people. */
  void goal(Painting painting, double depth) {
    double scale = 1 / depth;
    painting.paintAt(
        0.74 * stage.width(),
        Stage.rowOf(depth),
        420 * scale,
        brush -> {
          brush.scale(scale, scale);
          brush.setColor(WHITE.awt(0.35));
          brush.setStroke(new BasicStroke(2.4f));
          for (int i = 1; i < 24; i++) {
            double x = -350 + 700 * i / 24.0;
            brush.draw(new Line2D.Double(x, -370, x * 0.94, -20));
          }
          for (int i = 1; i < 12; i++) {
            brush.draw(new Line2D.Double(-346, -30.0 * i, 346, -30.0 * i));
          }
          brush.setColor(light.lit(WHITE).awt());
          brush.setStroke(new BasicStroke(13f, BasicStroke.CAP_ROUND, BasicStroke.JOIN_ROUND));
          brush.draw(new Line2D.Double(-350, 0, -350, -370));
          brush.draw(new Line2D.Double(350, 0, 350, -370));
          brush.draw(new Line2D.Double(-350, -370, 350, -370));
        });
  }
}
