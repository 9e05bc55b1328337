package io.wan4j.engine.previz.picture;

import static org.bytedeco.opencv.global.opencv_calib3d.RANSAC;
import static org.bytedeco.opencv.global.opencv_calib3d.estimateAffinePartial2D;
import static org.bytedeco.opencv.global.opencv_core.CV_32FC2;
import static org.bytedeco.opencv.global.opencv_core.NORM_HAMMING;
import static org.bytedeco.opencv.global.opencv_core.countNonZero;

import java.util.Optional;
import org.bytedeco.javacpp.DoublePointer;
import org.bytedeco.javacpp.FloatPointer;
import org.bytedeco.javacpp.PointerScope;
import org.bytedeco.opencv.opencv_core.DMatchVector;
import org.bytedeco.opencv.opencv_core.KeyPointVector;
import org.bytedeco.opencv.opencv_core.Mat;
import org.bytedeco.opencv.opencv_core.Point2f;
import org.bytedeco.opencv.opencv_features2d.BFMatcher;
import org.bytedeco.opencv.opencv_features2d.ORB;

/**
 * Whether two pictures show the same place, and by which move of the camera: ORB features matched
 * both ways, the similarity found by RANSAC.
 *
 * @param move takes places of the first picture to places of the second
 * @param matches features that chose each other
 * @param inliers matches that the move explains
 */
record Relation(Similarity move, int matches, int inliers) {
  private static final int FEATURES = 1500;
  private static final int LEAST_INLIERS = 24;
  private static final double LEAST_SHARE = 0.15;
  private static final int PIXELS_OFF = 4;

  /** Whether it is one place; unlike photographs give under ten inliers of some hundred matches. */
  boolean holds() {
    return inliers >= LEAST_INLIERS
        && inliers >= LEAST_SHARE * matches
        && move.scale() > 0.25
        && move.scale() < 4
        && Math.abs(move.angle()) < Math.PI / 4;
  }

  /** The relation, or empty when too few features match to say anything. */
  static Optional<Relation> between(Plate first, Plate second) {
    try (PointerScope _ = new PointerScope();
        ORB orb = ORB.create(FEATURES, 1.2f, 8, 31, 0, 2, ORB.HARRIS_SCORE, 31, 12);
        BFMatcher matcher = new BFMatcher(NORM_HAMMING, true)) {
      KeyPointVector ours = new KeyPointVector();
      KeyPointVector theirs = new KeyPointVector();
      Mat ourWords = new Mat();
      Mat theirWords = new Mat();
      orb.detectAndCompute(Mats.grey(first), new Mat(), ours, ourWords);
      orb.detectAndCompute(Mats.grey(second), new Mat(), theirs, theirWords);
      if (ours.size() < 8 || theirs.size() < 8) {
        return Optional.empty();
      }
      DMatchVector matches = new DMatchVector();
      matcher.match(ourWords, theirWords, matches);
      int count = (int) matches.size();
      if (count < 8) {
        return Optional.empty();
      }
      return fit(ours, theirs, matches, count);
    }
  }

  private static Optional<Relation> fit(
      KeyPointVector ours, KeyPointVector theirs, DMatchVector matches, int count) {
    Mat from = new Mat(count, 1, CV_32FC2);
    Mat to = new Mat(count, 1, CV_32FC2);
    FloatPointer fromData = new FloatPointer(from.data());
    FloatPointer toData = new FloatPointer(to.data());
    for (int i = 0; i < count; i++) {
      Point2f a = ours.get(matches.get(i).queryIdx()).pt();
      Point2f b = theirs.get(matches.get(i).trainIdx()).pt();
      fromData.put(2L * i, a.x()).put(2L * i + 1, a.y());
      toData.put(2L * i, b.x()).put(2L * i + 1, b.y());
    }
    Mat inliers = new Mat();
    Mat found = estimateAffinePartial2D(from, to, inliers, RANSAC, PIXELS_OFF, 2000, 0.99, 10);
    if (found.empty()) {
      return Optional.empty();
    }
    double[] m = new double[6];
    new DoublePointer(found.data()).get(m);
    return Optional.of(
        new Relation(new Similarity(m[0], m[3], m[2], m[5]), count, countNonZero(inliers)));
  }
}
