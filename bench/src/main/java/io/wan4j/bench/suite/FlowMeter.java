package io.wan4j.bench.suite;

import java.util.Arrays;
import org.bytedeco.javacpp.BytePointer;
import org.bytedeco.javacpp.FloatPointer;
import org.bytedeco.opencv.global.opencv_core;
import org.bytedeco.opencv.opencv_core.Mat;
import org.bytedeco.opencv.opencv_video.DISOpticalFlow;

/**
 * The movement of the whole picture between two frames, by dense optical flow (Kroeger and others,
 * Fast Optical Flow using Dense Inverse Search, 2016). Only pixels with some texture count: flow in
 * a plain sky is a guess.
 */
final class FlowMeter {
  /** Sum of the luma steps to the right and down from which a pixel counts as textured. */
  private static final int TEXTURE = 8;

  private static final int FEWEST_PIXELS = 80;

  private final int width;
  private final int height;

  FlowMeter(int width, int height) {
    this.width = width;
    this.height = height;
  }

  /**
   * Means over the middle half of the textured pixels, so that one actor does not count.
   *
   * @param right share of the frame's width that the picture moves to the right
   * @param down share of the frame's width that it moves down
   * @param outward share by which it grows, sideways and upright alike
   * @param near as {@code right}, of the lowest quarter alone
   * @param far as {@code right}, of the upper half alone
   */
  record Flow(double right, double down, double outward, double near, double far) {}

  /** The movement from one luma plane to a later one. */
  Flow between(byte[] before, byte[] after) {
    float[] vectors = new float[2 * width * height];
    try (Mat one = mat(before);
        Mat other = mat(after);
        Mat flow = new Mat();
        DISOpticalFlow method = DISOpticalFlow.create(DISOpticalFlow.PRESET_MEDIUM)) {
      method.calc(one, other, flow);
      new FloatPointer(flow.data()).get(vectors);
    }
    double[][] found = new double[6][width * height];
    int[] counts = new int[6];
    for (int y = 1; y < height - 1; y++) {
      for (int x = 1; x < width - 1; x++) {
        int at = y * width + x;
        if (texture(before, at) < TEXTURE) {
          continue;
        }
        double u = vectors[2 * at];
        double v = vectors[2 * at + 1];
        double dx = x + 0.5 - width / 2.0;
        double dy = y + 0.5 - height / 2.0;
        found[0][counts[0]++] = u;
        found[1][counts[1]++] = v;
        if (Math.abs(dx) > 0.12 * width) {
          found[2][counts[2]++] = u / dx;
        }
        if (Math.abs(dy) > 0.12 * height) {
          found[5][counts[5]++] = v / dy;
        }
        if (y > 0.75 * height) {
          found[3][counts[3]++] = u;
        } else if (y < 0.5 * height) {
          found[4][counts[4]++] = u;
        }
      }
    }
    return new Flow(
        middle(found[0], counts[0]) / width,
        middle(found[1], counts[1]) / width,
        both(middle(found[2], counts[2]), middle(found[5], counts[5])),
        middle(found[3], counts[3]) / width,
        middle(found[4], counts[4]) / width);
  }

  /** Waves roll one way; a picture that grows does it both ways. */
  private static double both(double sideways, double upright) {
    return sideways * upright <= 0
        ? 0
        : Math.signum(sideways) * Math.min(Math.abs(sideways), Math.abs(upright));
  }

  private int texture(byte[] luma, int at) {
    int here = luma[at] & 255;
    return Math.abs((luma[at + 1] & 255) - here) + Math.abs((luma[at + width] & 255) - here);
  }

  private static double middle(double[] values, int count) {
    if (count < FEWEST_PIXELS) {
      return 0;
    }
    Arrays.sort(values, 0, count);
    return Arrays.stream(values, count / 4, count - count / 4).average().orElse(0);
  }

  private Mat mat(byte[] luma) {
    Mat mat = new Mat(height, width, opencv_core.CV_8UC1);
    new BytePointer(mat.data()).put(luma);
    return mat;
  }
}
