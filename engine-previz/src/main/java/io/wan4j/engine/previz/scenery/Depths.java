package io.wan4j.engine.previz.scenery;

import io.wan4j.engine.previz.paint.Colour;
import io.wan4j.engine.previz.paint.Ease;
import io.wan4j.engine.previz.paint.Noise;
import io.wan4j.engine.previz.paint.Shapes;
import java.awt.BasicStroke;
import java.awt.Graphics2D;
import java.awt.geom.Path2D;
import java.util.Random;

/** The sea from below: blue that darkens, light from above, corals and kelp. */
final class Depths {
  private final Studio studio;
  private final Stage stage;
  private final Light light;
  private final Materials materials;

  Depths(Studio studio) {
    this.studio = studio;
    this.stage = studio.stage;
    this.light = studio.light;
    this.materials = studio.materials;
  }

  void water(Painting painting) {
    int cells = stage.cells(300);
    Colour top = light.sky().getFirst();
    Colour middle = light.sky().get(1);
    Colour low = light.sky().getLast();
    painting.fill(
        0,
        painting.rows(),
        (x, y) -> {
          double t = Ease.clamp((y + 120) / 560);
          Colour base = t < 0.5 ? top.mix(middle, t * 2) : middle.mix(low, t * 2 - 1);
          double u = x / stage.period() * cells;
          double cloud = Noise.fractal(u, y * 0.006, cells, stage.salted(211), 4) - 0.5;
          double dither = (Noise.hash((int) (x * 5), (int) (y * 5), 3) - 0.5) * 0.01;
          return base.times(1 + 0.16 * cloud + dither).premultiplied(1);
        });
  }

  void beams(Painting painting) {
    Random random = stage.random(213);
    Air air = new Air(studio);
    int count = (int) (stage.period() / 120);
    for (int i = 0; i < count; i++) {
      double x = random.nextDouble() * stage.period();
      double wide = 14 + 40 * random.nextDouble();
      double shine = 0.10 + 0.16 * random.nextDouble();
      air.beam(painting, x, -140, wide * 0.4, x - 110, Stage.HORIZON + 190, wide * 1.9, shine);
    }
  }

  /** Corals, kelp and stones. */
  void reef(Painting painting, double depth, double each, double distance) {
    Random random = stage.random(220 + (int) (depth * 10));
    int count = (int) (stage.period() / each);
    double gap = stage.period() / count;
    for (int i = 0; i < count; i++) {
      double x = gap * (i + random.nextDouble());
      double y = Stage.rowOf(depth) + 10 * (random.nextDouble() - 0.5) / depth;
      double scale = (1.6 + 1.5 * random.nextDouble()) / depth;
      long own = random.nextLong();
      int kind = random.nextInt(5);
      painting.paintAt(
          x,
          y,
          140 * scale,
          brush -> {
            brush.scale(scale, scale);
            Random r = new Random(own);
            switch (kind) {
              case 0, 1 -> kelp(brush, r, distance);
              case 2 -> branches(brush, r, distance);
              case 3 -> fan(brush, r, distance);
              default -> brain(brush, r, distance);
            }
          });
    }
  }

  private Colour tone(Colour colour, double distance) {
    return light.hazed(light.lit(colour), distance);
  }

  private void kelp(Graphics2D brush, Random random, double distance) {
    for (int i = 0; i < 6; i++) {
      double x = -24 + 9 * i;
      double tall = 70 + 70 * random.nextDouble();
      double bend = 16 * random.nextGaussian();
      Path2D leaf = new Path2D.Double();
      leaf.moveTo(x - 4, 0);
      leaf.curveTo(x - 12 + bend, -tall * 0.4, x + 14 - bend, -tall * 0.7, x + bend, -tall);
      leaf.curveTo(x + 22 - bend, -tall * 0.66, x + bend, -tall * 0.4, x + 4, 0);
      leaf.closePath();
      brush.setColor(
          tone(i % 2 == 0 ? materials.foliage() : materials.foliageLit(), distance).awt());
      brush.fill(leaf);
    }
  }

  private void branches(Graphics2D brush, Random random, double distance) {
    brush.setColor(tone(materials.accent(random.nextInt(4)), distance).awt());
    branch(brush, 0, 0, -Math.PI / 2, 26, 6, 4, random);
  }

  private static void branch(
      Graphics2D brush,
      double x,
      double y,
      double angle,
      double length,
      double half,
      int forks,
      Random random) {
    double endX = x + Math.cos(angle) * length;
    double endY = y + Math.sin(angle) * length;
    Shapes.limb(brush, x, y, half, endX, endY, half * 0.8);
    if (forks > 0) {
      branch(
          brush,
          endX,
          endY,
          angle - 0.45 - 0.2 * random.nextDouble(),
          length * 0.78,
          half * 0.8,
          forks - 1,
          random);
      branch(
          brush,
          endX,
          endY,
          angle + 0.45 + 0.2 * random.nextDouble(),
          length * 0.78,
          half * 0.8,
          forks - 1,
          random);
    }
  }

  private void fan(Graphics2D brush, Random random, double distance) {
    Colour colour = tone(materials.accent(random.nextInt(4)), distance);
    brush.setColor(colour.times(0.8).awt());
    brush.fill(Shapes.closed(0, 4, -48, -34, -44, -76, -10, -96, 34, -84, 50, -40));
    brush.setColor(colour.awt());
    brush.setStroke(new BasicStroke(2.2f, BasicStroke.CAP_ROUND, BasicStroke.JOIN_ROUND));
    for (int i = 0; i < 9; i++) {
      double angle = -Math.PI * (0.16 + 0.68 * i / 8.0);
      Path2D rib = new Path2D.Double();
      rib.moveTo(0, 2);
      rib.quadTo(
          Math.cos(angle) * 40, Math.sin(angle) * 40, Math.cos(angle) * 78, Math.sin(angle) * 84);
      brush.draw(rib);
    }
  }

  private void brain(Graphics2D brush, Random random, double distance) {
    Colour colour = tone(materials.accent(random.nextInt(4)).mix(materials.rock(), 0.4), distance);
    brush.setColor(colour.times(0.75).awt());
    brush.fill(Shapes.closed(-44, 2, -40, -26, 0, -44, 40, -26, 44, 2));
    brush.setColor(colour.awt());
    for (int i = 0; i < 16; i++) {
      double angle = Math.PI * (0.1 + 0.8 * random.nextDouble());
      double reach = 34 * Math.sqrt(random.nextDouble());
      brush.fill(Shapes.disc(Math.cos(angle) * reach, -6 - Math.sin(angle) * reach * 0.85, 5));
    }
  }
}
