package io.wan4j.engine.previz.picture;

import static org.bytedeco.opencv.global.opencv_imgproc.GaussianBlur;

import org.bytedeco.javacpp.PointerScope;
import org.bytedeco.opencv.opencv_core.Mat;
import org.bytedeco.opencv.opencv_core.Size;
import org.bytedeco.opencv.opencv_video.DISOpticalFlow;

/**
 * How far each part of one picture has moved in another, in pixels of the full picture; found at
 * half size by dense inverse search (Kroeger and others: Fast optical flow using dense inverse
 * search, 2016), smoothed and capped, and read between its grid points.
 */
final class FlowField {
  private static final double SMOOTHING = 3;

  private final int columns;
  private final int rows;
  private final double unit;
  private final float[] moves;

  private FlowField(int columns, int rows, double unit, float[] moves) {
    this.columns = columns;
    this.rows = rows;
    this.unit = unit;
    this.moves = moves;
  }

  static FlowField between(Plate from, Plate to) {
    int columns = Math.max(16, from.width() / 2);
    int rows = Math.max(16, from.height() / 2);
    double unit = (double) from.width() / columns;
    try (PointerScope _ = new PointerScope();
        DISOpticalFlow search = DISOpticalFlow.create(DISOpticalFlow.PRESET_MEDIUM)) {
      Mat before = Mats.resized(Mats.grey(from), columns, rows);
      Mat after = Mats.resized(Mats.grey(to), columns, rows);
      search.setFinestScale(1);
      Mat flow = new Mat();
      search.calc(before, after, flow);
      GaussianBlur(flow, flow, new Size(0, 0), SMOOTHING);
      float[] moves = Mats.floats(flow);
      double longest = columns / 10.0;
      for (int i = 0; i < moves.length; i += 2) {
        double length = Math.hypot(moves[i], moves[i + 1]);
        float factor = (float) (unit * (length > longest ? longest / length : 1));
        moves[i] *= factor;
        moves[i + 1] *= factor;
      }
      return new FlowField(columns, rows, unit, moves);
    }
  }

  /** Sets {@code move} to the move at a place in pixels. */
  void at(double x, double y, float[] move) {
    double column = Math.clamp(x / unit, 0.0, columns - 1.001);
    double row = Math.clamp(y / unit, 0.0, rows - 1.001);
    int left = (int) column;
    int top = (int) row;
    float across = (float) (column - left);
    float down = (float) (row - top);
    int at = 2 * (top * columns + left);
    int below = at + 2 * columns;
    for (int i = 0; i < 2; i++) {
      float upper = moves[at + i] + (moves[at + 2 + i] - moves[at + i]) * across;
      float lower = moves[below + i] + (moves[below + 2 + i] - moves[below + i]) * across;
      move[i] = upper + (lower - upper) * down;
    }
  }

  /** Length of the usual move in pixels. */
  double meanLength() {
    double sum = 0;
    for (int i = 0; i < moves.length; i += 2) {
      sum += Math.hypot(moves[i], moves[i + 1]);
    }
    return sum / (moves.length / 2);
  }
}
