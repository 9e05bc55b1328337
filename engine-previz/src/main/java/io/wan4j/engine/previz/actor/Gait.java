package io.wan4j.engine.previz.actor;

/**
 * How four feet follow one another.
 *
 * @param hindNear when in the cycle that foot touches down, 0 to 1; likewise the others
 * @param stance share of the cycle that a foot stays on the ground
 * @param reach share of the species' stride
 * @param lift share of the species' lift
 * @param flex share of the bending of the spine
 * @param bob how far the body rises and falls, share of the leg
 */
record Gait(
    double hindNear,
    double hindFar,
    double foreNear,
    double foreFar,
    double stance,
    double reach,
    double lift,
    double flex,
    double bob) {
  /** Rotary gallop: hind feet, then fore feet, one phase in the air. */
  static final Gait GALLOP = new Gait(0, 0.12, 0.5, 0.62, 0.34, 1, 1, 1, 0.06);

  /** Lateral sequence walk: each foot a quarter after the other. */
  static final Gait WALK = new Gait(0, 0.5, 0.25, 0.75, 0.62, 0.5, 0.42, 0, 0.018);

  static final Gait STILL = new Gait(0, 0, 0, 0, 1, 0, 0, 0, 0);

  static Gait of(Motion motion) {
    return switch (motion) {
      case RUN, DANCE, WALTZ, SWIM, FLY, DRIVE -> GALLOP;
      case WALK -> WALK;
      case STAND, SIT, LIE, TALK, HUG, REST -> STILL;
    };
  }

  /**
   * Where a foot is.
   *
   * @return units ahead of its place of rest, and units above the ground
   */
  double[] foot(double cycle, double start, double stride, double height) {
    double phase = cycle + start;
    phase -= Math.floor(phase);
    if (reach == 0) {
      return new double[] {0, 0};
    }
    double span = stride * reach;
    if (phase < stance) {
      return new double[] {span * (0.5 - phase / stance), 0};
    }
    double u = (phase - stance) / (1 - stance);
    double eased = u * u * (3 - 2 * u);
    double up = height * lift * Math.sin(Math.PI * u) * (1 + 0.25 * Math.sin(2 * Math.PI * u));
    return new double[] {span * (eased - 0.5), up};
  }
}
