package io.wan4j.engine.previz.picture;

import static org.bytedeco.opencv.global.opencv_core.CV_32F;
import static org.bytedeco.opencv.global.opencv_imgproc.COLOR_BGR2Lab;
import static org.bytedeco.opencv.global.opencv_imgproc.GaussianBlur;
import static org.bytedeco.opencv.global.opencv_imgproc.cvtColor;

import java.util.Arrays;
import org.bytedeco.javacpp.FloatPointer;
import org.bytedeco.javacpp.PointerScope;
import org.bytedeco.opencv.opencv_core.Mat;
import org.bytedeco.opencv.opencv_core.Size;

/**
 * Guesses depth from one picture by what holds for most pictures: what lies below the horizon comes
 * nearer downwards, haze is far, and where no horizon is seen the middle is nearer than the rim.
 *
 * <p>Nothing is cut out. Automatic masks were wrong on most photographs tried, and a wrong mask is
 * seen at once; a smooth guess that is wrong looks like a lens.
 */
final class DepthGuess {
  private static final int COLUMNS = 64;
  private static final int ROWS = 48;

  /** How much stronger than the usual row the strongest edge must be to count as a horizon. */
  private static final double CLEAR_EDGE = 2.6;

  private DepthGuess() {}

  static DepthField of(Plate plate) {
    try (PointerScope _ = new PointerScope()) {
      Mat small = Mats.resized(Mats.colour(plate), COLUMNS, ROWS);
      Mat lab = new Mat();
      cvtColor(small, lab, COLOR_BGR2Lab);
      byte[] colours = Mats.bytes(lab);
      double horizon = horizon(colours);
      float[] near = horizon > 0 ? groundPlane(horizon) : dome();
      thinByHaze(near, Mats.bytes(small));
      smooth(near);
      double seen = horizon > 0 ? 0.5 + (horizon - 0.5) * 0.6 : 0.5;
      return new DepthField(COLUMNS, ROWS, near, seen);
    }
  }

  /** The row where most columns change their colour at once, as a share of the height; or -1. */
  private static double horizon(byte[] lab) {
    int reach = 3;
    double[] change = new double[ROWS];
    for (int row = reach; row < ROWS - reach; row++) {
      double[] byColumn = new double[COLUMNS];
      for (int column = 0; column < COLUMNS; column++) {
        double sum = 0;
        for (int channel = 0; channel < 3; channel++) {
          double above = 0;
          double below = 0;
          for (int i = 0; i < reach; i++) {
            above += lab[((row - 1 - i) * COLUMNS + column) * 3 + channel] & 255;
            below += lab[((row + i) * COLUMNS + column) * 3 + channel] & 255;
          }
          sum += Math.abs(above - below) / reach;
        }
        byColumn[column] = sum;
      }
      Arrays.sort(byColumn);
      change[row] = byColumn[COLUMNS / 3];
    }
    int best = -1;
    for (int row = ROWS / 5; row < ROWS * 4 / 5; row++) {
      if (best < 0 || change[row] > change[best]) {
        best = row;
      }
    }
    double[] sorted = change.clone();
    Arrays.sort(sorted);
    double usual = Math.max(3, sorted[ROWS / 2]);
    return change[best] > CLEAR_EDGE * usual ? (double) best / ROWS : -1;
  }

  private static float[] groundPlane(double horizon) {
    float[] near = new float[COLUMNS * ROWS];
    for (int row = 0; row < ROWS; row++) {
      double y = (double) row / (ROWS - 1);
      double value =
          y < horizon
              ? 0.10 + 0.12 * y / horizon
              : 0.22 + 0.62 * Math.pow((y - horizon) / (1 - horizon), 1.1);
      Arrays.fill(near, row * COLUMNS, (row + 1) * COLUMNS, (float) value);
    }
    return near;
  }

  private static float[] dome() {
    float[] near = new float[COLUMNS * ROWS];
    for (int row = 0; row < ROWS; row++) {
      for (int column = 0; column < COLUMNS; column++) {
        double x = (column + 0.5) / COLUMNS - 0.5;
        double y = (row + 0.5) / ROWS - 0.55;
        double bump = Math.exp(-(x * x + y * y) / 0.08);
        near[row * COLUMNS + column] = (float) (0.22 + 0.34 * bump + 0.14 * (y + 0.5));
      }
    }
    return near;
  }

  /**
   * Haze lifts the darkest channel (He, Sun, Tang: Single image haze removal using dark channel
   * prior, 2009). Used for a fifth of the range only: a white wall is no haze.
   */
  private static void thinByHaze(float[] near, byte[] colours) {
    for (int i = 0; i < near.length; i++) {
      int dark =
          Math.min(
              colours[3 * i] & 255, Math.min(colours[3 * i + 1] & 255, colours[3 * i + 2] & 255));
      near[i] *= (float) (1.08 - 0.2 * dark / 255);
    }
  }

  private static void smooth(float[] near) {
    Mat mat = new Mat(ROWS, COLUMNS, CV_32F);
    FloatPointer data = new FloatPointer(mat.data());
    data.put(near);
    GaussianBlur(mat, mat, new Size(0, 0), 4);
    data.get(near);
  }
}
