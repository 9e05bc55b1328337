package io.wan4j.engine.previz.picture;

import static org.bytedeco.opencv.global.opencv_imgproc.GaussianBlur;

import io.wan4j.engine.previz.Film;
import org.bytedeco.javacpp.PointerScope;
import org.bytedeco.opencv.opencv_core.Mat;
import org.bytedeco.opencv.opencv_core.Size;

/**
 * From one picture to an unlike one, as film editors do it: the first takes on the colours of the
 * second while the camera goes in; then it opens along soft shapes, bright parts first, and the
 * second settles to its own colours and to rest.
 */
final class DissolveFilm implements Film {
  private static final double EDGE = 0.3;

  private final Plate first;
  private final Plate last;
  private final Plate firstGraded;
  private final Plate lastGraded;
  private final DepthField firstDepth;
  private final DepthField lastDepth;
  private final byte[] order;
  private final int frames;
  private final int frameRate;
  private final Carry carry;
  private final Finish finish;

  /**
   * @param carry the swing with which the first picture is still moving
   */
  DissolveFilm(
      Plate first, Plate last, Carry carry, int frames, int frameRate, long seed, Finish finish) {
    this.first = first;
    this.last = last;
    this.firstGraded = Grading.towards(first, last);
    this.lastGraded = Grading.towards(last, first);
    this.firstDepth = DepthGuess.of(first);
    this.lastDepth = DepthGuess.of(last);
    this.order = order(first, seed);
    this.carry = carry;
    this.frames = frames;
    this.frameRate = frameRate;
    this.finish = finish;
  }

  /** Which pixel opens when, 0 first to 255 last, spread evenly. */
  private static byte[] order(Plate plate, long seed) {
    int width = plate.width();
    int height = plate.height();
    byte[] light;
    try (PointerScope _ = new PointerScope()) {
      Mat grey = Mats.grey(plate);
      GaussianBlur(grey, grey, new Size(0, 0), width / 70.0);
      light = Mats.bytes(grey);
    }
    SoftNoise noise = new SoftNoise(seed);
    double[] value = new double[light.length];
    double low = Double.MAX_VALUE;
    double high = -Double.MAX_VALUE;
    for (int y = 0; y < height; y++) {
      for (int x = 0; x < width; x++) {
        int at = y * width + x;
        value[at] =
            0.9 * noise.at(4.5 * x / width, 4.0 * y / width * 1.5, 4)
                - 0.45 * (light[at] & 255) / 255
                + 0.3 * y / height;
        low = Math.min(low, value[at]);
        high = Math.max(high, value[at]);
      }
    }
    int[] count = new int[1025];
    for (double v : value) {
      count[1 + (int) (1023 * (v - low) / (high - low))]++;
    }
    for (int i = 1; i < count.length; i++) {
      count[i] += count[i - 1];
    }
    byte[] order = new byte[value.length];
    for (int i = 0; i < value.length; i++) {
      int rank = count[(int) (1023 * (value[i] - low) / (high - low))];
      order[i] = (byte) Math.round(255.0 * rank / value.length);
    }
    return order;
  }

  @Override
  public void paint(int frame, int[] argb) {
    if (frame == 0) {
      System.arraycopy(first.pixels(), 0, argb, 0, argb.length);
      return;
    }
    if (frame == frames - 1) {
      System.arraycopy(last.pixels(), 0, argb, 0, argb.length);
      return;
    }
    double time = (double) frame / (frames - 1);
    double open = Easing.smooth((time - 0.2) / 0.6);
    int[] weights = weights(open);
    int[] scratch = new int[argb.length];
    if (open < 1) {
      Mixing.mix(first.pixels(), firstGraded.pixels(), 0.85 * Easing.smooth(time / 0.7), scratch);
      Pose in = new Pose(1, 0.26 * leaving(time), 0, 0, 0.02 * leaving(time), 0, 0, 0);
      Pose swing = carry.pose(frame, firstDepth, first.width(), first.height());
      film(scratch, firstDepth, in.and(swing), argb);
    }
    if (open > 0) {
      int[] incoming = open < 1 ? new int[argb.length] : argb;
      double settle = 1 - Easing.smooth((time - 0.2) / 0.8);
      Mixing.mix(last.pixels(), lastGraded.pixels(), 0.85 * settle, scratch);
      Pose rest = new Pose(1, 0.16 * settle, 0, 0, -0.015 * settle, 0, 0, 0);
      film(scratch, lastDepth, rest, incoming);
      if (open < 1) {
        for (int i = 0; i < argb.length; i++) {
          argb[i] = Mixing.mix(argb[i], incoming[i], weights[order[i] & 255]);
        }
      }
    }
    double seconds = (double) frame / frameRate;
    double left = (double) (frames - 1 - frame) / frameRate;
    finish.apply(argb, frame, seconds, Finish.between(seconds, left), 0);
  }

  private static double leaving(double time) {
    return Easing.leave(Math.min(1, time / 0.85));
  }

  private static int[] weights(double open) {
    double edge = -EDGE / 2 + (1 + 2 * EDGE) * open;
    int[] weights = new int[256];
    for (int i = 0; i < 256; i++) {
      weights[i] = (int) Math.round(256 * Easing.smooth((edge - i / 255.0) / EDGE));
    }
    return weights;
  }

  private void film(int[] pixels, DepthField depth, Pose pose, int[] into) {
    int width = first.width();
    int height = first.height();
    MeshWarp.paint(
        new Plate(width, height, pixels), pose.over(depth, width, height), into, width, height);
  }

  @Override
  public boolean isCut(int frame) {
    return false;
  }
}
