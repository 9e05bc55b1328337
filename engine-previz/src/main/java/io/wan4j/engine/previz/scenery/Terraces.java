package io.wan4j.engine.previz.scenery;

import io.wan4j.engine.previz.paint.Colour;
import io.wan4j.engine.previz.paint.Noise;
import java.awt.BasicStroke;
import java.awt.GradientPaint;
import java.awt.Graphics2D;
import java.awt.geom.Path2D;

/** Flooded rice terraces that climb a hillside, step over step, each a mirror of the sky. */
final class Terraces {
  private static final Colour RICE = Colour.of(118, 168, 66);
  private static final Colour BANK = Colour.of(70, 92, 44);

  private final Stage stage;
  private final Light light;

  Terraces(Studio studio) {
    this.stage = studio.stage;
    this.light = studio.light;
  }

  /**
   * The steps of one slope.
   *
   * @param top row of the uppermost edge
   * @param bottom row of the lowest
   * @param steps how many
   * @param distance share of haze on the uppermost, 0 to 1; the lowest has a third of it
   */
  void slope(Painting painting, double top, double bottom, int steps, double distance, int salt) {
    int seed = stage.salted(salt);
    for (int i = 0; i < steps; i++) {
      double share = (double) i / steps;
      double near = Math.pow(share, 1.35);
      double row = top + (bottom - top) * near;
      double next = top + (bottom - top) * Math.pow((i + 1.0) / steps, 1.35);
      double swing = (next - row) * 1.5 + 16 * (1 - share);
      double haze = distance * (1 - 0.7 * share);
      int step = i;
      painting.paint(
          brush -> step(brush, row, next - row, swing, seed + step * 3, haze, step, bottom));
    }
  }

  private void step(
      Graphics2D brush,
      double row,
      double rise,
      double swing,
      int seed,
      double haze,
      int number,
      double bottom) {
    boolean flooded = Noise.hash(number, 3, seed) > 0.45;
    Colour sky = light.sky().getLast().mix(light.sky().getFirst(), 0.5);
    Colour field = flooded ? light.lit(RICE).mix(sky, 0.66) : light.lit(RICE);
    Colour far = light.hazed(field.times(1.04), haze);
    Colour near =
        light.hazed(flooded ? field.mix(light.shaded(RICE), 0.22) : field.times(0.8), haze);
    Path2D edge = edge(row, swing, seed);
    Path2D area = (Path2D) edge.clone();
    area.lineTo(stage.period(), bottom + 4);
    area.lineTo(0, bottom + 4);
    area.closePath();
    brush.setPaint(
        new GradientPaint(
            0, (float) row, far.awt(), 0, (float) (row + rise * 2 + swing), near.awt()));
    brush.fill(area);
    brush.setColor(light.hazed(light.shaded(BANK), haze).awt());
    brush.setStroke(new BasicStroke((float) Math.max(1.4, rise * 0.16)));
    brush.draw(edge);
    brush.setColor(light.hazed(light.lit(RICE.mix(Colour.of(210, 224, 120), 0.4)), haze).awt(0.8));
    brush.setStroke(new BasicStroke((float) Math.max(0.8, rise * 0.06)));
    brush.draw(edge(row - Math.max(1, rise * 0.1), swing, seed));
  }

  /** The upper rim of a step; it meets itself after a period. */
  private Path2D edge(double row, double swing, int seed) {
    int cells = stage.cells(330);
    Path2D edge = new Path2D.Double();
    for (double x = 0; x <= stage.period() + 6; x += 6) {
      double u = x / stage.period() * cells;
      double y = row + (Noise.fractal(u, 2.5, cells, seed, 2) - 0.5) * 2 * swing;
      if (x == 0) {
        edge.moveTo(x, y);
      } else {
        edge.lineTo(x, y);
      }
    }
    return edge;
  }
}
