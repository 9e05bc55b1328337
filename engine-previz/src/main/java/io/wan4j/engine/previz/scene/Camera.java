package io.wan4j.engine.previz.scene;

import io.wan4j.engine.previz.scenery.Stage;

/**
 * Where the camera is and looks, against its home before the stage. Lengths in stage units.
 *
 * @param x to the right
 * @param lift of the eyes above {@link Stage#EYE}
 * @param z forward, in depths
 * @param zoom of the lens; 1 at home
 * @param panX how far the picture is moved to the right by turning the camera to the left
 * @param panY how far the picture is moved down by turning the camera up
 * @param roll about the view axis, radians
 */
public record Camera(
    double x, double lift, double z, double zoom, double panX, double panY, double roll) {
  public static final Camera HOME = new Camera(0, 0, 0, 1, 0, 0, 0);

  /** The nearest a thing may come before it is left out. */
  static final double NEAREST = 0.08;

  /** How large things at that depth are shown, against home. */
  double scale(double depth) {
    return zoom * depth / Math.max(NEAREST, depth - z);
  }

  /** How large one unit of the plane at depth 1 is shown when it stands at that depth. */
  double size(double depth) {
    return zoom / Math.max(NEAREST, depth - z);
  }

  /** Height of the eyes above the ground. */
  double eye() {
    return Stage.EYE + lift;
  }

  /** The column, from the middle of the frame, of a place on the stage. */
  double column(double placeX, double depth) {
    return panX + (placeX - x) * size(depth);
  }

  /** The row at which something stands on the ground at that depth. */
  double groundRow(double depth) {
    return Stage.HORIZON + panY + eye() * size(depth);
  }

  Camera moved(double dx, double dlift, double dz) {
    return new Camera(x + dx, lift + dlift, z + dz, zoom, panX, panY, roll);
  }

  Camera zoomed(double factor) {
    return new Camera(x, lift, z, zoom * factor, panX, panY, roll);
  }

  Camera turned(double dx, double dy) {
    return new Camera(x, lift, z, zoom, panX + dx, panY + dy, roll);
  }

  Camera rolled(double angle) {
    return new Camera(x, lift, z, zoom, panX, panY, roll + angle);
  }
}
