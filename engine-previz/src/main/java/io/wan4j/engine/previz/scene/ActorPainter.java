package io.wan4j.engine.previz.scene;

import io.wan4j.engine.previz.actor.Pose;
import io.wan4j.engine.previz.actor.Rig;
import io.wan4j.engine.previz.paint.Colour;
import io.wan4j.engine.previz.paint.Compositor;
import io.wan4j.engine.previz.paint.Overlay;
import io.wan4j.engine.previz.paint.Raster;
import io.wan4j.engine.previz.scenery.Light;
import java.awt.Graphics2D;
import java.util.Optional;

/**
 * Puts an actor into the light of a place: its own drawing, multiplied by the ambient light, darker
 * towards the feet, with a lit edge on the sun's side (its alpha less its alpha moved towards the
 * sun) and a cast shadow. This is what makes a drawing stand in a scene instead of on it.
 */
final class ActorPainter {
  private static final Colour FIRE = Colour.of(255, 156, 70);

  private final ActorShading shading;
  private final CastShadow shadow;
  private final int width;
  private final int height;

  ActorPainter(Light light, int width, int height) {
    this.shading = new ActorShading(light);
    this.shadow = new CastShadow(light.shadow(), width, height);
    this.width = width;
    this.height = height;
  }

  /**
   * Where and how an actor is painted, in pixels of the frame.
   *
   * @param footX of its feet
   * @param footY of its feet, or of the ground under it
   * @param scale pixels of a stage unit
   * @param facing 1 to the right, -1 to the left
   * @param altitude above the ground in stage units
   * @param sunX column of the light
   * @param sunY row of the light
   * @param shadow strength of the cast shadow, 0 to 1
   * @param haze share of haze between it and the camera
   * @param tilt of the whole actor, radians, nose up
   */
  record Place(
      double footX,
      double footY,
      double scale,
      int facing,
      double altitude,
      double sunX,
      double sunY,
      double shadow,
      double haze,
      double tilt) {}

  /** Paints an actor; nothing where nothing of it is in the frame. */
  Optional<Overlay> paint(Rig rig, Pose pose, Place place) {
    double reachX = (rig.length() * 0.95 + rig.height() * 0.25) * place.scale();
    double reachUp = rig.reach() * place.scale();
    double reachDown = (rig.height() * 0.22 + 12) * place.scale();
    double standY = place.footY() - place.altitude() * place.scale();
    int left = (int) Math.floor(Math.max(-64, place.footX() - reachX));
    int right = (int) Math.ceil(Math.min(width + 64, place.footX() + reachX));
    int top = (int) Math.floor(Math.max(-64, standY - reachUp));
    int bottom = (int) Math.ceil(Math.min(height + 64, standY + reachDown));
    int w = (right - left + Sprite.GRID - 1) / Sprite.GRID * Sprite.GRID;
    int h = (bottom - top + Sprite.GRID - 1) / Sprite.GRID * Sprite.GRID;
    if (w < Sprite.GRID || h < Sprite.GRID) {
      return Optional.empty();
    }
    Raster raster = new Raster(w, h);
    Graphics2D brush = raster.brush();
    brush.translate(place.footX() - left, standY - top);
    brush.scale(place.scale() * place.facing(), place.scale());
    brush.rotate(-place.tilt());
    rig.draw(brush, pose);
    brush.dispose();
    int margin = (int) Math.ceil(Math.max(CastShadow.spread(place), ActorShading.spread(place)));
    Sprite sprite = new Sprite(raster, left, top, margin);
    if (rig.glow() > 0) {
      return Optional.of(
          (frame, from, to) -> {
            shine(rig, place, standY, frame, from, to);
            sprite.stamp(frame, width, from, to);
          });
    }
    int[] alpha = sprite.halfAlpha();
    Overlay cast =
        place.shadow() > 0.02 && place.footY() > 0 && place.footY() < height * 1.3
            ? shadow.of(sprite, alpha, place, rig)
            : (frame, from, to) -> {};
    shading.apply(sprite, alpha, standY, rig.height() * place.scale(), place);
    return Optional.of(
        (frame, from, to) -> {
          cast.lay(frame, from, to);
          sprite.stamp(frame, width, from, to);
        });
  }

  /** Firelight on all that lies around, strongest on the ground before it. */
  private void shine(Rig rig, Place place, double standY, int[] frame, int start, int end) {
    double radius = 3.6 * rig.height() * place.scale();
    double middle = standY - 0.35 * rig.height() * place.scale();
    int from = Math.max(start, (int) (middle - radius));
    int to = Math.min(end, (int) (middle + radius));
    int first = Math.max(0, (int) (place.footX() - radius));
    int last = Math.min(width, (int) (place.footX() + radius));
    for (int y = from; y < to; y++) {
      double dy = (y - middle) / radius;
      for (int x = first; x < last; x++) {
        double dx = (x - place.footX()) / radius;
        double near = 1 - dx * dx - dy * dy;
        if (near > 0) {
          int at = y * width + x;
          frame[at] = Compositor.lighten(frame[at], FIRE, (int) (rig.glow() * 128 * near * near));
        }
      }
    }
  }
}
