package io.wan4j.engine.previz.picture;

import java.util.Arrays;

/**
 * Paints a plate through a mapping that is asked only at the nodes of a mesh; between them it is
 * linear. Mappings may thus be as dear as they like: at 8 pixels a cell one in 64 pixels asks.
 */
final class MeshWarp {
  private static final int CELL = 8;

  /** Where a pixel of the frame is to be found in the plate, both in pixels. */
  @FunctionalInterface
  interface Mapping {
    /** Sets {@code source[0]} and {@code source[1]} to the place in the plate. */
    void map(float x, float y, float[] source);
  }

  private MeshWarp() {}

  /** Fills a frame; where the mapping leaves the plate, the plate is mirrored. */
  static void paint(Plate plate, Mapping mapping, int[] frame, int width, int height) {
    int columns = (width + CELL - 1) / CELL + 1;
    int[] upperX = new int[columns];
    int[] upperY = new int[columns];
    int[] lowerX = new int[columns];
    int[] lowerY = new int[columns];
    float[] source = new float[2];
    nodes(mapping, 0, upperX, upperY, source);
    for (int top = 0; top < height; top += CELL) {
      nodes(mapping, top + CELL, lowerX, lowerY, source);
      int rows = Math.min(CELL, height - top);
      for (int row = 0; row < rows; row++) {
        paintRow(plate, frame, (top + row) * width, width, row, upperX, upperY, lowerX, lowerY);
      }
      int[] spareX = upperX;
      int[] spareY = upperY;
      upperX = lowerX;
      upperY = lowerY;
      lowerX = spareX;
      lowerY = spareY;
      Arrays.fill(lowerX, 0);
    }
  }

  private static void nodes(Mapping mapping, int y, int[] nodeX, int[] nodeY, float[] source) {
    for (int i = 0; i < nodeX.length; i++) {
      mapping.map(i * CELL, y, source);
      nodeX[i] = Math.round(source[0] * 65536f);
      nodeY[i] = Math.round(source[1] * 65536f);
    }
  }

  private static void paintRow(
      Plate plate,
      int[] frame,
      int at,
      int width,
      int row,
      int[] upperX,
      int[] upperY,
      int[] lowerX,
      int[] lowerY) {
    int[] pixels = plate.pixels();
    int stride = plate.width();
    int lastX = (plate.width() - 1) << 16;
    int lastY = (plate.height() - 1) << 16;
    int x = upperX[0] + (lowerX[0] - upperX[0]) / CELL * row;
    int y = upperY[0] + (lowerY[0] - upperY[0]) / CELL * row;
    for (int cell = 0, left = 0; left < width; cell++, left += CELL) {
      int nextX = upperX[cell + 1] + (lowerX[cell + 1] - upperX[cell + 1]) / CELL * row;
      int nextY = upperY[cell + 1] + (lowerY[cell + 1] - upperY[cell + 1]) / CELL * row;
      int stepX = (nextX - x) / CELL;
      int stepY = (nextY - y) / CELL;
      int count = Math.min(CELL, width - left);
      boolean inside =
          x >= 0
              && y >= 0
              && x < lastX
              && y < lastY
              && nextX >= 0
              && nextY >= 0
              && nextX < lastX
              && nextY < lastY;
      int sx = x;
      int sy = y;
      if (inside) {
        for (int i = 0; i < count; i++, sx += stepX, sy += stepY) {
          frame[at + left + i] =
              Plate.blend(
                  pixels, (sy >> 16) * stride + (sx >> 16), stride, sx & 0xFFFF, sy & 0xFFFF);
        }
      } else {
        for (int i = 0; i < count; i++, sx += stepX, sy += stepY) {
          frame[at + left + i] = plate.mirroredFixed(sx, sy);
        }
      }
      x = nextX;
      y = nextY;
    }
  }
}
