package io.wan4j.engine.wan.film;

import static org.bytedeco.opencv.global.opencv_core.CV_8UC4;
import static org.bytedeco.opencv.global.opencv_imgproc.COLOR_BGRA2GRAY;
import static org.bytedeco.opencv.global.opencv_imgproc.cvtColor;

import io.wan4j.media.PixelImage;
import java.util.stream.IntStream;
import org.bytedeco.javacpp.FloatPointer;
import org.bytedeco.javacpp.IntPointer;
import org.bytedeco.javacpp.PointerScope;
import org.bytedeco.opencv.opencv_core.Mat;
import org.bytedeco.opencv.opencv_video.DISOpticalFlow;

/**
 * Pictures between two pictures: every pixel moves on along its way from the one to the other.
 * Moves are found by dense inverse search in both directions (Kroeger and others: Fast optical flow
 * using dense inverse search, 2016); where the two disagree something is covered or uncovered, and
 * the pixel comes from the side that shows it.
 */
final class MotionInterpolation {
  /** Pixels by which the way there and the way back may differ for a move to be believed. */
  private static final float TOLERANCE = 1.5f;

  private final PixelImage before;
  private final PixelImage after;
  private final float[] forward;
  private final float[] backward;

  /** Both pictures have the same size. */
  MotionInterpolation(PixelImage before, PixelImage after) {
    this.before = before;
    this.after = after;
    try (PointerScope _ = new PointerScope();
        DISOpticalFlow search = DISOpticalFlow.create(DISOpticalFlow.PRESET_MEDIUM)) {
      Mat first = grey(before);
      Mat second = grey(after);
      forward = flow(search, first, second);
      backward = flow(search, second, first);
    }
  }

  private static Mat grey(PixelImage picture) {
    Mat colour = new Mat(picture.height(), picture.width(), CV_8UC4);
    new IntPointer(colour.data()).put(picture.argb());
    Mat grey = new Mat();
    cvtColor(colour, grey, COLOR_BGRA2GRAY);
    return grey;
  }

  private static float[] flow(DISOpticalFlow search, Mat from, Mat to) {
    Mat flow = new Mat();
    search.calc(from, to, flow);
    float[] values = new float[2 * from.rows() * from.cols()];
    new FloatPointer(flow.data()).get(values);
    return values;
  }

  /**
   * The picture at a time between them.
   *
   * @param time 0 to 1
   */
  PixelImage at(double time) {
    int width = before.width();
    int height = before.height();
    int[] pixels = new int[width * height];
    float t = (float) time;
    IntStream.range(0, height)
        .parallel()
        .forEach(
            y -> {
              for (int x = 0; x < width; x++) {
                pixels[y * width + x] = pixel(x, y, t);
              }
            });
    return new PixelImage(width, height, pixels);
  }

  /** Ways are read where the pixel stands now, as if its neighbours moved alike. */
  private int pixel(int x, int y, float t) {
    int at = 2 * (y * before.width() + x);
    float fromX = x - t * forward[at];
    float fromY = y - t * forward[at + 1];
    float toX = x - (1 - t) * backward[at];
    float toY = y - (1 - t) * backward[at + 1];
    float trustBefore = trust(forward, backward, fromX, fromY);
    float trustAfter = trust(backward, forward, toX, toY);
    float weight = (1 - t) * trustBefore;
    float other = t * trustAfter;
    float share = weight + other < 1e-6f ? t : other / (weight + other);
    return mixed(sample(before, fromX, fromY), sample(after, toX, toY), share);
  }

  /** 1 where the way there and back ends where it began, falling to 0 as it does not. */
  private float trust(float[] there, float[] back, float x, float y) {
    int column = Math.clamp(Math.round(x), 0, before.width() - 1);
    int row = Math.clamp(Math.round(y), 0, before.height() - 1);
    int at = 2 * (row * before.width() + column);
    int endColumn = Math.clamp(Math.round(column + there[at]), 0, before.width() - 1);
    int endRow = Math.clamp(Math.round(row + there[at + 1]), 0, before.height() - 1);
    int end = 2 * (endRow * before.width() + endColumn);
    float missX = there[at] + back[end];
    float missY = there[at + 1] + back[end + 1];
    float miss = (float) Math.sqrt(missX * missX + missY * missY);
    return 1 / (1 + (miss / TOLERANCE) * (miss / TOLERANCE));
  }

  private static int sample(PixelImage picture, float x, float y) {
    int width = picture.width();
    int height = picture.height();
    float inX = Math.clamp(x, 0, width - 1.001f);
    float inY = Math.clamp(y, 0, height - 1.001f);
    int left = (int) inX;
    int top = (int) inY;
    int right = Math.min(left + 1, width - 1);
    int bottom = Math.min(top + 1, height - 1);
    int[] argb = picture.argb();
    int upper = mixed(argb[top * width + left], argb[top * width + right], inX - left);
    int lower = mixed(argb[bottom * width + left], argb[bottom * width + right], inX - left);
    return mixed(upper, lower, inY - top);
  }

  private static int mixed(int first, int second, float share) {
    int part = (int) (share * 256 + 0.5f);
    int rest = 256 - part;
    int redBlue =
        ((first & 0xFF00FF) * rest + (second & 0xFF00FF) * part + 0x800080) >>> 8 & 0xFF00FF;
    int green = ((first & 0xFF00) * rest + (second & 0xFF00) * part + 0x8000) >>> 8 & 0xFF00;
    return 0xFF000000 | redBlue | green;
  }
}
