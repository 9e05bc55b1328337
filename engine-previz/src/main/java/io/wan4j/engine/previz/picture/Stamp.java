package io.wan4j.engine.previz.picture;

/** Lays small transparent plates over a frame: scaled, turned, mirrored, faded. */
final class Stamp {
  private Stamp() {}

  /**
   * Lays a plate over the frame.
   *
   * @param centreX where its middle comes to lie, in pixels of the frame
   * @param scaleX magnification across; negative mirrors
   * @param angle turn clockwise in radians
   * @param strength 0 unseen to 1
   */
  static void over(
      Plate plate,
      int[] frame,
      int width,
      int height,
      double centreX,
      double centreY,
      double scaleX,
      double scaleY,
      double angle,
      double strength) {
    draw(plate, frame, width, height, centreX, centreY, scaleX, scaleY, angle, strength, false);
  }

  /** As {@link #over}, but the plate is light that is added. */
  static void light(
      Plate plate,
      int[] frame,
      int width,
      int height,
      double centreX,
      double centreY,
      double scale,
      double angle,
      double strength) {
    draw(plate, frame, width, height, centreX, centreY, scale, scale, angle, strength, true);
  }

  private static void draw(
      Plate plate,
      int[] frame,
      int width,
      int height,
      double centreX,
      double centreY,
      double scaleX,
      double scaleY,
      double angle,
      double strength,
      boolean light) {
    int share = (int) Math.round(256 * Math.clamp(strength, 0.0, 1.0));
    if (share == 0 || Math.abs(scaleX) < 1e-3 || Math.abs(scaleY) < 1e-3) {
      return;
    }
    double cosine = Math.cos(angle);
    double sine = Math.sin(angle);
    double halfWidth = Math.abs(plate.width() * scaleX) / 2;
    double halfHeight = Math.abs(plate.height() * scaleY) / 2;
    double reachX = Math.abs(halfWidth * cosine) + Math.abs(halfHeight * sine) + 1;
    double reachY = Math.abs(halfWidth * sine) + Math.abs(halfHeight * cosine) + 1;
    int left = (int) Math.max(0, Math.floor(centreX - reachX));
    int right = (int) Math.min(width, Math.ceil(centreX + reachX));
    int top = (int) Math.max(0, Math.floor(centreY - reachY));
    int bottom = (int) Math.min(height, Math.ceil(centreY + reachY));
    float stepX = (float) (cosine / scaleX);
    float stepY = (float) (-sine / scaleY);
    for (int y = top; y < bottom; y++) {
      double dx = left - centreX;
      double dy = y - centreY;
      float sourceX = (float) ((dx * cosine + dy * sine) / scaleX + (plate.width() - 1) / 2.0);
      float sourceY = (float) ((dy * cosine - dx * sine) / scaleY + (plate.height() - 1) / 2.0);
      for (int x = left, at = y * width + left;
          x < right;
          x++, at++, sourceX += stepX, sourceY += stepY) {
        int pixel = plate.orNothing(sourceX, sourceY);
        if (pixel != 0) {
          int shown = share == 256 ? pixel : Mixing.scale(pixel, share);
          frame[at] = light ? Mixing.add(frame[at], shown) : Mixing.over(shown, frame[at]);
        }
      }
    }
  }
}
