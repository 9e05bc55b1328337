package io.wan4j.engine.previz.sheet;

import io.wan4j.engine.FrameSize;

/**
 * Where things stand on a sheet, in pixels.
 *
 * @param panel size of the pictures
 * @param columns panels side by side
 */
record SheetLayout(FrameSize panel, int columns, int shots) {
  static final int MARGIN = 56;
  static final int GAP = 40;
  static final int HEADER = 118;

  private static final int LARGEST_AREA = 640 * 360;

  /** No film's frame is longer than so many times its other side. */
  private static final double LONGEST_SIDE = 8;

  static SheetLayout of(int width, int height, int shots) {
    if (width < 1 || height < 1) {
      throw new IllegalArgumentException(
          "a panel needs a width and a height of at least 1, was " + width + "x" + height);
    }
    double aspect = (double) width / height;
    if (aspect > LONGEST_SIDE || aspect < 1 / LONGEST_SIDE) {
      throw new IllegalArgumentException(
          "a panel's sides must be within 1:8 and 8:1, was " + width + "x" + height);
    }
    double area = shots == 1 ? 2.0 * LARGEST_AREA : LARGEST_AREA;
    int high = (int) Math.round(Math.sqrt(area / aspect) / 2) * 2;
    int wide = (int) Math.round(Math.sqrt(area * aspect) / 2) * 2;
    return new SheetLayout(new FrameSize(wide, high), columns(shots, aspect), shots);
  }

  /** As many as make the sheet about as wide as paper, without a nearly empty last row. */
  private static int columns(int shots, double aspect) {
    int most = aspect >= 1.2 ? 3 : aspect >= 0.8 ? 4 : 5;
    if (shots <= most) {
      return shots;
    }
    return shots == most + 1 && shots % 2 == 0 ? shots / 2 : most;
  }

  int rows() {
    return (shots + columns - 1) / columns;
  }

  /** Of the paper. */
  int width() {
    return 2 * MARGIN + columns * panel.width() + (columns - 1) * GAP;
  }

  int left(int shot) {
    return MARGIN + shot % columns * (panel.width() + GAP);
  }
}
