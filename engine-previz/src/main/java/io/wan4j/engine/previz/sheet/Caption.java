package io.wan4j.engine.previz.sheet;

import io.wan4j.storyboard.Shot;
import io.wan4j.storyboard.SpokenLine;
import java.awt.Graphics2D;
import java.awt.font.FontRenderContext;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;

/** What stands under a panel: number, time, framing, camera, place, action, lines and sounds. */
final class Caption {
  private static final float GAP = 7;
  private static final int NUMBER = 40;
  private static final int MOST_LINES_SPOKEN = 4;

  private final Shot shot;
  private final SheetWords words;
  private final float width;
  private final List<Paragraph> paragraphs = new ArrayList<>();

  Caption(Shot shot, SheetWords words, float width, FontRenderContext context) {
    this.shot = shot;
    this.words = words;
    this.width = width;
    add(context, 1, new Paragraph.Run(words.slugline(shot), Ink.spaced(15), Ink.QUIET));
    String camera = words.camera(shot);
    if (!camera.isEmpty()) {
      add(context, 2, new Paragraph.Run("\u25b8 " + camera, Ink.bold(18), Ink.CAMERA));
    }
    add(context, 4, new Paragraph.Run(action(), Ink.plain(18), Ink.TEXT));
    for (SpokenLine line : shot.lines().stream().limit(MOST_LINES_SPOKEN).toList()) {
      add(
          context,
          3,
          new Paragraph.Run(words.speaker(line) + "  ", Ink.bold(15), Ink.SPEECH),
          new Paragraph.Run(words.quoted(line), Ink.italic(18), Ink.SPEECH));
    }
    String sounds = words.sounds(shot);
    if (!sounds.isEmpty()) {
      add(
          context,
          2,
          new Paragraph.Run("\u266a ", Ink.bold(18), Ink.ACTION),
          new Paragraph.Run(sounds, Ink.plain(17), Ink.ACTION));
    }
  }

  private void add(FontRenderContext context, int most, Paragraph.Run... runs) {
    Paragraph paragraph = Paragraph.of(List.of(runs), width, most, context);
    if (paragraph.height() > 0) {
      paragraphs.add(paragraph);
    }
  }

  /** The words of the shot on one line; a sheet has no room for their line breaks. */
  private String action() {
    return shot.text().replaceAll("\\s+", " ").strip();
  }

  float height() {
    float height = NUMBER + 10;
    for (Paragraph paragraph : paragraphs) {
      height += paragraph.height() + GAP;
    }
    return height;
  }

  void draw(Graphics2D paper, float x, float top) {
    drawHead(paper, x, top);
    float y = top + NUMBER + 10;
    for (Paragraph paragraph : paragraphs) {
      paragraph.draw(paper, x, y);
      y += paragraph.height() + GAP;
    }
  }

  private void drawHead(Graphics2D paper, float x, float top) {
    String number = Integer.toString(shot.number());
    paper.setFont(Ink.bold(26));
    int box = Math.max(NUMBER, paper.getFontMetrics().stringWidth(number) + 16);
    paper.setColor(Ink.TEXT);
    paper.fillRect(Math.round(x), Math.round(top), box, NUMBER);
    paper.setColor(Ink.PAPER);
    float middle = x + (box - paper.getFontMetrics().stringWidth(number)) / 2f;
    paper.drawString(number, middle, top + 30);
    paper.setFont(Ink.plain(17));
    paper.setColor(Ink.QUIET);
    String time =
        String.format(
            Locale.ROOT,
            "%s \u2013 %s   %.1f s",
            clock(shot.start()),
            clock(shot.end()),
            shot.seconds());
    int wide = paper.getFontMetrics().stringWidth(time);
    paper.drawString(time, x + width - wide, top + 27);
    Paragraph framing =
        Paragraph.of(
            List.of(new Paragraph.Run(words.framing(shot), Ink.spaced(18), Ink.TEXT)),
            Math.max(60, width - box - wide - 30),
            1,
            paper.getFontRenderContext());
    framing.draw(paper, x + box + 14, top + 8);
  }

  /** {@code 0:02.4}. */
  private static String clock(double seconds) {
    long tenths = Math.round(seconds * 10);
    return String.format(Locale.ROOT, "%d:%02d.%d", tenths / 600, tenths / 10 % 60, tenths % 10);
  }
}
