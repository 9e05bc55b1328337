package io.wan4j.engine.previz.scene;

import io.wan4j.engine.previz.paint.Colour;
import io.wan4j.engine.previz.paint.Compositor;
import io.wan4j.engine.previz.paint.Noise;
import io.wan4j.engine.previz.scenery.Stage;

/**
 * Lightning: now and then a bolt from the clouds to the horizon, and its flash over everything. A
 * strike is a function of its number, so frames can be painted in any order. Strikes are more than
 * a second and a half apart and each flickers once: WCAG 2.2, criterion 2.3.1, allows three flashes
 * a second.
 */
final class Lightning {
  private static final double EVERY = 2.1;
  private static final double FIRST = 0.6;
  private static final double JITTER = 0.45;
  private static final double LIFE = 0.4;

  /** Share of a channel's range that a full flash adds to the picture. */
  private static final double FLASH = 0.26;

  /** Each halves the pieces that a bolt is made of. */
  private static final int FOLDS = 6;

  private static final Colour LIGHT = Colour.of(214, 226, 255);

  private final Stage stage;

  Lightning(Stage stage) {
    this.stage = stage;
  }

  /** The bolt; what is laid afterwards stands before it. */
  void strike(Camera camera, double time, int[] frame) {
    int number = number(time);
    double power = power(number, time);
    if (power < 0.03) {
      return;
    }
    double x = stage.width() * (0.16 + 0.68 * random(number, 1)) + camera.panX();
    double foot = x + 160 * (random(number, 2) - 0.5);
    double top = -30 + camera.panY();
    double ground = Stage.HORIZON + 10 + camera.panY();
    glow(x, top, 340, 0.5 * power, frame);
    fork(number * 64, x, top, foot, ground, 2.6, power, frame);
  }

  /** The light that it throws on everything. */
  void flash(double time, int[] frame) {
    double power = power(number(time), time);
    int share = (int) (256 * FLASH * power);
    if (share < 2) {
      return;
    }
    for (int i = 0; i < frame.length; i++) {
      frame[i] = Compositor.lighten(frame[i], LIGHT, share);
    }
  }

  private int number(double time) {
    return (int) Math.floor((time - FIRST + EVERY) / EVERY);
  }

  /** 0 to 1: sudden, one flicker, then a fading glow. */
  private double power(int number, double time) {
    double age = time - (FIRST + (number - 1) * EVERY + JITTER * random(number, 3));
    if (age < 0 || age > LIFE) {
      return 0;
    }
    double fading = Math.exp(-age * 7);
    return age > 0.07 && age < 0.12 ? 0.3 * fading : fading;
  }

  private double random(int number, int salt) {
    return Noise.hash(number, salt, (int) stage.seed() + 509);
  }

  /** A crooked way between two points, with two arms that end in the air. */
  private void fork(
      int number,
      double x,
      double y,
      double endX,
      double endY,
      double thick,
      double power,
      int[] frame) {
    int pieces = 1 << FOLDS;
    double[] across = new double[pieces + 1];
    crook(number, across, 0, pieces, 0.17 * (endY - y));
    double lastX = x;
    double lastY = y;
    for (int i = 1; i <= pieces; i++) {
      double t = (double) i / pieces;
      double nextX = x + (endX - x) * t + across[i];
      double nextY = y + (endY - y) * t;
      double half = thick * (1 - 0.55 * t);
      segment(lastX, lastY, nextX, nextY, half, power, frame);
      if (thick > 2 && (i == pieces / 3 || i == pieces * 5 / 9)) {
        double side = random(number, i) < 0.5 ? -1 : 1;
        double reach = (endY - y) * (0.22 + 0.16 * random(number, i + 1));
        fork(
            number + i,
            nextX,
            nextY,
            nextX + side * reach,
            nextY + reach,
            thick * 0.5,
            power * 0.7,
            frame);
      }
      lastX = nextX;
      lastY = nextY;
    }
  }

  /** Midpoint displacement: the middle of each part steps aside by a share of its length. */
  private void crook(int number, double[] across, int from, int to, double reach) {
    int middle = (from + to) / 2;
    if (middle == from) {
      return;
    }
    across[middle] =
        (across[from] + across[to]) / 2 + reach * (random(number * 131 + middle, 4) - 0.5);
    crook(number, across, from, middle, reach * 0.55);
    crook(number, across, middle, to, reach * 0.55);
  }

  private void segment(
      double x, double y, double endX, double endY, double half, double power, int[] frame) {
    double length = Math.hypot(endX - x, endY - y);
    int steps = (int) Math.max(1, Math.ceil(length * stage.unit()));
    for (int i = 0; i < steps; i++) {
      double t = (double) i / steps;
      double px = x + (endX - x) * t;
      double py = y + (endY - y) * t;
      glow(px, py, half * 5, 0.07 * power, frame);
      glow(px, py, half, power, frame);
    }
  }

  private void glow(double x, double y, double radius, double power, int[] frame) {
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
        if (d < 1) {
          int at = row * width + column;
          frame[at] = Compositor.lighten(frame[at], LIGHT, (int) (256 * power * (1 - d) * (1 - d)));
        }
      }
    }
  }
}
