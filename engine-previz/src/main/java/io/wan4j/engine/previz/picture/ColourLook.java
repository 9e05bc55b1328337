package io.wan4j.engine.previz.picture;

/**
 * A grade: the picture's light and dark drawn towards two colours, more or less colour and
 * contrast, darker corners.
 *
 * @param shadows what black becomes, packed
 * @param lights what white becomes, packed
 * @param tint 0 own colours to 1 only the two
 * @param saturation 0 grey, 1 as it is
 * @param contrast 1 as it is
 * @param vignette how dark the corners get, 0 to 1
 * @param glow how far bright parts bloom, 0 to 1
 */
record ColourLook(
    int shadows,
    int lights,
    double tint,
    double saturation,
    double contrast,
    double vignette,
    double glow) {
  static final ColourLook NONE = new ColourLook(0xFF000000, 0xFFFFFFFF, 0, 1, 1, 0, 0);

  /**
   * Grades a frame.
   *
   * @param strength 0 leaves it alone, 1 is the whole look
   */
  void apply(int[] frame, int width, int height, double strength) {
    if (strength <= 0.002) {
      return;
    }
    int[] redTint = tintTable(16);
    int[] greenTint = tintTable(8);
    int[] blueTint = tintTable(0);
    int toTint = (int) Math.round(256 * tint * strength);
    int colour = (int) Math.round(256 * (1 + (saturation - 1) * strength));
    int[] curve = curve(1 + (contrast - 1) * strength);
    double dark = vignette * strength;
    for (int y = 0; y < height; y++) {
      double v = 2.0 * y / height - 1;
      for (int x = 0, at = y * width; x < width; x++, at++) {
        int pixel = frame[at];
        int red = curve[pixel >> 16 & 255];
        int green = curve[pixel >> 8 & 255];
        int blue = curve[pixel & 255];
        int light = 54 * red + 183 * green + 19 * blue >> 8;
        red = light + ((red - light) * colour >> 8);
        green = light + ((green - light) * colour >> 8);
        blue = light + ((blue - light) * colour >> 8);
        red += (redTint[light] - red) * toTint >> 8;
        green += (greenTint[light] - green) * toTint >> 8;
        blue += (blueTint[light] - blue) * toTint >> 8;
        if (dark > 0) {
          double u = 2.0 * x / width - 1;
          double far = u * u + v * v;
          int keep = (int) (256 * (1 - dark * Math.min(1, far * far / 3)));
          red = red * keep >> 8;
          green = green * keep >> 8;
          blue = blue * keep >> 8;
        }
        frame[at] = 0xFF000000 | clamp(red) << 16 | clamp(green) << 8 | clamp(blue);
      }
    }
  }

  private int[] tintTable(int shift) {
    int[] table = new int[256];
    int from = shadows >> shift & 255;
    int to = lights >> shift & 255;
    for (int i = 0; i < 256; i++) {
      table[i] = from + (to - from) * i / 255;
    }
    return table;
  }

  private static int[] curve(double contrast) {
    int[] table = new int[256];
    for (int i = 0; i < 256; i++) {
      table[i] = clamp((int) Math.round((i - 118) * contrast + 118));
    }
    return table;
  }

  private static int clamp(int value) {
    return Math.max(0, Math.min(255, value));
  }
}
