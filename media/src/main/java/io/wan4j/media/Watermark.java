package io.wan4j.media;

import io.wan4j.engine.Frame;
import io.wan4j.engine.FrameSize;

/**
 * The words {@code AI生成} at the bottom right of a frame (DashScope reference, rules shared by all:
 * {@code watermark}): white, half transparent, with a soft shadow so that they are read on any
 * ground.
 *
 * <p>The words are a picture of their own, so that neither fonts nor AWT are needed. Made once for
 * a film; drawing touches only the pixels of the mark.
 */
public final class Watermark {
  private static final String WORDS = "ai-generated-mark.png";

  /** Shares of the frame's shorter side. */
  private static final double HEIGHT = 0.04;

  private static final double MARGIN = 0.03;
  private static final int LOWEST = 9;

  private static final double WORDS_OPACITY = 0.72;
  private static final double SHADOW_OPACITY = 0.6;

  /** Share of the words' height. */
  private static final double SHADOW_RADIUS = 0.12;

  private static final int UNIT = 1 << 12;
  private static final int BLACK = 16;
  private static final int WHITE = 235;
  private static final int GREY = 128;

  private final FrameSize size;
  private final int left;
  private final int top;
  private final int width;
  private final int height;
  private final int[] lumaKept;
  private final int[] lumaAdded;
  private final int[] chromaKept;

  private Watermark(FrameSize size, PixelImage words) {
    this.size = size;
    int radius = Math.max(1, (int) Math.round(words.height() * SHADOW_RADIUS));
    int room = 2 * radius + 1;
    int margin = Math.max(2, (int) (Math.min(size.width(), size.height()) * MARGIN) - radius);
    this.left = Math.max(0, size.width() - margin - words.width() - room) & ~1;
    this.top = Math.max(0, size.height() - margin - words.height() - room) & ~1;
    this.width = Math.min(size.width() - left, words.width() + room) & ~1;
    this.height = Math.min(size.height() - top, words.height() + room) & ~1;
    this.lumaKept = new int[width * height];
    this.lumaAdded = new int[width * height];
    this.chromaKept = new int[width / 2 * (height / 2)];
    compose(words, radius);
  }

  /** The mark for frames of one size. */
  public static Watermark of(FrameSize size) {
    PixelImage words = PictureReader.resource(WORDS);
    double shorter = Math.min(size.width(), size.height());
    double wanted = Math.max(LOWEST, shorter * HEIGHT) / words.height();
    double factor = Math.min(wanted, 0.8 * size.width() / words.width());
    return new Watermark(
        size,
        words.scale(
            Math.max(1, (int) Math.round(words.width() * factor)),
            Math.max(1, (int) Math.round(words.height() * factor))));
  }

  /**
   * Draws the mark into a frame.
   *
   * @throws IllegalArgumentException when the frame has another size
   */
  public void draw(Frame frame) {
    if (!frame.size().equals(size)) {
      throw new IllegalArgumentException(
          "the mark is made for " + size + ", the frame has " + frame.size());
    }
    byte[] luma = frame.luma();
    for (int y = 0; y < height; y++) {
      for (int x = 0; x < width; x++) {
        int at = (top + y) * size.width() + left + x;
        int mark = y * width + x;
        int value = (luma[at] & 255) * lumaKept[mark] + lumaAdded[mark] + UNIT / 2;
        luma[at] = (byte) (value / UNIT);
      }
    }
    fade(frame.chromaBlue());
    fade(frame.chromaRed());
  }

  private void fade(byte[] chroma) {
    for (int y = 0; y < height / 2; y++) {
      for (int x = 0; x < width / 2; x++) {
        int at = (top / 2 + y) * (size.width() / 2) + left / 2 + x;
        int kept = chromaKept[y * (width / 2) + x];
        int value = (chroma[at] & 255) * kept + GREY * (UNIT - kept) + UNIT / 2;
        chroma[at] = (byte) (value / UNIT);
      }
    }
  }

  /** Works out, pixel by pixel, how much of the frame stays and how much light is added. */
  private void compose(PixelImage words, int radius) {
    double[] ink = new double[width * height];
    for (int y = 0; y < Math.min(words.height(), height - radius); y++) {
      for (int x = 0; x < Math.min(words.width(), width - radius); x++) {
        int pixel = words.argb()[y * words.width() + x];
        ink[(y + radius) * width + x + radius] = (pixel & 255) / 255.0;
      }
    }
    double[] shadow = blurred(blurred(ink, radius), radius);
    for (int i = 0; i < ink.length; i++) {
      double text = WORDS_OPACITY * ink[i];
      double shade = SHADOW_OPACITY * Math.min(1, 2 * shadow[i]) * (1 - text);
      double kept = 1 - text - shade;
      lumaKept[i] = (int) Math.round(UNIT * kept);
      lumaAdded[i] = (int) Math.round(UNIT * (WHITE * text + BLACK * shade));
      if (i / width % 2 == 0 && i % width % 2 == 0) {
        chromaKept[i / width / 2 * (width / 2) + i % width / 2] = lumaKept[i];
      }
    }
  }

  /** Mean over a square, the edge counting as empty. */
  private double[] blurred(double[] ink, int radius) {
    int reach = Math.max(1, radius / 2);
    double share = 1.0 / ((2 * reach + 1) * (2 * reach + 1));
    double[] out = new double[ink.length];
    for (int y = 0; y < height; y++) {
      for (int x = 0; x < width; x++) {
        double sum = 0;
        for (int v = Math.max(0, y - reach); v <= Math.min(height - 1, y + reach); v++) {
          for (int u = Math.max(0, x - reach); u <= Math.min(width - 1, x + reach); u++) {
            sum += ink[v * width + u];
          }
        }
        out[y * width + x] = sum * share;
      }
    }
    return out;
  }
}
