package io.wan4j.engine.previz.paint;

import java.util.List;

/**
 * Something ready to be laid over a frame, a band of rows at a time: what lies in a few rows of
 * everything stays in a processor's nearest cache from the first overlay to the last, while whole
 * frames would pass through its memory once for each. Used by one thread.
 */
@FunctionalInterface
public interface Overlay {
  /** Pixels of a band: 128 KiB of them, as much as lies near a core beside what is laid. */
  int BAND = 1 << 15;

  /** Lays rows {@code from} to {@code to} (exclusive). */
  void lay(int[] frame, int from, int to);

  /** Lays all over the frame, the first at the bottom. */
  static void layAll(List<Overlay> overlays, int[] frame, int width) {
    int height = frame.length / width;
    int rows = Math.max(1, BAND / width);
    for (int from = 0; from < height; from += rows) {
      int to = Math.min(height, from + rows);
      for (Overlay overlay : overlays) {
        overlay.lay(frame, from, to);
      }
    }
  }
}
