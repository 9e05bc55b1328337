package io.wan4j.engine.previz.paint;

/**
 * A layer where a camera sees it: bilinear sampling and premultiplied "over" (Porter and Duff,
 * Compositing Digital Images, 1984) in eight-bit fixed point, two channels to a multiplication.
 */
public final class LaidLayer implements Overlay {
  /** How one row of the frame finds its pixels in a layer. */
  public interface RowMap {
    /**
     * Where the row lies in the layer.
     *
     * @param y row of the frame
     * @param place takes source row, source column of the frame's column 0, source step a column,
     *     all in layer pixels
     * @return false when the row has nothing of the layer
     */
    boolean at(int y, double[] place);
  }

  private final Layer layer;
  private final int width;
  private final int first;
  private final int end;
  private final RowMap map;
  private final boolean clamp;
  private final int strength;
  private final LayerSampler sampler;
  private final double[] place = new double[3];

  /**
   * @param rows to work on, as wide as the frame
   * @param first row of the frame that has something of the layer
   * @param end row after the last one
   * @param clamp whether rows beyond the layer take its first or last row, instead of nothing
   * @param opacity 0 to 1
   */
  public LaidLayer(
      Layer layer, SampleRows rows, int first, int end, RowMap map, boolean clamp, double opacity) {
    this.layer = layer;
    this.width = rows.sampled.length;
    this.first = first;
    this.end = end;
    this.map = map;
    this.clamp = clamp;
    this.strength = (int) Math.round(256 * Ease.clamp(opacity));
    this.sampler = new LayerSampler(layer, rows, strength);
  }

  @Override
  public void lay(int[] frame, int from, int to) {
    if (strength == 0) {
      return;
    }
    for (int y = Math.max(first, from); y < Math.min(end, to); y++) {
      if (!map.at(y, place)) {
        continue;
      }
      double row = place[0];
      if (clamp) {
        row = Math.max(0, Math.min(layer.height() - 1, row));
      } else if (row <= -1 || row >= layer.height()) {
        continue;
      }
      sampler.lay(row, place[1], place[2], frame, y * width);
    }
  }
}
