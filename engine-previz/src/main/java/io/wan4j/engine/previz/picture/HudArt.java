package io.wan4j.engine.previz.picture;

import static io.wan4j.engine.previz.picture.ParticleArt.clear;
import static io.wan4j.engine.previz.picture.ParticleArt.line;
import static io.wan4j.engine.previz.picture.ParticleArt.polygon;

import java.awt.BasicStroke;
import java.awt.Color;
import java.awt.Graphics2D;
import java.awt.geom.Arc2D;
import java.awt.geom.Ellipse2D;
import java.awt.geom.Path2D;
import java.awt.geom.Rectangle2D;

/** What a machine draws over what it sees: a scanner, and the sight of a walking machine. */
final class HudArt {
  private static final double TURN = 360;

  private HudArt() {}

  /** A scanner: plates close in from the sides, a bright line runs down, numbers tick as bars. */
  static void scan(
      Graphics2D g, Color colour, double in, double seconds, double aspect, double tall) {
    double plate = 0.17 * aspect * in;
    for (int side = -1; side <= 1; side += 2) {
      double x = side * aspect / 2;
      g.setPaint(clear(new Color(0x1A222C), 0.92));
      g.fill(
          polygon(
              x,
              -tall / 2,
              x - side * plate,
              -tall / 2,
              x - side * plate * 0.7,
              -tall * 0.2,
              x - side * plate * 0.45,
              tall * 0.1,
              x - side * plate * 0.9,
              tall / 2,
              x,
              tall / 2));
      g.setStroke(new BasicStroke(0.006f));
      g.setPaint(clear(colour, 0.9 * in));
      g.draw(
          line(
              x - side * plate,
              -tall / 2,
              x - side * plate * 0.7,
              -tall * 0.2,
              x - side * plate * 0.45,
              tall * 0.1,
              x - side * plate * 0.9,
              tall / 2));
      for (int i = 0; i < 12; i++) {
        double level = 0.03 + 0.05 * Math.abs(Math.sin(3 * seconds + i * 1.7));
        g.setPaint(clear(colour, 0.75 * in));
        double from = x - side * 0.02;
        double y = -tall * 0.36 + 0.05 * i;
        g.fill(new Rectangle2D.Double(Math.min(from, from - side * level), y, level, 0.014));
      }
    }
    double row = tall * (((seconds * 0.42) % 1.0) - 0.5);
    g.setPaint(clear(colour, 0.18 * in));
    g.fill(new Rectangle2D.Double(-aspect / 2, row - 0.11, aspect, 0.11));
    g.setPaint(clear(Color.WHITE, 0.8 * in));
    g.fill(new Rectangle2D.Double(-aspect / 2, row, aspect, 0.006));
  }

  /** A sight: honeycomb at the rim, turning rings that close about the middle. */
  static void lock(
      Graphics2D g, Color colour, double in, double seconds, double aspect, double tall) {
    g.setStroke(new BasicStroke(0.004f));
    double cell = 0.075;
    for (int row = -8; row <= 8; row++) {
      for (int column = -14; column <= 14; column++) {
        double x = column * cell * 1.5;
        double y = (row + (column % 2 == 0 ? 0 : 0.5)) * cell * 1.732;
        double far = Math.hypot(2 * x / aspect, 2 * y / tall);
        double alpha = 0.75 * in * Math.clamp((far - 0.72) * 2.2, 0.0, 1.0);
        if (alpha > 0.01 && far < 1.6) {
          Path2D hexagon = new Path2D.Double();
          for (int i = 0; i < 6; i++) {
            double px = x + cell * Math.cos(Math.PI * i / 3);
            double py = y + cell * Math.sin(Math.PI * i / 3);
            if (i == 0) {
              hexagon.moveTo(px, py);
            } else {
              hexagon.lineTo(px, py);
            }
          }
          hexagon.closePath();
          double lit = 0.5 + 0.5 * Math.sin(2.4 * seconds + row * 1.3 + column * 2.1);
          g.setPaint(clear(colour, 0.35 * alpha * lit));
          g.fill(hexagon);
          g.setPaint(clear(colour, alpha));
          g.draw(hexagon);
        }
      }
    }
    double close = 1.7 - 0.7 * Easing.spring(seconds / 2.5);
    for (int i = 0; i < 4; i++) {
      double radius = (0.2 + 0.055 * i) * close;
      g.setStroke(new BasicStroke(i == 1 ? 0.02f : 0.006f));
      g.setPaint(clear(colour, 0.85 * in));
      double turn = TURN * (0.08 + 0.05 * i) * seconds * (i % 2 == 0 ? 1 : -1);
      for (int part = 0; part < 3; part++) {
        g.draw(
            new Arc2D.Double(
                -radius,
                -radius,
                2 * radius,
                2 * radius,
                turn + part * 120,
                78 - 12 * i,
                Arc2D.OPEN));
      }
    }
    g.fill(new Ellipse2D.Double(-0.008, -0.008, 0.016, 0.016));
    g.setStroke(new BasicStroke(0.005f));
    g.draw(line(-0.46 * close, 0, -0.13, 0));
    g.draw(line(0.13, 0, 0.46 * close, 0));
  }
}
