package io.wan4j.engine.previz.picture;

import static org.bytedeco.opencv.global.opencv_core.CV_8UC1;
import static org.bytedeco.opencv.global.opencv_imgproc.GaussianBlur;
import static org.bytedeco.opencv.global.opencv_imgproc.MORPH_CLOSE;
import static org.bytedeco.opencv.global.opencv_imgproc.MORPH_ELLIPSE;
import static org.bytedeco.opencv.global.opencv_imgproc.getStructuringElement;
import static org.bytedeco.opencv.global.opencv_imgproc.morphologyEx;

import org.bytedeco.opencv.opencv_core.Mat;
import org.bytedeco.opencv.opencv_core.Size;

/**
 * What stands out within a mask: where the picture differs from what its surroundings suggest. A
 * mask painted anew as a whole would lie over the picture as a veil.
 */
final class Bodies {
  /** Differences of a channel from which something begins to stand out, and surely does. */
  private static final int FAINT = 14;

  private static final int CLEAR = 40;

  /** A mask with less in it than this share holds nothing that stands out. */
  private static final double LEAST = 0.02;

  private Bodies() {}

  /**
   * Takes the ground out of a mask.
   *
   * @param share how far each pixel is masked, changed in place; left as it is when nothing stands
   *     out
   * @param ground the picture as its surroundings suggest it
   */
  static void limit(byte[] share, Plate picture, int[] ground) {
    int width = picture.width();
    int height = picture.height();
    byte[] body = new byte[share.length];
    long masked = 0;
    long found = 0;
    for (int i = 0; i < share.length; i++) {
      int weight = share[i] & 255;
      if (weight > 0) {
        int apart = apart(picture.pixels()[i], ground[i]);
        int matte = Math.clamp(255L * (apart - FAINT) / (CLEAR - FAINT), 0, 255);
        body[i] = (byte) matte;
        masked += weight;
        found += (long) matte * weight / 255;
      }
    }
    if (found < LEAST * masked) {
      return;
    }
    Mat matte = new Mat(height, width, CV_8UC1);
    matte.data().put(body);
    int reach = Math.max(1, height / 90);
    morphologyEx(
        matte,
        matte,
        MORPH_CLOSE,
        getStructuringElement(MORPH_ELLIPSE, new Size(2 * reach + 1, 2 * reach + 1)));
    GaussianBlur(matte, matte, new Size(0, 0), Math.max(0.8, height / 400.0));
    byte[] closed = Mats.bytes(matte);
    for (int i = 0; i < share.length; i++) {
      share[i] = (byte) ((share[i] & 255) * (closed[i] & 255) / 255);
    }
  }

  private static int apart(int one, int other) {
    int red = Math.abs((one >> 16 & 255) - (other >> 16 & 255));
    int green = Math.abs((one >> 8 & 255) - (other >> 8 & 255));
    int blue = Math.abs((one & 255) - (other & 255));
    return Math.max(red, Math.max(green, blue));
  }
}
