package io.wan4j.engine.previz.picture;

import static org.bytedeco.opencv.global.opencv_core.CV_8UC4;
import static org.bytedeco.opencv.global.opencv_imgproc.COLOR_BGR2BGRA;
import static org.bytedeco.opencv.global.opencv_imgproc.COLOR_BGRA2BGR;
import static org.bytedeco.opencv.global.opencv_imgproc.COLOR_BGRA2GRAY;
import static org.bytedeco.opencv.global.opencv_imgproc.COLOR_GRAY2BGRA;
import static org.bytedeco.opencv.global.opencv_imgproc.INTER_AREA;
import static org.bytedeco.opencv.global.opencv_imgproc.INTER_CUBIC;
import static org.bytedeco.opencv.global.opencv_imgproc.cvtColor;
import static org.bytedeco.opencv.global.opencv_imgproc.resize;

import org.bytedeco.javacpp.FloatPointer;
import org.bytedeco.javacpp.IntPointer;
import org.bytedeco.opencv.opencv_core.Mat;
import org.bytedeco.opencv.opencv_core.Size;

/**
 * Plates as OpenCV matrices and back. Every caller holds a {@code PointerScope}, so that native
 * memory is freed when it leaves and not when the garbage collector comes by.
 */
final class Mats {
  private Mats() {}

  /** Four channels: blue, green, red, alpha, as a little-endian packed pixel lies in memory. */
  static Mat of(Plate plate) {
    Mat mat = new Mat(plate.height(), plate.width(), CV_8UC4);
    new IntPointer(mat.data()).put(plate.pixels());
    return mat;
  }

  static Mat colour(Plate plate) {
    Mat colour = new Mat();
    cvtColor(of(plate), colour, COLOR_BGRA2BGR);
    return colour;
  }

  static Mat grey(Plate plate) {
    Mat grey = new Mat();
    cvtColor(of(plate), grey, COLOR_BGRA2GRAY);
    return grey;
  }

  /** A plate of a matrix of 1, 3 or 4 channels of 8 bits; without alpha it is opaque. */
  static Plate plate(Mat mat) {
    Mat packed = mat;
    if (mat.channels() != 4) {
      packed = new Mat();
      cvtColor(mat, packed, mat.channels() == 1 ? COLOR_GRAY2BGRA : COLOR_BGR2BGRA);
    } else if (!mat.isContinuous()) {
      packed = mat.clone();
    }
    int[] pixels = new int[packed.rows() * packed.cols()];
    new IntPointer(packed.data()).get(pixels);
    return new Plate(packed.cols(), packed.rows(), pixels);
  }

  static float[] floats(Mat mat) {
    float[] values = new float[mat.rows() * mat.cols() * mat.channels()];
    new FloatPointer(mat.data()).get(values);
    return values;
  }

  static byte[] bytes(Mat mat) {
    byte[] values = new byte[mat.rows() * mat.cols() * mat.channels()];
    mat.data().get(values);
    return values;
  }

  /** Smaller by averaging, larger by cubic curves. */
  static Mat resized(Mat mat, int width, int height) {
    Mat out = new Mat();
    int how = width < mat.cols() ? INTER_AREA : INTER_CUBIC;
    resize(mat, out, new Size(width, height), 0, 0, how);
    return out;
  }
}
