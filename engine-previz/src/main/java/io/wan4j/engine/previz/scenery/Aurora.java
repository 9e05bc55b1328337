package io.wan4j.engine.previz.scenery;

import io.wan4j.engine.previz.paint.Colour;
import io.wan4j.engine.previz.paint.Ease;
import io.wan4j.engine.previz.paint.Noise;

/** Northern lights: curtains of green that fade upwards into violet, folded and finely rayed. */
final class Aurora {
  private static final Colour GREEN = Colour.of(96, 240, 158);
  private static final Colour VIOLET = Colour.of(150, 96, 220);

  private final Stage stage;

  Aurora(Studio studio) {
    this.stage = studio.stage;
  }

  void paint(Painting painting) {
    int cells = stage.cells(420);
    painting.fill(
        0,
        painting.rows(),
        (x, y) -> {
          double u = x / stage.period() * cells;
          double light = 0;
          double height = 0;
          for (int i = 0; i < 3; i++) {
            int seed = stage.salted(601 + 7 * i);
            double foot = 250 - 62 * i + 130 * (Noise.fractal(u, 0.5, cells, seed, 3) - 0.5);
            double above = foot - y;
            double tall = 150 + 130 * Noise.fractal(u * 2, 1.5, cells * 2, seed + 1, 2);
            double rays = 0.45 + 0.75 * Noise.fractal(u * 22, 2.5, cells * 22, seed + 2, 2);
            double curtain =
                above < 0
                    ? Math.exp(above / 7)
                    : Math.exp(-2.6 * above / tall) * Ease.step(tall * 1.4, tall * 0.5, above);
            double share = curtain * rays * (0.75 - 0.15 * i);
            light += share;
            height += share * Ease.clamp(above / (tall * 0.7));
          }
          double violet = light > 1e-4 ? height / light : 0;
          return GREEN.mix(VIOLET, Ease.clamp(violet)).premultiplied(Math.min(0.78, 0.8 * light));
        });
  }
}
