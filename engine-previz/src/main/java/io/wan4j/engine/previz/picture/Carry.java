package io.wan4j.engine.previz.picture;

import static org.bytedeco.opencv.global.opencv_calib3d.RANSAC;
import static org.bytedeco.opencv.global.opencv_calib3d.estimateAffinePartial2D;
import static org.bytedeco.opencv.global.opencv_imgproc.goodFeaturesToTrack;
import static org.bytedeco.opencv.global.opencv_video.calcOpticalFlowPyrLK;

import java.util.Arrays;
import java.util.List;
import java.util.Optional;
import org.bytedeco.javacpp.DoublePointer;
import org.bytedeco.javacpp.PointerScope;
import org.bytedeco.opencv.opencv_core.Mat;

/**
 * The swing that a clip's camera has at its end, carried on as it dies away, so that what follows
 * does not begin with a jolt.
 *
 * @param step how the picture moves from one frame to the next at the end of the clip
 * @param frames in how many frames the swing falls to a third (1/e)
 */
record Carry(Similarity step, double frames) {
  static final Carry NONE = new Carry(Similarity.IDENTITY, 1);

  private static final double SECONDS = 0.7;

  /** The way that may be carried, in frame widths: beyond it too much would have to be invented. */
  private static final double FARTHEST = 0.06;

  private static final int FEATURES = 240;

  /**
   * Measures the swing: features followed from frame to frame, the middle value of each part of the
   * moves found.
   *
   * @param last the last frames of the clip, of one size, at least 2 for a swing
   * @param enlarged by how much the film's frames are larger than these
   */
  static Carry measure(List<Plate> last, double enlarged, int frameRate) {
    double[][] found = new double[4][0];
    for (int i = 1; i < last.size(); i++) {
      Optional<Similarity> move = follow(last.get(i - 1), last.get(i));
      if (move.isPresent()) {
        Similarity s = move.get();
        double[] parts = {s.scale(), s.angle(), s.shiftX(), s.shiftY()};
        for (int part = 0; part < 4; part++) {
          found[part] = Arrays.copyOf(found[part], found[part].length + 1);
          found[part][found[part].length - 1] = parts[part];
        }
      }
    }
    if (found[0].length < 2) {
      return NONE;
    }
    double scale = middle(found[0]);
    double angle = middle(found[1]);
    Similarity step =
        new Similarity(
            scale * Math.cos(angle),
            scale * Math.sin(angle),
            middle(found[2]) * enlarged,
            middle(found[3]) * enlarged);
    double width = last.getFirst().width() * enlarged;
    double height = last.getFirst().height() * enlarged;
    double pace =
        Math.hypot(
                step.x(width / 2, height / 2) - width / 2,
                step.y(width / 2, height / 2) - height / 2)
            + Math.abs(scale - 1) * width / 2;
    double frames = Math.min(SECONDS * frameRate, FARTHEST * width / Math.max(1e-6, pace));
    return new Carry(step, Math.max(1.5, frames));
  }

  private static double middle(double[] values) {
    double[] sorted = values.clone();
    Arrays.sort(sorted);
    return sorted[sorted.length / 2];
  }

  /** The move from one picture to the next. */
  static Optional<Similarity> follow(Plate before, Plate after) {
    try (PointerScope _ = new PointerScope()) {
      Mat one = Mats.grey(before);
      Mat other = Mats.grey(after);
      Mat points = new Mat();
      goodFeaturesToTrack(one, points, FEATURES, 0.01, 6);
      if (points.rows() < 8) {
        return Optional.empty();
      }
      Mat arrived = new Mat();
      Mat status = new Mat();
      Mat error = new Mat();
      calcOpticalFlowPyrLK(one, other, points, arrived, status, error);
      Mat inliers = new Mat();
      Mat found = estimateAffinePartial2D(points, arrived, inliers, RANSAC, 1.0, 500, 0.99, 10);
      if (found.empty()) {
        return Optional.empty();
      }
      double[] m = new double[6];
      new DoublePointer(found.data()).get(m);
      return Optional.of(new Similarity(m[0], m[3], m[2], m[5]));
    }
  }

  /** The whole move so many frames after the end of the clip. */
  Similarity after(int count) {
    return step.part(frames * (1 - Math.exp(-count / frames)));
  }

  /** The same as a pose of the camera before the last frame. */
  Pose pose(int count, DepthField depth, int width, int height) {
    return Pose.seeing(after(count), depth, width, height);
  }
}
