package io.wan4j.engine.previz.picture;

/**
 * A move of the picture plane: turn, scale and shift. Takes (x, y) to (a x - b y + shiftX, b x + a
 * y + shiftY), in pixels.
 */
record Similarity(double a, double b, double shiftX, double shiftY) {
  static final Similarity IDENTITY = new Similarity(1, 0, 0, 0);

  double x(double x, double y) {
    return a * x - b * y + shiftX;
  }

  double y(double x, double y) {
    return b * x + a * y + shiftY;
  }

  double scale() {
    return Math.hypot(a, b);
  }

  double angle() {
    return Math.atan2(b, a);
  }

  Similarity inverse() {
    double square = a * a + b * b;
    double ia = a / square;
    double ib = -b / square;
    return new Similarity(ia, ib, -(ia * shiftX - ib * shiftY), -(ib * shiftX + ia * shiftY));
  }

  /** First the other, then this. */
  Similarity after(Similarity other) {
    return new Similarity(
        a * other.a - b * other.b,
        b * other.a + a * other.b,
        x(other.shiftX, other.shiftY),
        y(other.shiftX, other.shiftY));
  }

  /**
   * The part of this move made at a share of its time, along a spiral about its fixed point, or
   * along a line where there is none. This is what one steady camera move looks like.
   */
  Similarity part(double share) {
    double angle = angle() * share;
    double scale = Math.pow(scale(), share);
    double square = (1 - a) * (1 - a) + b * b;
    if (square < 1e-8) {
      return new Similarity(1, 0, shiftX * share, shiftY * share);
    }
    double fixedX = ((1 - a) * shiftX - b * shiftY) / square;
    double fixedY = (b * shiftX + (1 - a) * shiftY) / square;
    return about(scale, angle, fixedX, fixedY);
  }

  /** Scales and turns about a point that stays. */
  static Similarity about(double scale, double angle, double x, double y) {
    double a = scale * Math.cos(angle);
    double b = scale * Math.sin(angle);
    return new Similarity(a, b, x - (a * x - b * y), y - (b * x + a * y));
  }
}
