package io.wan4j.engine.previz.paint;

import java.awt.Color;

/** An opaque colour of eight bits a channel, and what painters do with it. */
public record Colour(int rgb) {
  public Colour {
    rgb &= 0xFFFFFF;
  }

  public static Colour of(int red, int green, int blue) {
    return new Colour(clamp(red) << 16 | clamp(green) << 8 | clamp(blue));
  }

  /**
   * Reads six hexadecimal digits.
   *
   * @throws IllegalArgumentException when the text is anything else
   */
  public static Colour parse(String text) {
    if (!text.matches("[0-9a-fA-F]{6}")) {
      throw new IllegalArgumentException(
          "a colour is written as six hexadecimal digits, was '" + text + "'");
    }
    return new Colour(Integer.parseInt(text, 16));
  }

  public int red() {
    return rgb >> 16 & 255;
  }

  public int green() {
    return rgb >> 8 & 255;
  }

  public int blue() {
    return rgb & 255;
  }

  /** Relative brightness, 0 to 1 (BT.709 weights on the coded values). */
  public double brightness() {
    return (0.2126 * red() + 0.7152 * green() + 0.0722 * blue()) / 255;
  }

  public Colour mix(Colour other, double t) {
    double u = Ease.clamp(t);
    return of(
        (int) Math.round(red() + (other.red() - red()) * u),
        (int) Math.round(green() + (other.green() - green()) * u),
        (int) Math.round(blue() + (other.blue() - blue()) * u));
  }

  /** As seen under light of the given colour. */
  public Colour under(Colour light) {
    return of(
        red() * light.red() / 255, green() * light.green() / 255, blue() * light.blue() / 255);
  }

  public Colour times(double factor) {
    return of((int) (red() * factor), (int) (green() * factor), (int) (blue() * factor));
  }

  /** Nearer to grey by {@code t}. */
  public Colour faded(double t) {
    int grey = (int) (brightness() * 255);
    return mix(of(grey, grey, grey), t);
  }

  public Color awt() {
    return new Color(rgb);
  }

  public Color awt(double alpha) {
    return new Color(red(), green(), blue(), (int) Math.round(255 * Ease.clamp(alpha)));
  }

  /** Packed and premultiplied. */
  public int premultiplied(double alpha) {
    int a = (int) Math.round(255 * Ease.clamp(alpha));
    return a << 24 | red() * a / 255 << 16 | green() * a / 255 << 8 | blue() * a / 255;
  }

  private static int clamp(int channel) {
    return Math.max(0, Math.min(255, channel));
  }
}
