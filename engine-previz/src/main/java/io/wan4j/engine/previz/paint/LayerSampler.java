package io.wan4j.engine.previz.paint;

/**
 * Takes rows out of a layer, bilinearly sampled, and lays them over rows of a frame. Mixes the two
 * source rows first, where neighbours lie side by side, and then the columns. Used by one thread.
 */
final class LayerSampler {
  /** Empty blocks between two filled ones that are not worth leaping over. */
  private static final int GAP = 1;

  private static final long UNIT = 1 << 16;
  private static final long NEAR_UNIT = 8;

  private final Layer layer;
  private final int strength;
  private final SampleRows rows;

  /**
   * @param rows to work on, as wide as the frame
   * @param strength of the layer, 0 to 256
   */
  LayerSampler(Layer layer, SampleRows rows, int strength) {
    this.layer = layer;
    this.rows = rows;
    this.strength = strength;
  }

  /**
   * Lays a row.
   *
   * @param row of the layer, more than -1; beyond the last row the last row counts if the layer is
   *     opaque, else nothing
   * @param column of the layer for the frame's first
   * @param step of columns of the layer to a column of the frame
   * @param target where the row begins in the frame
   */
  void lay(double row, double column, double step, int[] frame, int target) {
    int top = (int) Math.floor(row);
    int part = (int) ((row - top) * 256);
    long period = (long) layer.width() << 16;
    long start = Math.floorMod((long) (column * 65536), period);
    long pace = paceOf(step, period);
    int last = layer.height() - 1;
    int first = Math.max(0, top);
    int second = Math.min(last, top + 1);
    int count = rows.sampled.length;
    if (top >= 0 && strength == 256 && layer.solid(first) && hides(second, part, top >= last)) {
      sample(first, second, part, start, pace, 0, count);
      System.arraycopy(rows.sampled, 0, frame, target, count);
      return;
    }
    // Above its first and below its last row a layer fades out within a row.
    int fading = top < 0 ? part : top >= last && !layer.opaque() ? 256 - part : 256;
    int shown = strength * fading >> 8;
    int between = top < 0 ? 0 : part;
    int x = 0;
    while (x < count) {
      long place = start + x * pace;
      int end = columnOf(emptyUntil(place >> 16, first, second), start, pace, count);
      if (end > x) {
        x = end;
        continue;
      }
      end = columnOf(filledUntil(place >> 16, first, second), start, pace, count);
      end = Math.max(x + 1, end);
      sample(first, second, between, start + x * pace, pace, x, end - x);
      lay(shown, frame, target + x, end - x);
      x = end;
    }
  }

  /**
   * Whether what is sampled between two rows, the first of which is solid, lets nothing through.
   *
   * @param beyond whether the place lies at or below the last row
   */
  private boolean hides(int second, int part, boolean beyond) {
    return beyond ? layer.opaque() || part == 0 : layer.solid(second);
  }

  /** A pace so near to 1 that it gains no quarter of a pixel over a row counts as 1: it is dear. */
  private static long paceOf(double step, long period) {
    long pace = (long) (step * 65536);
    return Math.abs(pace - UNIT) <= NEAR_UNIT ? UNIT : Math.floorMod(pace, period);
  }

  private void lay(int shown, int[] frame, int target, int count) {
    if (shown < 256) {
      PixelRows.fade(rows.sampled, shown, count);
    }
    System.arraycopy(frame, target, rows.below, 0, count);
    PixelRows.over(rows.sampled, rows.below, count);
    System.arraycopy(rows.below, 0, frame, target, count);
  }

  /** The first column of the frame that falls on a column of the endless layer or beyond it. */
  private static int columnOf(long goal, long start, long pace, int count) {
    long distance = (goal << 16) - start;
    return pace == 0 ? count : (int) Math.min(count, (distance + pace - 1) / pace);
  }

  /** From a column that is empty in both rows: where that ends, at the latest with the period. */
  private long emptyUntil(long column, int first, int second) {
    int block = (int) (column % layer.width()) >> Layer.BLOCK;
    int next = next(block, first, second);
    return next == block ? column : at(column, next);
  }

  private long filledUntil(long column, int first, int second) {
    int end = ((int) (column % layer.width()) >> Layer.BLOCK) + 1;
    while (end < layer.blocks() && next(end, first, second) <= end + GAP) {
      end++;
    }
    return at(column, end);
  }

  private int next(int block, int first, int second) {
    short[] filled = layer.filled();
    int blocks = layer.blocks();
    return Math.min(filled[first * blocks + block], filled[second * blocks + block]);
  }

  /** Where a block begins in the same turn of the endless layer as a column. */
  private long at(long column, int block) {
    int width = layer.width();
    return column - column % width + Math.min(width, block << Layer.BLOCK);
  }

  private void sample(int first, int second, int part, long start, long pace, int from, int count) {
    int columns = (int) (((start & 0xFFFF) + (count - 1) * pace) >> 16) + 2;
    rows.reach(columns);
    int[] line = rows.line;
    int begin = (int) ((start >> 16) % layer.width());
    unroll(first, begin, line, columns);
    if (part > 0 && second != first) {
      unroll(second, begin, rows.other, columns);
      PixelRows.mix(line, rows.other, part, line, columns);
    }
    int place = (int) (start & 0xFFFF);
    if (pace == UNIT) {
      System.arraycopy(line, 1, rows.right, 0, count);
      PixelRows.mix(line, rows.right, place >> 8, rows.sampled, count);
      return;
    }
    gather(line, place, (int) pace, rows.sampled, rows.right, rows.parts, count);
    PixelRows.mix(rows.sampled, rows.right, rows.parts, rows.sampled, count);
  }

  /** Both neighbours of every place along a line, and how far it is from the left one. */
  private static void gather(
      int[] line, int place, int step, int[] left, int[] right, int[] parts, int count) {
    for (int x = 0; x < count; x++) {
      int column = place >> 16;
      left[x] = line[column];
      right[x] = line[column + 1];
      parts[x] = place >> 8 & 255;
      place += step;
    }
  }

  /** Copies columns of a row, which repeats without end. */
  private void unroll(int row, int begin, int[] to, int columns) {
    int width = layer.width();
    int source = row * layer.stride();
    int done = 0;
    int column = begin;
    while (done < columns) {
      int chunk = Math.min(width - column, columns - done);
      System.arraycopy(layer.pixels(), source + column, to, done, chunk);
      done += chunk;
      column = 0;
    }
  }
}
