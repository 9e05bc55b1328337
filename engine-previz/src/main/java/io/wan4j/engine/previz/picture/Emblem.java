package io.wan4j.engine.previz.picture;

import static io.wan4j.engine.previz.picture.ParticleArt.clear;
import static io.wan4j.engine.previz.picture.ParticleArt.line;
import static io.wan4j.engine.previz.picture.ParticleArt.polygon;
import static io.wan4j.engine.previz.picture.ParticleArt.shade;

import java.awt.BasicStroke;
import java.awt.Color;
import java.awt.Graphics2D;
import java.awt.RadialGradientPaint;
import java.awt.RenderingHints;
import java.awt.geom.AffineTransform;
import java.awt.geom.Ellipse2D;
import java.awt.geom.Path2D;
import java.awt.image.BufferedImage;
import java.awt.image.DataBufferInt;

/**
 * The one large thing that an effect draws on the picture. Drawn with vectors for every frame, in
 * units of the frame's shorter side.
 */
final class Emblem {
  /** What can be drawn. */
  enum Kind {
    NONE,
    HEART,
    TWO_HEARTS,
    ROSE,
    CRYSTAL_ROSE,
    FINGER,
    DRAGON,
    IRIS,
    SCROLL,
    SUN,
    COVER,
    HUD_CYAN,
    HUD_AMBER,
    CAUSTICS,
    SPOTLIGHTS,
    STROBE,
    EQUALIZER,
    DISCO,
    STAGE
  }

  private static final double TURN = 2 * Math.PI;

  private Emblem() {}

  /**
   * Draws over a frame.
   *
   * @param time 0 to 1 in the film
   * @param colours the effect's palette
   */
  static void paint(
      Kind kind,
      int[] frame,
      int width,
      int height,
      double time,
      double seconds,
      double tempo,
      int[] colours) {
    if (kind == Kind.NONE || seconds <= 0) {
      return;
    }
    BufferedImage image = new BufferedImage(width, height, BufferedImage.TYPE_INT_ARGB_PRE);
    Graphics2D g = image.createGraphics();
    g.setRenderingHint(RenderingHints.KEY_ANTIALIASING, RenderingHints.VALUE_ANTIALIAS_ON);
    g.setRenderingHint(
        RenderingHints.KEY_TEXT_ANTIALIASING, RenderingHints.VALUE_TEXT_ANTIALIAS_ON);
    g.setRenderingHint(RenderingHints.KEY_STROKE_CONTROL, RenderingHints.VALUE_STROKE_PURE);
    double unit = Math.min(width, height);
    g.translate(width / 2.0, height / 2.0);
    g.scale(unit, unit);
    double aspect = width / unit;
    double tall = height / unit;
    Color colour = new Color(colours[0] & 0xFFFFFF);
    double in = Easing.smooth(time / 0.35);
    double beat = seconds * tempo;
    switch (kind) {
      case HEART ->
          heart(g, colour, 0, 0.02, 0.34 * Easing.spring(time / 0.5) * pulse(beat), in * 0.9);
      case TWO_HEARTS -> twoHearts(g, colours, time, beat, aspect);
      case ROSE ->
          RoseArt.paint(g, colour, -0.30 * aspect, 0.16, 0.5 * Easing.soft(time / 0.7), seconds, 1);
      case CRYSTAL_ROSE ->
          RoseArt.paint(g, colour, 0.0, 0.05, 0.62 * Easing.soft(time / 0.7), seconds, 0.62);
      case FINGER -> finger(g, beat, Easing.smooth(seconds / 0.6));
      case DRAGON -> DragonArt.paint(g, colours, seconds, aspect, Easing.smooth(time / 0.25));
      case IRIS -> iris(g, colours, Easing.smooth(time / 0.8), aspect, tall, seconds);
      case SCROLL -> scroll(g, colour, Easing.smooth(time / 0.8), aspect, tall);
      case SUN -> sun(g, colours, in, seconds, aspect, tall);
      case COVER -> CoverArt.paint(g, colours, time, aspect, tall);
      case HUD_CYAN -> HudArt.scan(g, colour, in, seconds, aspect, tall);
      case HUD_AMBER -> HudArt.lock(g, colour, in, seconds, aspect, tall);
      case CAUSTICS -> LightShow.caustics(g, colour, in, seconds, aspect, tall);
      case SPOTLIGHTS -> LightShow.spotlights(g, colours, in, beat, aspect, tall);
      case STROBE -> LightShow.strobe(g, colours, in, beat, aspect, tall);
      case EQUALIZER -> LightShow.equalizer(g, colours, in, beat, aspect, tall);
      case DISCO -> LightShow.disco(g, colours, in, beat, aspect, tall);
      case STAGE -> LightShow.stage(g, colours, in, beat, aspect, tall);
      case NONE -> throw new IllegalStateException("nothing to draw");
    }
    g.dispose();
    int[] drawn = ((DataBufferInt) image.getRaster().getDataBuffer()).getData();
    for (int i = 0; i < frame.length; i++) {
      if (drawn[i] != 0) {
        frame[i] = Mixing.over(drawn[i], frame[i]) | 0xFF000000;
      }
    }
  }

  static double pulse(double beat) {
    double phase = beat - Math.floor(beat);
    return 1 + 0.07 * Math.exp(-5 * phase) * Math.sin(Math.PI * Math.min(1, 6 * phase));
  }

  private static void heart(
      Graphics2D g, Color colour, double x, double y, double size, double alpha) {
    AffineTransform before = g.getTransform();
    g.translate(x, y);
    g.scale(size / 55, size / 55);
    g.setPaint(
        new RadialGradientPaint(
            0f,
            0f,
            110f,
            new float[] {0f, 1f},
            new Color[] {clear(colour, 0.35 * alpha), clear(colour, 0)}));
    g.fill(new Ellipse2D.Double(-110, -110, 220, 220));
    Path2D outline = ParticleArt.heartShape();
    g.setPaint(
        new RadialGradientPaint(
            -14f,
            -24f,
            95f,
            new float[] {0f, 0.35f, 1f},
            new Color[] {
              clear(shade(colour, 1.5), 0.45 * alpha),
              clear(colour, 0.5 * alpha),
              clear(shade(colour, 0.6), 0.75 * alpha)
            }));
    g.fill(outline);
    g.setPaint(clear(Color.WHITE, 0.85 * alpha));
    g.setStroke(new BasicStroke(2.2f, BasicStroke.CAP_ROUND, BasicStroke.JOIN_ROUND));
    g.draw(outline);
    g.setTransform(before);
  }

  private static void twoHearts(
      Graphics2D g, int[] colours, double time, double beat, double aspect) {
    double meet = Easing.soft(time / 0.6);
    double apart = 0.62 * aspect * (1 - meet) + 0.15 * meet;
    double alpha = Easing.smooth(time / 0.15);
    heart(
        g,
        new Color(colours[0] & 0xFFFFFF),
        -apart,
        0.06 * Math.sin(3 * beat) * (1 - meet),
        0.2 * pulse(beat),
        alpha);
    heart(
        g,
        new Color(colours[colours.length - 1] & 0xFFFFFF),
        apart,
        -0.06 * Math.sin(3 * beat) * (1 - meet),
        0.2 * pulse(beat + 0.5),
        alpha);
    if (time > 0.6) {
      double glow = Easing.smooth((time - 0.6) / 0.2);
      g.setPaint(
          new RadialGradientPaint(
              0f,
              0f,
              0.6f,
              new float[] {0f, 1f},
              new Color[] {clear(Color.WHITE, 0.35 * glow), clear(Color.WHITE, 0)}));
      g.fill(new Ellipse2D.Double(-0.6, -0.6, 1.2, 1.2));
    }
  }

  private static void finger(Graphics2D g, double beat, double alpha) {
    int which = (int) Math.floor(beat);
    double phase = beat - which;
    double x = 0.14 * Math.sin(which * 2.4);
    double y = -0.02 + 0.12 * Math.cos(which * 1.7);
    double reach = phase < 0.12 ? 1 - phase / 0.12 : Math.min(1, (phase - 0.12) * 1.6);
    AffineTransform before = g.getTransform();
    g.translate(x + 0.30 * reach, y + 0.34 * reach);
    g.rotate(-0.72);
    g.scale(0.0042, 0.0042);
    g.setPaint(clear(Color.BLACK, 0.22 * alpha));
    g.fill(new java.awt.geom.RoundRectangle2D.Double(-12, 6, 34, 190, 30, 30));
    Color skin = new Color(0xF0BE98);
    g.setPaint(
        new java.awt.GradientPaint(
            -16, 0, clear(shade(skin, 1.08), alpha), 18, 0, clear(shade(skin, 0.72), alpha)));
    g.fill(new java.awt.geom.RoundRectangle2D.Double(-17, 0, 34, 130, 32, 32));
    g.fill(new java.awt.geom.RoundRectangle2D.Double(-24, 92, 84, 130, 44, 44));
    g.setPaint(clear(new Color(0xFBE3D6), alpha));
    g.fill(new java.awt.geom.RoundRectangle2D.Double(-10, 3, 20, 24, 16, 16));
    g.setPaint(clear(shade(skin, 0.6), 0.6 * alpha));
    g.setStroke(new BasicStroke(2f));
    g.draw(line(-9, 54, 0, 57, 9, 54));
    g.draw(line(14, 112, 20, 150));
    g.draw(line(36, 108, 40, 146));
    g.setTransform(before);
  }

  private static void iris(
      Graphics2D g, int[] colours, double in, double aspect, double tall, double seconds) {
    double radius = 0.46 / Math.max(0.25, in);
    if (radius > 1.1 * Math.hypot(aspect, tall) / 2) {
      return;
    }
    Path2D around = new Path2D.Double(Path2D.WIND_EVEN_ODD);
    around.append(
        new java.awt.geom.Rectangle2D.Double(-aspect, -tall, 2 * aspect, 2 * tall), false);
    around.append(new Ellipse2D.Double(-radius, -radius, 2 * radius, 2 * radius), false);
    Color colour = new Color(colours[0] & 0xFFFFFF);
    float outer = (float) (radius * 1.75);
    g.setPaint(
        new RadialGradientPaint(
            0f,
            0f,
            outer,
            new float[] {0.55f, 0.62f, 0.8f, 0.93f, 1f},
            new Color[] {
              new Color(0x120A08),
              shade(colour, 0.9),
              shade(colour, 1.35),
              shade(colour, 0.35),
              new Color(0xE9E2DC)
            }));
    g.fill(around);
    g.setStroke(new BasicStroke(0.0035f));
    for (int i = 0; i < 120; i++) {
      double angle = TURN * i / 120 + 0.02 * Math.sin(seconds + i);
      double from = radius * (1.08 + 0.05 * Math.sin(i * 7.1));
      double to = radius * (1.52 + 0.1 * Math.sin(i * 3.7));
      g.setPaint(clear(shade(colour, i % 3 == 0 ? 1.8 : 0.55), 0.5));
      g.draw(
          line(
              from * Math.cos(angle),
              from * Math.sin(angle),
              to * Math.cos(angle + 0.03),
              to * Math.sin(angle + 0.03)));
    }
    g.setPaint(clear(Color.WHITE, 0.8 * in));
    g.fill(new Ellipse2D.Double(-0.62 * radius, -0.72 * radius, 0.26 * radius, 0.18 * radius));
  }

  private static void scroll(Graphics2D g, Color paper, double in, double aspect, double tall) {
    double open = aspect / 2 * (1.06 - 0.22 * in);
    double rim = 0.05 + 0.04 * in;
    for (int side = -1; side <= 1; side += 2) {
      Path2D outside =
          polygon(
              side * open,
              -tall / 2,
              side * aspect,
              -tall / 2,
              side * aspect,
              tall / 2,
              side * open,
              tall / 2);
      g.setPaint(clear(paper, 0.97));
      g.fill(outside);
      g.setPaint(
          new java.awt.GradientPaint(
              (float) (side * open - rim / 2),
              0,
              new Color(0x4A2A18),
              (float) (side * open),
              0,
              new Color(0xB98A55),
              true));
      g.fill(new java.awt.geom.Rectangle2D.Double(side * open - rim / 2, -tall / 2, rim, tall));
    }
    double band = 0.085 * in;
    g.setPaint(clear(paper, 0.95));
    g.fill(new java.awt.geom.Rectangle2D.Double(-open + rim / 2, -tall / 2, 2 * open - rim, band));
    g.fill(
        new java.awt.geom.Rectangle2D.Double(
            -open + rim / 2, tall / 2 - band, 2 * open - rim, band));
    g.setPaint(new Color(0x8A2F22));
    g.setStroke(new BasicStroke(0.006f));
    g.draw(
        new java.awt.geom.Rectangle2D.Double(
            -open + rim / 2, -tall / 2 + band, 2 * open - rim, tall - 2 * band));
  }

  private static void sun(
      Graphics2D g, int[] colours, double in, double seconds, double aspect, double tall) {
    double x = 0.30 * aspect - 0.03 * seconds;
    double y = -0.30 * tall;
    Color colour = new Color(colours[0] & 0xFFFFFF);
    for (int i = 0; i < 14; i++) {
      double angle = TURN * i / 14 + 0.12 * seconds;
      double spread = 0.05 + 0.03 * Math.sin(i * 5 + seconds);
      g.setPaint(
          new RadialGradientPaint(
              (float) x,
              (float) y,
              1.6f,
              new float[] {0f, 1f},
              new Color[] {clear(colour, 0.30 * in), clear(colour, 0)}));
      g.fill(
          polygon(
              x,
              y,
              x + 2 * Math.cos(angle - spread),
              y + 2 * Math.sin(angle - spread),
              x + 2 * Math.cos(angle + spread),
              y + 2 * Math.sin(angle + spread)));
    }
    AffineTransform before = g.getTransform();
    g.translate(x, y);
    ParticleArt.glow(g, colour, 0.55, (float) (0.95 * in));
    g.setTransform(before);
    for (int i = 1; i < 5; i++) {
      double along = i * 0.45;
      double size = 0.02 + 0.025 * i;
      Color ghost = new Color(colours[i % colours.length] & 0xFFFFFF);
      g.setPaint(clear(ghost, 0.16 * in));
      g.fill(
          new Ellipse2D.Double(
              x - x * along * 1.3 - size, y - y * along * 1.3 - size, 2 * size, 2 * size));
    }
  }
}
