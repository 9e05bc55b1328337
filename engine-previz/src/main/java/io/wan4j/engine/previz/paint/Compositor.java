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
      int top = (int) Math.floor(row);
      int lower = (int) ((row - top) * 256);
      row(layer, top, lower, place[1], place[2], frame, y * width, width, strength);
    }
  }

  private static void row(
      Layer layer,
      int top,
      int lower,
      double column,
      double step,
      int[] frame,
      int target,
      int count,
      int strength) {
    long period = (long) layer.width() << 16;
    long u = Math.floorMod((long) (column * 65536), period);
    long du = Math.floorMod((long) (step * 65536), period);
    int[] pixels = layer.pixels();
    int last = layer.height() - 1;
    boolean whole = layer.opaque() && top >= 0 && strength == 256;
    boolean above = top < 0;
    boolean below = top >= last;
    int first = Math.max(0, top) * layer.stride();
    int second = above || below ? first : first + layer.stride();
    int gy = 256 - lower;
    if (above && !whole) {
      gy = 0;
    }
    if (below && !whole && !layer.opaque()) {
      lower = 0;
    }
    if (whole) {
      opaqueRow(pixels, first, second, gy, lower, u, du, period, frame, target, count);
    } else {
      int blocks = layer.blocks();
      int firstBlock = first / layer.stride() * blocks;
      int secondBlock = second / layer.stride() * blocks;
      short[] filled = layer.filled();
      clearRow(
          pixels,
          filled,
          firstBlock,
          secondBlock,
          first,
          second,
          gy,
          lower,
          u,
          du,
          period,
          frame,
          target,
          count,
          strength);
    }
  }

  private static void opaqueRow(
      int[] pixels,
      int first,
      int second,
      int gy,
      int fy,
      long u,
      long du,
      long period,
      int[] frame,
      int target,
      int count) {
    for (int x = 0; x < count; x++) {
      int sx = (int) (u >> 16);
      int fx = (int) (u >> 8) & 255;
      int gx = 256 - fx;
      int a = pixels[first + sx];
      int b = pixels[first + sx + 1];
      int c = pixels[second + sx];
      int d = pixels[second + sx + 1];
      int redBlueTop = (((a & PAIR) * gx + (b & PAIR) * fx) >>> 8) & PAIR;
      int greenTop = (((a >>> 8) & 255) * gx + ((b >>> 8) & 255) * fx) >>> 8;
      int redBlueLow = (((c & PAIR) * gx + (d & PAIR) * fx) >>> 8) & PAIR;
      int greenLow = (((c >>> 8) & 255) * gx + ((d >>> 8) & 255) * fx) >>> 8;
      int redBlue = ((redBlueTop * gy + redBlueLow * fy) >>> 8) & PAIR;
      int green = (greenTop * gy + greenLow * fy) & 0xFF00;
      frame[target + x] = 0xFF000000 | redBlue | green;
      u += du;
      if (u >= period) {
        u -= period;
      }
    }
  }

  private static void clearRow(
      int[] pixels,
      short[] filled,
      int firstBlock,
      int secondBlock,
      int first,
      int second,
      int gy,
      int fy,
      long u,
      long du,
      long period,
      int[] frame,
      int target,
      int count,
      int strength) {
    for (int x = 0; x < count; x++) {
      int sx = (int) (u >> 16);
      int fx = (int) (u >> 8) & 255;
      u += du;
      if (u >= period) {
        u -= period;
      }
      int a = pixels[first + sx];
      int b = pixels[first + sx + 1];
      int c = pixels[second + sx];
      int d = pixels[second + sx + 1];
      if ((a | b | c | d) == 0) {
        int block = sx >> Layer.BLOCK;
        int next = Math.min(filled[firstBlock + block], filled[secondBlock + block]);
        if (next > block && u >> 16 >= sx) {
          // leap to the last pixel before the next block that holds anything, or to the row's end
          long goal = Math.min(((long) next << Layer.BLOCK + 16) - 65536, period - du);
          long steps = Math.min((goal - u) / du, count - x - 1);
          if (steps > 0) {
            x += (int) steps;
            u += steps * du;
          }
        }
        continue;
      }
      int gx = 256 - fx;
      int redBlueTop = (((a & PAIR) * gx + (b & PAIR) * fx) >>> 8) & PAIR;
      int alphaGreenTop = ((((a >>> 8) & PAIR) * gx + ((b >>> 8) & PAIR) * fx) >>> 8) & PAIR;
      int redBlueLow = (((c & PAIR) * gx + (d & PAIR) * fx) >>> 8) & PAIR;
      int alphaGreenLow = ((((c >>> 8) & PAIR) * gx + ((d >>> 8) & PAIR) * fx) >>> 8) & PAIR;
      int redBlue = ((redBlueTop * gy + redBlueLow * fy) >>> 8) & PAIR;
      int alphaGreen = ((alphaGreenTop * gy + alphaGreenLow * fy) >>> 8) & PAIR;
      if (strength < 256) {
        redBlue = (redBlue * strength >>> 8) & PAIR;
        alphaGreen = (alphaGreen * strength >>> 8) & PAIR;
      }
      frame[target + x] = blend(frame[target + x], alphaGreen << 8 | redBlue);
    }
  }

  /** One premultiplied pixel over another. */
  public static int blend(int below, int above) {
    int keep = 256 - (above >>> 24);
    return above
        + ((((below >>> 8) & PAIR) * keep) & 0xFF00FF00)
        + ((((below & PAIR) * keep) >>> 8) & PAIR);
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
    for (int y = fromY; y < toY; y++) {
      int source = y * spriteWidth;
      int target = (top + y) * width + left;
      for (int x = fromX; x < toX; x++) {
        int pixel = sprite[source + x];
        if (pixel != 0) {
          frame[target + x] = blend(frame[target + x], pixel);
        }
      }
    }
  }
}
