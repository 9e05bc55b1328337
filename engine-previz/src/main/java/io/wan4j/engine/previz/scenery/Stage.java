package io.wan4j.engine.previz.scenery;

import io.wan4j.engine.FrameSize;
import java.util.Random;

/**
 * The measures of a painted place. Everything is painted in stage units, of which every frame is
 * {@value #HEIGHT} high whatever its pixels, as seen by a camera at home: eyes {@value #EYE} units
 * above the ground, the horizon at row {@value #HORIZON}. What stands at depth {@code d} has its
 * foot in row {@code HORIZON + EYE / d}.
 *
 * @param seed what differs between two films of the same place
 */
public record Stage(FrameSize size, long seed) {
  public static final double HEIGHT = 720;
  public static final double HORIZON = 396;
  public static final double EYE = 300;

  /** The camera may lift its eyes by this much before it sees the sky's upper end. */
  static final double ABOVE = -460;

  /** The ground is painted down to this row; the camera never sees a lower one. */
  static final double BELOW = HORIZON + EYE * 1.7;

  private static final double WIDER_THAN_FRAME = 1.6;
  private static final double NARROWEST_PERIOD = 1000;

  /** Pixels of a stage unit. */
  public double unit() {
    return size.height() / HEIGHT;
  }

  /** Width of the frame in units. */
  public double width() {
    return size.width() / unit();
  }

  /** Pixels after which layers repeat along x. */
  public int periodPixels() {
    return (int) Math.ceil(Math.max(width() * WIDER_THAN_FRAME, NARROWEST_PERIOD) * unit());
  }

  /** Units after which layers repeat along x. */
  public double period() {
    return periodPixels() / unit();
  }

  /** The row in which something at that depth stands. */
  public static double rowOf(double depth) {
    return HORIZON + EYE / depth;
  }

  /** How many cells of about the given length go round the layer. */
  int cells(double length) {
    return Math.max(2, (int) Math.round(period() / length));
  }

  Random random(int salt) {
    return new Random(seed * 31 + salt * 7919L);
  }

  int salted(int salt) {
    return (int) (seed * 131 + salt);
  }
}
