package io.wan4j.engine.previz.picture;

/**
 * Keeps the camera on the picture: tells how much a pose must zoom in so that the frame shows
 * nothing beyond the plate's edge, and zooms a whole path of poses by that, smoothly in time.
 */
final class Coverage {
  private static final int STEPS = 12;
  private static final int SMOOTHING_FRAMES = 6;

  private final DepthField depth;
  private final int width;
  private final int height;

  Coverage(DepthField depth, int width, int height) {
    this.depth = depth;
    this.width = width;
    this.height = height;
  }

  /** The zoom that the pose lacks: 1 when it shows no border. */
  double missingZoom(Pose pose) {
    double low = 1;
    if (inside(pose)) {
      return low;
    }
    double high = 1.5;
    while (!inside(pose.withZoom(pose.zoom() * high)) && high < 8) {
      high *= 1.5;
    }
    for (int i = 0; i < 10; i++) {
      double middle = (low + high) / 2;
      if (inside(pose.withZoom(pose.zoom() * middle))) {
        high = middle;
      } else {
        low = middle;
      }
    }
    return high;
  }

  private boolean inside(Pose pose) {
    MeshWarp.Mapping mapping = pose.over(depth, width, height);
    float[] source = new float[2];
    for (int i = 0; i <= STEPS; i++) {
      float x = (float) (width - 1) * i / STEPS;
      float y = (float) (height - 1) * i / STEPS;
      if (outside(mapping, x, 0, source)
          || outside(mapping, x, height - 1, source)
          || outside(mapping, 0, y, source)
          || outside(mapping, width - 1, y, source)) {
        return false;
      }
    }
    return true;
  }

  private boolean outside(MeshWarp.Mapping mapping, float x, float y, float[] source) {
    mapping.map(x, y, source);
    return source[0] < -0.5f
        || source[1] < -0.5f
        || source[0] > width - 0.5f
        || source[1] > height - 0.5f;
  }

  /**
   * Zooms each pose as far as it needs.
   *
   * @param from first pose of a shot
   * @param to after its last pose
   * @param held whether the first pose is given and may not be zoomed
   */
  void cover(Pose[] poses, int from, int to, boolean held) {
    int count = to - from;
    double[] missing = new double[count];
    for (int i = 0; i < count; i++) {
      missing[i] = missingZoom(poses[from + i]);
    }
    double[] peak = new double[count];
    for (int i = 0; i < count; i++) {
      for (int j = Math.max(0, i - SMOOTHING_FRAMES);
          j <= Math.min(count - 1, i + SMOOTHING_FRAMES);
          j++) {
        peak[i] = Math.max(peak[i], missing[j]);
      }
    }
    for (int i = 0; i < count; i++) {
      double sum = 0;
      int weight = 0;
      for (int j = Math.max(0, i - SMOOTHING_FRAMES);
          j <= Math.min(count - 1, i + SMOOTHING_FRAMES);
          j++) {
        sum += peak[j];
        weight++;
      }
      double zoom = sum / weight;
      if (held) {
        zoom = 1 + (zoom - 1) * Easing.smooth(i / (2.0 * SMOOTHING_FRAMES));
      }
      poses[from + i] = poses[from + i].withZoom(poses[from + i].zoom() * zoom);
    }
  }
}
