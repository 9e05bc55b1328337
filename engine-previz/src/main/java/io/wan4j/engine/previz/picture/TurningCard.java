package io.wan4j.engine.previz.picture;

/**
 * A picture as a card in space that is turned about its upright axis, seen in perspective. Every
 * column of such a card is one column of the picture at one scale, so it is painted column by
 * column.
 */
final class TurningCard {
  /** Distance of the eye in card widths. */
  private static final double EYE = 2.2;

  private TurningCard() {}

  /**
   * Paints the card over a frame.
   *
   * @param centreX where the axis stands, in pixels
   * @param scale size of the card facing the eye, 1 = the plate's own pixels
   * @param angle turn in radians; beyond a quarter the mirrored back is seen
   * @param light brightness, 1 as it is
   */
  static void paint(
      Plate plate,
      int[] frame,
      int width,
      int height,
      double centreX,
      double centreY,
      double scale,
      double angle,
      double light) {
    double half = plate.width() / 2.0;
    double cosine = Math.cos(angle);
    double sine = Math.sin(angle);
    if (Math.abs(cosine) < 0.01) {
      return;
    }
    double eye = EYE * plate.width();
    double reach = half * scale * 1.35;
    int left = (int) Math.max(0, Math.floor(centreX - reach));
    int right = (int) Math.min(width, Math.ceil(centreX + reach));
    int shade = (int) Math.round(256 * light * (0.72 + 0.28 * Math.abs(cosine)));
    for (int x = left; x < right; x++) {
      double seen = (x - centreX) / scale;
      double u = seen * eye / (eye * cosine + seen * sine);
      if (Math.abs(u) > half - 1) {
        continue;
      }
      double depth = eye / (eye - u * sine);
      double column = cosine > 0 ? u + half : half - u;
      double tall = plate.height() * scale * depth / 2;
      int top = (int) Math.max(0, Math.ceil(centreY - tall));
      int bottom = (int) Math.min(height, Math.floor(centreY + tall));
      double step = 1 / (scale * depth);
      double row = (top - centreY) * step + plate.height() / 2.0;
      double rim = Math.clamp((half - Math.abs(u)) * scale, 0.0, 1.0);
      int cover = (int) (256 * rim);
      for (int y = top; y < bottom; y++, row += step) {
        int pixel = plate.mirrored((float) column, (float) row);
        int lit = Mixing.scale(pixel, Math.min(256, shade)) | 0xFF000000;
        int at = y * width + x;
        frame[at] = Mixing.mix(frame[at], lit, cover);
      }
    }
  }
}
