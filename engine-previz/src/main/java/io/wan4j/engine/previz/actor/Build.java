package io.wan4j.engine.previz.actor;

import io.wan4j.engine.previz.paint.Colour;
import java.awt.Graphics2D;

/**
 * What an animal that rests is drawn with.
 *
 * @param body length of the trunk
 * @param chest half its height
 * @param headHeight half the height of the head
 */
record Build(
    double body, double chest, double headHeight, Colour base, Colour belly, AnimalHead head) {
  /** The head with its poll at a place. */
  void headAt(Graphics2D brush, double x, double y, Pose pose, double tilt) {
    brush.translate(x, y);
    head.draw(brush, pose, tilt);
    brush.translate(-x, -y);
  }
}
