package io.wan4j.engine.previz.picture;

import static io.wan4j.engine.previz.picture.ParticleArt.clear;
import static io.wan4j.engine.previz.picture.ParticleArt.polygon;

import java.awt.BasicStroke;
import java.awt.Color;
import java.awt.Graphics2D;
import java.awt.geom.Ellipse2D;

/** Lights over a picture: the sea's, and those of five dance floors. */
final class LightShow {
  private static final double TURN = 2 * Math.PI;

  private LightShow() {}

  static void caustics(
      Graphics2D g, Color colour, double in, double seconds, double aspect, double tall) {
    for (int i = 0; i < 9; i++) {
      double x = aspect * (i / 8.0 - 0.5) + 0.06 * Math.sin(seconds * 0.7 + i * 2);
      double lean = 0.16 * Math.sin(0.3 * seconds + i);
      double broad = 0.03 + 0.035 * (0.5 + 0.5 * Math.sin(seconds * 0.9 + i * 3.3));
      g.setPaint(
          new java.awt.GradientPaint(
              0,
              (float) (-tall / 2),
              clear(colour, 0.30 * in),
              0,
              (float) (tall * 0.35),
              clear(colour, 0)));
      g.fill(
          polygon(
              x - broad,
              -tall / 2,
              x + broad,
              -tall / 2,
              x + lean + 2.6 * broad,
              tall / 2,
              x + lean - 2.6 * broad,
              tall / 2));
    }
  }

  static void spotlights(
      Graphics2D g, int[] colours, double in, double beat, double aspect, double tall) {
    for (int i = 0; i < 4; i++) {
      Color colour = new Color(colours[i % colours.length] & 0xFFFFFF);
      double x = aspect * (i / 3.0 - 0.5) * 0.9;
      double aim = 0.42 * Math.sin(TURN * beat / 4 + i * 1.9);
      g.setPaint(
          new java.awt.GradientPaint(
              0,
              (float) (-tall / 2),
              clear(colour, 0.55 * in),
              0,
              (float) (tall / 2),
              clear(colour, 0.03)));
      g.fill(
          polygon(
              x - 0.012,
              -tall / 2,
              x + 0.012,
              -tall / 2,
              x + aim + 0.15,
              tall / 2,
              x + aim - 0.15,
              tall / 2));
    }
  }

  static void strobe(
      Graphics2D g, int[] colours, double in, double beat, double aspect, double tall) {
    double phase = beat - Math.floor(beat);
    Color colour =
        new Color(
            colours[(int) Math.floorMod((long) Math.floor(beat), (long) colours.length)]
                & 0xFFFFFF);
    g.setPaint(clear(colour, 0.42 * in * Math.exp(-4 * phase)));
    g.fill(new java.awt.geom.Rectangle2D.Double(-aspect, -tall, 2 * aspect, 2 * tall));
    g.setStroke(new BasicStroke(0.012f));
    g.setPaint(clear(colour, 0.9 * in * (1 - phase)));
    double radius = 0.15 + 0.6 * phase;
    g.draw(new Ellipse2D.Double(-radius, -radius, 2 * radius, 2 * radius));
  }

  static void equalizer(
      Graphics2D g, int[] colours, double in, double beat, double aspect, double tall) {
    int bars = 28;
    double step = aspect / bars;
    for (int i = 0; i < bars; i++) {
      double phase = beat + 0.13 * i;
      double level =
          0.05
              + 0.15
                  * Math.abs(Math.sin(TURN * phase / 2 + i * i))
                  * (0.5 + 0.5 * Emblem.pulse(beat));
      Color colour = new Color(colours[i * colours.length / bars] & 0xFFFFFF);
      g.setPaint(clear(colour, 0.85 * in));
      g.fill(
          new java.awt.geom.RoundRectangle2D.Double(
              -aspect / 2 + i * step + step * 0.15,
              tall / 2 - level,
              step * 0.7,
              level + 0.1,
              0.01,
              0.01));
    }
  }

  static void disco(
      Graphics2D g, int[] colours, double in, double beat, double aspect, double tall) {
    for (int ring = 0; ring < 6; ring++) {
      for (int i = 0; i < 14; i++) {
        double angle = TURN * (i / 14.0 + 0.04 * beat * (ring % 2 == 0 ? 1 : -1));
        double radius = 0.16 + 0.17 * ring;
        double size = 0.016 + 0.006 * ring;
        Color colour = new Color(colours[(i + ring) % colours.length] & 0xFFFFFF);
        g.setPaint(clear(colour, 0.55 * in * (0.5 + 0.5 * Math.sin(TURN * beat + i + ring))));
        g.fill(
            new Ellipse2D.Double(
                radius * Math.cos(angle) - size,
                radius * 0.8 * Math.sin(angle) - tall * 0.1 - size,
                2.2 * size,
                1.6 * size));
      }
    }
  }

  static void stage(
      Graphics2D g, int[] colours, double in, double beat, double aspect, double tall) {
    for (int i = -5; i <= 5; i++) {
      Color colour =
          new Color(colours[Math.floorMod(i + (int) Math.floor(beat), colours.length)] & 0xFFFFFF);
      double near = i * aspect / 6;
      double far = i * aspect / 16;
      g.setPaint(clear(colour, (i + (int) Math.floor(beat)) % 2 == 0 ? 0.55 * in : 0.2 * in));
      g.fill(
          polygon(
              far - aspect / 34,
              tall * 0.34,
              far + aspect / 34,
              tall * 0.34,
              near + aspect / 13,
              tall / 2,
              near - aspect / 13,
              tall / 2));
    }
  }
}
