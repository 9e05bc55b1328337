package io.wan4j.engine.previz.scene;

import io.wan4j.engine.previz.actor.Pose;
import io.wan4j.engine.previz.actor.Rig;
import io.wan4j.engine.previz.paint.Blur;
import io.wan4j.engine.previz.paint.Colour;
import io.wan4j.engine.previz.paint.Compositor;
import io.wan4j.engine.previz.paint.Ease;
import io.wan4j.engine.previz.paint.Raster;
import io.wan4j.engine.previz.scenery.Light;
import java.awt.Graphics2D;

/**
 * Puts an actor into the light of a place: its own drawing, multiplied by the ambient light, darker
 * towards the feet, with a lit edge on the sun's side (its alpha less its alpha moved towards the
 * sun) and a cast shadow. This is what makes a drawing stand in a scene instead of on it.
 */
final class ActorPainter {
  private static final int SHADOW_STEP = 4;
  private static final int RIM_STEP = 2;

  private final Light light;
  private final int width;
  private final int height;

  ActorPainter(Light light, int width, int height) {
    this.light = light;
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
    Raster sprite = new Raster(w, h);
    Graphics2D brush = sprite.brush();
    brush.translate(place.footX() - left, standY - top);
    brush.scale(place.scale() * place.facing(), place.scale());
    brush.rotate(-place.tilt());
    rig.draw(brush, pose);
    brush.dispose();
    if (place.shadow() > 0.02 && place.footY() > 0 && place.footY() < height * 1.3) {
      shadow(sprite, left, top, place, rig, frame);
    }
    shade(sprite, left, top, standY, place, rig);
    Compositor.stamp(sprite.pixels(), w, h, frame, width, height, left, top);
  }

  private static int[] alpha(Raster sprite, int step) {
    int w = sprite.width() / step;
    int h = sprite.height() / step;
    int[] pixels = sprite.pixels();
    int[] plane = new int[w * h];
    for (int y = 0; y < h; y++) {
      for (int x = 0; x < w; x++) {
        int sum = 0;
        for (int j = 0; j < step; j++) {
          int row = (y * step + j) * sprite.width() + x * step;
          for (int i = 0; i < step; i++) {
            sum += pixels[row + i] >>> 24;
          }
        }
        plane[y * w + x] = sum / (step * step);
      }
    }
    return plane;
  }

  /** The sprite's silhouette, flattened on the ground and sheared away from the light. */
  private void shadow(Raster sprite, int left, int top, Place place, Rig rig, int[] frame) {
    int w = sprite.width() / SHADOW_STEP;
    int h = sprite.height() / SHADOW_STEP;
    int[] plane = alpha(sprite, SHADOW_STEP);
    double soft = 3 + place.altitude() * 0.04;
    Blur.softenPlane(plane, w, h, Math.max(1, (int) (soft * place.scale() / SHADOW_STEP)));
    double low = Ease.clamp((place.sunY() / height - 0.05) / 0.5);
    double flat = Ease.mix(0.16, 0.42, low);
    double lean = (place.footX() - place.sunX()) / width * Ease.mix(0.45, 1.0, low);
    double foot = place.footY() - place.altitude() * place.scale() - top;
    double strength = place.shadow() * 0.6 / (1 + place.altitude() / 140);
    double tallest = rig.reach() * place.scale();
    int from = Math.max(0, (int) (place.footY() - tallest * flat));
    int to =
        Math.min(height, (int) (place.footY() + rig.height() * 0.2 * place.scale() * flat) + 2);
    double spread = Math.abs(lean) * tallest + 40;
    int fromX = Math.max(0, (int) (left - spread));
    int toX = Math.min(width, (int) (left + sprite.width() + spread));
    for (int y = from; y < to; y++) {
      double up = (place.footY() - y) / flat;
      double row = (foot - up) / SHADOW_STEP - 0.5;
      int r = (int) Math.floor(row);
      if (r < 0 || r >= h - 1) {
        continue;
      }
      double fy = row - r;
      for (int x = fromX; x < toX; x++) {
        double column = (x - lean * up - left) / SHADOW_STEP - 0.5;
        int c = (int) Math.floor(column);
        if (c < 0 || c >= w - 1) {
          continue;
        }
        int at = r * w + c;
        double fx = column - c;
        double cover =
            (plane[at] * (1 - fx) + plane[at + 1] * fx) * (1 - fy)
                + (plane[at + w] * (1 - fx) + plane[at + w + 1] * fx) * fy;
        if (cover > 2) {
          frame[y * width + x] =
              Compositor.blend(
                  frame[y * width + x], light.shadow().premultiplied(strength * cover / 255));
        }
      }
    }
    contact(place, rig, frame);
  }

  /** A soft dark spot right under the feet. */
  private void contact(Place place, Rig rig, int[] frame) {
    if (place.altitude() > 4) {
      return;
    }
    double rx = Math.max(rig.length() * 0.36, 24) * place.scale();
    double ry = Math.max(3, 0.09 * rx);
    for (int y = (int) Math.max(0, place.footY() - ry);
        y < Math.min(height, place.footY() + ry);
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
                  frame[y * width + x], light.shadow().premultiplied(0.34 * t * place.shadow()));
        }
      }
    }
  }

  private void shade(Raster sprite, int left, int top, double standY, Place place, Rig rig) {
    int w = sprite.width();
    int h = sprite.height();
    int qw = w / RIM_STEP;
    int qh = h / RIM_STEP;
    int[] plane = alpha(sprite, RIM_STEP);
    double thick = Math.max(1.6, Math.min(9, 3.4 * place.scale()));
    Blur.softenPlane(plane, qw, qh, Math.max(1, (int) (thick / 4)));
    double dx = place.sunX() - place.footX();
    double dy = place.sunY() - (standY - rig.height() * 0.5 * place.scale());
    double distance = Math.max(1, Math.hypot(dx, dy));
    double stepX = dx / distance * thick / RIM_STEP;
    double stepY = dy / distance * thick / RIM_STEP;
    double high = rig.height() * place.scale();
    Colour ambient = light.ambient();
    Colour cool = light.cloudShade();
    Colour sun = light.sun().mix(light.haze(), 0.25);
    int rimStrength = (int) (light.rim() * 235);
    int hazed = (int) (256 * place.haze());
    int[] pixels = sprite.pixels();
    for (int y = 0; y < h; y++) {
      double t = 1 - (standY - top - y) / high;
      double down = Ease.step(0.25, 1, t) * (0.35 + 0.45 * light.rim());
      int level = (int) (256 * (1 - 0.36 * down) * light.exposure());
      int cooling = (int) (256 * 0.14 * down);
      double row = (y - 0.5) / RIM_STEP + stepY;
      int r = Math.max(0, Math.min(qh - 2, (int) Math.floor(row)));
      int fy = (int) (256 * Ease.clamp(row - r));
      for (int x = 0; x < w; x++) {
        int pixel = pixels[y * w + x];
        int a = pixel >>> 24;
        if (a == 0) {
          continue;
        }
        double column = (x - 0.5) / RIM_STEP + stepX;
        int c = Math.max(0, Math.min(qw - 2, (int) column));
        int fx = (int) (256 * Ease.clamp(column - c));
        int at = r * qw + c;
        int shifted =
            ((plane[at] * (256 - fx) + plane[at + 1] * fx) * (256 - fy)
                    + (plane[at + qw] * (256 - fx) + plane[at + qw + 1] * fx) * fy)
                >> 16;
        int rim = Math.max(0, a - shifted) * rimStrength >> 8;
        int red = (pixel >> 16 & 255) * ambient.red() * level >> 16;
        int green = (pixel >> 8 & 255) * ambient.green() * level >> 16;
        int blue = (pixel & 255) * ambient.blue() * level >> 16;
        red += (((cool.red() * a >> 8) - red) * cooling) >> 8;
        green += (((cool.green() * a >> 8) - green) * cooling) >> 8;
        blue += (((cool.blue() * a >> 8) - blue) * cooling) >> 8;
        red += (((sun.red() * a >> 8) - red) * rim) >> 8;
        green += (((sun.green() * a >> 8) - green) * rim) >> 8;
        blue += (((sun.blue() * a >> 8) - blue) * rim) >> 8;
        red += (((light.haze().red() * a >> 8) - red) * hazed) >> 8;
        green += (((light.haze().green() * a >> 8) - green) * hazed) >> 8;
        blue += (((light.haze().blue() * a >> 8) - blue) * hazed) >> 8;
        pixels[y * w + x] = a << 24 | limit(red, a) << 16 | limit(green, a) << 8 | limit(blue, a);
      }
    }
  }

  private static int limit(int value, int alpha) {
    return Math.max(0, Math.min(alpha, value));
  }
}
