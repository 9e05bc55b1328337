package io.wan4j.engine.previz.scenery;

import io.wan4j.engine.previz.paint.Colour;
import io.wan4j.engine.previz.paint.Shapes;
import java.awt.GradientPaint;
import java.awt.Graphics2D;
import java.awt.geom.Path2D;
import java.awt.geom.Rectangle2D;
import java.util.Random;

/** A rocky cliff above the sea, a lighthouse on it, surf at its foot. */
final class Headland {
  private static final Colour ROCK = Colour.of(112, 104, 98);
  private static final Colour TURF = Colour.of(108, 142, 74);
  private static final Colour WHITE = Colour.of(246, 242, 232);
  private static final Colour RED = Colour.of(196, 62, 48);
  private static final Colour LAMP = Colour.of(255, 226, 150);

  /** Where it stands, fraction of the frame's width. */
  private static final double PLACE = 0.66;

  private final Stage stage;
  private final Light light;

  Headland(Studio studio) {
    this.stage = studio.stage;
    this.light = studio.light;
  }

  /**
   * Paints it.
   *
   * @param size 1 where it stands near, less from afar
   */
  void paint(Painting painting, double depth, double size) {
    double at = PLACE * stage.width();
    painting.paintAt(
        at,
        Stage.rowOf(depth),
        stage.period() * 0.45,
        brush -> {
          brush.scale(size, size);
          cliff(brush, stage.random(71));
          lighthouse(brush, 0, -128);
        });
  }

  private void cliff(Graphics2D brush, Random random) {
    Path2D outline =
        Shapes.polygon(
            -190, 4, -176, -30, -150, -48, -142, -92, -112, -104, -96, -126, -30, -132, 40, -128,
            96, -116, 150, -96, 210, -62, 260, -40, 330, -14, 360, 4);
    brush.setPaint(
        new GradientPaint(-190f, 0f, light.shaded(ROCK).awt(), 200f, -120f, light.lit(ROCK).awt()));
    brush.fill(outline);
    java.awt.Shape clip = brush.getClip();
    brush.clip(outline);
    for (int i = 0; i < 46; i++) {
      double x = -190 + 540 * random.nextDouble();
      double y = -120 + 120 * random.nextDouble();
      double wide = 14 + 34 * random.nextDouble();
      double high = 10 + 26 * random.nextDouble();
      Colour tone = random.nextBoolean() ? light.lit(ROCK) : light.shaded(ROCK.times(0.8));
      brush.setColor(tone.times(0.86 + 0.24 * random.nextDouble()).awt(0.55));
      brush.fill(
          Shapes.polygon(
              x, y, x + wide * 0.6, y - high * 0.4, x + wide, y + high * 0.5, x + 4, y + high));
    }
    brush.setColor(light.lit(TURF).awt());
    brush.fill(
        Shapes.closed(
            -120, -100, -96, -132, -30, -140, 40, -136, 100, -122, 160, -98, 220, -66, 200, -70,
            140, -90, 80, -106, 0, -118, -60, -116));
    brush.setClip(clip);
    brush.setColor(WHITE.mix(light.haze(), 0.3).awt(0.8));
    for (int i = 0; i < 26; i++) {
      double x = -200 + 560 * random.nextDouble();
      brush.fill(Shapes.ellipse(x, 2 - 8 * random.nextDouble(), 12 + 16 * random.nextDouble(), 4));
    }
  }

  private void lighthouse(Graphics2D brush, double x, double foot) {
    double high = 190;
    for (int i = 0; i < 5; i++) {
      double low = foot - high * i / 5;
      double up = foot - high * (i + 1) / 5;
      double wide = 27 - 2.2 * i;
      double next = 27 - 2.2 * (i + 1);
      Colour paint = i % 2 == 0 ? WHITE : RED;
      brush.setPaint(
          new GradientPaint(
              (float) (x - wide),
              0f,
              light.shaded(paint).awt(),
              (float) (x + wide * 0.6),
              0f,
              light.lit(paint).awt()));
      brush.fill(Shapes.polygon(x - wide, low, x + wide, low, x + next, up, x - next, up));
    }
    double gallery = foot - high;
    Colour iron = light.shaded(Colour.of(62, 62, 70));
    brush.setColor(iron.awt());
    brush.fill(new Rectangle2D.Double(x - 24, gallery - 5, 48, 6));
    boolean lit = light.lamps() > 0.25;
    Colour glass = lit ? LAMP : light.lit(Colour.of(178, 204, 214));
    brush.setColor(glass.awt());
    brush.fill(new Rectangle2D.Double(x - 12, gallery - 29, 24, 24));
    brush.setColor(iron.awt());
    brush.fill(new Rectangle2D.Double(x - 1, gallery - 29, 2, 24));
    brush.setColor(light.lit(RED).awt());
    brush.fill(Shapes.closed(x - 18, gallery - 28, x, gallery - 52, x + 18, gallery - 28));
    brush.setColor(light.shaded(Colour.of(70, 90, 108)).awt());
    brush.fill(new Rectangle2D.Double(x - 4, foot - 70, 8, 12));
    brush.fill(new Rectangle2D.Double(x - 4, foot - 130, 8, 12));
    if (lit) {
      beams(brush, x, gallery - 17);
    }
  }

  /** Two beams, left and right, and the glow of the lamp. */
  private void beams(Graphics2D brush, double x, double y) {
    for (int side = -1; side <= 1; side += 2) {
      brush.setPaint(
          new GradientPaint(
              (float) x, 0f, LAMP.awt(0.5), (float) (x + side * 420), 0f, LAMP.awt(0)));
      brush.fill(
          Shapes.polygon(x, y - 4, x + side * 420, y - 64, x + side * 420, y + 26, x, y + 4));
    }
    for (double radius = 54; radius > 8; radius *= 0.72) {
      brush.setColor(LAMP.awt(0.12));
      brush.fill(Shapes.disc(x, y, radius));
    }
    brush.setColor(Colour.of(255, 250, 226).awt());
    brush.fill(Shapes.disc(x, y, 7));
  }
}
