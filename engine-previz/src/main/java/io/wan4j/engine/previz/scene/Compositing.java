package io.wan4j.engine.previz.scene;

import io.wan4j.engine.previz.paint.Compositor;
import io.wan4j.engine.previz.paint.Ease;
import io.wan4j.engine.previz.paint.LaidLayer;
import io.wan4j.engine.previz.paint.Layer;
import io.wan4j.engine.previz.paint.Noise;
import io.wan4j.engine.previz.paint.Overlay;
import io.wan4j.engine.previz.paint.SampleRows;
import io.wan4j.engine.previz.scenery.Piece;
import io.wan4j.engine.previz.scenery.Stage;
import java.util.List;

/**
 * Lays the pieces of a place over a frame as a camera sees them: upright layers are scaled and
 * shifted by their depth, the ground row by row.
 */
final class Compositing {
  /** Rows this near to the horizon are not foreshortened any further. */
  private static final double CLOSEST_ROW = 1.5;

  /**
   * A camera that backs away sees ground that lay behind its home: the nearest row stands for it.
   */
  private static final double NEAREST_FLOOR = 0.6;

  private final Stage stage;
  private final int width;
  private final int height;
  private final double unit;
  private final double middleX;
  private final double horizon;

  Compositing(Stage stage) {
    this.stage = stage;
    this.width = stage.size().width();
    this.height = stage.size().height();
    this.unit = stage.unit();
    this.middleX = width / 2.0;
    this.horizon = Stage.HORIZON * unit;
  }

  Stage stage() {
    return stage;
  }

  /**
   * The first row that the ground hides, whatever lies behind it.
   *
   * @return the height of the frame where no ground reaches the horizon
   */
  int hiddenFrom(List<Piece> pieces, Camera camera) {
    for (Piece piece : pieces) {
      if (piece instanceof Piece.Floor floor && floor.layer().top() <= horizon) {
        return clampRow((int) (horizon + (camera.panY() + 9 * camera.zoom()) * unit) + 1);
      }
    }
    return height;
  }

  /**
   * One piece as the camera sees it.
   *
   * @param seconds since the start of the shot
   * @param lowest upright pieces are left out from this row on
   * @param rows to work on
   */
  Overlay overlay(Piece piece, Camera camera, double seconds, int lowest, SampleRows rows) {
    return switch (piece) {
      case Piece.Upright upright -> upright(upright, camera, seconds, lowest, rows);
      case Piece.Floor floor -> floor(floor, camera, seconds, rows);
      case Piece.Air air -> (frame, from, to) -> lay(air, camera, frame, from, to);
      case Piece.Glitter glitter ->
          (frame, from, to) -> lay(glitter, camera, seconds, frame, from, to);
    };
  }

  private Overlay upright(
      Piece.Upright piece, Camera camera, double seconds, int lowest, SampleRows lines) {
    double depth = piece.depth();
    double left = depth - camera.z();
    if (left <= 0.14 && depth < 3) {
      return (frame, from, to) -> {};
    }
    // What the camera is about to pass dissolves instead of growing beyond measure.
    double opacity = depth < 3 ? Ease.step(0.14, 0.3, left) : 1;
    Layer layer = piece.layer();
    double scale = camera.scale(depth);
    double shiftX = camera.x() * unit / depth - piece.drift() * seconds * unit / camera.zoom();
    double rowShift = horizon - camera.lift() * unit / depth - layer.top() - 0.5;
    double panX = camera.panX() * unit;
    double panY = camera.panY() * unit;
    double swing = piece.sway() * unit * Math.sin(seconds * 1.9 + depth * 3);
    double rows = layer.height();
    double start = middleX + (0.5 - middleX - panX) / scale + shiftX - 0.5;
    LaidLayer.RowMap map =
        (y, place) -> {
          double row = (y + 0.5 - horizon - panY) / scale + rowShift;
          place[0] = row;
          double up = swing == 0 ? 0 : Ease.clamp(1 - row / rows);
          place[1] = start - swing * up * up;
          place[2] = 1 / scale;
          return true;
        };
    boolean up = piece.ends() != Piece.Ends.OPEN;
    int from = up ? 0 : rowOf(-1, scale, rowShift, panY);
    int to =
        piece.ends() == Piece.Ends.BOTH
            ? height
            : rowOf(layer.height() + (up ? 0 : 1), scale, rowShift, panY);
    return new LaidLayer(
        layer, lines, clampRow(from), Math.min(lowest, clampRow(to)), map, up, opacity);
  }

  private int rowOf(double layerRow, double scale, double rowShift, double panY) {
    return (int) Math.round((layerRow - rowShift) * scale + horizon + panY);
  }

  private Overlay floor(Piece.Floor piece, Camera camera, double seconds, SampleRows lines) {
    Layer layer = piece.layer();
    double eye = camera.eye();
    double panX = camera.panX() * unit;
    double vanishing = horizon + camera.panY() * unit;
    double above = Math.max(0, (horizon - layer.top()) * camera.zoom());
    LaidLayer.RowMap map =
        (y, place) -> {
          double below = (y + 0.5 - vanishing) / (camera.zoom() * unit);
          double counted = Math.max(CLOSEST_ROW, below);
          double away = eye / counted;
          double depth = Math.max(NEAREST_FLOOR, away + camera.z());
          double row = (Stage.HORIZON + Stage.EYE / depth + below - counted) * unit;
          double scale = camera.zoom() * depth / away;
          double wobble =
              piece.wave() == 0
                  ? 0
                  : piece.wave()
                      * unit
                      / depth
                      * Math.sin(
                          seconds * 1.7 + below * 0.11 + Math.sin(seconds * 0.6 + below * 0.031));
          place[0] = row - layer.top() - 0.5;
          place[1] =
              middleX + (0.5 - middleX - panX) / scale + camera.x() * unit / depth + wobble - 0.5;
          place[2] = 1 / scale;
          return place[0] > -1;
        };
    int from = clampRow((int) Math.floor(vanishing - above));
    // Rows below the painting repeat its last one; rows above it are left to what lies behind.
    int split = from;
    double[] place = new double[3];
    while (split < height && (!map.at(split, place) || place[0] < 0)) {
      split++;
    }
    Overlay upper = new LaidLayer(layer, lines, from, split, map, false, 1);
    Overlay lower = new LaidLayer(layer, lines, split, height, map, true, 1);
    return (frame, first, end) -> {
      upper.lay(frame, first, end);
      lower.lay(frame, first, end);
    };
  }

  private void lay(Piece.Air air, Camera camera, int[] frame, int first, int end) {
    double scale = camera.scale(air.depth());
    double centre =
        horizon
            + camera.panY() * unit
            + ((air.centre() - Stage.HORIZON) + camera.lift() / air.depth()) * unit * scale;
    double reach = air.reach() * unit * scale;
    int from = Math.max(first, clampRow((int) (centre - reach)));
    int to = Math.min(end, clampRow((int) (centre + reach)));
    for (int y = from; y < to; y++) {
      double t = 1 - Math.abs(y + 0.5 - centre) / reach;
      int veil = air.colour().premultiplied(air.strength() * t * t * (3 - 2 * t));
      for (int i = y * width; i < (y + 1) * width; i++) {
        frame[i] = Compositor.blend(frame[i], veil);
      }
    }
  }

  private void lay(
      Piece.Glitter piece, Camera camera, double seconds, int[] frame, int first, int end) {
    double vanishing = horizon + camera.panY() * unit;
    double middle = middleX + (camera.panX() + piece.centre() * camera.zoom()) * unit;
    int[] shades = new int[64];
    for (int i = 0; i < shades.length; i++) {
      shades[i] = piece.colour().premultiplied(piece.strength() * i / 63.0);
    }
    for (int y = Math.max(first, clampRow((int) vanishing + 1)); y < end; y++) {
      double below = (y + 0.5 - vanishing) / unit;
      double spread = (22 + below * 0.5) * unit;
      double depth = camera.eye() / Math.max(4, below);
      double cell = Math.max(2.5, 34 / depth) * unit;
      double wave = depth * 15 - seconds * 0.9;
      // Sparkles swing to and fro: a sea of them that went one way would look like a moving camera.
      double drift = 0.8 * Math.sin(seconds * 0.7) + camera.x() / 90;
      int from = (int) Math.max(0, middle - 2.4 * spread);
      int to = (int) Math.min(width, middle + 2.4 * spread);
      for (int x = from; x < to; x++) {
        double u = (x - middle) / spread;
        double path = Math.exp(-0.5 * u * u);
        double sparkle = Noise.smooth(x / cell + drift, wave, 1 << 16, 61);
        double light = path * (0.2 + 0.95 * Ease.step(0.56, 0.8, sparkle));
        int shade = shades[(int) (63 * Math.min(1, light))];
        if (shade != 0) {
          frame[y * width + x] = Compositor.blend(frame[y * width + x], shade);
        }
      }
    }
  }

  private int clampRow(int row) {
    return Math.max(0, Math.min(height, row));
  }
}
