package io.wan4j.engine.previz.picture;

import static io.wan4j.engine.previz.picture.ParticleArt.clear;

import java.awt.BasicStroke;
import java.awt.Color;
import java.awt.Font;
import java.awt.Graphics2D;
import java.awt.geom.AffineTransform;
import java.awt.geom.Rectangle2D;

/** The cover of a magazine: masthead, cover lines, frame, and the flashes of the photographers. */
final class CoverArt {
  private static final String[] LINES = {"THE NEW LOOK", "STYLE ISSUE", "40 PAGES OF LIGHT"};

  private CoverArt() {}

  static void paint(Graphics2D g, int[] colours, double time, double aspect, double tall) {
    double in = Easing.smooth(time / 0.3);
    double flash = Math.exp(-40 * Math.abs(time - 0.18)) + Math.exp(-40 * Math.abs(time - 0.42));
    Color ink = new Color(colours[0] & 0xFFFFFF);
    Color paper = new Color(colours[colours.length - 1] & 0xFFFFFF);
    g.setStroke(new BasicStroke(0.02f));
    g.setPaint(clear(paper, in));
    double rim = 0.03;
    g.draw(
        new Rectangle2D.Double(
            -aspect / 2 + rim, -tall / 2 + rim, aspect - 2 * rim, tall - 2 * rim));
    text(g, "MODE", 0, -tall / 2 + 0.235 - 0.1 * (1 - in), 0.22, 0, clear(ink, in));
    for (int i = 0; i < LINES.length; i++) {
      double come = Easing.soft((time - 0.3 - 0.09 * i) / 0.25);
      double x = -aspect / 2 + 0.075 - 0.5 * (1 - come);
      text(
          g,
          LINES[i],
          x,
          tall / 2 - 0.24 + 0.065 * i,
          0.042,
          -1,
          clear(i == 0 ? ink : paper, come));
    }
    double stamp = Easing.soft((time - 0.62) / 0.15);
    if (stamp > 0) {
      g.setPaint(clear(ink, 0.9 * stamp));
      g.fill(new Rectangle2D.Double(aspect / 2 - 0.28, tall / 2 - 0.2, 0.2, 0.11));
      text(g, "No. 1", aspect / 2 - 0.18, tall / 2 - 0.128, 0.055, 0, clear(paper, stamp));
    }
    g.setPaint(clear(Color.WHITE, Math.min(0.85, 0.85 * flash)));
    g.fill(new Rectangle2D.Double(-aspect, -tall, 2 * aspect, 2 * tall));
  }

  private static void text(
      Graphics2D g, String words, double x, double y, double size, int side, Color colour) {
    AffineTransform before = g.getTransform();
    g.translate(x, y);
    g.scale(size / 100, size / 100);
    g.setFont(new Font(Font.SERIF, Font.BOLD, 100));
    double start = side == 0 ? -g.getFontMetrics().stringWidth(words) / 2.0 : 0;
    g.setPaint(clear(Color.BLACK, 0.4 * colour.getAlpha() / 255));
    g.drawString(words, (float) start + 4, 4);
    g.setPaint(colour);
    g.drawString(words, (float) start, 0);
    g.setTransform(before);
  }
}
