package io.wan4j.engine.previz.scenery;

import io.wan4j.engine.previz.paint.Colour;
import io.wan4j.engine.previz.paint.Ease;
import io.wan4j.engine.previz.paint.Noise;

/** A lane of trodden earth from left to right, with the ruts of carts and grassy verges. */
record Lane(Studio studio) {
  private static final Colour EARTH = Colour.of(206, 178, 128);

  /** Where the ruts are, shares of the way across, and how broad. */
  private static final double[] RUTS = {0.30, 0.66};

  private static final double RUT = 0.055;

  /** How much of the earth is hidden by snow that was walked on. */
  private static final double TRODDEN = 0.78;

  void paint(Painting painting, double from, double to) {
    Stage stage = studio.stage;
    Light light = studio.light;
    int seed = stage.salted(301);
    int cells = stage.cells(170);
    boolean snow = studio.materials.groundFar().brightness() > 0.9;
    Colour earth = snow ? EARTH.mix(studio.materials.groundFar(), TRODDEN) : EARTH;
    Colour lit = light.lit(earth);
    Colour shade = light.shaded(earth).mix(lit, 0.25);
    painting.fill(
        0,
        painting.rows(),
        (x, y) -> {
          double across = (y - from) / (to - from);
          double u = x / stage.period() * cells;
          double edge = Noise.fractal(u * 3, 2.5, cells * 3, seed, 3) - 0.5;
          double other = Noise.fractal(u * 2, 7.5, cells * 2, seed + 1, 3) - 0.5;
          double inside =
              Ease.step(0.03, 0.16, across + 0.16 * edge)
                  * Ease.step(1.0, 0.84, across + 0.2 * other);
          if (inside <= 0) {
            return 0;
          }
          double patch = Ground.noise(stage, x, y, 190, seed + 2);
          double fine = Ground.noise(stage, x, y, 26, seed + 3);
          double dark = 0.75 * (patch - 0.35) + 0.5 * (fine - 0.4);
          for (double rut : RUTS) {
            double off = (across - rut - 0.05 * edge) / RUT;
            dark += 0.34 * Math.exp(-off * off);
          }
          double near = 1 - 0.22 * Ease.clamp(across);
          return lit.mix(shade, Ease.clamp(dark)).times(near).premultiplied(0.96 * inside);
        });
  }
}
