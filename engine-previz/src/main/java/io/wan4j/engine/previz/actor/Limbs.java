package io.wan4j.engine.previz.actor;

import io.wan4j.engine.previz.paint.Colour;
import io.wan4j.engine.previz.paint.Shapes;
import java.awt.BasicStroke;
import java.awt.Graphics2D;
import java.awt.geom.AffineTransform;
import java.awt.geom.Line2D;

/**
 * Arms and legs of a person in its sleeves and shoes, two bones each, in hundredths of its height.
 *
 * @param thick how round the limbs are, 1 for an adult
 * @param bones length of the legs, 1 for an adult
 */
record Limbs(Wardrobe look, double thick, double bones) {
  Limbs(Wardrobe look, double thick) {
    this(look, thick, 1);
  }

  /** The same with shorter legs. */
  Limbs shorter(double share) {
    return new Limbs(look, thick, share);
  }

  private static final double THIGH = 22.3;
  private static final double SHANK = 20.8;
  private static final double UPPER = 15.5;
  private static final double LOWER = 14.5;

  void leg(
      Graphics2D brush,
      double x,
      double y,
      double[] foot,
      Colour cloth,
      Colour shoe,
      double shade) {
    double footX = x + foot[0];
    double footY = foot[1];
    double ankleX = footX - 0.6;
    double ankleY = footY - 3.2;
    double[] knee = joint(x, y, ankleX, ankleY, THIGH * bones, SHANK * bones, -1);
    boolean bare =
        look.garment().equals("shorts")
            || look.garment().equals("dress")
            || look.garment().equals("skirt");
    Colour shin = bare ? look.skin().times(shade) : cloth;
    brush.setColor(cloth.awt());
    Shapes.limb(brush, x, y, 4.5 * thick, knee[0], knee[1], 3.3 * thick);
    brush.setColor(shin.awt());
    Shapes.limb(brush, knee[0], knee[1], 3.2 * thick, knee[2], knee[3], 2.1 * thick);
    if (look.garment().equals("shorts")) {
      brush.setColor(cloth.awt());
      Shapes.limb(
          brush,
          x,
          y,
          4.9 * thick,
          knee[0] + (x - knee[0]) * 0.2,
          knee[1] + (y - knee[1]) * 0.2,
          4.3 * thick);
    }
    double tip = foot[2];
    AffineTransform keep = brush.getTransform();
    brush.translate(knee[2], knee[3]);
    brush.rotate(tip);
    brush.setColor(shoe.awt());
    brush.fill(Shapes.closed(-2.6, -1.6, 1.2, -2.0, 6.2, 1.2, 6.9, 3.0, -2.8, 3.2));
    brush.setColor(shoe.mix(Colour.of(240, 236, 228), 0.55).awt());
    brush.fill(Shapes.closed(-2.8, 2.5, 2, 2.3, 6.8, 2.3, 6.9, 3.4, -2.9, 3.4));
    brush.setTransform(keep);
  }

  /** The arm towards the viewer; it throws a thin shadow on the trunk, so that it is seen there. */
  void nearArm(Graphics2D brush, double x, double y, double[] hand) {
    double[] elbow = joint(x, y, x + hand[0], y + hand[1], UPPER, LOWER, 1);
    brush.setColor(look.top().times(0.5).awt(0.25));
    Shapes.limb(brush, x + 0.5, y + 2, 3.1 * thick, elbow[0] + 0.5, elbow[1], 2.6 * thick);
    Shapes.limb(
        brush, elbow[0] + 0.5, elbow[1], 2.6 * thick, elbow[2] + 0.4, elbow[3], 2.0 * thick);
    arm(brush, x, y, hand, look.top(), look.skin());
  }

  void arm(Graphics2D brush, double x, double y, double[] hand, Colour sleeve, Colour skin) {
    double[] elbow = joint(x, y, x + hand[0], y + hand[1], UPPER, LOWER, 1);
    boolean bare = look.garment().equals("dress") || look.garment().equals("shorts");
    brush.setColor((bare ? skin : sleeve).awt());
    Shapes.limb(brush, x, y, 2.7 * thick, elbow[0], elbow[1], 2.3 * thick);
    Shapes.limb(brush, elbow[0], elbow[1], 2.3 * thick, elbow[2], elbow[3], 1.7 * thick);
    hand(brush, elbow, look.garment().equals("space") ? sleeve.times(0.8) : skin);
    double cuff = bare ? 0.4 : 0.9;
    brush.setColor(sleeve.awt());
    Shapes.limb(
        brush,
        x,
        y,
        3.2 * thick,
        x + (elbow[0] - x) * cuff,
        y + (elbow[1] - y) * cuff,
        (bare ? 3.1 : 2.4) * thick);
    if (!bare) {
      brush.setColor(sleeve.times(0.8).awt());
      Shapes.limb(
          brush,
          elbow[2] - (elbow[2] - elbow[0]) * 0.07,
          elbow[3] - (elbow[3] - elbow[1]) * 0.07,
          1.95 * thick,
          elbow[2],
          elbow[3],
          1.9 * thick);
    }
  }

  /** A palm that goes on where the forearm ends, its fingers a little bent, a thumb in front. */
  private void hand(Graphics2D brush, double[] elbow, Colour skin) {
    AffineTransform keep = brush.getTransform();
    brush.translate(elbow[2], elbow[3]);
    brush.rotate(Math.atan2(elbow[3] - elbow[1], elbow[2] - elbow[0]));
    double size = 0.9 * thick;
    brush.scale(size, size);
    brush.setColor(skin.times(0.9).awt());
    Shapes.limb(brush, 1.0, -1.2, 1.0, 3.0, -2.3, 0.75);
    brush.setColor(skin.awt());
    brush.fill(
        Shapes.closed(
            -0.8, -1.7, 1.6, -2.1, 3.9, -1.7, 5.6, -0.7, 5.5, 0.7, 3.8, 1.8, 1.4, 2.0, -0.8, 1.7));
    brush.setColor(skin.times(0.78).awt(0.7));
    brush.setStroke(new BasicStroke(0.35f, BasicStroke.CAP_ROUND, BasicStroke.JOIN_ROUND));
    brush.draw(new Line2D.Double(3.3, -0.4, 5.1, -0.1));
    brush.draw(new Line2D.Double(3.2, 0.7, 4.8, 0.8));
    brush.setTransform(keep);
  }

  /** The middle joint of two bones and their end, pulled in where the goal is too far away. */
  private static double[] joint(
      double x, double y, double goalX, double goalY, double upper, double lower, int side) {
    double dx = goalX - x;
    double dy = goalY - y;
    double reach = Math.max(1, Math.hypot(dx, dy));
    double longest = (upper + lower) * 0.998;
    if (reach > longest) {
      dx *= longest / reach;
      dy *= longest / reach;
      reach = longest;
    }
    double cosine = (upper * upper + reach * reach - lower * lower) / (2 * upper * reach);
    double bend = Math.acos(Math.max(-1, Math.min(1, cosine)));
    double angle = Math.atan2(dy, dx) + side * bend;
    return new double[] {x + upper * Math.cos(angle), y + upper * Math.sin(angle), x + dx, y + dy};
  }
}
