package io.wan4j.engine.previz.paint;

/**
 * Rows that {@link LayerSampler} works on. Shared by the layers of a frame, so that they stay near
 * the processor; used by one thread.
 */
public final class SampleRows {
  final int[] right;
  final int[] parts;
  final int[] sampled;
  final int[] below;
  int[] line;
  int[] other;

  /**
   * @param width of the frame
   */
  public SampleRows(int width) {
    this.right = new int[width];
    this.parts = new int[width];
    this.sampled = new int[width];
    this.below = new int[width];
    this.line = new int[2 * width];
    this.other = new int[2 * width];
  }

  void reach(int columns) {
    if (line.length < columns) {
      line = new int[columns];
      other = new int[columns];
    }
  }
}
