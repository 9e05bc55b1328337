package io.wan4j.engine.previz.scenery;

import io.wan4j.engine.previz.paint.Colour;
import io.wan4j.engine.previz.paint.Ease;
import io.wan4j.engine.previz.paint.Layer;
import io.wan4j.engine.previz.paint.Noise;
import io.wan4j.engine.previz.paint.Shapes;
import java.util.List;
import java.util.Random;

/** Sky from the zenith to below the horizon, with sun or moon, their glow, and stars. */
final class Sky {
  private static final int GLOW_TABLE = 3000;

  private final Stage stage;
  private final Light light;
  private final double sunX;
  private final double sunY;

  Sky(Stage stage, Light light) {
    this.stage = stage;
    this.light = light;
    this.sunX = stage.width() * light.sunX();
    this.sunY = Stage.HORIZON * light.sunY();
  }

  Layer paint() {
    Painting painting = new Painting(stage, Stage.ABOVE, Stage.HORIZON + 40);
    double[] glow = glowByDistance();
    double half = stage.period() / 2;
    for (int row = 0; row < painting.rows(); row++) {
      double y = painting.rowAt(row);
      double[] base = gradient(y / Stage.HORIZON);
      double dy = (y - sunY) * 1.25;
      int r = row;
      painting.fill(
          row,
          row + 1,
          (x, same) -> {
            double dx = Math.abs(x - sunX);
            dx = dx > half ? stage.period() - dx : dx;
            double k = glow[Math.min(GLOW_TABLE - 1, (int) Math.sqrt(dx * dx + dy * dy))];
            double dither = Noise.hash((int) (x * 7), r, 5) - 0.5;
            return 0xFF000000
                | screen(base[0], light.sun().red() * k, dither) << 16
                | screen(base[1], light.sun().green() * k * 0.93, dither) << 8
                | screen(base[2], light.sun().blue() * k * 0.78, dither);
          });
    }
    stars(painting);
    disc(painting);
    return painting.layer();
  }

  private double[] gradient(double t) {
    List<Colour> stops = light.sky();
    double[] at = light.skyAt();
    int i = 0;
    while (i < at.length - 2 && t > at[i + 1]) {
      i++;
    }
    double u = Ease.clamp((t - at[i]) / (at[i + 1] - at[i]));
    Colour a = stops.get(i);
    Colour b = stops.get(i + 1);
    return new double[] {
      Ease.mix(a.red(), b.red(), u),
      Ease.mix(a.green(), b.green(), u),
      Ease.mix(a.blue(), b.blue(), u)
    };
  }

  private double[] glowByDistance() {
    double[] table = new double[GLOW_TABLE];
    for (int i = 0; i < table.length; i++) {
      table[i] = light.glow() * (0.55 * Math.exp(-i / 95.0) + 0.32 * Math.exp(-i / 330.0));
    }
    return table;
  }

  private static int screen(double below, double above, double dither) {
    double value = 255 - (255 - below) * (255 - Math.min(255, above)) / 255 + dither;
    return (int) Math.max(0, Math.min(255, Math.round(value)));
  }

  private void stars(Painting painting) {
    if (light.stars() <= 0) {
      return;
    }
    Random random = stage.random(3);
    int count = (int) (stage.period() * 0.42 * light.stars());
    for (int i = 0; i < count; i++) {
      double height = random.nextDouble();
      double y = Stage.ABOVE + (Stage.HORIZON * 0.96 - Stage.ABOVE) * height;
      double size = 0.45 + 1.1 * Math.pow(random.nextDouble(), 3);
      double alpha =
          light.stars()
              * (0.25 + 0.75 * random.nextDouble())
              * Ease.step(Stage.HORIZON, Stage.HORIZON * 0.35, y);
      Colour colour = Colour.of(255, 250, 235).mix(Colour.of(190, 210, 255), random.nextDouble());
      painting.paintAt(
          random.nextDouble() * stage.period(),
          y,
          4,
          brush -> {
            brush.setColor(colour.awt(alpha));
            brush.fill(Shapes.disc(0, 0, size));
          });
    }
  }

  private void disc(Painting painting) {
    double radius = light.sunRadius();
    if (radius <= 0) {
      return;
    }
    painting.paintAt(
        sunX,
        sunY,
        radius * 2,
        brush -> {
          for (double soft = 1.22; soft >= 1; soft -= 0.044) {
            brush.setColor(light.sun().awt(0.16));
            brush.fill(Shapes.disc(0, 0, radius * soft));
          }
          brush.setColor(light.sun().awt());
          brush.fill(Shapes.disc(0, 0, radius));
          if (light.stars() > 0.8) {
            brush.setColor(Colour.of(150, 160, 190).awt(0.30));
            brush.fill(Shapes.ellipse(-radius * 0.3, -radius * 0.2, radius * 0.32, radius * 0.26));
            brush.fill(Shapes.ellipse(radius * 0.28, radius * 0.24, radius * 0.24, radius * 0.2));
            brush.fill(Shapes.ellipse(radius * 0.2, -radius * 0.42, radius * 0.16, radius * 0.12));
          }
        });
  }
}
