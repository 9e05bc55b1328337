package io.wan4j.engine.previz.scene;

import io.wan4j.engine.FrameSize;
import io.wan4j.engine.previz.actor.Pose;
import io.wan4j.engine.previz.actor.Rig;
import io.wan4j.engine.previz.paint.Raster;
import java.awt.Graphics2D;

/**
 * The silhouette of an actor against two paintings of a frame, with it and without it: what is the
 * same in both shows nothing of it.
 */
final class CastMask {
  /** Silhouettes are counted on a raster of this height, whatever their size in the frame. */
  private static final int COUNTED_ROWS = 200;

  private static final int SOLID = 96;

  /** Sum of the differences of red, green and blue that a person sees. */
  private static final int VISIBLE = 12;

  private final FrameSize size;

  CastMask(FrameSize size) {
    this.size = size;
  }

  Sighting look(Role role, Pose pose, ActorPainter.Place place, int[] with, int[] without) {
    Rig rig = role.rig();
    double up = rig.reach();
    double down = rig.height() * 0.22 + 12;
    double side = rig.length() * 0.95 + rig.height() * 0.25;
    double step = COUNTED_ROWS / (up + down);
    Raster silhouette = new Raster((int) Math.ceil(2 * side * step), COUNTED_ROWS);
    Graphics2D brush = silhouette.brush();
    brush.translate(side * step, up * step);
    brush.scale(step * place.facing(), step);
    brush.rotate(-place.tilt());
    rig.draw(brush, pose);
    brush.dispose();
    double standY = place.footY() - place.altitude() * place.scale();
    long all = 0;
    long inside = 0;
    long shown = 0;
    for (int y = 0; y < silhouette.height(); y++) {
      int row = (int) Math.floor(standY + ((y + 0.5) / step - up) * place.scale());
      for (int x = 0; x < silhouette.width(); x++) {
        if (silhouette.pixels()[y * silhouette.width() + x] >>> 24 < SOLID) {
          continue;
        }
        all++;
        int column = (int) Math.floor(place.footX() + ((x + 0.5) / step - side) * place.scale());
        if (row >= 0 && row < size.height() && column >= 0 && column < size.width()) {
          inside++;
          int at = row * size.width() + column;
          shown += differs(with[at], without[at]) ? 1 : 0;
        }
      }
    }
    double pixels = shown * Math.pow(place.scale() / step, 2);
    return new Sighting(
        role.name(),
        all == 0 ? 0 : (double) inside / all,
        inside == 0 ? 0 : (double) shown / inside,
        pixels / size.pixels(),
        headInside(role, place, standY));
  }

  private boolean headInside(Role role, ActorPainter.Place place, double standY) {
    double[] head = role.rig().head(role.motion());
    double x = place.footX() + head[0] * place.facing() * place.scale();
    double y = standY + head[1] * place.scale();
    return x >= 0 && x < size.width() && y >= 0 && y < size.height();
  }

  private static boolean differs(int one, int other) {
    int red = Math.abs((one >> 16 & 255) - (other >> 16 & 255));
    int green = Math.abs((one >> 8 & 255) - (other >> 8 & 255));
    int blue = Math.abs((one & 255) - (other & 255));
    return red + green + blue >= VISIBLE;
  }
}
