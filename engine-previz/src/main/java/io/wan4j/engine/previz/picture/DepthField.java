package io.wan4j.engine.previz.picture;

/**
 * How near each part of a picture is, 0 far to 1 near; smooth, so that moving by it never tears.
 *
 * <p>Stands on a coarse grid and is read between its points.
 */
final class DepthField {
  private final int columns;
  private final int rows;
  private final float[] near;
  private final double horizon;

  /**
   * @param horizon height of the horizon in the picture, 0 top to 1 bottom
   */
  DepthField(int columns, int rows, float[] near, double horizon) {
    this.columns = columns;
    this.rows = rows;
    this.near = near;
    this.horizon = horizon;
  }

  /** Everything equally far: the camera moves over it as over a photograph on a table. */
  static DepthField flat() {
    return new DepthField(2, 2, new float[] {0.4f, 0.4f, 0.4f, 0.4f}, 0.5);
  }

  /** Where a dolly goes to: between the horizon and the middle, so that little is lost below. */
  double horizonSeenFromCentre() {
    return horizon;
  }

  /**
   * @param x 0 left to 1 right
   * @param y 0 top to 1 bottom
   */
  float at(float x, float y) {
    float column = Math.clamp(x * (columns - 1), 0f, columns - 1.001f);
    float row = Math.clamp(y * (rows - 1), 0f, rows - 1.001f);
    int left = (int) column;
    int top = (int) row;
    float across = column - left;
    float down = row - top;
    int at = top * columns + left;
    float upper = near[at] + (near[at + 1] - near[at]) * across;
    float lower = near[at + columns] + (near[at + columns + 1] - near[at + columns]) * across;
    return upper + (lower - upper) * down;
  }
}
