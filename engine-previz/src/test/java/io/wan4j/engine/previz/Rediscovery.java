package io.wan4j.engine.previz;

import static org.bytedeco.opencv.global.opencv_calib3d.RANSAC;
import static org.bytedeco.opencv.global.opencv_calib3d.findHomography;
import static org.bytedeco.opencv.global.opencv_core.CV_32FC2;
import static org.bytedeco.opencv.global.opencv_core.CV_8UC1;
import static org.bytedeco.opencv.global.opencv_core.countNonZero;

import io.wan4j.engine.Frame;
import io.wan4j.engine.FrameSize;
import io.wan4j.engine.Picture;
import io.wan4j.media.PictureReader;
import java.util.ArrayList;
import java.util.List;
import org.bytedeco.javacpp.FloatPointer;
import org.bytedeco.javacpp.PointerScope;
import org.bytedeco.opencv.opencv_core.DMatch;
import org.bytedeco.opencv.opencv_core.DMatchVectorVector;
import org.bytedeco.opencv.opencv_core.KeyPointVector;
import org.bytedeco.opencv.opencv_core.Mat;
import org.bytedeco.opencv.opencv_features2d.BFMatcher;
import org.bytedeco.opencv.opencv_features2d.SIFT;

/**
 * Finds a picture again in frames: features matched by Lowe's ratio test (2004) that one plane
 * explains.
 */
final class Rediscovery {
  private static final int LEAST_INLIERS = 12;
  private static final float RATIO = 0.75f;
  private static final int LONGER_SIDE = 480;

  private final Features model;

  Rediscovery(Picture picture) {
    double scale = (double) LONGER_SIDE / Math.max(picture.width(), picture.height());
    FrameSize size =
        new FrameSize(
            (int) Math.round(picture.width() * scale / 2) * 2,
            (int) Math.round(picture.height() * scale / 2) * 2);
    this.model = Features.of(PictureReader.read(picture.file()).cover(size).toFrame(size));
  }

  /** What can be recognised in a frame. */
  record Features(KeyPointVector places, Mat words) {
    static Features of(Frame frame) {
      Mat grey = new Mat(frame.size().height(), frame.size().width(), CV_8UC1);
      grey.data().put(frame.luma());
      KeyPointVector places = new KeyPointVector();
      Mat words = new Mat();
      try (SIFT sift = SIFT.create()) {
        sift.detectAndCompute(grey, new Mat(), places, words);
      }
      return new Features(places, words);
    }
  }

  boolean in(Features frame) {
    if (model.places().size() < LEAST_INLIERS || frame.places().size() < LEAST_INLIERS) {
      return false;
    }
    try (PointerScope _ = new PointerScope();
        BFMatcher matcher = new BFMatcher()) {
      DMatchVectorVector pairs = new DMatchVectorVector();
      matcher.knnMatch(model.words(), frame.words(), pairs, 2);
      List<DMatch> good = new ArrayList<>();
      for (long i = 0; i < pairs.size(); i++) {
        DMatch best = pairs.get(i).get(0);
        if (best.distance() < RATIO * pairs.get(i).get(1).distance()) {
          good.add(best);
        }
      }
      return good.size() >= LEAST_INLIERS
          && inliers(good, model.places(), frame.places()) >= LEAST_INLIERS;
    }
  }

  private static int inliers(List<DMatch> good, KeyPointVector ours, KeyPointVector theirs) {
    Mat from = new Mat(good.size(), 1, CV_32FC2);
    Mat to = new Mat(good.size(), 1, CV_32FC2);
    FloatPointer fromData = new FloatPointer(from.data());
    FloatPointer toData = new FloatPointer(to.data());
    for (int i = 0; i < good.size(); i++) {
      var a = ours.get(good.get(i).queryIdx()).pt();
      var b = theirs.get(good.get(i).trainIdx()).pt();
      fromData.put(2L * i, a.x()).put(2L * i + 1, a.y());
      toData.put(2L * i, b.x()).put(2L * i + 1, b.y());
    }
    Mat mask = new Mat();
    Mat found = findHomography(from, to, RANSAC, 4, mask, 1000, 0.99);
    return found.empty() ? 0 : countNonZero(mask);
  }
}
