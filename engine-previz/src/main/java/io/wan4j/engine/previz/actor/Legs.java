package io.wan4j.engine.previz.actor;

import io.wan4j.engine.previz.paint.Colour;
import io.wan4j.engine.previz.paint.Shapes;
import java.awt.Graphics2D;

/**
 * An animal's legs: thigh, shank and pastern. The foot says where it is; the two upper bones follow
 * by the law of cosines, hind knees bending forward, fore elbows backward.
 *
 * @param length from the joint to the ground
 * @param width of the leg above the foot
 */
record Legs(double length, double width) {
  void hind(
      Graphics2D brush,
      double x,
      double y,
      double footX,
      double footY,
      Colour colour,
      Colour hoof) {
    double pastern = length * 0.27;
    double up = -footY;
    double ankleX = footX - pastern * 0.36 - up * 0.16;
    double ankleY = footY - pastern * 0.93;
    draw(brush, x, y, footX, footY, ankleX, ankleY, true, colour, hoof);
  }

  void fore(
      Graphics2D brush,
      double x,
      double y,
      double footX,
      double footY,
      Colour colour,
      Colour hoof) {
    double pastern = length * 0.24;
    double up = -footY;
    double ankleX = footX - pastern * 0.06 - up * 0.28;
    double ankleY = footY - pastern * 0.97;
    draw(brush, x, y, footX, footY, ankleX, ankleY, false, colour, hoof);
  }

  private void draw(
      Graphics2D brush,
      double x,
      double y,
      double footX,
      double footY,
      double ankleX,
      double ankleY,
      boolean hind,
      Colour colour,
      Colour hoof) {
    double thigh = length * (hind ? 0.43 : 0.38);
    double shank = length * (hind ? 0.40 : 0.39);
    double dx = ankleX - x;
    double dy = ankleY - y;
    double reach = Math.hypot(dx, dy);
    double longest = (thigh + shank) * 0.995;
    if (reach > longest) {
      double shift = longest / reach;
      footX += x + dx * shift - ankleX;
      footY += y + dy * shift - ankleY;
      ankleX = x + dx * shift;
      ankleY = y + dy * shift;
      reach = longest;
    }
    double cosine = (thigh * thigh + reach * reach - shank * shank) / (2 * thigh * reach);
    double bend = Math.acos(Math.max(-1, Math.min(1, cosine)));
    double angle = Math.atan2(dy, dx) + (hind ? -bend : bend);
    double kneeX = x + thigh * Math.cos(angle);
    double kneeY = y + thigh * Math.sin(angle);
    brush.setColor(colour.awt());
    Shapes.limb(brush, x, y, width * (hind ? 1.75 : 1.32), kneeX, kneeY, width * 0.84);
    Shapes.limb(brush, kneeX, kneeY, width * 0.84, ankleX, ankleY, width * 0.5);
    Shapes.limb(brush, ankleX, ankleY, width * 0.5, footX, footY - width * 0.34, width * 0.44);
    brush.setColor(hoof.awt());
    brush.fill(
        Shapes.ellipse(footX + width * 0.28, footY - width * 0.36, width * 0.78, width * 0.42));
  }
}
