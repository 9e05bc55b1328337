package io.wan4j.engine.previz.scenery;

import io.wan4j.engine.previz.paint.Colour;
import io.wan4j.engine.previz.paint.Shapes;
import java.awt.Color;
import java.awt.Graphics2D;
import java.awt.RadialGradientPaint;
import java.awt.geom.Rectangle2D;
import java.awt.geom.RoundRectangle2D;
import java.util.Random;

/** What stands in rooms: sofas, tables, desks, plants, lamps. */
final class Furniture {
  private static final Colour LAMP = Colour.of(255, 214, 146);

  private final Stage stage;
  private final Light light;
  private final Materials materials;

  Furniture(Studio studio) {
    this.stage = studio.stage;
    this.light = studio.light;
    this.materials = studio.materials;
  }

  /** Paints a row of furniture, one kind after the other. */
  void paint(Painting painting, double depth, String... things) {
    double u = 1 / depth;
    int count =
        (int)
            Math.max(
                things.length,
                Math.round(stage.period() / (620 * u)) / things.length * things.length);
    double gap = stage.period() / count;
    for (int i = 0; i < count; i++) {
      String thing = things[i % things.length];
      painting.paintAt(
          gap * (i + 0.35),
          Stage.rowOf(depth),
          330 * u,
          brush -> {
            brush.scale(u, u);
            brush.setColor(light.shadow().awt(0.22));
            brush.fill(Shapes.ellipse(0, 2, thing.equals("sofa") ? 200 : 90, 12));
            furnish(brush, thing);
          });
    }
  }

  private void furnish(Graphics2D brush, String thing) {
    Colour wood = light.lit(materials.trunk());
    switch (thing) {
      case "sofa" -> {
        Colour cloth = light.lit(materials.accent(1));
        brush.setColor(cloth.times(0.82).awt());
        brush.fill(new RoundRectangle2D.Double(-180, -168, 360, 130, 50, 50));
        brush.setColor(cloth.awt());
        brush.fill(new RoundRectangle2D.Double(-150, -100, 148, 60, 26, 26));
        brush.fill(new RoundRectangle2D.Double(2, -100, 148, 60, 26, 26));
        brush.fill(new RoundRectangle2D.Double(-196, -120, 54, 100, 30, 30));
        brush.fill(new RoundRectangle2D.Double(142, -120, 54, 100, 30, 30));
        brush.setColor(cloth.times(0.7).awt());
        brush.fill(new RoundRectangle2D.Double(-160, -44, 320, 28, 10, 10));
        Colour cushion = light.lit(materials.accent(2));
        brush.setColor(cushion.awt());
        brush.fill(Shapes.closed(-136, -84, -130, -134, -82, -140, -74, -90));
        brush.setColor(wood.times(0.8).awt());
        brush.fill(new Rectangle2D.Double(-160, -18, 14, 18));
        brush.fill(new Rectangle2D.Double(146, -18, 14, 18));
      }
      case "lamp" -> {
        brush.setColor(wood.times(0.7).awt());
        brush.fill(Shapes.ellipse(0, -4, 34, 7));
        Shapes.limb(brush, 0, -6, 4, 0, -280, 3);
        boolean on = light.lamps() > 0.3;
        Colour shade = on ? LAMP : light.lit(Colour.of(238, 226, 200));
        if (on) {
          brush.setPaint(
              new RadialGradientPaint(
                  0,
                  -300,
                  300,
                  new float[] {0, 0.3f, 1},
                  new Color[] {LAMP.awt(0.5), LAMP.awt(0.2), LAMP.awt(0)}));
          brush.fill(Shapes.disc(0, -300, 300));
        }
        brush.setColor(shade.awt());
        brush.fill(Shapes.polygon(-34, -340, 34, -340, 56, -262, -56, -262));
      }
      case "plant" -> {
        Random random = new Random(5);
        for (int i = 0; i < 15; i++) {
          double angle = -Math.PI * (0.1 + 0.8 * i / 14.0);
          double reach = 90 + 60 * random.nextDouble();
          double x = Math.cos(angle) * reach * 0.8;
          double y = -80 + Math.sin(angle) * reach;
          brush.setColor(
              light.lit(i % 2 == 0 ? materials.foliage() : materials.foliageLit()).awt());
          brush.fill(
              Shapes.closed(
                  0,
                  -70,
                  x * 0.5 - 12,
                  (y - 70) * 0.5 - 20,
                  x,
                  y,
                  x * 0.5 + 12,
                  (y - 70) * 0.5 - 10));
        }
        Colour pot = light.lit(materials.accent(0));
        brush.setColor(pot.awt());
        brush.fill(Shapes.polygon(-40, -78, 40, -78, 28, 0, -28, 0));
        brush.setColor(pot.times(0.85).awt());
        brush.fill(new Rectangle2D.Double(-44, -86, 88, 14));
      }
      case "table" -> {
        brush.setColor(wood.times(0.75).awt());
        Shapes.limb(brush, 0, -8, 9, 0, -120, 7);
        brush.fill(Shapes.ellipse(0, -5, 50, 8));
        brush.setColor(wood.awt());
        brush.fill(Shapes.ellipse(0, -128, 116, 17));
        brush.setColor(wood.times(1.15).awt());
        brush.fill(Shapes.ellipse(0, -132, 112, 14));
        brush.setColor(light.lit(Colour.of(246, 242, 234)).awt());
        brush.fill(Shapes.closed(-40, -136, -44, -158, -16, -158, -20, -136));
        brush.fill(Shapes.ellipse(40, -136, 24, 5));
      }
      case "desk" -> {
        brush.setColor(wood.times(0.8).awt());
        brush.fill(new Rectangle2D.Double(-150, -118, 12, 118));
        brush.fill(new Rectangle2D.Double(138, -118, 12, 118));
        brush.fill(new Rectangle2D.Double(60, -118, 78, 84));
        brush.setColor(wood.awt());
        brush.fill(new Rectangle2D.Double(-164, -130, 328, 15));
        brush.setColor(light.lit(materials.accent(1)).awt());
        brush.fill(new Rectangle2D.Double(-120, -146, 74, 8));
        brush.setColor(light.lit(materials.accent(0)).awt());
        brush.fill(new Rectangle2D.Double(-114, -154, 62, 8));
        brush.setColor(light.lit(Colour.of(70, 74, 84)).awt());
        brush.fill(new RoundRectangle2D.Double(-10, -206, 110, 70, 6, 6));
        brush.setColor(light.lit(Colour.of(150, 196, 220)).awt());
        brush.fill(new Rectangle2D.Double(-4, -200, 98, 56));
      }
      default -> throw new IllegalArgumentException("no furniture " + thing);
    }
  }
}
