package io.wan4j.engine.previz.actor;

import io.wan4j.engine.previz.paint.Colour;
import io.wan4j.engine.previz.paint.Shapes;
import java.awt.BasicStroke;
import java.awt.Color;
import java.awt.GradientPaint;
import java.awt.Graphics2D;
import java.awt.geom.Path2D;
import java.awt.geom.QuadCurve2D;

/** What a person wears on the trunk: shirts, skirts, robes, armour, a cape. */
record Clothes(Wardrobe look, double thick) {
  void torso(
      Graphics2D brush,
      double hipX,
      double hipY,
      double x,
      double y,
      Body body,
      Pose pose,
      boolean back) {
    double broad =
        switch (look.garment()) {
          case "dress", "gown", "skirt" -> 0.86;
          case "armor", "space", "robot" -> 1.16;
          default -> 1;
        };
    broad *= 0.94 + 0.06 * thick;
    double waist = (look.garment().equals("dress") || look.garment().equals("gown")) ? 0.78 : 1;
    double hem = shirt() ? hipY - 2.6 : hipY + 1.5;
    Path2D trunk =
        Shapes.closed(
            x - 8.8 * broad,
            y + 2.2,
            x - 7.6 * broad,
            y + 12,
            hipX - 6.6 * broad * waist,
            hipY - 12,
            hipX - 7.3 * broad,
            hem,
            hipX + 6.7 * broad,
            hem,
            hipX + 6.4 * broad * waist,
            hipY - 12,
            x + 7.8 * broad,
            y + 12,
            x + 8.4 * broad,
            y + 2.2,
            x + 3.4,
            y - 0.8,
            x - 3.0,
            y - 0.8);
    skirt(brush, hipX, hipY, body, pose);
    brush.setPaint(
        new GradientPaint(
            (float) (x - 9),
            0,
            look.top().awt(),
            (float) (x + 10),
            0,
            look.top().times(0.84).awt()));
    brush.fill(trunk);
    if (!back) {
      details(brush, hipX, hipY, x, y, broad);
    }
  }

  /** The seat and belt of trousers, which a shirt ends above. */
  void waist(Graphics2D brush, double hipX, double hipY) {
    if (shirt()) {
      double broad = 0.94 + 0.06 * thick;
      brush.setColor(look.bottom().awt());
      brush.fill(
          Shapes.closed(
              hipX - 6.9 * broad,
              hipY - 7,
              hipX - 7.2 * broad,
              hipY + 1,
              hipX - 5 * broad,
              hipY + 4.4,
              hipX + 5.4 * broad,
              hipY + 4.4,
              hipX + 7 * broad,
              hipY + 1,
              hipX + 6.6 * broad,
              hipY - 7));
    }
  }

  private boolean shirt() {
    return look.garment().equals("trousers") || look.garment().equals("shorts");
  }

  private void details(
      Graphics2D brush, double hipX, double hipY, double x, double y, double broad) {
    Colour line = look.top().times(0.72);
    brush.setStroke(new BasicStroke(0.7f, BasicStroke.CAP_ROUND, BasicStroke.JOIN_ROUND));
    switch (look.garment()) {
      case "trousers", "shorts" -> {
        brush.setColor(look.top().times(0.6).awt(0.5));
        brush.draw(
            new Path2D.Double(Shapes.polygon(hipX - 6.4, hipY - 3.6, hipX + 5.9, hipY - 3.6)));
        folds(brush, hipX, hipY, x, y);
        collar(brush, x, y);
      }
      case "suit", "coat" -> {
        brush.setColor(Colour.of(246, 244, 240).awt());
        brush.fill(Shapes.polygon(x - 1.6, y - 0.6, x + 4.6, y - 0.6, x + 2.4, y + 13));
        if (look.extra().equals("tie")) {
          brush.setColor(Colour.of(168, 52, 52).awt());
          brush.fill(
              Shapes.polygon(
                  x + 1.2, y, x + 2.8, y, x + 3.2, y + 10, x + 2.2, y + 12.4, x + 1.2, y + 10));
        }
        brush.setColor(line.awt());
        brush.draw(new Path2D.Double(Shapes.polygon(x + 2.4, y + 13, hipX + 1.6, hipY + 1)));
      }
      case "armor" -> {
        brush.setColor(look.top().mix(Colour.of(255, 255, 255), 0.45).awt());
        brush.fill(Shapes.closed(x - 5, y + 3, x + 1, y + 3, x - 0.4, y + 15, x - 4.6, y + 13));
        brush.setColor(line.awt());
        for (int i = 0; i < 3; i++) {
          brush.draw(
              new Path2D.Double(
                  Shapes.polygon(hipX - 6.6, hipY - 10 + 4 * i, hipX + 6.4, hipY - 10 + 4 * i)));
        }
        brush.setColor(look.top().times(0.9).awt());
        brush.fill(Shapes.ellipse(x + 6.8, y + 3, 4, 3.4));
      }
      case "space" -> {
        brush.setColor(Colour.of(70, 96, 130).awt());
        brush.fill(Shapes.closed(x - 2.4, y + 8, x + 5, y + 8, x + 5, y + 14, x - 2.4, y + 14));
        brush.setColor(Colour.of(230, 90, 60).awt());
        brush.fill(Shapes.disc(x - 0.4, y + 10, 0.9));
        brush.setColor(Colour.of(120, 220, 160).awt());
        brush.fill(Shapes.disc(x + 2.4, y + 10, 0.9));
      }
      case "robot" -> {
        brush.setColor(Colour.of(64, 78, 94).awt());
        brush.fill(Shapes.closed(x - 3.4, y + 6, x + 5.4, y + 6, x + 5.0, y + 17, x - 3.0, y + 17));
        brush.setColor(Colour.of(90, 220, 240).awt());
        brush.fill(Shapes.disc(x + 1.2, y + 11, 2.4));
        brush.setColor(Colour.of(220, 250, 255).awt());
        brush.fill(Shapes.disc(x + 0.8, y + 10.4, 0.9));
      }
      case "robe" -> {
        brush.setColor(line.awt());
        brush.draw(new Path2D.Double(Shapes.polygon(x - 3, y, x + 3, y + 14)));
        brush.setColor(look.top().mix(Colour.of(240, 200, 110), 0.6).awt());
        brush.fill(
            Shapes.closed(
                hipX - 7,
                hipY - 12.5,
                hipX + 6.6,
                hipY - 12.5,
                hipX + 6.6,
                hipY - 9.4,
                hipX - 7,
                hipY - 9.4));
      }
      default -> {
        brush.setColor(look.skin().awt());
        brush.fill(Shapes.closed(x - 2.8, y - 1, x + 4, y - 1, x + 1, y + 3.4));
      }
    }
    if (look.extra().equals("scarf")) {
      brush.setColor(Colour.of(198, 56, 62).awt());
      brush.fill(Shapes.closed(x - 4, y - 1.4, x + 5, y - 1.4, x + 4.4, y + 2.2, x - 3.4, y + 2.2));
      brush.fill(
          Shapes.polygon(x + 0.6, y + 1.4, x + 3.6, y + 1.6, x + 3, y + 8, x + 0.2, y + 6.6));
    }
    if (look.extra().equals("apron")) {
      brush.setColor(Colour.of(250, 248, 242).awt());
      brush.fill(
          Shapes.closed(
              x - 3.4,
              y + 7,
              x + 5.4,
              y + 7,
              hipX + 6.4,
              hipY - 8,
              hipX + 7,
              hipY + 16,
              hipX - 5.6,
              hipY + 16,
              hipX - 5,
              hipY - 8));
      brush.setColor(Colour.of(214, 208, 198).awt());
      brush.draw(new Path2D.Double(Shapes.polygon(hipX - 5.4, hipY - 8, hipX + 6.4, hipY - 8)));
    }
  }

  /** Soft folds from the armpit and at the waist. */
  private void folds(Graphics2D brush, double hipX, double hipY, double x, double y) {
    brush.setColor(look.top().times(0.55).awt(0.34));
    brush.draw(new QuadCurve2D.Double(x - 4.6, y + 6.5, x - 1.5, y + 9.2, x + 0.6, y + 9));
    brush.draw(new QuadCurve2D.Double(hipX + 5.2, hipY - 12, hipX + 2.4, hipY - 9, hipX, hipY - 9));
    brush.draw(
        new QuadCurve2D.Double(hipX + 5.6, hipY - 8, hipX + 3.6, hipY - 6, hipX + 2, hipY - 6));
  }

  private void collar(Graphics2D brush, double x, double y) {
    brush.setColor(look.skin().times(0.9).awt());
    brush.fill(Shapes.closed(x - 2.4, y - 1.2, x + 3.8, y - 1.2, x + 1, y + 2.6));
    brush.setColor(look.top().times(0.78).awt());
    brush.setStroke(new BasicStroke(1.1f, BasicStroke.CAP_ROUND, BasicStroke.JOIN_ROUND));
    brush.draw(new QuadCurve2D.Double(x - 2.6, y - 0.4, x - 0.6, y + 2.6, x + 1.1, y + 2.9));
    brush.draw(new QuadCurve2D.Double(x + 1.1, y + 2.9, x + 3.2, y + 2, x + 4, y - 0.4));
  }

  private void skirt(Graphics2D brush, double hipX, double hipY, Body body, Pose pose) {
    double hem =
        switch (look.garment()) {
          case "skirt" -> hipY + 24;
          case "dress" -> hipY + 23;
          case "coat" -> hipY + 18;
          case "robe", "gown" -> hipY + 40;
          default -> hipY;
        };
    if (hem == hipY) {
      return;
    }
    boolean sitting = pose.motion() == Motion.SIT;
    double sway =
        2 * pose.wave(0.1) * (pose.motion().moving() || pose.motion() == Motion.DANCE ? 1 : 0.15);
    double wide = look.garment().equals("gown") ? 17 : look.garment().equals("coat") ? 8.6 : 12;
    Colour colour =
        look.garment().equals("coat") || !look.garment().equals("skirt")
            ? look.top()
            : look.bottom();
    brush.setPaint(
        new GradientPaint(
            (float) (hipX - wide),
            0,
            colour.awt(),
            (float) (hipX + wide),
            0,
            colour.times(0.8).awt()));
    if (sitting) {
      brush.fill(
          Shapes.closed(
              hipX - 8, hipY - 11, hipX + 5, hipY - 12, hipX + 24, hipY - 6, hipX + 27, hipY + 7,
              hipX + 14, hipY + 9, hipX - 8, hipY + 6));
      return;
    }
    double front = Math.max(0, body.nearFoot()[0]) * 0.45;
    double back = Math.min(0, Math.min(body.nearFoot()[0], body.farFoot()[0])) * 0.45;
    double ahead = Math.max(front, Math.max(0, body.farFoot()[0]) * 0.45);
    Path2D path = new Path2D.Double();
    path.moveTo(hipX - 5.4, hipY - 13);
    path.curveTo(hipX - 8, hipY - 4, hipX - wide + back, hem - 8, hipX - wide + back - sway, hem);
    path.quadTo(hipX, hem + 3.4, hipX + wide + ahead - sway, hem);
    path.curveTo(hipX + wide + ahead, hem - 8, hipX + 7.6, hipY - 4, hipX + 5, hipY - 13);
    path.closePath();
    brush.fill(path);
    brush.setStroke(new BasicStroke(0.6f, BasicStroke.CAP_ROUND, BasicStroke.JOIN_ROUND));
    brush.setColor(new Color(0, 0, 0, 36));
    for (int i = -1; i <= 1; i++) {
      Path2D fold = new Path2D.Double();
      fold.moveTo(hipX + i * 3, hipY + 4);
      fold.quadTo(hipX + i * 5, (hipY + hem) / 2, hipX + i * wide * 0.55 - sway, hem - 1);
      brush.draw(fold);
    }
  }

  void cape(Graphics2D brush, double x, double y, Pose pose) {
    double blow = (pose.motion().moving() ? 9 : 2) + 2 * pose.idle(0.7, 0);
    brush.setColor(Colour.of(156, 40, 48).awt());
    brush.fill(
        Shapes.closed(
            x - 4,
            y - 0.5,
            x + 6,
            y,
            x + 4,
            y + 26,
            x - 4 - blow * 0.6,
            y + 55,
            x - 16 - blow,
            y + 50,
            x - 12 - blow * 0.5,
            y + 22));
  }
}
