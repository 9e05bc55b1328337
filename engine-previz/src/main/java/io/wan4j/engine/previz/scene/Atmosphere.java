package io.wan4j.engine.previz.scene;

import io.wan4j.engine.previz.paint.Colour;
import io.wan4j.engine.previz.paint.Compositor;
import io.wan4j.engine.previz.paint.Ease;
import io.wan4j.engine.previz.paint.Noise;
import io.wan4j.engine.previz.scenery.Stage;
import java.util.Optional;

/**
 * What floats or falls between the camera and the place: rain, snow, dust, leaves, bubbles,
 * fireflies. Every particle's way is a function of its number and the time, so frames can be
 * painted in any order.
 */
final class Atmosphere {
  /** What is in the air. */
  enum Kind {
    NONE,
    RAIN,
    SNOW,
    DUST,
    LEAVES,
    PETALS,
    FIREFLIES,
    BUBBLES,
    SAND,
    FIREWORKS
  }

  private final Stage stage;
  private final Kind kind;
  private final double amount;
  private final double wind;
  private final Colour colour;
  private final Optional<Lightning> lightning;

  /**
   * @param amount 0 to 1
   * @param wind 0 to 1, to the right
   */
  Atmosphere(Stage stage, Kind kind, double amount, double wind, Colour colour) {
    this(stage, kind, amount, wind, colour, Optional.empty());
  }

  private Atmosphere(
      Stage stage,
      Kind kind,
      double amount,
      double wind,
      Colour colour,
      Optional<Lightning> lightning) {
    this.lightning = lightning;
    this.stage = stage;
    this.kind = kind;
    this.amount = amount;
    this.wind = wind;
    this.colour = colour;
  }

  /** The same air, in which lightning strikes now and then. */
  Atmosphere withLightning() {
    return new Atmosphere(stage, kind, amount, wind, colour, Optional.of(new Lightning(stage)));
  }

  /** Whether something happens in the sky. */
  boolean hasSky() {
    return lightning.isPresent();
  }

  /** What happens in the sky, behind all that stands on the ground. */
  void laySky(Camera camera, double time, int[] frame) {
    lightning.ifPresent(bolt -> bolt.strike(camera, time, frame));
  }

  void lay(Camera camera, double time, int[] frame) {
    if (kind == Kind.FIREWORKS) {
      new Fireworks(stage).lay(camera, time, frame);
      return;
    }
    int count =
        (int)
            (amount
                * stage.width()
                / 1280
                * switch (kind) {
                  case NONE, FIREWORKS -> 0;
                  case RAIN -> 620;
                  case SNOW -> 520;
                  case DUST -> 70;
                  case LEAVES, PETALS -> 46;
                  case FIREFLIES -> 40;
                  case BUBBLES -> 60;
                  case SAND -> 420;
                });
    for (int i = 0; i < count; i++) {
      particle(i, camera, time, frame);
    }
    lightning.ifPresent(bolt -> bolt.flash(time, frame));
  }

  private double random(int number, int salt) {
    return Noise.hash(number, salt, (int) stage.seed() + 77);
  }

  private void particle(int number, Camera camera, double time, int[] frame) {
    double near = random(number, 1);
    double depth = 0.6 + 3.4 * (1 - near) * (1 - near);
    double roomX = stage.width() + 240;
    double roomY = Stage.HEIGHT + 160;
    double fall;
    double drift;
    switch (kind) {
      case RAIN -> {
        fall = 1500 / Math.sqrt(depth);
        drift = 260 * wind / Math.sqrt(depth) + 60;
      }
      case SNOW -> {
        fall = 95 / depth + 20;
        drift = (30 + 260 * wind) / depth;
      }
      case LEAVES, PETALS -> {
        fall = 70 / depth + 14;
        drift = (60 + 300 * wind) / depth;
      }
      case SAND -> {
        fall = 30 / depth;
        drift = 900 / depth;
      }
      case BUBBLES -> {
        fall = -60 / depth - 24;
        drift = 0;
      }
      default -> {
        fall = -6 / depth;
        drift = (8 + 60 * wind) / depth;
      }
    }
    double swing = kind == Kind.RAIN ? 0 : 18 / depth;
    double turn = time * (0.6 + 0.9 * random(number, 4)) + 6.28 * random(number, 5);
    double x = random(number, 2) * roomX + drift * time + swing * Math.sin(turn);
    double y = random(number, 3) * roomY + fall * time + swing * 0.5 * Math.cos(turn * 0.7);
    // Near things pass faster when the camera moves.
    x -= camera.x() / depth * 0.8 - camera.panX();
    y += camera.panY() + camera.lift() / depth * 0.4;
    x = x - Math.floor(x / roomX) * roomX - 120;
    y = y - Math.floor(y / roomY) * roomY - 80;
    draw(number, x, y, depth, drift / Math.max(1, Math.abs(fall)), time, frame);
  }

  private void draw(
      int number, double x, double y, double depth, double slant, double time, int[] frame) {
    double size = 1 / depth;
    switch (kind) {
      case RAIN -> streak(x, y, slant, 26 + 34 * size, 0.8 + 0.6 * size, 0.10 + 0.22 * size, frame);
      case SAND -> streak(x, y, 12, 3, 1.2 + size, 0.10 + 0.10 * size, frame);
      case SNOW -> dot(x, y, 1.1 + 2.6 * size, 0.35 + 0.5 * Math.min(1, size), colour, frame);
      case DUST -> {
        double glint = 0.5 + 0.5 * Math.sin(time * 0.8 + number);
        dot(x, y, 0.9 + 1.3 * size, (0.10 + 0.22 * glint) * Math.min(1, size), colour, frame);
      }
      case LEAVES, PETALS -> {
        double turn = time * (1.5 + random(number, 6)) + number;
        Colour shade = colour.times(0.8 + 0.35 * random(number, 7));
        flake(x, y, 3.4 + 5.5 * size, turn, shade, frame);
      }
      case FIREFLIES -> {
        double pulse = Math.pow(0.5 + 0.5 * Math.sin(time * 1.7 + number * 2.1), 2);
        if (y > Stage.HEIGHT * 0.35) {
          dot(x, y, 7 + 5 * size, 0.20 * pulse, colour, frame);
          dot(x, y, 1.6 + size, 0.9 * pulse, Colour.of(255, 250, 210), frame);
        }
      }
      case BUBBLES -> {
        double r = 2 + 6 * size * random(number, 8);
        dot(x, y, r, 0.20, colour, frame);
        dot(x - r * 0.3, y - r * 0.3, r * 0.35, 0.6, Colour.of(255, 255, 255), frame);
      }
      case NONE, FIREWORKS -> {
        // clear air
      }
    }
  }

  private void dot(double x, double y, double radius, double alpha, Colour paint, int[] frame) {
    double unit = stage.unit();
    double px = x * unit;
    double py = y * unit;
    double r = Math.max(0.8, radius * unit);
    int width = stage.size().width();
    int height = stage.size().height();
    for (int row = (int) Math.max(0, py - r); row <= Math.min(height - 1, py + r); row++) {
      for (int column = (int) Math.max(0, px - r);
          column <= Math.min(width - 1, px + r);
          column++) {
        double u = (column + 0.5 - px) / r;
        double v = (row + 0.5 - py) / r;
        double t = 1 - (u * u + v * v);
        if (t > 0) {
          int at = row * width + column;
          frame[at] =
              Compositor.blend(frame[at], paint.premultiplied(alpha * Math.min(1, t * 1.4)));
        }
      }
    }
  }

  private void flake(double x, double y, double radius, double turn, Colour paint, int[] frame) {
    double unit = stage.unit();
    double px = x * unit;
    double py = y * unit;
    double r = Math.max(1.2, radius * unit);
    double thin = 0.18 + 0.5 * Math.abs(Math.sin(turn * 0.8));
    double cos = Math.cos(turn);
    double sin = Math.sin(turn);
    int width = stage.size().width();
    int height = stage.size().height();
    for (int row = (int) Math.max(0, py - r); row <= Math.min(height - 1, py + r); row++) {
      for (int column = (int) Math.max(0, px - r);
          column <= Math.min(width - 1, px + r);
          column++) {
        double dx = (column + 0.5 - px) / r;
        double dy = (row + 0.5 - py) / r;
        double u = dx * cos + dy * sin;
        double v = (dy * cos - dx * sin) / thin;
        double t = 1 - u * u - v * v;
        if (t > 0) {
          int at = row * width + column;
          frame[at] = Compositor.blend(frame[at], paint.premultiplied(0.85 * Math.min(1, t * 2)));
        }
      }
    }
  }

  private void streak(
      double x, double y, double slant, double length, double thick, double alpha, int[] frame) {
    double unit = stage.unit();
    int width = stage.size().width();
    int height = stage.size().height();
    double run = slant > 4 ? length * slant : length * slant;
    int steps = (int) Math.max(2, Math.max(length, Math.abs(run)) * unit);
    double half = Math.max(0.5, thick * unit * 0.5);
    for (int i = 0; i < steps; i++) {
      double t = i / (double) steps;
      double px = (x + run * t) * unit;
      int row = (int) ((y + length * t) * unit);
      if (row < 0 || row >= height) {
        continue;
      }
      double fade = alpha * Ease.step(0, 0.5, t) * Ease.step(1, 0.7, t);
      for (int column = (int) Math.floor(px - half);
          column <= (int) Math.floor(px + half);
          column++) {
        if (column >= 0 && column < width) {
          double cover = Math.min(px + half, column + 1) - Math.max(px - half, column);
          int at = row * width + column;
          frame[at] = Compositor.blend(frame[at], colour.premultiplied(fade * cover));
        }
      }
    }
  }
}
