package io.wan4j.engine.previz.scenery;

import io.wan4j.engine.previz.paint.Colour;
import io.wan4j.engine.previz.paint.Ease;
import io.wan4j.engine.previz.paint.Noise;
import io.wan4j.engine.previz.paint.Shapes;
import java.awt.BasicStroke;
import java.awt.Color;
import java.awt.GradientPaint;
import java.awt.Graphics2D;
import java.awt.RadialGradientPaint;
import java.awt.geom.Line2D;
import java.awt.geom.Rectangle2D;
import java.util.Random;

/** Towns: skylines, street fronts, pavements, lamps. */
final class Town {
  private static final Colour LAMP = Colour.of(255, 206, 128);

  private final Studio studio;
  private final Stage stage;
  private final Light light;
  private final Materials materials;

  Town(Studio studio) {
    this.studio = studio;
    this.stage = studio.stage;
    this.light = studio.light;
    this.materials = studio.materials;
  }

  /**
   * Silhouettes of high houses.
   *
   * @param futuristic whether they are slender and curved, with glowing seams
   */
  void skyline(Painting painting, double tallest, double distance, int salt, boolean futuristic) {
    Random random = stage.random(salt);
    double x = 0;
    Colour face = light.hazed(light.shaded(materials.hill()), distance);
    Colour side = light.hazed(light.lit(materials.hill()), distance * 0.9);
    while (x < stage.period()) {
      double wide = (futuristic ? 26 : 36) + 46 * random.nextDouble();
      double high = tallest * (0.3 + 0.7 * random.nextDouble() * random.nextDouble());
      long own = random.nextLong();
      double at = x;
      painting.paintAt(
          at + wide / 2,
          Stage.HORIZON + 30,
          wide,
          brush -> {
            if (futuristic) {
              spire(brush, wide, high + 30, face, side, new Random(own));
            } else {
              tower(brush, wide, high + 30, face, side, new Random(own));
            }
          });
      x += wide * (futuristic ? 1.25 : 0.86);
    }
  }

  private void tower(
      Graphics2D brush, double wide, double high, Colour face, Colour side, Random random) {
    double half = wide / 2;
    brush.setPaint(
        new GradientPaint(0, (float) -high, face.awt(), 0, 0, light.hazed(face, 0.5).awt()));
    brush.fill(new Rectangle2D.Double(-half, -high, wide, high));
    boolean right = light.sunX() > 0.5;
    brush.setColor(side.awt(0.5));
    brush.fill(new Rectangle2D.Double(right ? half * 0.35 : -half, -high, half * 0.65, high));
    if (random.nextInt(3) == 0) {
      brush.setColor(face.awt());
      brush.fill(new Rectangle2D.Double(-half * 0.5, -high - 12, half, 13));
      brush.fill(new Rectangle2D.Double(-0.8, -high - 30, 1.6, 20));
    }
    Colour glass =
        light.dark()
            ? Colour.of(255, 214, 140)
            : light.hazed(light.lit(Colour.of(200, 222, 236)), 0.4);
    for (double y = -high + 7; y < -8; y += 9) {
      for (double x = -half + 4; x < half - 4; x += 7.5) {
        double chance = light.dark() ? 0.34 : 0.5;
        if (random.nextDouble() < chance) {
          brush.setColor(glass.awt(light.dark() ? 0.45 + 0.5 * random.nextDouble() : 0.3));
          brush.fill(new Rectangle2D.Double(x, y, 3.6, 4.6));
        }
      }
    }
  }

  private void spire(
      Graphics2D brush, double wide, double high, Colour face, Colour side, Random random) {
    double half = wide / 2;
    double tall = high * 1.35;
    brush.setPaint(new GradientPaint((float) -half, 0, face.awt(), (float) half, 0, side.awt()));
    brush.fill(
        Shapes.closed(
            -half,
            4,
            -half * 0.9,
            -tall * 0.5,
            -half * 0.4,
            -tall * 0.86,
            0,
            -tall,
            half * 0.45,
            -tall * 0.84,
            half * 0.9,
            -tall * 0.5,
            half,
            4));
    Colour seam = random.nextBoolean() ? Colour.of(120, 232, 250) : Colour.of(250, 206, 140);
    brush.setColor(seam.awt(0.35 + 0.5 * light.lamps()));
    for (double y = -tall * 0.8; y < -10; y += 13) {
      double reach = half * (y < -tall * 0.6 ? 0.4 : 0.75);
      brush.fill(new Rectangle2D.Double(-reach, y, 2 * reach, 1.7));
    }
    brush.setColor(light.hazed(light.lit(materials.foliage()), 0.25).awt());
    double terrace = -tall * (0.3 + 0.25 * random.nextDouble());
    brush.fill(Shapes.ellipse(0, terrace, half * 1.35, 5));
    brush.fill(Shapes.disc(-half * 0.8, terrace - 4, 5));
    brush.fill(Shapes.disc(half * 0.7, terrace - 5, 6));
  }

  /** A closed row of street fronts with shops below. */
  void fronts(Painting painting, double depth) {
    Random random = stage.random(171);
    double unit = 1 / depth;
    int count = (int) Math.max(3, Math.round(stage.period() / (820 * unit)));
    double wide = stage.period() / count;
    for (int i = 0; i < count; i++) {
      double high = (1180 + 330 * random.nextInt(3) + 60 * random.nextDouble()) * unit;
      Colour wall = i % 3 == 0 ? materials.wall() : materials.accent(i).mix(materials.wall(), 0.55);
      Colour awning = materials.accent(i + 2);
      long own = random.nextLong();
      painting.paintAt(
          (i + 0.5) * wide,
          Stage.rowOf(depth),
          wide,
          brush -> front(brush, wide, high, unit, wall, awning, new Random(own)));
    }
  }

  private void front(
      Graphics2D brush,
      double wide,
      double high,
      double u,
      Colour wall,
      Colour awning,
      Random random) {
    double half = wide / 2;
    Colour lit = light.lit(wall).mix(light.shaded(wall), light.dark() ? 0.55 : 0.12);
    brush.setPaint(new GradientPaint(0, (float) -high, lit.awt(), 0, 0, lit.times(0.82).awt()));
    brush.fill(new Rectangle2D.Double(-half - 0.5, -high, wide + 1, high + 1));
    brush.setColor(lit.times(0.72).awt());
    brush.fill(new Rectangle2D.Double(-half - 3 * u, -high, wide + 6 * u, 18 * u));
    brush.fill(new Rectangle2D.Double(-half, -high, 5 * u, high));
    Houses houses = new Houses(studio);
    int columns = 3;
    for (double y = -high + 90 * u; y < -540 * u; y += 330 * u) {
      for (int c = 0; c < columns; c++) {
        double x = -half + wide * (c + 0.5) / columns;
        houses.window(brush, x - 62 * u, y, 124 * u, 196 * u, random);
        brush.setColor(lit.times(0.78).awt());
        brush.fill(new Rectangle2D.Double(x - 76 * u, y + 202 * u, 152 * u, 14 * u));
      }
    }
    shop(brush, half, wide, u, lit, awning, random);
  }

  private void shop(
      Graphics2D brush,
      double half,
      double wide,
      double u,
      Colour wall,
      Colour awning,
      Random random) {
    boolean open = light.lamps() > 0.3;
    brush.setColor(wall.times(0.55).awt());
    brush.fill(new Rectangle2D.Double(-half + 16 * u, -420 * u, wide - 32 * u, 420 * u));
    Color glass =
        open
            ? Colour.of(255, 216, 150).awt()
            : light.lit(Colour.of(150, 178, 192)).mix(light.haze(), 0.25).awt();
    brush.setColor(glass);
    brush.fill(new Rectangle2D.Double(-half + 30 * u, -350 * u, wide * 0.55, 280 * u));
    brush.setColor(Colour.of(90, 60, 44).under(light.key()).awt());
    brush.fill(new Rectangle2D.Double(half - 210 * u, -350 * u, 150 * u, 350 * u));
    brush.setColor(glass);
    brush.fill(new Rectangle2D.Double(half - 192 * u, -330 * u, 114 * u, 180 * u));
    for (int i = 0; i < 5; i++) {
      Colour goods = light.lit(materials.accent(random.nextInt(9))).mix(LAMP, open ? 0.3 : 0);
      brush.setColor(goods.awt(0.85));
      double x = -half + (60 + 72 * i) * u;
      double tall = (50 + 100 * random.nextDouble()) * u;
      brush.fill(new Rectangle2D.Double(x, -70 * u - tall, 48 * u, tall));
    }
    int stripes = 9;
    double stripe = (wide - 24 * u) / stripes;
    for (int i = 0; i < stripes; i++) {
      Colour cloth = i % 2 == 0 ? awning : Colour.of(244, 240, 230);
      brush.setColor(light.lit(cloth).mix(light.shaded(cloth), light.dark() ? 0.5 : 0.1).awt());
      double x = -half + 12 * u + i * stripe;
      brush.fill(
          Shapes.polygon(
              x + 4 * u,
              -480 * u,
              x + stripe + 4 * u,
              -480 * u,
              x + stripe,
              -376 * u,
              x + stripe * 0.5,
              -358 * u,
              x,
              -376 * u));
    }
    if (open) {
      brush.setPaint(
          new RadialGradientPaint(
              (float) (-half + wide * 0.32),
              (float) (-120 * u),
              (float) (300 * u),
              new float[] {0, 1},
              new Color[] {LAMP.awt(0.35 * light.lamps()), LAMP.awt(0)}));
      brush.fill(new Rectangle2D.Double(-half - 80 * u, -420 * u, wide + 160 * u, 480 * u));
    }
  }

  /** Pavement and street; at night with pools of lamp light. */
  void street(Painting painting, double frontDepth, double lampEach) {
    Colour far = light.lit(materials.groundFar()).mix(light.shaded(materials.groundFar()), 0.25);
    Colour asphalt =
        light.lit(materials.groundNear()).mix(light.shaded(materials.groundNear()), 0.5);
    Colour kerb = light.lit(materials.groundFar()).times(1.08);
    Colour line = light.lit(Colour.of(240, 236, 224));
    int seed = stage.salted(181);
    double dash = stage.period() / Math.round(stage.period() / 150);
    for (int row = 0; row < painting.rows(); row++) {
      double y = painting.rowAt(row);
      double depth = Stage.EYE / Math.max(4, y - Stage.HORIZON);
      int r = row;
      painting.fill(
          row,
          row + 1,
          (x, same) -> {
            double fine = (Noise.hash((int) (x * 3), r, 3) - 0.5) * 0.06;
            double worn = (Ground.noise(stage, x, y, 260, seed) - 0.5) * 0.14;
            Colour base;
            if (depth > frontDepth * 0.62) {
              double slab = stage.period() / Math.round(stage.period() / 44);
              boolean joint = x % slab < 1.6 || depth % 0.5 < 0.05;
              base = joint ? far.times(0.86) : far;
            } else if (depth > frontDepth * 0.59) {
              base = kerb;
            } else if (depth > 1.07 && depth < 1.12 && x % dash < dash * 0.52) {
              base = asphalt.mix(line, 0.75);
            } else {
              base = asphalt;
            }
            Colour shade = base.times(1 + fine + worn);
            if (light.dark()) {
              double u = Math.abs(x % lampEach - lampEach / 2) / (lampEach * 0.5);
              double pool = Ease.step(0.8, 0.05, u) * Math.exp(-Math.pow((depth - 1.9) / 0.75, 2));
              shade = shade.mix(LAMP, 0.34 * pool * light.lamps());
            }
            return shade.premultiplied(1);
          });
    }
  }

  /** The distance between lamps, so that they go round the layer evenly. */
  double lampGap() {
    return stage.period() / Math.max(2, Math.round(stage.period() / 420));
  }

  void lamps(Painting painting, double depth) {
    double gap = lampGap();
    int count = (int) Math.round(stage.period() / gap);
    double u = 1 / depth;
    for (int i = 0; i < count; i++) {
      painting.paintAt(
          (i + 0.5) * gap,
          Stage.rowOf(depth),
          260 * u,
          brush -> {
            brush.scale(u, u);
            lamp(brush);
          });
    }
  }

  private void lamp(Graphics2D brush) {
    Colour iron = light.shaded(Colour.of(62, 66, 74));
    brush.setColor(iron.awt());
    Shapes.limb(brush, 0, 0, 8, 0, -30, 5);
    Shapes.limb(brush, 0, -30, 5, 0, -470, 3.4);
    brush.setStroke(new BasicStroke(5f, BasicStroke.CAP_ROUND, BasicStroke.JOIN_ROUND));
    brush.draw(new Line2D.Double(-26, -470, 26, -470));
    for (double x : new double[] {-34, 34}) {
      brush.setColor(
          (light.lamps() > 0.3 ? Colour.of(255, 236, 190) : Colour.of(226, 226, 218)).awt());
      brush.fill(Shapes.closed(x - 14, -470, x - 10, -506, x + 10, -506, x + 14, -470, x, -458));
      brush.setColor(iron.awt());
      brush.fill(Shapes.closed(x - 14, -504, x, -520, x + 14, -504));
      if (light.lamps() > 0.3) {
        brush.setPaint(
            new RadialGradientPaint(
                (float) x,
                -484f,
                190f,
                new float[] {0, 0.25f, 1},
                new Color[] {
                  LAMP.awt(0.6 * light.lamps()), LAMP.awt(0.2 * light.lamps()), LAMP.awt(0)
                }));
        brush.fill(Shapes.disc(x, -484, 190));
      }
    }
  }

  /** An iron railway bridge that crosses the picture, on stone piers. */
  void bridge(Painting painting, double depth) {
    double u = 1 / depth;
    double span = stage.period() / Math.max(1, Math.round(stage.period() / (1500 * u)));
    int count = (int) Math.round(stage.period() / span);
    Colour iron = light.lit(Colour.of(86, 92, 104)).mix(light.shaded(Colour.of(86, 92, 104)), 0.5);
    Colour stone =
        light.lit(Colour.of(150, 136, 122)).mix(light.shaded(Colour.of(150, 136, 122)), 0.4);
    double deck = Stage.rowOf(depth) - 760 * u;
    for (int i = 0; i < count; i++) {
      painting.paintAt(
          i * span,
          0,
          span,
          brush -> {
            brush.setColor(stone.awt());
            brush.fill(new Rectangle2D.Double(-90 * u, deck, 180 * u, Stage.rowOf(depth) - deck));
            brush.setColor(stone.times(0.8).awt());
            for (double y = deck + 40 * u; y < Stage.rowOf(depth); y += 62 * u) {
              brush.fill(new Rectangle2D.Double(-90 * u, y, 180 * u, 4 * u));
            }
            brush.fill(new Rectangle2D.Double(-104 * u, deck, 208 * u, 46 * u));
            brush.setColor(iron.awt());
            brush.fill(new Rectangle2D.Double(0, deck - 40 * u, span + 1, 56 * u));
            brush.fill(new Rectangle2D.Double(0, deck - 230 * u, span + 1, 22 * u));
            brush.setStroke(new BasicStroke((float) (14 * u)));
            double step = span / 8;
            for (int k = 0; k < 8; k++) {
              brush.draw(
                  new Line2D.Double(k * step, deck - 30 * u, (k + 0.5) * step, deck - 222 * u));
              brush.draw(
                  new Line2D.Double(
                      (k + 0.5) * step, deck - 222 * u, (k + 1) * step, deck - 30 * u));
            }
          });
    }
  }
}
