package io.wan4j.engine.wan.film;

import io.wan4j.media.PixelImage;
import java.util.Arrays;

/** Makes masks black and white, and larger. */
final class MaskGrowth {
  private static final int WHITE = 0xFFFFFFFF;
  private static final int BLACK = 0xFF000000;

  private MaskGrowth() {}

  /**
   * The mask with a margin.
   *
   * @param growth 0 to 1: the margin in parts of half the masked part's longer side
   * @param box whether everything within the masked part's rectangle counts
   */
  static PixelImage of(PixelImage mask, double growth, boolean box) {
    int width = mask.width();
    int height = mask.height();
    boolean[] inside = new boolean[width * height];
    int left = width;
    int right = -1;
    int top = height;
    int bottom = -1;
    for (int i = 0; i < inside.length; i++) {
      inside[i] = (mask.argb()[i] >> 8 & 255) > 127;
      if (inside[i]) {
        left = Math.min(left, i % width);
        right = Math.max(right, i % width);
        top = Math.min(top, i / width);
        bottom = Math.max(bottom, i / width);
      }
    }
    int margin = (int) Math.round(growth * Math.max(right - left + 1, bottom - top + 1) / 2);
    if (box && right >= 0) {
      for (int y = top; y <= bottom; y++) {
        Arrays.fill(inside, y * width + left, y * width + right + 1, true);
      }
    }
    boolean[] grown =
        margin > 0
            ? spread(spread(inside, width, height, margin, 1), height, width, margin, width)
            : inside;
    int[] pixels = new int[inside.length];
    for (int i = 0; i < pixels.length; i++) {
      pixels[i] = grown[i] ? WHITE : BLACK;
    }
    return new PixelImage(width, height, pixels);
  }

  /** Spreads along rows (step 1) or columns (step = width). */
  private static boolean[] spread(boolean[] from, int length, int lines, int margin, int step) {
    boolean[] to = new boolean[from.length];
    int lineStep = step == 1 ? length : 1;
    for (int line = 0; line < lines; line++) {
      int last = Integer.MIN_VALUE / 2;
      for (int i = 0; i < length + margin; i++) {
        if (i < length && from[line * lineStep + i * step]) {
          last = i;
        }
        int at = i - margin;
        // Everything within the margin on either side of a masked place.
        if (at >= 0 && at < length && last >= at - margin) {
          to[line * lineStep + at * step] = true;
        }
      }
    }
    return to;
  }
}
