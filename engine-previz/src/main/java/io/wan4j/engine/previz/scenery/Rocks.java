package io.wan4j.engine.previz.scenery;

import io.wan4j.engine.previz.paint.Colour;
import io.wan4j.engine.previz.paint.Shapes;
import java.util.Random;

/** Boulders and pebbles: a rounded stone, its lit side, its shadow. */
final class Rocks {
  private final Light light;
  private final Colour material;

  Rocks(Light light, Colour material) {
    this.light = light;
    this.material = material;
  }

  /** Paints a stone that stands at ({@code x}, {@code y}). */
  void paint(Painting painting, double x, double y, double radius, long seed) {
    Random random = new Random(seed);
    int corners = 8;
    double[] outline = new double[2 * corners];
    double[] face = new double[2 * corners];
    double side = light.sunX() > 0.5 ? 0.22 : -0.22;
    for (int i = 0; i < corners; i++) {
      double angle = 2 * Math.PI * i / corners;
      double reach = radius * (0.82 + 0.36 * random.nextDouble());
      double up = Math.sin(angle);
      outline[2 * i] = Math.cos(angle) * reach * 1.25;
      outline[2 * i + 1] = -radius * 0.45 - up * reach * (up > 0 ? 0.75 : 0.42);
      face[2 * i] = outline[2 * i] * 0.68 + side * radius;
      face[2 * i + 1] = -radius * 0.62 + (outline[2 * i + 1] + radius * 0.45) * 0.6;
    }
    painting.paintAt(
        x,
        y,
        radius * 2.2,
        brush -> {
          brush.setColor(light.shadow().awt(0.3));
          brush.fill(Shapes.ellipse(-side * radius, 0, radius * 1.5, radius * 0.3));
          brush.setColor(light.shaded(material).awt());
          brush.fill(Shapes.closed(outline));
          brush.setColor(light.lit(material).awt(0.85));
          brush.fill(Shapes.closed(face));
        });
  }
}
