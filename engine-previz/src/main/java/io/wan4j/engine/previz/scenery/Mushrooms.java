package io.wan4j.engine.previz.scenery;

import io.wan4j.engine.previz.paint.Shapes;
import java.util.Random;

/** Toadstools on the floor of a wood. */
record Mushrooms(Studio studio) {
  void paint(Painting painting, double depth) {
    Random random = studio.stage.random(91);
    int count = (int) (studio.stage.period() / 90);
    for (int i = 0; i < count; i++) {
      double size = (0.5 + random.nextDouble()) / depth;
      double x = random.nextDouble() * studio.stage.period();
      double y = Stage.rowOf(depth) + 8 * random.nextGaussian() / depth;
      var cap = studio.light.lit(studio.materials.accent(1 + random.nextInt(2)));
      var stem = studio.light.lit(studio.materials.accent(0));
      painting.paintAt(
          x,
          y,
          30,
          brush -> {
            brush.scale(size, size);
            brush.setColor(stem.times(0.86).awt());
            Shapes.limb(brush, 0, 0, 4, 0, -18, 3.2);
            brush.setColor(cap.awt());
            brush.fill(Shapes.closed(-16, -16, -12, -28, 0, -34, 12, -28, 16, -16, 0, -13));
            brush.setColor(stem.awt(0.9));
            brush.fill(Shapes.disc(-5, -25, 2.4));
            brush.fill(Shapes.disc(5, -22, 2));
          });
    }
  }
}
