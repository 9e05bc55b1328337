package io.wan4j.engine.previz.scene;

import io.wan4j.engine.previz.scenery.Stage;

/**
 * The frame of one moment of a shot as it lies in the frame of another: what a director draws as a
 * rectangle within a panel. Measures are shares of the frame's width and height.
 *
 * @param left edge, 0 at the left of the panel
 * @param top edge, 0 at the top of the panel
 * @param width 1 for as wide as the panel
 * @param height 1 for as high as the panel
 */
public record FrameMove(double left, double top, double width, double height) {
  /**
   * How one camera's frame lies in another's, in the plane of the lead.
   *
   * @param seen whose frame is looked for
   * @param from in whose frame it is looked for
   * @param shift by which the lead has moved to the right from the moment of {@code from} to that
   *     of {@code seen}, where the camera keeps up with it
   */
  static FrameMove of(Camera seen, Camera from, Stage stage, double depth, double shift) {
    double wide = stage.width();
    double left = column(seen, from, -wide / 2, depth, shift);
    double right = column(seen, from, wide / 2, depth, shift);
    double top = row(seen, from, 0, depth);
    double bottom = row(seen, from, Stage.HEIGHT, depth);
    return new FrameMove(
        left / wide + 0.5,
        top / Stage.HEIGHT,
        (right - left) / wide,
        (bottom - top) / Stage.HEIGHT);
  }

  private static double column(
      Camera seen, Camera from, double column, double depth, double shift) {
    double place = seen.x() - shift + (column - seen.panX()) / seen.size(depth);
    return from.column(place, depth);
  }

  private static double row(Camera seen, Camera from, double row, double depth) {
    double height = seen.eye() - (row - Stage.HORIZON - seen.panY()) / seen.size(depth);
    return Stage.HORIZON + from.panY() + (from.eye() - height) * from.size(depth);
  }
}
