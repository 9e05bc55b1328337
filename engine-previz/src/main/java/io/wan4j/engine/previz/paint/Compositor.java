package io.wan4j.engine.previz.paint;

/**
 * Lays layers over a frame: bilinear sampling and premultiplied "over" (Porter and Duff,
 * Compositing Digital Images, 1984) in eight-bit fixed point, two channels to a multiplication.
 */
public final class Compositor {
  private static final int PAIR = 0x00FF00FF;

  private Compositor() {}

  /** How one row of the frame finds its pixels in a layer. Reused from row to row. */
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

  /**
   * Lays rows {@code from} to {@code to} (exclusive) of a layer over the frame.
   *
   * @param clamp whether rows beyond the layer take its first or last row, instead of nothing
   * @param opacity 0 to 1
   */
  public static void over(
      Layer layer,
      int[] frame,
      int width,
      int from,
      int to,
      RowMap map,
      boolean clamp,
      double opacity) {
    double[] place = new double[3];
    int strength = (int) Math.round(256 * Ease.clamp(opacity));
    if (strength == 0) {
      return;
    }
    LayerSampler sampler = new LayerSampler(layer, width, strength);
    for (int y = from; y < to; y++) {
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

  /** One premultiplied pixel over another. */
  public static int blend(int below, int above) {
    int keep = 256 - (above >>> 24);
    return above
        + ((((below >>> 8) & PAIR) * keep) & 0xFF00FF00)
        + ((((below & PAIR) * keep) >>> 8) & PAIR);
  }

  /**
   * An opaque pixel with light added to it.
   *
   * @param share 0 to 256, how much of the light
   */
  public static int lighten(int pixel, Colour light, int share) {
    int red = Math.min(255, (pixel >> 16 & 255) + (light.red() * share >> 8));
    int green = Math.min(255, (pixel >> 8 & 255) + (light.green() * share >> 8));
    int blue = Math.min(255, (pixel & 255) + (light.blue() * share >> 8));
    return 0xFF000000 | red << 16 | green << 8 | blue;
  }

  /** Lays a sprite over the frame pixel by pixel, its corner at ({@code left}, {@code top}). */
  public static void stamp(
      int[] sprite,
      int spriteWidth,
      int spriteHeight,
      int[] frame,
      int width,
      int height,
      int left,
      int top) {
    int fromX = Math.max(0, -left);
    int toX = Math.min(spriteWidth, width - left);
    int fromY = Math.max(0, -top);
    int toY = Math.min(spriteHeight, height - top);
    int count = toX - fromX;
    if (count <= 0) {
      return;
    }
    int[] above = new int[count];
    int[] below = new int[count];
    for (int y = fromY; y < toY; y++) {
      int target = (top + y) * width + left + fromX;
      System.arraycopy(sprite, y * spriteWidth + fromX, above, 0, count);
      System.arraycopy(frame, target, below, 0, count);
      PixelRows.over(above, below, count);
      System.arraycopy(below, 0, frame, target, count);
    }
  }
}
