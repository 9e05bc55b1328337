package io.wan4j.engine.previz.scene;

import io.wan4j.engine.previz.actor.Rig;
import io.wan4j.engine.previz.paint.Blur;
import io.wan4j.engine.previz.paint.Colour;
import io.wan4j.engine.previz.paint.Compositor;
import io.wan4j.engine.previz.paint.Ease;
import io.wan4j.engine.previz.paint.Overlay;
import io.wan4j.engine.previz.paint.PixelRows;

/** What an actor takes of the light: its silhouette on the ground, and a dark spot at its feet. */
final class CastShadow {
  /** Pixels of the frame to one of the silhouette, which is blurred anyway. */
  private static final int STEP = 4;

  private final Colour colour;
  private final int width;
  private final int height;

  /**
   * @param width of the frame
   * @param height of the frame
   */
  CastShadow(Colour colour, int width, int height) {
    this.colour = colour;
    this.width = width;
    this.height = height;
  }

  /** The sprite's silhouette, flattened on the ground and sheared away from the light. */
  Overlay of(Sprite sprite, int[] halfAlpha, ActorPainter.Place place, Rig rig) {
    int w = sprite.width() / STEP;
    int h = sprite.height() / STEP;
    int[] plane = halved(halfAlpha, w, h);
    Blur.softenPlane(plane, w, h, radius(place));
    double low = Ease.clamp((place.sunY() / height - 0.05) / 0.5);
    double flat = Ease.mix(0.16, 0.42, low);
    double lean = (place.footX() - place.sunX()) / width * Ease.mix(0.45, 1.0, low);
    double foot = place.footY() - place.altitude() * place.scale() - sprite.top();
    double strength = place.shadow() * 0.6 / (1 + place.altitude() / 140);
    double tallest = rig.reach() * place.scale();
    int from = Math.max(0, (int) (place.footY() - tallest * flat));
    int to =
        Math.min(height, (int) (place.footY() + rig.height() * 0.2 * place.scale() * flat) + 2);
    int[] line = new int[w];
    int[] other = new int[w];
    int[] cover = new int[width];
    int[] below = new int[width];
    return (frame, start, end) -> {
      for (int y = Math.max(from, start); y < Math.min(to, end); y++) {
        double up = (place.footY() - y) / flat;
        double row = (foot - up) / STEP - 0.5;
        int r = (int) Math.floor(row);
        if (r < 0 || r >= h - 1) {
          continue;
        }
        System.arraycopy(plane, r * w, line, 0, w);
        System.arraycopy(plane, (r + 1) * w, other, 0, w);
        PixelRows.mixValues(line, other, (int) (256 * (row - r)), w);
        // The column of the silhouette under the frame's column 0, and the first that lies on it.
        double column = (-lean * up - sprite.left()) / STEP - 0.5;
        int first = Math.max(0, (int) Math.ceil(-column * STEP));
        int count = Math.min(width, (int) Math.ceil((w - 1 - column) * STEP)) - first;
        if (count <= 0) {
          continue;
        }
        sample(line, column + (double) first / STEP, cover, count);
        System.arraycopy(frame, y * width + first, below, 0, count);
        PixelRows.tint(cover, colour.premultiplied(1), (int) Math.round(256 * strength), count);
        PixelRows.over(cover, below, count);
        System.arraycopy(below, 0, frame, y * width + first, count);
      }
      contact(place, rig, frame, start, end);
    };
  }

  private static int radius(ActorPainter.Place place) {
    double soft = 3 + place.altitude() * 0.04;
    return Math.max(1, (int) (soft * place.scale() / STEP));
  }

  /** How many pixels a silhouette grows beyond the actor by being blurred. */
  static double spread(ActorPainter.Place place) {
    return Blur.PLANE_PASSES * STEP * (radius(place) + 1);
  }

  private static int[] halved(int[] plane, int w, int h) {
    int[] half = new int[w * h];
    for (int y = 0; y < h; y++) {
      int upper = 2 * y * 2 * w;
      int lower = upper + 2 * w;
      for (int x = 0; x < w; x++) {
        half[y * w + x] =
            plane[upper + 2 * x]
                    + plane[upper + 2 * x + 1]
                    + plane[lower + 2 * x]
                    + plane[lower + 2 * x + 1]
                >> 2;
      }
    }
    return half;
  }

  /** Reads a line of 256ths between its columns; to 0 to 255. */
  private static void sample(int[] line, double column, int[] cover, int count) {
    int place = (int) (column * 65536);
    int last = line.length - 2;
    for (int x = 0; x < count; x++) {
      int at = Math.min(last, place >> 16);
      int part = place >> 8 & 255;
      cover[x] = line[at] * (256 - part) + line[at + 1] * part >> 16;
      place += 65536 / STEP;
    }
  }

  /** A soft dark spot right under the feet. */
  private void contact(ActorPainter.Place place, Rig rig, int[] frame, int start, int end) {
    if (place.altitude() > 4) {
      return;
    }
    double rx = Math.max(rig.length() * 0.36, 24) * place.scale();
    double ry = Math.max(3, 0.09 * rx);
    for (int y = (int) Math.max(start, place.footY() - ry);
        y < Math.min(end, place.footY() + ry);
        y++) {
      double v = (y - place.footY()) / ry;
      for (int x = (int) Math.max(0, place.footX() - rx);
          x < Math.min(width, place.footX() + rx);
          x++) {
        double u = (x - place.footX()) / rx;
        double t = 1 - u * u - v * v;
        if (t > 0) {
          frame[y * width + x] =
              Compositor.blend(
                  frame[y * width + x], colour.premultiplied(0.34 * t * place.shadow()));
        }
      }
    }
  }
}
