package io.wan4j.engine.previz.picture;

import java.util.ArrayList;
import java.util.List;

/**
 * A storyboard drawn on one sheet: equal panels with plain gutters between them. Such a reference
 * is not seen as a sheet; its panels are played one after another.
 */
final class GridPicture {
  private static final int FEWEST_PANELS = 4;
  private static final double PLAIN_DEVIATION = 7;
  private static final double WIDEST_GUTTER = 0.08;

  private GridPicture() {}

  /** The panels in reading order; empty when the picture is no grid. */
  static List<Plate> panels(Plate picture) {
    List<int[]> columns = stretches(plainLines(picture, false));
    List<int[]> rows = stretches(plainLines(picture, true));
    if (columns.size() * rows.size() < FEWEST_PANELS
        || !alike(columns, picture.width())
        || !alike(rows, picture.height())) {
      return List.of();
    }
    List<Plate> panels = new ArrayList<>();
    for (int[] row : rows) {
      for (int[] column : columns) {
        panels.add(
            Fitting.crop(picture, column[0], row[0], column[1] - column[0], row[1] - row[0]));
      }
    }
    return panels;
  }

  /** Which rows (or columns) have one colour from end to end. */
  private static boolean[] plainLines(Plate picture, boolean rows) {
    int lines = rows ? picture.height() : picture.width();
    int length = rows ? picture.width() : picture.height();
    boolean[] plain = new boolean[lines];
    for (int line = 0; line < lines; line++) {
      double sum = 0;
      double squares = 0;
      for (int i = 0; i < length; i++) {
        int pixel =
            picture.pixels()[rows ? line * picture.width() + i : i * picture.width() + line];
        int grey = (pixel >> 16 & 255) + (pixel >> 8 & 255) + (pixel & 255);
        sum += grey / 3.0;
        squares += grey * grey / 9.0;
      }
      double mean = sum / length;
      plain[line] = squares / length - mean * mean < PLAIN_DEVIATION * PLAIN_DEVIATION;
    }
    return plain;
  }

  /** The stretches between plain lines, begin and end. */
  private static List<int[]> stretches(boolean[] plain) {
    List<int[]> found = new ArrayList<>();
    int start = -1;
    for (int i = 0; i <= plain.length; i++) {
      boolean gutter = i == plain.length || plain[i];
      if (!gutter && start < 0) {
        start = i;
      } else if (gutter && start >= 0) {
        if (i - start > plain.length / 12) {
          found.add(new int[] {start, i});
        }
        start = -1;
      }
    }
    return found;
  }

  private static boolean alike(List<int[]> stretches, int whole) {
    int shortest = Integer.MAX_VALUE;
    int longest = 0;
    int widestGap = 0;
    for (int i = 0; i < stretches.size(); i++) {
      int length = stretches.get(i)[1] - stretches.get(i)[0];
      shortest = Math.min(shortest, length);
      longest = Math.max(longest, length);
      if (i > 0) {
        widestGap = Math.max(widestGap, stretches.get(i)[0] - stretches.get(i - 1)[1]);
      }
    }
    return longest > 0 && shortest > 0.85 * longest && widestGap < WIDEST_GUTTER * whole;
  }
}
