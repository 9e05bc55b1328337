package io.wan4j.engine.previz.picture;

import java.util.SplittableRandom;

/**
 * A swarm of small things over a picture. Where each one is follows from its number and the time
 * alone, so any frame can be painted at any time.
 */
final class ParticleField {
  /** How the swarm moves. */
  enum Motion {
    /** Tumbles down. */
    FALL,
    /** Floats up, swaying. */
    RISE,
    /** Is thrown up from below and comes down again. */
    TOSS,
    /** Flies outwards from the middle. */
    BURST,
    /** Crosses from one side to the other. */
    DRIFT,
    /** Flickers in place. */
    TWINKLE,
    /** Falls fast and straight, like rain. */
    PELT,
    /** Circles the middle. */
    ORBIT
  }

  private static final double TURN = 2 * Math.PI;

  private record Mote(
      double startX, double startY, double phase, double near, double spin, double sway, int art) {}

  private final Mote[] motes;
  private final Plate[] art;
  private final Motion motion;
  private final double size;
  private final boolean light;

  /**
   * @param size of a particle in frame heights
   * @param light whether the particles shine instead of covering
   */
  ParticleField(
      ParticleArt.Shape shape,
      int[] palette,
      int count,
      double size,
      Motion motion,
      boolean light,
      long seed) {
    this.motion = motion;
    this.size = size;
    this.light = light;
    this.art = new Plate[palette.length];
    for (int i = 0; i < palette.length; i++) {
      art[i] = ParticleArt.draw(shape, palette[i]);
    }
    SplittableRandom random = new SplittableRandom(seed);
    this.motes = new Mote[count];
    for (int i = 0; i < count; i++) {
      double near = random.nextDouble();
      motes[i] =
          new Mote(
              random.nextDouble(),
              random.nextDouble(),
              random.nextDouble(),
              near * near,
              random.nextDouble() * 2 - 1,
              random.nextDouble() * 2 - 1,
              random.nextInt(art.length));
    }
  }

  /**
   * Paints the swarm over a frame.
   *
   * @param strength 0 none, 1 all of it: it comes in one by one
   */
  void paint(int[] frame, int width, int height, double seconds, double strength) {
    for (int i = 0; i < motes.length; i++) {
      double shown = Math.clamp(strength * motes.length * 1.2 - i, 0.0, 1.0);
      if (shown > 0) {
        paint(motes[i], frame, width, height, seconds, shown);
      }
    }
  }

  private void paint(
      Mote mote, int[] frame, int width, int height, double seconds, double strength) {
    double scale = size * height * (0.55 + 0.9 * mote.near()) / ParticleArt.SIZE;
    double margin = 1.2 * size;
    double x = mote.startX();
    double y = mote.startY();
    double turn = TURN * (mote.phase() + 0.35 * mote.spin() * seconds);
    double flip = 1;
    double alpha = strength;
    double pace = 0.6 + 0.8 * mote.near();
    switch (motion) {
      case FALL -> {
        y = wrap(mote.startY() + 0.16 * pace * seconds, margin);
        x =
            wrap(
                mote.startX()
                    + 0.05 * mote.sway() * Math.sin(1.3 * seconds + TURN * mote.phase())
                    + 0.02 * seconds * mote.sway(),
                margin);
        flip = Math.cos(2.1 * seconds * (0.5 + Math.abs(mote.spin())) + TURN * mote.phase());
      }
      case RISE -> {
        y = wrap(mote.startY() - 0.14 * pace * seconds, margin);
        x = wrap(mote.startX() + 0.03 * Math.sin(1.7 * seconds + TURN * mote.phase()), margin);
        turn = 0.3 * mote.spin() * Math.sin(1.1 * seconds + TURN * mote.phase());
      }
      case TOSS -> {
        double flight = (seconds / 2.6 + mote.phase()) % 1;
        x = mote.startX() + 0.14 * mote.sway() * flight;
        y = 1.1 - (1.5 + 0.5 * mote.near()) * 4 * flight * (1 - flight) * 0.72;
      }
      case BURST -> {
        double flight = (seconds / 2.8 + mote.phase()) % 1;
        double angle = TURN * mote.startX();
        x = 0.5 + 0.75 * flight * Math.cos(angle) * height / width;
        y = 0.5 + 0.75 * flight * Math.sin(angle);
        scale *= 0.3 + flight;
        alpha *= Math.min(1, 5 * flight) * (1 - flight * flight);
      }
      case DRIFT -> {
        x = wrap(mote.startX() - 0.22 * pace * seconds, margin * height / width);
        y = mote.startY() + 0.02 * Math.sin(seconds + TURN * mote.phase());
        turn = 0;
      }
      case TWINKLE -> {
        double blink = Math.sin(TURN * (0.55 * seconds + mote.phase()));
        alpha *= Math.max(0, blink);
        scale *= 0.5 + 0.6 * Math.max(0, blink);
        turn = 0.4 * mote.spin();
      }
      case PELT -> {
        y = wrap(mote.startY() + 1.5 * pace * seconds, margin);
        x = wrap(mote.startX() - 0.22 * pace * seconds, margin);
        turn = 0.15;
        alpha *= 0.35 + 0.5 * mote.near();
      }
      case ORBIT -> {
        double angle = TURN * (mote.phase() + 0.16 * seconds * pace);
        double radius = 0.28 + 0.24 * mote.startY();
        x = 0.5 + radius * Math.cos(angle) * 1.2 * height / width;
        y = 0.5 + radius * 0.75 * Math.sin(angle);
        scale *= 1 + 0.4 * Math.sin(angle);
      }
    }
    if (light) {
      Stamp.light(art[mote.art()], frame, width, height, x * width, y * height, scale, turn, alpha);
    } else {
      Stamp.over(
          art[mote.art()],
          frame,
          width,
          height,
          x * width,
          y * height,
          scale * flip,
          scale,
          turn,
          alpha);
    }
  }

  private static double wrap(double place, double margin) {
    double span = 1 + 2 * margin;
    double from = (place + margin) % span;
    return (from < 0 ? from + span : from) - margin;
  }
}
