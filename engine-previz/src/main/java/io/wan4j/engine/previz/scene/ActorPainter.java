package io.wan4j.engine.previz.scene;

import io.wan4j.engine.previz.actor.Pose;
import io.wan4j.engine.previz.actor.Rig;
import io.wan4j.engine.previz.paint.Colour;
import io.wan4j.engine.previz.paint.Compositor;
import io.wan4j.engine.previz.paint.Raster;
import io.wan4j.engine.previz.scenery.Light;
import java.awt.Graphics2D;

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

  void paint(Rig rig, Pose pose, Place place, int[] frame) {
    double reachX = (rig.length() * 0.95 + rig.height() * 0.25) * place.scale();
    double reachUp = rig.reach() * place.scale();
    double reachDown = (rig.height() * 0.22 + 12) * place.scale();
    double standY = place.footY() - place.altitude() * place.scale();
    int left = (int) Math.floor(Math.max(-64, place.footX() - reachX));
    int right = (int) Math.ceil(Math.min(width + 64, place.footX() + reachX));
    int top = (int) Math.floor(Math.max(-64, standY - reachUp));
    int bottom = (int) Math.ceil(Math.min(height + 64, standY + reachDown));
    int w = (right - left + 7) / 8 * 8;
    int h = (bottom - top + 7) / 8 * 8;
    if (w < 8 || h < 8) {
      return;
    }
    Raster raster = new Raster(w, h);
    Graphics2D brush = raster.brush();
    brush.translate(place.footX() - left, standY - top);
    brush.scale(place.scale() * place.facing(), place.scale());
    brush.rotate(-place.tilt());
    rig.draw(brush, pose);
    brush.dispose();
    Sprite sprite = new Sprite(raster, left, top);
    if (rig.glow() > 0) {
      shine(rig, place, standY, frame);
      sprite.stamp(frame, width, height);
      return;
    }
    int[] alpha = sprite.halfAlpha();
    if (place.shadow() > 0.02 && place.footY() > 0 && place.footY() < height * 1.3) {
      shadow.lay(sprite, alpha, place, rig, frame);
    }
    shading.apply(sprite, alpha, standY, rig.height() * place.scale(), place);
    sprite.stamp(frame, width, height);
  }

  /** Firelight on all that lies around, strongest on the ground before it. */
  private void shine(Rig rig, Place place, double standY, int[] frame) {
    double radius = 3.6 * rig.height() * place.scale();
    double middle = standY - 0.35 * rig.height() * place.scale();
    int from = Math.max(0, (int) (middle - radius));
    int to = Math.min(height, (int) (middle + radius));
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
