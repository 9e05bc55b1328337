package io.wan4j.engine.previz.scenery;

import io.wan4j.engine.previz.paint.Colour;
import io.wan4j.engine.previz.paint.Compositor;
import io.wan4j.engine.previz.paint.Layer;
import io.wan4j.engine.previz.paint.Raster;
import java.awt.Graphics2D;
import java.util.function.Consumer;

/** A layer while it is painted, in stage units; the left side joins the right one. */
final class Painting {
  private final Stage stage;
  private final double top;
  private final Raster raster;

  Painting(Stage stage, double top, double bottom) {
    this.stage = stage;
    this.top = Math.floor(top * stage.unit()) / stage.unit();
    int rows = (int) Math.ceil((bottom - this.top) * stage.unit());
    this.raster = new Raster(stage.periodPixels(), Math.max(2, rows));
  }

  Stage stage() {
    return stage;
  }

  Raster raster() {
    return raster;
  }

  int rows() {
    return raster.height();
  }

  /** The stage row of a pixel row. */
  double rowAt(int pixelRow) {
    return top + (pixelRow + 0.5) / stage.unit();
  }

  /** The pixel row of a stage row. */
  int pixelRow(double row) {
    return (int) Math.round((row - top) * stage.unit());
  }

  /** Paints with a brush that measures in units. */
  void paint(Consumer<Graphics2D> painter) {
    Graphics2D brush = raster.brush();
    brush.scale(stage.unit(), stage.unit());
    brush.translate(0, -top);
    painter.accept(brush);
    brush.dispose();
  }

  /**
   * Paints something at {@code x}, again on the other side where it reaches over the edge.
   *
   * @param reach how far to each side it goes, in units
   * @param painter gets a brush with its origin at ({@code x}, {@code y})
   */
  void paintAt(double x, double y, double reach, Consumer<Graphics2D> painter) {
    double period = stage.period();
    double home = x - Math.floor(x / period) * period;
    paintOnce(home, y, painter);
    if (home < reach) {
      paintOnce(home + period, y, painter);
    }
    if (home > period - reach) {
      paintOnce(home - period, y, painter);
    }
  }

  private void paintOnce(double x, double y, Consumer<Graphics2D> painter) {
    paint(
        brush -> {
          brush.translate(x, y);
          painter.accept(brush);
        });
  }

  /**
   * Paints a blade of grass: a curve that leans and ends in a point.
   *
   * @param lean how far to the right its tip hangs, units
   * @param half half its width at the foot, units
   */
  void blade(
      double x, double y, double height, double lean, double half, Colour colour, double alpha) {
    double unit = stage.unit();
    int foot = (int) Math.round((y - top) * unit);
    int rows = (int) Math.ceil(height * unit);
    int width = raster.width();
    int[] pixels = raster.pixels();
    for (int i = 0; i < rows; i++) {
      int row = foot - i;
      if (row < 0 || row >= raster.height()) {
        continue;
      }
      double t = (i + 0.5) / rows;
      double centre = (x + lean * t * t) * unit;
      double reach = Math.max(0.35, half * unit * (1 - t * t));
      double left = centre - reach;
      double right = centre + reach;
      for (int column = (int) Math.floor(left); column <= (int) Math.floor(right); column++) {
        double cover = Math.min(right, column + 1) - Math.max(left, column);
        int at = row * width + Math.floorMod(column, width);
        pixels[at] = Compositor.blend(pixels[at], colour.premultiplied(alpha * cover));
      }
    }
  }

  /** Sets the pixels of a rectangle of pixel rows by a function of stage place. */
  void fill(int fromRow, int toRow, PixelPainter painter) {
    int width = raster.width();
    int[] pixels = raster.pixels();
    for (int row = Math.max(0, fromRow); row < Math.min(rows(), toRow); row++) {
      double y = rowAt(row);
      for (int column = 0; column < width; column++) {
        pixels[row * width + column] = painter.at((column + 0.5) / stage.unit(), y);
      }
    }
  }

  /** The colour of a place, packed and premultiplied. */
  interface PixelPainter {
    int at(double x, double y);
  }

  Layer layer() {
    return Layer.of(raster, (int) Math.round(top * stage.unit()));
  }
}
