package io.wan4j.engine.previz.paint;

import java.util.Arrays;

/**
 * Three box blurs, which come close to a Gaussian (central limit), each in constant time a pixel.
 */
public final class Blur {
  /** Boxes that {@link #softenPlane} lays over a plane. */
  public static final int PLANE_PASSES = 2;

  private Blur() {}

  /**
   * Blurs premultiplied pixels in place.
   *
   * @param radius of one box in pixels; below 1 nothing happens
   * @param wrap whether the left and the right side are neighbours
   */
  public static void soften(int[] pixels, int width, int height, int radius, boolean wrap) {
    if (radius < 1) {
      return;
    }
    int[] other = new int[pixels.length];
    for (int pass = 0; pass < 3; pass++) {
      for (int y = 0; y < height; y++) {
        line(pixels, other, y * width, 1, width, radius, wrap);
      }
      for (int x = 0; x < width; x++) {
        line(other, pixels, x, width, height, radius, false);
      }
    }
  }

  private static void line(
      int[] from, int[] to, int start, int stride, int count, int radius, boolean wrap) {
    int boxes = 65536 / (2 * radius + 1);
    int alpha = 0;
    int red = 0;
    int green = 0;
    int blue = 0;
    for (int i = -radius; i <= radius; i++) {
      int pixel = from[start + stride * at(i, count, wrap)];
      alpha += pixel >>> 24;
      red += pixel >> 16 & 255;
      green += pixel >> 8 & 255;
      blue += pixel & 255;
    }
    for (int i = 0; i < count; i++) {
      to[start + stride * i] =
          (alpha * boxes + 32768 >>> 16) << 24
              | (red * boxes + 32768 >>> 16) << 16
              | (green * boxes + 32768 >>> 16) << 8
              | blue * boxes + 32768 >>> 16;
      int in = from[start + stride * at(i + radius + 1, count, wrap)];
      int out = from[start + stride * at(i - radius, count, wrap)];
      alpha += (in >>> 24) - (out >>> 24);
      red += (in >> 16 & 255) - (out >> 16 & 255);
      green += (in >> 8 & 255) - (out >> 8 & 255);
      blue += (in & 255) - (out & 255);
    }
  }

  private static int at(int i, int count, boolean wrap) {
    if (i >= 0 && i < count) {
      return i;
    }
    return wrap ? Math.floorMod(i, count) : Math.max(0, Math.min(count - 1, i));
  }

  /** Blurs a plane of 0 to 255 in place; beyond the edges it is empty. */
  public static void softenPlane(int[] plane, int width, int height, int radius) {
    if (radius < 1) {
      return;
    }
    int[] other = new int[plane.length];
    PlaneRows rows = new PlaneRows(width, radius);
    for (int pass = 0; pass < PLANE_PASSES; pass++) {
      for (int y = 0; y < height; y++) {
        rows.soften(plane, other, y * width);
      }
      planeColumns(other, plane, width, height, radius);
    }
  }

  /**
   * Averages along rows by running totals: only adding them up is done one by one, the rest in
   * loops that become vectors.
   */
  private static final class PlaneRows {
    private final int count;
    private final int radius;
    private final int[] row;

    /** The sum of what lies before each place, from {@code radius} places before the row. */
    private final int[] totals;

    private final int[] ends;
    private final int[] starts;

    PlaneRows(int count, int radius) {
      this.count = count;
      this.radius = radius;
      this.row = new int[count];
      this.totals = new int[count + 2 * radius + 1];
      this.ends = new int[count];
      this.starts = new int[count];
    }

    void soften(int[] from, int[] to, int start) {
      System.arraycopy(from, start, row, 0, count);
      int total = 0;
      for (int x = 0; x < count; x++) {
        totals[radius + x] = total;
        total += row[x];
      }
      Arrays.fill(totals, radius + count, totals.length, total);
      System.arraycopy(totals, 2 * radius + 1, ends, 0, count);
      System.arraycopy(totals, 0, starts, 0, count);
      average(ends, starts, 65536 / (2 * radius + 1), row, count);
      System.arraycopy(row, 0, to, start, count);
    }

    private static void average(int[] ends, int[] starts, int boxes, int[] row, int count) {
      for (int x = 0; x < count; x++) {
        row[x] = (ends[x] - starts[x]) * boxes >>> 16;
      }
    }
  }

  /** All columns at once, row by row: down the columns one by one would miss the cache. */
  private static void planeColumns(int[] from, int[] to, int width, int height, int radius) {
    int boxes = 65536 / (2 * radius + 1);
    int[] sums = new int[width];
    int[] row = new int[width];
    for (int y = 0; y <= Math.min(radius, height - 1); y++) {
      System.arraycopy(from, y * width, row, 0, width);
      add(row, sums, width);
    }
    for (int y = 0; y < height; y++) {
      average(sums, boxes, row, width);
      System.arraycopy(row, 0, to, y * width, width);
      if (y + radius + 1 < height) {
        System.arraycopy(from, (y + radius + 1) * width, row, 0, width);
        add(row, sums, width);
      }
      if (y - radius >= 0) {
        System.arraycopy(from, (y - radius) * width, row, 0, width);
        subtract(row, sums, width);
      }
    }
  }

  private static void add(int[] row, int[] sums, int count) {
    for (int x = 0; x < count; x++) {
      sums[x] += row[x];
    }
  }

  private static void subtract(int[] row, int[] sums, int count) {
    for (int x = 0; x < count; x++) {
      sums[x] -= row[x];
    }
  }

  private static void average(int[] sums, int boxes, int[] row, int count) {
    for (int x = 0; x < count; x++) {
      row[x] = sums[x] * boxes >>> 16;
    }
  }
}
