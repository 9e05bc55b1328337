package io.wan4j.bench.suite;

import java.util.List;
import java.util.Locale;

/**
 * What the camera did in a shot, read off the movement of the picture alone: the strongest of
 * sideways, up and down, in and out; a truck is told from a pan by near things that pass faster
 * than far ones.
 *
 * @param right a second, share of the frame's width
 * @param down likewise
 * @param outward a second, the growth at the side edges, share of the frame's width
 * @param parallax how much faster near things pass than far ones
 */
record CameraReading(double right, double down, double outward, double parallax) {
  /** Slower than this nobody calls it a move: the frame's width in 100 seconds. */
  private static final double STANDING = 0.010;

  private static final double TRUCK_PARALLAX = 1.6;

  /**
   * @param flows of pairs of frames
   * @param seconds between the two frames of a pair
   */
  static CameraReading of(List<FlowMeter.Flow> flows, double seconds) {
    double near = Math.abs(mean(flows, FlowMeter.Flow::near));
    double far = Math.abs(mean(flows, FlowMeter.Flow::far));
    return new CameraReading(
        mean(flows, FlowMeter.Flow::right) / seconds,
        mean(flows, FlowMeter.Flow::down) / seconds,
        mean(flows, FlowMeter.Flow::outward) / 2 / seconds,
        near / Math.max(1e-4, far));
  }

  private static double mean(
      List<FlowMeter.Flow> flows, java.util.function.ToDoubleFunction<FlowMeter.Flow> value) {
    return flows.stream().mapToDouble(value).average().orElse(0);
  }

  CameraSense sense() {
    double side = Math.abs(right);
    double upright = Math.abs(down);
    double depth = Math.abs(outward);
    if (Math.max(side, Math.max(upright, depth)) < STANDING) {
      return CameraSense.STATIC;
    }
    if (depth >= side && depth >= upright) {
      return outward > 0 ? CameraSense.IN : CameraSense.OUT;
    }
    if (upright >= side) {
      return down > 0 ? CameraSense.TILT_UP : CameraSense.TILT_DOWN;
    }
    if (parallax > TRUCK_PARALLAX) {
      return right > 0 ? CameraSense.TRUCK_LEFT : CameraSense.TRUCK_RIGHT;
    }
    return right > 0 ? CameraSense.PAN_LEFT : CameraSense.PAN_RIGHT;
  }

  String text() {
    return "%s (a second: right %+.3f, down %+.3f, growth %+.3f; parallax %.1f)"
        .formatted(sense(), right, down, outward, parallax)
        .toLowerCase(Locale.ROOT);
  }
}
