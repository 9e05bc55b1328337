package io.wan4j.engine.previz.actor;

/**
 * Where a person's feet and hands are in a pose, in hundredths of its height.
 *
 * @param drop of the hips below their standing height
 * @param lean of the trunk, radians to the front
 * @param nod of the head, radians
 * @param breath by which the shoulders rise
 * @param nearFoot ahead of the hip, above ground (negative), tilt of the shoe
 * @param nearArm the hand seen from the shoulder
 */
record Body(
    double drop,
    double lean,
    double nod,
    double breath,
    double[] nearFoot,
    double[] farFoot,
    double[] nearArm,
    double[] farArm) {
  /** How far the hips of somebody on the ground are below their standing height. */
  static final double KNEES_UP = 40;

  static Body of(Pose pose, boolean child) {
    return switch (pose.motion()) {
      case WALK -> striding(pose, 30, 6.0, 0.60, 0.05, 11, 27.5, 0.8);
      case RUN, DRIVE -> striding(pose, 62, 20, 0.36, 0.20, 13, 16, 2.6);
      case FLY, SWIM -> floating(pose);
      case SIT, LIE -> sitting(pose);
      case TALK -> talking(pose);
      case DANCE -> dancing(pose);
      case WALTZ -> waltzing(pose);
      case HUG -> hugging(pose);
      case STAND, REST -> standing(pose);
    };
  }

  /** Astride: the hips where they are when standing, the feet in stirrups, the hands on reins. */
  static Body riding(Pose pose) {
    double bob = pose.motion() == Motion.RUN ? 0.05 * pose.wave(0.15) : 0.012 * pose.wave(0.1);
    return new Body(
        0,
        (pose.motion() == Motion.RUN ? 0.2 : 0.08) + bob,
        0.03 * pose.idle(0.2, 0.3) - 0.1,
        0.4,
        new double[] {11, -11, 0},
        new double[] {9, -12, 0},
        new double[] {17, 15},
        new double[] {15, 15});
  }

  /** The same with a hand, or both, at what is held. */
  Body holding(Prop.Grip grip, Pose pose) {
    double still = 0.5 * pose.idle(0.24, 0.2);
    double[] near =
        switch (grip) {
          case RAISED -> new double[] {17, 7 + still};
          case ALOFT -> new double[] {22, -2 + still};
          case MOUTH -> new double[] {13, -2 + still};
          case FRONT -> new double[] {15, 15 + still};
          case HANGING -> new double[] {1, 29};
          case ACROSS -> new double[] {9, 17 + 2.2 * pose.idle(1.7, 0)};
          case BLADE ->
              pose.motion() == Motion.DANCE
                  ? new double[] {17 + 5 * pose.wave(0.2), 6 + 9 * pose.wave(0.3)}
                  : new double[] {13, 19 + still};
        };
    double[] far =
        switch (grip) {
          case FRONT -> new double[] {9, 16 + still};
          case ACROSS -> new double[] {15, 4 + 1.5 * pose.idle(0.5, 0.3)};
          case BLADE ->
              pose.motion() == Motion.DANCE ? new double[] {near[0] - 9, near[1] + 3} : farArm;
          default -> farArm;
        };
    return new Body(drop, lean, nod, breath, nearFoot, farFoot, near, far);
  }

  /** The same with somebody small in its arms. */
  Body carrying(Pose pose) {
    double rock = 0.6 * pose.idle(0.2, 0.1);
    return new Body(
        drop,
        lean * 0.5,
        nod + 0.06,
        breath,
        nearFoot,
        farFoot,
        new double[] {13, 21 + rock},
        new double[] {12, 15 + rock});
  }

  /** The same at the oars: pulling where the boat is under way, resting on them else. */
  Body rowing(Pose pose) {
    double pull = pose.motion().moving() ? pose.idle(0.5, 0) : 0.15 * pose.idle(0.2, 0);
    return new Body(
        drop,
        0.06 - 0.16 * pull,
        nod,
        breath,
        nearFoot,
        farFoot,
        new double[] {18 - 5 * pull, 13},
        new double[] {16 - 5 * pull, 12});
  }

  /** On the bare ground: the knees drawn up, the arms about them. */
  static Body kneesUp(Pose pose) {
    return new Body(
        KNEES_UP,
        0.05 + 0.02 * pose.idle(0.19, 0),
        0.05 * pose.idle(0.23, 0.2),
        0.5 + 0.5 * pose.idle(0.28, 0),
        new double[] {25, 0, 0},
        new double[] {29, 0, 0},
        new double[] {17, 17},
        new double[] {15, 18});
  }

  private static Body striding(
      Pose pose,
      double stride,
      double lift,
      double stance,
      double lean,
      double swing,
      double hang,
      double bob) {
    double[] near = step(pose.cycle(), stride, lift, stance);
    double[] far = step(pose.cycle() + 0.5, stride, lift, stance);
    double wave = Math.sin(2 * Math.PI * (pose.cycle() + 0.28));
    double rise = bob * Math.cos(4 * Math.PI * pose.cycle());
    boolean run = stance < 0.5;
    double[] nearArm = {
      -swing * wave + (run ? 5 : 1), hang - Math.abs(swing * wave) * (run ? 0.3 : 0.12)
    };
    double[] farArm = {
      swing * wave + (run ? 5 : 1), hang - Math.abs(swing * wave) * (run ? 0.3 : 0.12)
    };
    return new Body(
        (run ? 1.6 : 2.0) + rise, lean, run ? 0.0 : 0.01 * wave, 0, near, far, nearArm, farArm);
  }

  private static double[] step(double cycle, double stride, double lift, double stance) {
    double phase = cycle - Math.floor(cycle);
    if (phase < stance) {
      double t = phase / stance;
      double heel = t > 0.7 ? (t - 0.7) / 0.3 : 0;
      return new double[] {
        stride * (0.5 - t), -heel * lift * 0.45, heel * 0.5 - (t < 0.12 ? 0.25 : 0)
      };
    }
    double u = (phase - stance) / (1 - stance);
    double eased = u * u * (3 - 2 * u);
    double up = Math.sin(Math.PI * Math.pow(u, 0.8)) * lift + (1 - u) * lift * 0.45;
    return new double[] {stride * (eased - 0.5), -up, 0.5 - 0.75 * u};
  }

  /** As babies sit: on the ground, legs in front, arms that beat the air. */
  static Body onTheGround(Pose pose) {
    double glad = pose.motion() == Motion.TALK ? 1 : 0.3;
    return new Body(
        37,
        0.02 * pose.idle(0.3, 0),
        0.06 * pose.idle(0.4, 0.1),
        0.5 + 0.5 * pose.idle(0.5, 0),
        new double[] {19, -1 - 2 * glad * Math.max(0, pose.idle(1.1, 0)), -0.5},
        new double[] {22, -1 - 2 * glad * Math.max(0, pose.idle(1.1, 0.5)), -0.5},
        new double[] {7, 13 - 7 * glad * Math.abs(pose.idle(0.9, 0.1))},
        new double[] {11, 11 - 7 * glad * Math.abs(pose.idle(0.9, 0.3))});
  }

  /** Weightless: the trunk tilted, arms spread, legs that paddle slowly. */
  private static Body floating(Pose pose) {
    double paddle = pose.idle(0.35, 0);
    double wave = pose.idle(0.5, 0.3);
    return new Body(
        -3 + 1.5 * pose.idle(0.2, 0.2),
        0.32 + 0.03 * paddle,
        -0.2 + 0.03 * wave,
        0.3,
        new double[] {-15 + 4 * paddle, -7 - 3 * paddle, 0.6},
        new double[] {-9 - 4 * paddle, -12 + 3 * paddle, 0.6},
        new double[] {18, 3 - 5 * wave},
        new double[] {-4, 16 + 3 * paddle});
  }

  private static Body standing(Pose pose) {
    double sway = pose.idle(0.12, 0.1);
    double breath = 0.35 + 0.35 * pose.idle(0.28, 0);
    return new Body(
        0.3,
        0.008 * sway,
        0.02 * pose.idle(0.17, 0.4),
        breath,
        new double[] {-2.4, 0, 0},
        new double[] {2.6, 0, 0},
        new double[] {-2.6 + 0.5 * sway, 28.4},
        new double[] {4.4 + 0.5 * sway, 27.6});
  }

  private static Body talking(Pose pose) {
    double gesture = 0.5 + 0.5 * pose.idle(0.45, 0.2);
    double other = 0.5 + 0.5 * pose.idle(0.31, 0.6);
    return new Body(
        0.3,
        0.02 * pose.idle(0.2, 0),
        0.05 * pose.idle(0.55, 0.1),
        0.4,
        new double[] {-2.4, 0, 0},
        new double[] {2.6, 0, 0},
        new double[] {4 + 7 * gesture, 22 - 8 * gesture},
        new double[] {5 + 6 * other, 22 - 9 * other});
  }

  private static Body sitting(Pose pose) {
    double breath = 0.6 + 0.6 * pose.idle(0.28, 0);
    return new Body(
        24,
        0.03 * pose.idle(0.19, 0),
        0.07 * pose.idle(0.23, 0.2),
        breath,
        new double[] {20, 0, 0},
        new double[] {23, 0, 0},
        new double[] {11, 23},
        new double[] {10, 23});
  }

  /** The same with the arms stretched out to somebody by a share. */
  Body reaching(double share) {
    return new Body(
        drop,
        lean + 0.1 * share,
        nod + 0.04 * share,
        breath,
        nearFoot,
        farFoot,
        mixed(nearArm, 23, 10, share),
        mixed(farArm, 19, 12, share));
  }

  private static double[] mixed(double[] arm, double x, double y, double share) {
    return new double[] {arm[0] + (x - arm[0]) * share, arm[1] + (y - arm[1]) * share};
  }

  /** One two three, one two three: rise and fall, a hand held out, one on the partner's back. */
  private static Body waltzing(Pose pose) {
    double beat = pose.wave(0);
    double half = pose.wave(0.25);
    double rise = Math.abs(half);
    return new Body(
        1.6 - 1.2 * rise,
        0.03 + 0.05 * beat,
        -0.06 + 0.05 * half,
        0.3,
        new double[] {-3 + 6 * beat, -Math.max(0, half) * 4, Math.max(0, half) * 0.3},
        new double[] {3 - 6 * beat, -Math.max(0, -half) * 4, Math.max(0, -half) * 0.3},
        new double[] {22, -1 + 1.5 * half},
        new double[] {16, 9 + half});
  }

  /** Leaning into each other, arms round the back, heads side by side, a slow sway. */
  private static Body hugging(Pose pose) {
    double sway = pose.idle(0.2, 0);
    return new Body(
        0.6,
        0.11 + 0.012 * sway,
        0.12 + 0.02 * sway,
        0.4 + 0.3 * pose.idle(0.28, 0),
        new double[] {-3, 0, 0},
        new double[] {3.4, 0, 0},
        new double[] {19, 8 + 0.5 * sway},
        new double[] {15, 14});
  }

  private static Body dancing(Pose pose) {
    double beat = pose.wave(0);
    double half = pose.wave(0.25);
    return new Body(
        2.5 + 1.8 * Math.abs(half),
        0.09 * beat,
        0.06 * half,
        0.3,
        new double[] {-4 + 2 * beat, -Math.max(0, half) * 5, Math.max(0, half) * 0.4},
        new double[] {5 + 2 * beat, -Math.max(0, -half) * 5, Math.max(0, -half) * 0.4},
        new double[] {-13 + 3 * beat, 5 - 11 * half},
        new double[] {17 + 3 * beat, 3 + 11 * half});
  }
}
