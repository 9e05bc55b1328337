package io.wan4j.engine.previz.paint;

import java.awt.Graphics2D;
import java.awt.RenderingHints;
import java.awt.image.BufferedImage;
import java.awt.image.DataBufferInt;

/** A rectangle of packed premultiplied pixels that Java2D can draw on. */
public final class Raster {
  private final BufferedImage image;
  private final int[] pixels;

  public Raster(int width, int height) {
    this.image = new BufferedImage(width, height, BufferedImage.TYPE_INT_ARGB_PRE);
    this.pixels = ((DataBufferInt) image.getRaster().getDataBuffer()).getData();
  }

  public int width() {
    return image.getWidth();
  }

  public int height() {
    return image.getHeight();
  }

  /** The live pixels, row by row. */
  public int[] pixels() {
    return pixels;
  }

  /** A brush with smooth edges; dispose of it after use. */
  public Graphics2D brush() {
    Graphics2D graphics = image.createGraphics();
    graphics.setRenderingHint(RenderingHints.KEY_ANTIALIASING, RenderingHints.VALUE_ANTIALIAS_ON);
    graphics.setRenderingHint(RenderingHints.KEY_STROKE_CONTROL, RenderingHints.VALUE_STROKE_PURE);
    graphics.setRenderingHint(
        RenderingHints.KEY_INTERPOLATION, RenderingHints.VALUE_INTERPOLATION_BILINEAR);
    return graphics;
  }

  public BufferedImage image() {
    return image;
  }
}
