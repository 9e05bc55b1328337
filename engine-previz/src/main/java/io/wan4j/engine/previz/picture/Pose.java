package io.wan4j.engine.previz.picture;

/**
 * How the camera stands before a plate. {@link #HOME} shows the plate as it is.
 *
 * @param zoom magnification of everything alike, 1 = none
 * @param dolly how far the camera has gone in; near things grow more than far ones
 * @param shiftX how far the view has moved to the right, in frame widths
 * @param shiftY how far the view has moved down, in frame heights
 * @param parallaxX how much further near things have moved than far ones, in frame widths
 * @param parallaxY likewise down, in frame heights
 * @param roll turn about the line of sight in radians
 * @param keystone how much larger the right edge is seen than the left one
 */
record Pose(
    double zoom,
    double dolly,
    double shiftX,
    double shiftY,
    double parallaxX,
    double parallaxY,
    double roll,
    double keystone) {
  static final Pose HOME = new Pose(1, 0, 0, 0, 0, 0, 0, 0);

  /** The depth that stands still under {@link #parallaxX}. */
  private static final double PIVOT_DEPTH = 0.4;

  /** The part of a dolly that even the farthest thing follows. */
  private static final double FAR_SHARE = 0.25;

  /** The pose from which a plate is seen moved so. */
  static Pose seeing(Similarity move, DepthField depth, int width, int height) {
    double centreX = (width - 1) / 2.0;
    double centreY = (height - 1) * depth.horizonSeenFromCentre();
    double moveX = move.x(centreX, centreY) - centreX;
    double moveY = move.y(centreX, centreY) - centreY;
    double angle = move.angle();
    double scale = move.scale();
    double backX = (moveX * Math.cos(angle) + moveY * Math.sin(angle)) / scale;
    double backY = (moveY * Math.cos(angle) - moveX * Math.sin(angle)) / scale;
    return new Pose(scale, 0, -backX / width, -backY / height, 0, 0, angle, 0);
  }

  Pose withZoom(double other) {
    return new Pose(other, dolly, shiftX, shiftY, parallaxX, parallaxY, roll, keystone);
  }

  /** Both moves at once. */
  Pose and(Pose other) {
    return new Pose(
        zoom * other.zoom,
        (1 + dolly) * (1 + other.dolly) - 1,
        shiftX + other.shiftX,
        shiftY + other.shiftY,
        parallaxX + other.parallaxX,
        parallaxY + other.parallaxY,
        roll + other.roll,
        keystone + other.keystone);
  }

  /** The part of this move that has been made, 0 to 1. */
  Pose part(double share) {
    return new Pose(
        Math.pow(zoom, share),
        dolly * share,
        shiftX * share,
        shiftY * share,
        parallaxX * share,
        parallaxY * share,
        roll * share,
        keystone * share);
  }

  /** Where the plate is seen at each pixel of the frame; plate and frame have one size. */
  MeshWarp.Mapping over(DepthField depth, int width, int height) {
    float centreX = (width - 1) / 2f;
    float centreY = (height - 1) * (float) depth.horizonSeenFromCentre();
    float cosine = (float) Math.cos(-roll);
    float sine = (float) Math.sin(-roll);
    float inverse = (float) (1 / zoom);
    float in = (float) dolly;
    float tilt = (float) keystone / width;
    float moveX = (float) shiftX * width;
    float moveY = (float) shiftY * height;
    float nearX = (float) parallaxX * width;
    float nearY = (float) parallaxY * height;
    return (x, y, source) -> {
      float near = depth.at(x / width, y / height);
      float u = x - centreX;
      float v = y - centreY;
      float scale = inverse / (1 + in * ((float) FAR_SHARE + near)) * (1 - tilt * u);
      source[0] =
          centreX + (u * cosine - v * sine) * scale + moveX + nearX * (near - (float) PIVOT_DEPTH);
      source[1] =
          centreY + (u * sine + v * cosine) * scale + moveY + nearY * (near - (float) PIVOT_DEPTH);
    };
  }
}
