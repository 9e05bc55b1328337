package io.wan4j.engine.previz.picture;

import java.awt.BasicStroke;
import java.awt.Color;
import java.awt.Font;
import java.awt.Graphics2D;
import java.awt.RadialGradientPaint;
import java.awt.RenderingHints;
import java.awt.geom.Ellipse2D;
import java.awt.geom.Path2D;
import java.awt.geom.RoundRectangle2D;
import java.awt.image.BufferedImage;
import java.awt.image.DataBufferInt;

/** Draws the small things that fly through effects and weather, once, as transparent plates. */
final class ParticleArt {
  /** What can fly. */
  enum Shape {
    SPARK,
    HEART,
    PETAL,
    BUBBLE,
    CONFETTI,
    BANKNOTE,
    CLOUD,
    CAP,
    SPRINKLE,
    CRYSTAL,
    EMBER,
    FLAKE,
    RAINDROP,
    NOTE,
    JELLYFISH,
    ASH,
    GEAR
  }

  static final int SIZE = 128;

  private ParticleArt() {}

  static Plate draw(Shape shape, int colour) {
    BufferedImage image = new BufferedImage(SIZE, SIZE, BufferedImage.TYPE_INT_ARGB_PRE);
    Graphics2D g = image.createGraphics();
    g.setRenderingHint(RenderingHints.KEY_ANTIALIASING, RenderingHints.VALUE_ANTIALIAS_ON);
    g.setRenderingHint(RenderingHints.KEY_STROKE_CONTROL, RenderingHints.VALUE_STROKE_PURE);
    g.translate(SIZE / 2.0, SIZE / 2.0);
    paint(g, shape, new Color(colour & 0xFFFFFF));
    g.dispose();
    return new Plate(SIZE, SIZE, ((DataBufferInt) image.getRaster().getDataBuffer()).getData());
  }

  private static void paint(Graphics2D g, Shape shape, Color colour) {
    switch (shape) {
      case SPARK -> star(g, colour);
      case HEART -> heart(g, colour);
      case PETAL -> petal(g, colour);
      case BUBBLE -> bubble(g, colour);
      case CONFETTI -> plain(g, new RoundRectangle2D.Double(-26, -40, 52, 80, 6, 6), colour);
      case BANKNOTE -> banknote(g, colour);
      case CLOUD -> cloud(g, colour);
      case CAP -> cap(g, colour);
      case SPRINKLE -> plain(g, new RoundRectangle2D.Double(-12, -44, 24, 88, 24, 24), colour);
      case CRYSTAL -> crystal(g, colour);
      case EMBER -> glow(g, colour, 50, 1f);
      case FLAKE -> glow(g, colour, 44, 0.9f);
      case RAINDROP -> raindrop(g, colour);
      case NOTE -> note(g, colour);
      case JELLYFISH -> jellyfish(g, colour);
      case ASH -> plain(g, polygon(-30, -10, -4, -34, 30, -18, 26, 20, -8, 32), colour);
      case GEAR -> gear(g, colour);
    }
  }

  static Color shade(Color colour, double factor) {
    return new Color(
        (int) Math.clamp(colour.getRed() * factor, 0, 255),
        (int) Math.clamp(colour.getGreen() * factor, 0, 255),
        (int) Math.clamp(colour.getBlue() * factor, 0, 255),
        colour.getAlpha());
  }

  static Color clear(Color colour, double alpha) {
    return new Color(
        colour.getRed(), colour.getGreen(), colour.getBlue(), (int) Math.round(255 * alpha));
  }

  private static void plain(Graphics2D g, java.awt.Shape shape, Color colour) {
    g.setPaint(
        new java.awt.GradientPaint(-30, -40, shade(colour, 1.15), 30, 40, shade(colour, 0.75)));
    g.fill(shape);
  }

  static void glow(Graphics2D g, Color colour, double radius, float core) {
    g.setPaint(
        new RadialGradientPaint(
            0f,
            0f,
            (float) radius,
            new float[] {0f, 0.25f, 1f},
            new Color[] {clear(Color.WHITE, core), clear(colour, 0.75 * core), clear(colour, 0)}));
    g.fill(new Ellipse2D.Double(-radius, -radius, 2 * radius, 2 * radius));
  }

  private static void star(Graphics2D g, Color colour) {
    glow(g, colour, 36, 0.8f);
    Path2D rays = new Path2D.Double();
    rays.moveTo(0, -60);
    for (int i = 1; i <= 8; i++) {
      double angle = Math.PI * i / 4;
      double radius = i % 2 == 0 ? 60 : 5;
      rays.lineTo(radius * Math.sin(angle), -radius * Math.cos(angle));
    }
    rays.closePath();
    g.setPaint(clear(Color.WHITE, 0.9));
    g.fill(rays);
  }

  static Path2D heartShape() {
    Path2D heart = new Path2D.Double();
    heart.moveTo(0, 50);
    heart.curveTo(-70, 5, -58, -50, -28, -50);
    heart.curveTo(-12, -50, -2, -40, 0, -28);
    heart.curveTo(2, -40, 12, -50, 28, -50);
    heart.curveTo(58, -50, 70, 5, 0, 50);
    heart.closePath();
    return heart;
  }

  private static void heart(Graphics2D g, Color colour) {
    g.setPaint(
        new RadialGradientPaint(
            -14f,
            -24f,
            90f,
            new float[] {0f, 0.35f, 1f},
            new Color[] {shade(colour, 1.5), colour, shade(colour, 0.55)}));
    g.fill(heartShape());
    g.setPaint(clear(Color.WHITE, 0.5));
    g.rotate(-0.6);
    g.fill(new Ellipse2D.Double(-16, -44, 20, 11));
  }

  private static void petal(Graphics2D g, Color colour) {
    Path2D petal = new Path2D.Double();
    petal.moveTo(0, 52);
    petal.curveTo(-50, 20, -44, -42, -8, -50);
    petal.curveTo(-2, -44, 2, -44, 8, -50);
    petal.curveTo(44, -42, 50, 20, 0, 52);
    g.setPaint(
        new RadialGradientPaint(
            0f,
            46f,
            104f,
            new float[] {0f, 0.5f, 1f},
            new Color[] {shade(colour, 0.55), colour, shade(colour, 1.3)}));
    g.fill(petal);
    g.setStroke(new BasicStroke(1.5f));
    g.setPaint(clear(shade(colour, 0.6), 0.4));
    g.drawLine(0, 44, 0, -30);
  }

  private static void bubble(Graphics2D g, Color colour) {
    g.setPaint(
        new RadialGradientPaint(
            0f,
            0f,
            54f,
            new float[] {0f, 0.78f, 0.95f, 1f},
            new Color[] {
              clear(colour, 0.03), clear(colour, 0.14), clear(Color.WHITE, 0.75), clear(colour, 0)
            }));
    g.fill(new Ellipse2D.Double(-54, -54, 108, 108));
    g.setPaint(clear(Color.WHITE, 0.85));
    g.fill(new Ellipse2D.Double(-30, -34, 18, 13));
    g.fill(new Ellipse2D.Double(16, 24, 8, 7));
  }

  private static void banknote(Graphics2D g, Color colour) {
    RoundRectangle2D paper = new RoundRectangle2D.Double(-60, -30, 120, 60, 5, 5);
    plain(g, paper, colour);
    g.setStroke(new BasicStroke(2.5f));
    g.setPaint(clear(shade(colour, 0.45), 0.9));
    g.draw(new RoundRectangle2D.Double(-54, -24, 108, 48, 4, 4));
    g.draw(new Ellipse2D.Double(-17, -19, 34, 38));
    g.setFont(new Font(Font.SERIF, Font.BOLD, 28));
    g.drawString("$", -8, 10);
    g.setFont(new Font(Font.SERIF, Font.BOLD, 14));
    g.drawString("100", -50, -8);
    g.drawString("100", 24, 20);
  }

  private static void cloud(Graphics2D g, Color colour) {
    double[][] puffs = {{-30, 8, 30}, {0, -6, 36}, {28, 6, 30}, {-8, 12, 34}, {12, 14, 30}};
    for (double[] puff : puffs) {
      g.translate(puff[0], puff[1]);
      g.setPaint(
          new RadialGradientPaint(
              0f,
              0f,
              (float) puff[2],
              new float[] {0f, 0.5f, 1f},
              new Color[] {clear(colour, 0.7), clear(colour, 0.38), clear(colour, 0)}));
      g.fill(new Ellipse2D.Double(-puff[2], -puff[2], 2 * puff[2], 2 * puff[2]));
      g.translate(-puff[0], -puff[1]);
    }
  }

  private static void cap(Graphics2D g, Color colour) {
    g.setPaint(shade(colour, 0.7));
    g.fill(polygon(-32, 2, 32, 2, 30, 30, 0, 40, -30, 30));
    plain(g, polygon(0, -30, 60, -4, 0, 22, -60, -4), colour);
    g.setPaint(new Color(0xE8B830));
    g.setStroke(new BasicStroke(4f, BasicStroke.CAP_ROUND, BasicStroke.JOIN_ROUND));
    g.draw(line(0, -4, 44, 4, 46, 34));
    g.fill(polygon(41, 32, 51, 32, 54, 54, 38, 54));
  }

  private static void crystal(Graphics2D g, Color colour) {
    g.setPaint(clear(shade(colour, 1.2), 0.85));
    g.fill(polygon(0, -58, 26, -16, 16, 50, 0, 58));
    g.setPaint(clear(shade(colour, 0.8), 0.85));
    g.fill(polygon(0, -58, -26, -16, -16, 50, 0, 58));
    g.setPaint(clear(Color.WHITE, 0.9));
    g.fill(polygon(0, -58, -8, -14, 0, 30, 6, -14));
  }

  private static void raindrop(Graphics2D g, Color colour) {
    g.setPaint(new java.awt.GradientPaint(0, -62, clear(colour, 0), 0, 62, clear(colour, 0.7)));
    g.fill(new RoundRectangle2D.Double(-2.5, -62, 5, 124, 5, 5));
  }

  private static void note(Graphics2D g, Color colour) {
    g.setPaint(colour);
    g.fill(new Ellipse2D.Double(-34, 22, 32, 24));
    g.fill(new Ellipse2D.Double(14, 12, 32, 24));
    g.fill(polygon(-8, -44, 46, -56, 46, -40, -2, -30, -2, 34, -8, 34));
    g.fill(polygon(40, -54, 46, -54, 46, 24, 40, 24));
  }

  private static void jellyfish(Graphics2D g, Color colour) {
    glow(g, clear(colour, 1), 60, 0.25f);
    g.setStroke(new BasicStroke(3f, BasicStroke.CAP_ROUND, BasicStroke.JOIN_ROUND));
    for (int i = -3; i <= 3; i++) {
      Path2D arm = new Path2D.Double();
      arm.moveTo(i * 9, -6);
      arm.curveTo(i * 12 + 8, 14, i * 8 - 10, 30, i * 11 + 3, 58 - 4 * Math.abs(i));
      g.setPaint(clear(shade(colour, 1.3), i % 2 == 0 ? 0.75 : 0.45));
      g.draw(arm);
    }
    Path2D bell = new Path2D.Double();
    bell.moveTo(-38, -4);
    bell.curveTo(-40, -66, 40, -66, 38, -4);
    bell.curveTo(26, -12, 14, 2, 0, -6);
    bell.curveTo(-14, 2, -26, -12, -38, -4);
    g.setPaint(
        new RadialGradientPaint(
            0f,
            -34f,
            46f,
            new float[] {0f, 0.6f, 1f},
            new Color[] {
              clear(Color.WHITE, 0.75), clear(colour, 0.6), clear(shade(colour, 0.8), 0.8)
            }));
    g.fill(bell);
  }

  private static void gear(Graphics2D g, Color colour) {
    Path2D gear = new Path2D.Double(Path2D.WIND_EVEN_ODD);
    for (int i = 0; i < 40; i++) {
      double angle = 2 * Math.PI * i / 40;
      double radius = i % 4 < 2 ? 56 : 44;
      double x = radius * Math.cos(angle);
      double y = radius * Math.sin(angle);
      if (i == 0) {
        gear.moveTo(x, y);
      } else {
        gear.lineTo(x, y);
      }
    }
    gear.closePath();
    gear.append(new Ellipse2D.Double(-22, -22, 44, 44), false);
    plain(g, gear, colour);
  }

  static Path2D polygon(double... places) {
    Path2D path = line(places);
    path.closePath();
    return path;
  }

  static Path2D line(double... places) {
    Path2D path = new Path2D.Double();
    path.moveTo(places[0], places[1]);
    for (int i = 2; i < places.length; i += 2) {
      path.lineTo(places[i], places[i + 1]);
    }
    return path;
  }
}
