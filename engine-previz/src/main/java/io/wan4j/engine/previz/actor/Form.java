package io.wan4j.engine.previz.actor;

import io.wan4j.engine.previz.paint.Colour;
import java.awt.Graphics2D;
import java.awt.Paint;
import java.awt.Shape;
import java.util.function.Consumer;

/** A part of a body: an outline of one colour, its markings within it, and the light over all. */
record Form(Shape outline, Colour base) {
  /**
   * Draws it.
   *
   * @param markings drawn within the outline
   * @param light see-through, laid over it last
   */
  void draw(Graphics2D brush, Consumer<Graphics2D> markings, Paint light) {
    brush.setColor(base.awt());
    brush.fill(outline);
    Shape clip = brush.getClip();
    brush.clip(outline);
    markings.accept(brush);
    brush.setPaint(light);
    brush.fill(outline);
    brush.setClip(clip);
  }
}
