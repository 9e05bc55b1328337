package io.wan4j.engine.previz.actor;

import io.wan4j.engine.previz.paint.Colour;
import io.wan4j.engine.previz.paint.Shapes;
import java.awt.BasicStroke;
import java.awt.Graphics2D;

/** Headgear in the measures of a {@link Face}. */
record Hat(String kind, Colour cloth) {
  void draw(Graphics2D brush) {
    switch (kind) {
      case "chef" -> {
        brush.setColor(Colour.of(250, 248, 244).awt());
        brush.fill(Shapes.disc(-4, -14.4, 4.6));
        brush.fill(Shapes.disc(1.4, -16.2, 5.4));
        brush.fill(Shapes.disc(6, -13.8, 4.2));
        brush.fill(Shapes.closed(-7.4, -7.2, -7.0, -13, 7.2, -13, 7.8, -7.0, 0, -8.4));
        brush.setColor(Colour.of(220, 216, 208).awt());
        brush.fill(Shapes.closed(-7.4, -7.2, -7.3, -8.8, 0, -10, 7.6, -8.6, 7.8, -7.0, 0, -8.4));
      }
      case "straw", "explorer" -> {
        Colour straw = kind.equals("straw") ? Colour.of(226, 190, 116) : Colour.of(176, 142, 92);
        brush.setColor(straw.times(0.86).awt());
        brush.fill(Shapes.ellipse(0.4, -6.6, 13.6, 3.0));
        brush.setColor(straw.awt());
        brush.fill(Shapes.closed(-7.2, -7.0, -6.4, -13, 0, -14.6, 6.6, -13, 7.6, -7.0, 0, -6.0));
        brush.setColor(Colour.of(150, 70, 56).awt());
        brush.fill(Shapes.closed(-7.2, -7.0, -7.1, -9.2, 0, -8.2, 7.4, -9.2, 7.6, -7.0, 0, -6.0));
      }
      case "fedora" -> {
        Colour felt = Colour.of(74, 62, 54);
        brush.setColor(felt.times(0.72).awt());
        brush.fill(
            Shapes.closed(-12.4, -5.6, -6, -8, 4, -8.2, 13.4, -5.2, 9, -3.6, 0, -4.6, -8, -4));
        brush.setColor(felt.awt());
        brush.fill(
            Shapes.closed(
                -7.6, -6.2, -7.2, -12.4, -2.6, -14.6, 0.6, -13.2, 5, -14, 7.2, -11, 8, -6));
        brush.setColor(Colour.of(30, 26, 26).awt());
        brush.fill(Shapes.closed(-7.7, -5.6, -7.5, -8.2, 0, -8.8, 7.8, -8, 8.1, -5.6, 0, -6.4));
        brush.setColor(felt.mix(Colour.of(255, 240, 220), 0.3).awt(0.6));
        brush.fill(Shapes.closed(-5.6, -9.6, -4.6, -12.6, -2.4, -13.4, -3.6, -9.8));
      }
      case "cowboy" -> {
        Colour felt = Colour.of(150, 104, 62);
        brush.setColor(felt.times(0.8).awt());
        brush.fill(
            Shapes.closed(
                -15.4, -9.4, -9, -6, 0, -4.4, 9.4, -5.6, 16, -9.2, 9, -8.4, 0, -8, -8, -8.6));
        brush.setColor(felt.awt());
        brush.fill(
            Shapes.closed(
                -7.4, -7, -7.4, -13.6, -3.4, -16, 0.4, -14.2, 4.2, -15.8, 7.6, -13, 8, -7));
        brush.setColor(Colour.of(84, 52, 34).awt());
        brush.fill(Shapes.closed(-7.5, -6.6, -7.4, -9, 0, -8.6, 7.8, -8.8, 8, -6.6, 0, -6.2));
      }
      case "tricorn" -> {
        Colour felt = Colour.of(46, 40, 46);
        brush.setColor(felt.awt());
        brush.fill(
            Shapes.closed(
                -13, -9.6, -7, -13.4, 0, -15.6, 8, -13, 13.4, -8.4, 7, -5.6, 0, -5, -8, -6));
        brush.setColor(Colour.of(226, 186, 96).awt());
        brush.setStroke(new BasicStroke(0.9f, BasicStroke.CAP_ROUND, BasicStroke.JOIN_ROUND));
        brush.draw(
            Shapes.closed(-12, -9.2, -6, -7.2, 0, -6.4, 7, -6.8, 12.4, -8.6, 4, -8, -4, -8.4));
      }
      case "cap", "helmet" -> {
        brush.setColor(cloth.times(0.8).awt());
        brush.fill(
            Shapes.closed(-8.6, -4.6, -8.2, -10.6, 0, -13.8, 7.6, -10.6, 8.6, -4.8, 0, -6.2));
        brush.setColor(cloth.times(0.55).awt());
        brush.fill(Shapes.closed(2, -6.0, 8, -5.8, 12.2, -3.8, 6, -4.4));
      }
      case "crown", "tiara" -> {
        brush.setColor(Colour.of(240, 198, 84).awt());
        double tall = kind.equals("crown") ? 7 : 4;
        brush.fill(
            Shapes.polygon(
                -7,
                -8.6,
                -7.8,
                -9 - tall,
                -3.6,
                -11.2,
                0.2,
                -10.4 - tall,
                3.8,
                -11.2,
                8,
                -9 - tall,
                7.4,
                -8.6,
                0,
                -9.8));
        brush.setColor(Colour.of(214, 62, 74).awt());
        brush.fill(Shapes.disc(0.2, -11.2, 1.1));
      }
      case "witch" -> {
        Colour felt = cloth.times(0.8);
        brush.setColor(felt.times(0.8).awt());
        brush.fill(Shapes.ellipse(0.4, -7.2, 13.4, 2.8));
        brush.setColor(felt.awt());
        brush.fill(Shapes.closed(-7, -7.4, -4.4, -15, -4, -24, 1.6, -16, 7.4, -7.4, 0, -6.4));
        brush.setColor(Colour.of(232, 186, 90).awt());
        brush.fill(Shapes.closed(-6.8, -7.4, -6.2, -9.8, 0, -8.8, 6.4, -9.8, 7.2, -7.4, 0, -6.4));
      }
      case "knight" -> {
        Colour steel = Colour.of(176, 186, 198);
        brush.setColor(steel.awt());
        brush.fill(
            Shapes.closed(
                -7.2, 7.2, -8.9, 0, -8.6, -7.6, 0, -12.6, 7.8, -8.4, 8.4, -3.2, 3, -4.0, -3.0, -3.6,
                -4.4, 0.4, -4.6, 6));
        brush.setColor(steel.mix(Colour.of(255, 255, 255), 0.5).awt(0.8));
        brush.fill(Shapes.closed(-6.6, -6.6, -1, -11.2, 1.6, -10.4, -4.4, -5.2));
        brush.setColor(Colour.of(176, 48, 52).awt());
        brush.fill(Shapes.closed(0, -12, -4, -16, -11, -16.4, -15, -10, -11, -11.6, -5, -12));
      }
      case "space" -> {
        brush.setColor(Colour.of(240, 244, 248).awt());
        brush.setStroke(new BasicStroke(2.2f));
        brush.draw(Shapes.ellipse(0.6, -0.4, 11.4, 12));
        brush.setColor(Colour.of(170, 214, 240).awt(0.22));
        brush.fill(Shapes.ellipse(0.6, -0.4, 11, 11.6));
        brush.setColor(Colour.of(255, 255, 255).awt(0.55));
        brush.fill(Shapes.closed(-7, -6, -2, -10, 0, -9.2, -5.4, -4.6));
      }
      default -> {
        // bareheaded
      }
    }
  }
}
