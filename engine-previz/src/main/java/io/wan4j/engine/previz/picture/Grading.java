package io.wan4j.engine.previz.picture;

import static org.bytedeco.opencv.global.opencv_core.meanStdDev;
import static org.bytedeco.opencv.global.opencv_imgproc.COLOR_BGR2Lab;
import static org.bytedeco.opencv.global.opencv_imgproc.COLOR_Lab2BGR;
import static org.bytedeco.opencv.global.opencv_imgproc.cvtColor;

import org.bytedeco.javacpp.DoublePointer;
import org.bytedeco.javacpp.PointerScope;
import org.bytedeco.opencv.opencv_core.Mat;

/**
 * Gives one picture the colours of another: mean and deviation of each channel in Lab (Reinhard and
 * others: Color transfer between images, 2001), the deviation by no more than 1.6 so that noise is
 * not torn up.
 */
final class Grading {
  private static final double MOST_GAIN = 1.6;

  private Grading() {}

  static Plate towards(Plate plate, Plate model) {
    try (PointerScope _ = new PointerScope()) {
      Mat lab = new Mat();
      cvtColor(Mats.colour(plate), lab, COLOR_BGR2Lab);
      Mat modelLab = new Mat();
      cvtColor(Mats.colour(model), modelLab, COLOR_BGR2Lab);
      double[] own = statistics(lab);
      double[] wanted = statistics(modelLab);
      byte[] values = Mats.bytes(lab);
      for (int channel = 0; channel < 3; channel++) {
        double gain =
            Math.clamp(
                wanted[3 + channel] / Math.max(2, own[3 + channel]), 1 / MOST_GAIN, MOST_GAIN);
        byte[] table = new byte[256];
        for (int i = 0; i < 256; i++) {
          long value = Math.round((i - own[channel]) * gain + wanted[channel]);
          table[i] = (byte) Math.clamp(value, 0, 255);
        }
        for (int i = channel; i < values.length; i += 3) {
          values[i] = table[values[i] & 255];
        }
      }
      lab.data().put(values);
      Mat graded = new Mat();
      cvtColor(lab, graded, COLOR_Lab2BGR);
      return Mats.plate(graded);
    }
  }

  /** Three means, then three deviations. */
  private static double[] statistics(Mat lab) {
    Mat mean = new Mat();
    Mat deviation = new Mat();
    meanStdDev(lab, mean, deviation);
    double[] values = new double[6];
    new DoublePointer(mean.data()).get(values, 0, 3);
    new DoublePointer(deviation.data()).get(values, 3, 3);
    return values;
  }
}
