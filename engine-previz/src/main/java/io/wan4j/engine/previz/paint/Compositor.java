package io.wan4j.engine.previz.paint;

/** Lays single pixels over others, in eight-bit fixed point. */
public final class Compositor {
  private static final int PAIR = 0x00FF00FF;

  private Compositor() {}

  /** One premultiplied pixel over another. */
  public static int blend(int below, int above) {
    int keep = 256 - (above >>> 24);
    return above
        + ((((below >>> 8) & PAIR) * keep) & 0xFF00FF00)
        + ((((below & PAIR) * keep) >>> 8) & PAIR);
  }

  /**
   * An opaque pixel with light added to it.
   *
   * @param share 0 to 256, how much of the light
   */
  public static int lighten(int pixel, Colour light, int share) {
    int red = Math.min(255, (pixel >> 16 & 255) + (light.red() * share >> 8));
    int green = Math.min(255, (pixel >> 8 & 255) + (light.green() * share >> 8));
    int blue = Math.min(255, (pixel & 255) + (light.blue() * share >> 8));
    return 0xFF000000 | red << 16 | green << 8 | blue;
  }
}
