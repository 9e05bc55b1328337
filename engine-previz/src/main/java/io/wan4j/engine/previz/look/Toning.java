package io.wan4j.engine.previz.look;

import io.wan4j.engine.previz.paint.Colour;

/** Saturation, a curve of contrast, and a colour that dark and light parts are drawn to. */
final class Toning implements Finish {
  private final int saturation;
  private final int[] curve = new int[256];
  private final int[][] tint = new int[3][256];

  /**
   * @param saturation 0 grey, 1 as it is
   * @param contrast 0 as it is, 1 an S that is twice as steep in the middle, -1 flat
   * @param lift of black, 0 to 1
   * @param brightness factor
   * @param shadows what dark parts are drawn to
   * @param lights what light parts are drawn to
   * @param strength of that, 0 to 1
   */
  Toning(
      double saturation,
      double contrast,
      double lift,
      double brightness,
      Colour shadows,
      Colour lights,
      double strength) {
    this.saturation = (int) Math.round(256 * saturation);
    for (int i = 0; i < 256; i++) {
      double x = Math.min(1, i / 255.0 * brightness);
      double s = x * x * (3 - 2 * x);
      double bent = contrast >= 0 ? x + contrast * (s - x) : 0.5 + (x - 0.5) * (1 + 0.7 * contrast);
      curve[i] = (int) Math.round(255 * (lift + (1 - lift) * Math.max(0, Math.min(1, bent))));
      double high = i / 255.0;
      double weight = 2 * high - 1;
      Colour side = weight < 0 ? shadows : lights;
      double grey = (side.red() + side.green() + side.blue()) / 3.0;
      double amount = strength * Math.abs(weight) * 0.6 + strength * 0.4;
      tint[0][i] = (int) Math.round(amount * (side.red() - grey));
      tint[1][i] = (int) Math.round(amount * (side.green() - grey));
      tint[2][i] = (int) Math.round(amount * (side.blue() - grey));
    }
  }

  @Override
  public void apply(int[] argb, int frame) {
    for (int i = 0; i < argb.length; i++) {
      int pixel = argb[i];
      int red = pixel >> 16 & 255;
      int green = pixel >> 8 & 255;
      int blue = pixel & 255;
      int luma = (54 * red + 183 * green + 19 * blue) >> 8;
      red = curve[clamp(luma + ((red - luma) * saturation >> 8))] + tint[0][luma];
      green = curve[clamp(luma + ((green - luma) * saturation >> 8))] + tint[1][luma];
      blue = curve[clamp(luma + ((blue - luma) * saturation >> 8))] + tint[2][luma];
      argb[i] = 0xFF000000 | clamp(red) << 16 | clamp(green) << 8 | clamp(blue);
    }
  }

  static int clamp(int value) {
    return Math.max(0, Math.min(255, value));
  }
}
