package io.wan4j.engine.previz.picture;

/** The ways in which an effect bends a picture. At time 0 every one of them leaves it as it is. */
final class EffectWarp {
  /** Named after what happens to the thing in the middle. */
  enum Kind {
    DRIFT,
    SQUISH,
    INFLATE,
    POKE,
    TURNTABLE,
    CAROUSEL,
    SCATTER,
    FLY,
    EMBRACE,
    HEARTBEAT,
    MELT,
    SWIRL,
    RIPPLE,
    SWAY,
    BOUNCE,
    TWIST,
    SHIMMY,
    WAVE,
    SPHERE,
    PUSH,
    SHAKE,
    RISE
  }

  private static final double TURN = 2 * Math.PI;

  private EffectWarp() {}

  /**
   * Where the picture is seen.
   *
   * @param time 0 at the start of the film to 1 at its end
   * @param seconds the same in seconds
   */
  static MeshWarp.Mapping at(
      EffectTemplate template, double time, double seconds, int width, int height) {
    double amount = template.amount();
    double start = Easing.smooth(seconds / 0.8);
    double beat = seconds * template.tempo();
    return switch (template.warp()) {
      case SQUISH -> press(amount * squeeze(time), 0.5, width, height);
      case INFLATE ->
          bulge(
              amount * (0.75 * Easing.smooth(time / 0.7) + 0.04 * start * Math.sin(TURN * beat)),
              width,
              height);
      case POKE -> poke(amount, beat, start, width, height);
      case FLY -> fly(amount * start, seconds, width, height);
      case EMBRACE -> press(-amount * 0.55 * Easing.smooth(time / 0.7), 0.42, width, height);
      case HEARTBEAT ->
          zoom(
              1 + amount * (0.10 * Easing.smooth(time) + 0.05 * start * thump(beat)),
              0,
              width,
              height);
      case MELT -> melt(amount * Math.pow(time, 1.4), width, height);
      case SWIRL -> swirl(amount * Easing.smooth(time), width, height);
      case RIPPLE -> ripple(amount * start, beat, width, height);
      case SWAY -> lean(amount * start * Math.sin(TURN * beat / 2), 0, width, height);
      case BOUNCE ->
          press(amount * start * 0.22 * Math.abs(Math.sin(Math.PI * beat)), 1.0, width, height);
      case TWIST -> twist(amount * start * Math.sin(TURN * beat / 2), width, height);
      case SHIMMY ->
          lean(
              amount * 0.5 * start * Math.sin(TURN * beat),
              amount * 0.5 * start * Math.sin(TURN * beat * 2),
              width,
              height);
      case WAVE -> wave(amount * start, beat, width, height);
      case SPHERE -> sphere(amount * Easing.smooth(time / 0.8), width, height);
      case PUSH -> zoom(1 + amount * 0.35 * Easing.smooth(time), 0, width, height);
      case SHAKE -> shake(amount * start, beat, width, height);
      case RISE ->
          zoom(
              1 + 0.22 * amount * Easing.smooth(time),
              -0.08 * amount * Easing.smooth(time),
              width,
              height);
      case DRIFT, TURNTABLE, CAROUSEL, SCATTER ->
          zoom(1 + amount * 0.10 * Easing.smooth(time), 0, width, height);
    };
  }

  private static double thump(double beat) {
    double phase = beat - Math.floor(beat);
    return Math.exp(-9 * phase) * Math.sin(Math.min(1, phase * 8) * Math.PI / 2)
        + 0.6
            * (phase > 0.22 ? Math.exp(-9 * (phase - 0.22)) * Math.min(1, (phase - 0.22) * 8) : 0);
  }

  /** Down, held, and back past rest, twice. */
  private static double squeeze(double time) {
    double press = Easing.smooth(time / 0.28) * (1 - Easing.smooth((time - 0.5) / 0.12));
    double again = Easing.smooth((time - 0.62) / 0.1) * (1 - Easing.smooth((time - 0.85) / 0.1));
    double wobble =
        time > 0.55 ? 0.12 * Math.exp(-7 * (time - 0.55)) * Math.sin(40 * (time - 0.55)) : 0;
    return 0.8 * press + 0.55 * again - wobble;
  }

  private static MeshWarp.Mapping zoom(double zoom, double down, int width, int height) {
    float inverse = (float) (1 / zoom);
    float centreX = (width - 1) / 2f;
    float centreY = (height - 1) / 2f;
    float shift = (float) (down * height);
    return (x, y, source) -> {
      source[0] = centreX + (x - centreX) * inverse;
      source[1] = centreY + (y - centreY) * inverse + shift;
    };
  }

  /** Flattens the middle and lets it swell sideways; negative draws the sides together. */
  private static MeshWarp.Mapping press(double amount, double anchor, int width, int height) {
    double centreX = width / 2.0;
    double centreY = height * (anchor == 1.0 ? 0.92 : 0.5);
    return (x, y, source) -> {
      double u = (x - centreX) / width;
      double v = (y - centreY) / height;
      double weight = window(x / width) * window(anchor == 1.0 ? 0.5 * y / height : y / height);
      source[0] = (float) (x - amount * 0.42 * u * weight * width);
      source[1] = (float) (y + (amount > 0 ? amount * 0.9 : amount * 0.15) * v * weight * height);
    };
  }

  /** 1 in the middle, 0 at the borders. */
  private static double window(double place) {
    double p = Math.clamp(place, 0.0, 1.0);
    return Math.pow(4 * p * (1 - p), 1.3);
  }

  private static MeshWarp.Mapping bulge(double amount, int width, int height) {
    double radius = 0.52 * Math.min(width, height);
    return (x, y, source) -> {
      double u = x - width / 2.0;
      double v = y - height * 0.52;
      double far = Math.hypot(u, v) / radius;
      double pull = far < 1 ? 1 - amount * 0.72 * Math.pow(1 - far * far, 1.2) : 1;
      source[0] = (float) (width / 2.0 + u * pull);
      source[1] = (float) (height * 0.52 + v * pull);
    };
  }

  private static MeshWarp.Mapping poke(
      double amount, double beat, double start, int width, int height) {
    int which = (int) Math.floor(beat);
    double phase = beat - which;
    double centreX = width * (0.5 + 0.14 * Math.sin(which * 2.4));
    double centreY = height * (0.48 + 0.12 * Math.cos(which * 1.7));
    double dent = Math.exp(-4.2 * phase) * Math.min(1, phase * 9) * start;
    double size = 0.20 * Math.min(width, height);
    return (x, y, source) -> {
      double u = x - centreX;
      double v = y - centreY;
      double far = Math.hypot(u, v) / size;
      double pinch = 0.95 * amount * dent * Math.exp(-far * far);
      double ring =
          amount
              * 0.10
              * dent
              * Math.sin(6 * far - 18 * phase)
              * Math.exp(-0.7 * far)
              * Math.min(1, far);
      source[0] = (float) (x + u * (pinch + ring));
      source[1] = (float) (y + v * (pinch + ring));
    };
  }

  private static MeshWarp.Mapping fly(double amount, double seconds, int width, int height) {
    double roll = 0.11 * amount * Math.sin(TURN * 0.22 * seconds);
    double zoom = 1 + 0.30 * amount;
    double moveX = 0.06 * amount * width * Math.sin(TURN * 0.22 * seconds + 0.8);
    double moveY = -0.05 * amount * height * Math.sin(TURN * 0.31 * seconds);
    double cosine = Math.cos(roll) / zoom;
    double sine = Math.sin(roll) / zoom;
    return (x, y, source) -> {
      double u = x - width / 2.0;
      double v = y - height / 2.0;
      source[0] = (float) (width / 2.0 + u * cosine - v * sine + moveX);
      source[1] = (float) (height / 2.0 + u * sine + v * cosine + moveY);
    };
  }

  private static MeshWarp.Mapping melt(double amount, int width, int height) {
    SoftNoise noise = new SoftNoise(11);
    return (x, y, source) -> {
      double run = noise.at(9.0 * x / width, 0.3, 3);
      double fall = amount * (0.25 + 1.5 * run * run) * Math.pow(y / height, 0.6);
      double wobble = 0.012 * amount * Math.sin(14.0 * y / height + 9 * run) * width;
      source[0] = (float) (x + wobble);
      source[1] = (float) (y / (1 + 1.6 * fall));
    };
  }

  private static MeshWarp.Mapping swirl(double amount, int width, int height) {
    double radius = 0.62 * Math.min(width, height);
    return (x, y, source) -> {
      double u = x - width / 2.0;
      double v = y - height / 2.0;
      double far = Math.hypot(u, v) / radius;
      double angle = far < 1 ? 2.6 * amount * Math.pow(1 - far, 2) : 0;
      source[0] = (float) (width / 2.0 + u * Math.cos(angle) - v * Math.sin(angle));
      source[1] = (float) (height / 2.0 + u * Math.sin(angle) + v * Math.cos(angle));
    };
  }

  private static MeshWarp.Mapping ripple(double amount, double beat, int width, int height) {
    double unit = Math.min(width, height);
    return (x, y, source) -> {
      double u = x / unit;
      double v = y / unit;
      source[0] =
          (float) (x + amount * unit * 0.012 * Math.sin(11 * v + TURN * beat * 0.6 + 3 * u));
      source[1] = (float) (y + amount * unit * 0.010 * Math.sin(9 * u - TURN * beat * 0.5 + 4 * v));
    };
  }

  /** The feet stay, the head swings. */
  private static MeshWarp.Mapping lean(double hips, double head, int width, int height) {
    return (x, y, source) -> {
      double up = Math.clamp(1 - y / height, 0.0, 1.0);
      double edge = window(x / width);
      double move = 0.085 * hips * Math.sin(Math.PI * Math.min(1, up * 1.15)) + 0.06 * head * up;
      source[0] = (float) (x + move * edge * width);
      source[1] = (float) (y + 0.02 * Math.abs(hips) * up * edge * height);
    };
  }

  private static MeshWarp.Mapping twist(double amount, int width, int height) {
    return (x, y, source) -> {
      double up = 1 - y / height;
      double angle = 1.1 * amount * Math.sin(Math.PI * up * 1.4);
      double u = x / width - 0.5;
      double edge = window(x / width);
      source[0] = (float) (x + width * edge * u * (1 / Math.cos(angle * 0.75) - 1) * 0.9);
      source[1] = (float) (y + 0.10 * height * edge * Math.sin(angle) * u * 2);
    };
  }

  private static MeshWarp.Mapping wave(double amount, double beat, int width, int height) {
    return (x, y, source) -> {
      double edge = window(x / width) * window(y / height);
      source[0] =
          (float) (x + amount * 0.045 * width * edge * Math.sin(TURN * (1.3 * y / height - beat)));
      source[1] =
          (float) (y + amount * 0.03 * height * edge * Math.sin(TURN * (1.1 * x / width - beat)));
    };
  }

  private static MeshWarp.Mapping sphere(double amount, int width, int height) {
    double radius = 0.46 * Math.min(width, height) / Math.max(0.25, amount);
    return (x, y, source) -> {
      double u = x - width / 2.0;
      double v = y - height / 2.0;
      double far = Math.min(0.985, Math.hypot(u, v) / radius);
      double curve = far < 1e-4 ? 1 : Math.asin(far) / far;
      double pull = 1 + amount * (1.45 * curve - 1);
      source[0] = (float) Math.clamp(width / 2.0 + u * pull, 0, width - 1.0);
      source[1] = (float) Math.clamp(height / 2.0 + v * pull, 0, height - 1.0);
    };
  }

  private static MeshWarp.Mapping shake(double amount, double beat, int width, int height) {
    SoftNoise noise = new SoftNoise(5);
    double moveX = amount * 0.02 * width * (noise.at(beat * 3, 1, 2) - 0.5);
    double moveY = amount * 0.02 * height * (noise.at(beat * 3, 7, 2) - 0.5);
    double zoom = 1 + 0.10 * amount;
    return (x, y, source) -> {
      source[0] = (float) (width / 2.0 + (x - width / 2.0) / zoom + moveX);
      source[1] = (float) (height / 2.0 + (y - height / 2.0) / zoom + moveY);
    };
  }
}
