package io.wan4j.engine.previz.scene;

import io.wan4j.engine.previz.paint.Colour;
import io.wan4j.engine.previz.paint.Compositor;
import io.wan4j.engine.previz.paint.Noise;
import io.wan4j.engine.previz.scenery.Stage;

/** Fireworks over a place: rockets that rise, burst into sparks, and fall. */
final class Fireworks {
  private static final Colour[] COLOURS = {
    Colour.of(255, 96, 110), Colour.of(255, 206, 96), Colour.of(110, 210, 255),
    Colour.of(180, 130, 255), Colour.of(130, 255, 170), Colour.of(255, 150, 220)
  };
  private static final double EVERY = 0.62;
  private static final double LIFE = 2.6;
  private static final double RISE = 0.55;
  private static final int SPARKS = 84;
  private static final int TRAIL = 6;

  /** The lowest row at which the horizon is taken to be. */
  private static final double HIGHEST = 160;

  private final Stage stage;

  Fireworks(Stage stage) {
    this.stage = stage;
  }

  void lay(Camera camera, double time, int[] frame) {
    int newest = (int) Math.floor(time / EVERY);
    for (int number = newest - 5; number <= newest; number++) {
      // the first ones are already in the sky when the shot begins
      double age = time - number * EVERY;
      if (age < LIFE) {
        rocket(number, age, camera, frame);
      }
    }
  }

  private double random(int number, int salt) {
    return Noise.hash(number, salt, (int) stage.seed() + 311);
  }

  private void rocket(int number, double age, Camera camera, int[] frame) {
    double x = stage.width() * (0.14 + 0.72 * random(number, 1)) + camera.panX();
    // in the sky that is seen, wherever the camera has put the horizon
    double y = Math.max(HIGHEST, Stage.HORIZON + camera.panY()) * (0.2 + 0.38 * random(number, 2));
    Colour colour = COLOURS[(int) (COLOURS.length * random(number, 3))];
    if (age < RISE) {
      double t = age / RISE;
      double from = Stage.HORIZON + camera.panY();
      double row = from + (y - from) * (1 - (1 - t) * (1 - t));
      for (int i = 0; i < 5; i++) {
        spark(x, row + i * 9, 1.6 - 0.2 * i, 0.8 - 0.14 * i, Colour.of(255, 226, 170), frame);
      }
      return;
    }
    double burst = age - RISE;
    double fade = Math.max(0, 1 - burst / (LIFE - RISE));
    double flash = Math.max(0, 1 - burst / 0.18);
    spark(x, y, 150, 0.10 * fade + 0.34 * flash, colour, frame);
    double size = 112 + 80 * random(number, 4);
    for (int i = 0; i < SPARKS; i++) {
      double angle = 2 * Math.PI * (i + random(number * 97 + i, 5)) / SPARKS;
      double pace = 0.45 + 0.55 * Math.sqrt(random(number * 97 + i, 6));
      for (int j = 0; j < TRAIL; j++) {
        double past = burst - 0.035 * j;
        if (past <= 0) {
          break;
        }
        double reach = size * pace * (1 - Math.exp(-2.6 * past));
        double drop = 26 * past * past;
        boolean glint = random(number * 97 + i, (int) (burst * 12) + 7) > 0.25;
        double alpha = Math.sqrt(fade) * (1 - (double) j / TRAIL) * (glint ? 1 : 0.45);
        Colour shade = j == 0 ? colour.mix(Colour.of(255, 255, 255), 0.5 * fade) : colour;
        spark(
            x + Math.cos(angle) * reach,
            y + Math.sin(angle) * reach * 0.94 + drop,
            2.0 - 0.2 * j,
            alpha,
            shade,
            frame);
      }
    }
  }

  /** Adds light to the frame, as light does. */
  private void spark(double x, double y, double radius, double alpha, Colour colour, int[] frame) {
    double unit = stage.unit();
    int width = stage.size().width();
    int height = stage.size().height();
    double r = Math.max(0.9, radius * unit);
    double px = x * unit;
    double py = y * unit;
    for (int row = (int) Math.max(0, py - r); row <= Math.min(height - 1, py + r); row++) {
      for (int column = (int) Math.max(0, px - r);
          column <= Math.min(width - 1, px + r);
          column++) {
        double d = Math.hypot(column + 0.5 - px, row + 0.5 - py) / r;
        if (d >= 1) {
          continue;
        }
        int share = (int) (256 * alpha * (1 - d * d));
        int at = row * width + column;
        frame[at] = Compositor.lighten(frame[at], colour, share);
      }
    }
  }
}
