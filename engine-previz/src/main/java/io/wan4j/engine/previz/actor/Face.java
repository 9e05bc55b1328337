package io.wan4j.engine.previz.actor;

import io.wan4j.engine.previz.paint.Colour;
import io.wan4j.engine.previz.paint.Shapes;
import java.awt.BasicStroke;
import java.awt.Graphics2D;
import java.awt.geom.AffineTransform;
import java.awt.geom.Path2D;
import java.awt.geom.QuadCurve2D;

/**
 * A face in three-quarter view, looking right; 20 parts from chin to crown, its centre at the
 * origin. Eyes are dark ovals with a light in them: friendly at any size.
 */
final class Face {
  private static final Colour WHITE = Colour.of(255, 255, 255);

  private final Wardrobe look;
  private final Hair hair;
  private final Hat hat;
  private final boolean young;
  private final boolean baby;

  Face(Wardrobe look) {
    this.look = look;
    this.hair = new Hair(look.hair(), look.hairColour());
    this.hat = new Hat(look.hat(), look.top());
    this.young = look.head() > 0.19;
    this.baby = look.head() > 0.26;
  }

  void draw(Graphics2D brush, Pose pose) {
    if (look.garment().equals("robot")) {
      robot(brush, pose);
      return;
    }
    hair.behind(brush, pose);
    if (baby) {
      infant(brush, pose);
    } else {
      skull(brush);
      eyes(brush, pose);
      noseAndCheeks(brush);
      mouth(brush, pose.mouth());
    }
    if (look.extra().equals("beard")) {
      beard(brush, pose.mouth());
    }
    hair.front(brush);
    if (look.extra().equals("glasses")) {
      glasses(brush);
    }
    hat.draw(brush);
  }

  /** The back of the head. */
  void fromBehind(Graphics2D brush, Pose pose) {
    if (look.garment().equals("robot")) {
      brush.setColor(look.skin().times(0.86).awt());
      brush.fill(
          Shapes.closed(-7.6, -7.4, 0, -9.6, 7.6, -7.4, 8, 0, 7, 7.6, 0, 9.4, -7, 7.6, -8, 0));
      return;
    }
    Colour skin = look.skin().times(0.9);
    brush.setColor(skin.awt());
    brush.fill(Shapes.ellipse(-7.4, 1.4, 1.6, 2.3));
    brush.fill(Shapes.ellipse(7.2, 1.4, 1.6, 2.3));
    brush.fill(Shapes.ellipse(0, 0, 7.5, 9.6));
    hair.back(brush, pose);
    hat.draw(brush);
  }

  /** Babies have a high round brow, full cheeks, and all of the face low in the head. */
  private void infant(Graphics2D brush, Pose pose) {
    Colour skin = look.skin();
    brush.setColor(skin.times(0.9).awt());
    brush.fill(Shapes.ellipse(-8.2, 3.0, 1.7, 2.1));
    brush.setColor(skin.times(0.8).awt());
    brush.fill(Shapes.ellipse(-8.1, 3.1, 0.8, 1.2));
    brush.setColor(skin.awt());
    brush.fill(
        Shapes.closed(
            -8.4, -1.6, -7.4, -7.4, 0, -10.6, 7.0, -7.6, 8.4, -1.4, 8.9, 3.4, 7.2, 7.2, 2.6, 9.2,
            -2.4, 9.1, -7.0, 7.0, -8.9, 3.0));
    brush.setColor(skin.times(0.86).awt(0.3));
    brush.fill(Shapes.closed(-8.2, 0, -8.7, 3.2, -6.8, 6.9, -2.4, 9.0, -4.4, 6.6, -6.8, 3.4));
    brush.setColor(skin.mix(Colour.of(240, 104, 96), 0.55).awt(0.4));
    brush.fill(Shapes.ellipse(-4.4, 5.0, 2.1, 1.5));
    brush.fill(Shapes.ellipse(6.9, 4.8, 1.5, 1.4));
    AffineTransform keep = brush.getTransform();
    brush.translate(0, 2.1);
    eyes(brush, pose);
    brush.setTransform(keep);
    brush.setColor(skin.times(0.82).awt(0.8));
    stroke(brush, 0.5f);
    brush.draw(new QuadCurve2D.Double(2.0, 4.5, 2.9, 5.3, 3.7, 4.5));
    brush.translate(0.95, 2.6);
    brush.scale(0.68, 0.74);
    mouth(brush, pose.mouth());
    brush.setTransform(keep);
    brush.setColor(skin.times(0.86).awt(0.6));
    brush.draw(new QuadCurve2D.Double(0.6, 9.0, 2.4, 9.5, 4.2, 8.9));
  }

  private void skull(Graphics2D brush) {
    Colour skin = look.skin();
    brush.setColor(skin.times(0.9).awt());
    brush.fill(Shapes.ellipse(-6.9, 1.2, 1.7, 2.3));
    brush.setColor(skin.times(0.8).awt());
    brush.fill(Shapes.ellipse(-6.8, 1.3, 0.8, 1.3));
    double jaw = young ? 1.12 : 1;
    brush.setColor(skin.awt());
    Path2D shape =
        Shapes.closed(
            -7.6,
            -1.5,
            -6.9,
            -7.2,
            0,
            -10.2,
            6.6,
            -7.6,
            7.7,
            -1.6,
            7.4,
            2.6,
            5.6 * jaw,
            7.0,
            2.4,
            9.8,
            -1.2,
            9.2,
            -5.4 * jaw,
            5.6);
    brush.fill(shape);
    brush.setColor(skin.times(0.86).awt(0.35));
    brush.fill(Shapes.closed(-7.5, -1, -6.2, 4, -4.8 * jaw, 6.2, -1.2, 9.2, -2.6, 6.4, -5.6, 2.4));
  }

  private void eyes(Graphics2D brush, Pose pose) {
    Colour brow = look.hairColour().mix(look.skin(), 0.12);
    double big = young ? 1.18 : 1;
    double glance = 0.35 * pose.idle(0.13, 0.2);
    double[][] places = {{-0.9, 0.1, 1.0}, {4.8, 0.1, 0.88}};
    for (double[] place : places) {
      double x = place[0];
      double y = place[1];
      double wide = 1.12 * place[2] * big;
      double tall = 1.55 * big;
      if (pose.blinking(0.2)) {
        brush.setColor(look.skin().times(0.5).awt());
        stroke(brush, 0.55f);
        brush.draw(
            new QuadCurve2D.Double(x - wide * 1.2, y + 0.2, x, y + 1.1, x + wide * 1.2, y + 0.2));
      } else {
        brush.setColor(WHITE.mix(look.skin(), 0.12).awt());
        brush.fill(Shapes.ellipse(x, y + 0.05, wide * 1.45, tall * 0.98));
        brush.setColor(Colour.of(58, 36, 26).awt());
        brush.fill(Shapes.ellipse(x + 0.25 + glance, y, wide, tall * 0.93));
        brush.setColor(Colour.of(22, 14, 14).awt());
        brush.fill(Shapes.ellipse(x + 0.3 + glance, y, wide * 0.55, tall * 0.55));
        brush.setColor(WHITE.awt(0.95));
        brush.fill(Shapes.disc(x + 0.62 * place[2] + glance, y - 0.6, 0.4 * big));
        brush.setColor(WHITE.awt(0.35));
        brush.fill(Shapes.disc(x - 0.2 + glance, y + 0.7, 0.26));
        brush.setColor(look.hairColour().times(0.6).awt());
        stroke(brush, 0.5f);
        brush.draw(
            new QuadCurve2D.Double(
                x - wide * 1.55, y - 0.35, x, y - tall * 1.45, x + wide * 1.5, y - 0.45));
      }
      brush.setColor(brow.awt(0.9));
      stroke(brush, baby ? 0.45f : young ? 0.6f : 0.75f);
      double arch = baby ? 1.2 : 1.7;
      brush.draw(
          new QuadCurve2D.Double(
              x - arch * place[2], y - 2.7, x + 0.1, y - 3.7, x + arch * place[2], y - 2.8));
    }
  }

  private void noseAndCheeks(Graphics2D brush) {
    brush.setColor(look.skin().mix(Colour.of(232, 96, 84), 0.5).awt(young ? 0.34 : 0.2));
    brush.fill(Shapes.ellipse(-2.9, 3.7, 1.9, 1.2));
    brush.fill(Shapes.ellipse(6.0, 3.5, 1.3, 1.1));
    brush.setColor(look.skin().times(0.82).awt(0.8));
    Path2D nose = new Path2D.Double();
    nose.moveTo(2.9, 0.6);
    nose.quadTo(4.6, 2.6, 4.2, 3.4);
    nose.quadTo(3.6, 4.0, 2.6, 3.5);
    stroke(brush, 0.5f);
    brush.draw(nose);
    brush.setColor(look.skin().mix(WHITE, 0.35).awt(0.55));
    brush.fill(Shapes.ellipse(3.3, 2.3, 0.45, 0.8));
  }

  private void mouth(Graphics2D brush, double open) {
    double left = 0.1;
    double right = 4.9;
    double y = 5.9;
    Colour lip = look.skin().mix(Colour.of(176, 58, 60), 0.62);
    if (open < 0.06) {
      brush.setColor(lip.awt());
      stroke(brush, 0.62f);
      brush.draw(new QuadCurve2D.Double(left, y - 0.2, 2.6, y + 1.25, right, y - 0.4));
      return;
    }
    double drop = 0.8 + 2.0 * open;
    double narrow = 0.5 * open;
    Path2D hole = new Path2D.Double();
    hole.moveTo(left + narrow, y - 0.2);
    hole.quadTo(2.5, y - 0.5, right - narrow, y - 0.3);
    hole.quadTo(3.9, y + drop * 1.25, 2.5, y + drop * 1.2);
    hole.quadTo(0.9, y + drop * 1.2, left + narrow, y - 0.2);
    brush.setColor(Colour.of(96, 32, 36).awt());
    brush.fill(hole);
    java.awt.Shape clip = brush.getClip();
    brush.clip(hole);
    brush.setColor(WHITE.awt(0.95));
    brush.fill(Shapes.ellipse(2.5, y - 0.3, 1.9, 0.75));
    brush.setColor(Colour.of(214, 96, 96).awt());
    brush.fill(Shapes.ellipse(2.4, y + drop * 1.25, 1.5, 0.9));
    brush.setClip(clip);
    brush.setColor(lip.awt());
    stroke(brush, 0.42f);
    brush.draw(hole);
  }

  private void beard(Graphics2D brush, double open) {
    brush.setColor(look.hairColour().awt());
    double drop = open * 1.6;
    Path2D shape =
        Shapes.closed(
            -6.6, 1.6,
            -5.0, 3.4,
            -1.2, 4.6,
            0.4, 7.4 + drop,
            2.5, 8.2 + drop,
            4.6, 7.2 + drop,
            5.8, 4.4,
            7.3, 2.0,
            7.0, 7.4,
            4.2, 12.6 + drop,
            0.4, 13.4 + drop,
            -4.4, 10.2);
    brush.fill(shape);
    brush.fill(Shapes.closed(-0.8, 5.2, 2.4, 3.9, 5.8, 5.0, 4.6, 5.7, 2.4, 5.0, 0.4, 6.0));
  }

  private void glasses(Graphics2D brush) {
    brush.setColor(Colour.of(70, 58, 54).awt());
    stroke(brush, 0.5f);
    brush.draw(Shapes.ellipse(-0.8, 0.2, 2.6, 2.3));
    brush.draw(Shapes.ellipse(5.0, 0.2, 2.2, 2.2));
    brush.draw(new QuadCurve2D.Double(1.8, -0.1, 2.3, -0.6, 2.8, -0.1));
    brush.draw(new QuadCurve2D.Double(-3.4, -0.2, -5.2, -0.4, -6.6, 0.1));
  }

  private void robot(Graphics2D brush, Pose pose) {
    Colour steel = look.skin();
    brush.setColor(steel.times(0.8).awt());
    Shapes.limb(brush, 0.5, -9, 0.6, 0.5, -13, 0.5);
    brush.setColor(Colour.of(255, 150, 80).awt());
    brush.fill(Shapes.disc(0.5, -13.4, 1.3));
    brush.setColor(steel.times(0.78).awt());
    brush.fill(Shapes.ellipse(-7.4, 0, 2, 3.4));
    brush.setColor(steel.awt());
    brush.fill(
        Shapes.closed(
            -7.6, -7.4, 0, -9.6, 7.6, -7.4, 8.4, 0, 7.4, 7.6, 0, 9.4, -7.2, 7.6, -8.2, 0));
    brush.setColor(steel.mix(WHITE, 0.5).awt(0.7));
    brush.fill(Shapes.closed(-6.4, -6.6, -1, -8.4, 1, -7.6, -4.8, -4.4));
    brush.setColor(Colour.of(30, 40, 54).awt());
    brush.fill(
        Shapes.closed(
            -4.6, -4.2, 2, -5.2, 7.2, -4.2, 7.8, 0.4, 7.2, 4.6, 2, 5.6, -4.4, 4.6, -5.2, 0.2));
    Colour glow = Colour.of(96, 226, 246);
    double lid = pose.blinking(0.2) ? 0.25 : 1.7;
    for (double x : new double[] {-1.0, 4.8}) {
      brush.setColor(glow.awt(0.25));
      brush.fill(Shapes.ellipse(x, -0.6, 2.3, lid + 0.7));
      brush.setColor(glow.mix(WHITE, 0.4).awt());
      brush.fill(Shapes.ellipse(x, -0.6, 1.4, lid));
    }
    brush.setColor(glow.awt());
    stroke(brush, 0.6f);
    double open = pose.mouth();
    if (open < 0.06) {
      brush.draw(new QuadCurve2D.Double(0.2, 2.8, 2.2, 4.0, 4.2, 2.8));
    } else {
      brush.fill(Shapes.ellipse(2.2, 3.2, 1.8, 0.3 + 1.1 * open));
    }
  }

  private static void stroke(Graphics2D brush, float width) {
    brush.setStroke(new BasicStroke(width, BasicStroke.CAP_ROUND, BasicStroke.JOIN_ROUND));
  }
}
