package io.wan4j.engine.previz.actor;

import io.wan4j.engine.previz.paint.Colour;
import io.wan4j.engine.previz.paint.Shapes;
import java.awt.BasicStroke;
import java.awt.Graphics2D;
import java.awt.geom.QuadCurve2D;

/** Hair in the measures of a {@link Face}: what hangs behind the head, and what lies on it. */
record Hair(String style, Colour colour) {
  void behind(Graphics2D brush, Pose pose) {
    double swing = 0.8 * (pose.motion().moving() ? pose.wave(0.3) : 0.3 * pose.idle(0.3, 0));
    brush.setColor(colour.times(0.8).awt());
    switch (style) {
      case "long" ->
          brush.fill(
              Shapes.closed(
                  -8.6,
                  -4,
                  -10.2,
                  4,
                  -10.4 - swing,
                  12,
                  -8.6 - swing,
                  17.6,
                  -5,
                  16.4,
                  -2.6,
                  11,
                  4.6,
                  5,
                  7.4,
                  1,
                  7,
                  -6,
                  0,
                  -11));
      case "braids" -> {
        for (int i = 0; i < 5; i++) {
          brush.fill(Shapes.ellipse(-8.6 - swing * i * 0.25, 4 + 3 * i, 2.1 - 0.18 * i, 2.1));
          brush.fill(Shapes.ellipse(7.4 - swing * i * 0.25, 4.6 + 3 * i, 1.7 - 0.16 * i, 2.0));
        }
        brush.setColor(Colour.of(226, 84, 100).awt());
        brush.fill(Shapes.disc(-8.8 - swing, 15.6, 1.2));
        brush.fill(Shapes.disc(7.2 - swing, 16, 1.0));
      }
      case "bun" -> {
        brush.fill(Shapes.disc(-6.8, -7.6, 4.2));
        brush.setColor(colour.mix(Colour.of(255, 240, 220), 0.18).awt(0.6));
        brush.fill(Shapes.disc(-7.4, -8.8, 1.8));
      }
      case "topknot" -> brush.fill(Shapes.ellipse(-2, -12.6, 2.2, 3));
      default -> {
        // short hair
      }
    }
  }

  /** The head seen from behind. */
  void back(Graphics2D brush, Pose pose) {
    double swing = 0.5 * (pose.motion().moving() ? pose.wave(0.3) : 0.3 * pose.idle(0.3, 0));
    brush.setColor(colour.awt());
    double nape =
        switch (style) {
          case "long" -> 17;
          case "bald", "none", "tuft" -> -20;
          case "receding" -> 4.5;
          case "messy" -> 8;
          default -> 6;
        };
    if (nape < -10) {
      return;
    }
    double crown = style.equals("receding") ? -4 : -11.4;
    brush.fill(
        Shapes.closed(
            -8.3,
            -2,
            -6.6,
            crown * 0.82,
            0,
            crown,
            6.6,
            crown * 0.82,
            8.3,
            -2,
            7.4 + swing,
            nape * 0.7,
            4 + swing,
            nape,
            0 + swing,
            nape + 0.8,
            -4 + swing,
            nape,
            -7.4 + swing,
            nape * 0.7));
    if (style.equals("braids")) {
      for (int i = 0; i < 5; i++) {
        for (int side = -1; side <= 1; side += 2) {
          brush.fill(Shapes.ellipse(side * 6.4 + swing * i * 0.3, 5 + 3 * i, 2.1 - 0.18 * i, 2.1));
        }
      }
    } else if (style.equals("bun") || style.equals("topknot")) {
      brush.fill(Shapes.disc(0, -9.4, 4.4));
    }
    brush.setColor(colour.mix(Colour.of(255, 236, 210), 0.32).awt(0.4));
    brush.setStroke(new BasicStroke(0.8f, BasicStroke.CAP_ROUND, BasicStroke.JOIN_ROUND));
    brush.draw(new QuadCurve2D.Double(-5.6, -5.4, -2.6, -9.4, 2.4, -9.6));
    brush.setColor(colour.times(0.7).awt(0.5));
    brush.draw(
        new QuadCurve2D.Double(-2, -6, -3 + swing * 0.5, nape * 0.4, -2 + swing, nape * 0.8));
    brush.draw(
        new QuadCurve2D.Double(2.4, -6, 3 + swing * 0.5, nape * 0.4, 2.6 + swing, nape * 0.8));
  }

  void front(Graphics2D brush) {
    brush.setColor(colour.awt());
    switch (style) {
      case "short" ->
          brush.fill(
              Shapes.closed(
                  -7.2, 2.2, -8.7, -2, -8.4, -7.4, -4, -11.6, 2.4, -12.2, 7.4, -9.4, 8.2, -4.6, 7.2,
                  -3.6, 5.8, -6.0, 1.4, -6.6, -3.0, -5.2, -5.4, -2.8, -6.2, 0.4));
      case "messy" ->
          brush.fill(
              Shapes.closed(
                  -7.2, 3.2, -9.2, -2, -9.6, -7.4, -5, -12.6, -1, -11.6, 2.4, -13.6, 5.2, -11.4,
                  8.8, -10.4, 8.6, -4.0, 7.0, -2.6, 5.4, -5.6, 3.4, -3.4, 1.0, -6.0, -1.6, -3.2,
                  -4.2, -5.2, -5.4, -1.6));
      case "long", "braids" ->
          brush.fill(
              Shapes.closed(
                  -6.8, 5.4, -8.9, 0, -8.8, -7.0, -4, -11.6, 2, -12.0, 7.2, -9.2, 8.2, -3.2, 7.6,
                  0.6, 6.4, -4.2, 2.2, -7.4, -1.4, -6.6, -5.0, -3.4, -6.0, 0.6));
      case "bun", "topknot" ->
          brush.fill(
              Shapes.closed(
                  -7.0, 2.4, -8.5, -2, -8.2, -7.4, -4, -11.2, 2, -11.6, 7.0, -9.0, 8.0, -3.8, 6.4,
                  -6.4, 1.6, -8.2, -3.4, -6.8, -5.8, -3.0));
      case "receding" -> {
        brush.fill(
            Shapes.closed(
                -6.8, 3.4, -9.0, 0, -8.9, -5.2, -6.4, -8.8, -5.4, -6.4, -5.8, -2.4, -6.0, 1));
        brush.fill(Shapes.closed(6.4, -8.2, 7.9, -5.6, 8.1, -1.6, 7.3, -2.4, 7.0, -5.4));
      }
      case "tuft" ->
          brush.fill(
              Shapes.closed(-3.4, -9.2, -1, -11.6, 1.6, -13.4, 1.4, -11.2, 3.8, -9.4, 0, -8.2));
      default -> {
        // bald, or under a helmet
      }
    }
    if (!style.equals("bald") && !style.equals("tuft") && !style.equals("none")) {
      brush.setColor(colour.mix(Colour.of(255, 236, 210), 0.32).awt(0.5));
      brush.setStroke(new BasicStroke(0.8f, BasicStroke.CAP_ROUND, BasicStroke.JOIN_ROUND));
      if (!style.equals("receding")) {
        brush.draw(new QuadCurve2D.Double(-6.4, -7.0, -3.6, -10.2, 1.0, -10.6));
        brush.draw(new QuadCurve2D.Double(-4.4, -6.8, -2.4, -8.8, 1.2, -9.2));
      }
    }
  }
}
