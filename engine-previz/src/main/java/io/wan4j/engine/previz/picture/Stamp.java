package io.wan4j.engine.previz.picture;

import java.util.function.IntBinaryOperator;

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
    draw(
        plate,
        frame,
        width,
        height,
        centreX,
        centreY,
        scaleX,
        scaleY,
        angle,
        strength,
        Mixing::over);
  }

  /**
   * As {@link #over}, in a light of its own.
   *
   * @param gains for red, green and blue, in 8.8 fixed point
   */
  static void lit(
      Plate plate,
      int[] frame,
      int width,
      int height,
      double centreX,
      double centreY,
      double scaleX,
      double scaleY,
      double angle,
      int[] gains) {
    draw(
        plate,
        frame,
        width,
        height,
        centreX,
        centreY,
        scaleX,
        scaleY,
        angle,
        1,
        (pixel, below) -> Mixing.over(inLight(pixel, gains), below));
  }

  private static int inLight(int pixel, int[] gains) {
    int alpha = pixel >>> 24;
    int red = Math.min(alpha, (pixel >> 16 & 255) * gains[0] >> 8);
    int green = Math.min(alpha, (pixel >> 8 & 255) * gains[1] >> 8);
    int blue = Math.min(alpha, (pixel & 255) * gains[2] >> 8);
    return alpha << 24 | red << 16 | green << 8 | blue;
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
    draw(
        plate,
        frame,
        width,
        height,
        centreX,
        centreY,
        scale,
        scale,
        angle,
        strength,
        (pixel, below) -> Mixing.add(below, pixel));
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
      IntBinaryOperator laid) {
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
          frame[at] = laid.applyAsInt(shown, frame[at]);
        }
      }
    }
  }
}
