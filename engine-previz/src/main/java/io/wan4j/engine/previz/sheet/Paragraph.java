package io.wan4j.engine.previz.sheet;

import java.awt.Graphics2D;
import java.awt.font.FontRenderContext;
import java.awt.font.LineBreakMeasurer;
import java.awt.font.TextAttribute;
import java.awt.font.TextLayout;
import java.text.AttributedCharacterIterator;
import java.text.AttributedString;
import java.util.ArrayList;
import java.util.List;

/** A text broken into lines of a width; what does not fit into its lines ends with dots. */
final class Paragraph {
  private static final String DOTS = "\u2026";

  private final List<TextLayout> lines;
  private final float leading;

  private Paragraph(List<TextLayout> lines, float leading) {
    this.lines = lines;
    this.leading = leading;
  }

  /** A stretch of text in one type. */
  record Run(String text, java.awt.Font font, java.awt.Color colour) {}

  /**
   * Breaks a text.
   *
   * @param most lines
   */
  static Paragraph of(List<Run> runs, float width, int most, FontRenderContext context) {
    List<Run> filled = runs.stream().filter(run -> !run.text().isEmpty()).toList();
    if (filled.isEmpty()) {
      return new Paragraph(List.of(), 0);
    }
    float leading = (float) filled.stream().mapToDouble(r -> r.font().getSize2D()).max().orElse(0);
    AttributedString text = attributed(filled, length(filled), "");
    int end = breakAt(text.getIterator(), width, most, context);
    int kept = end;
    while (end < length(filled) && kept > 1) {
      text = attributed(filled, --kept, DOTS);
      if (breakAt(text.getIterator(), width, most, context) == text.getIterator().getEndIndex()) {
        break;
      }
    }
    List<TextLayout> lines = new ArrayList<>();
    AttributedCharacterIterator characters = text.getIterator();
    LineBreakMeasurer measurer = new LineBreakMeasurer(characters, context);
    while (measurer.getPosition() < characters.getEndIndex() && lines.size() < most) {
      lines.add(measurer.nextLayout(width));
    }
    return new Paragraph(lines, leading * 1.32f);
  }

  private static int length(List<Run> runs) {
    return runs.stream().mapToInt(run -> run.text().length()).sum();
  }

  private static int breakAt(
      AttributedCharacterIterator text, float width, int most, FontRenderContext context) {
    LineBreakMeasurer measurer = new LineBreakMeasurer(text, context);
    for (int line = 0; line < most && measurer.getPosition() < text.getEndIndex(); line++) {
      measurer.setPosition(measurer.nextOffset(width));
    }
    return measurer.getPosition();
  }

  private static AttributedString attributed(List<Run> runs, int length, String end) {
    StringBuilder all = new StringBuilder();
    runs.forEach(run -> all.append(run.text()));
    all.setLength(Math.min(all.length(), length));
    // A pair of chars that make one character is not parted.
    if (Character.isHighSurrogate(all.charAt(all.length() - 1))) {
      all.setLength(all.length() - 1);
    }
    String cut = all.append(end).toString();
    AttributedString text = new AttributedString(cut);
    int at = 0;
    for (Run run : runs) {
      boolean last = run == runs.getLast();
      int to = last ? cut.length() : Math.min(cut.length(), at + run.text().length());
      if (to > at) {
        text.addAttribute(TextAttribute.FONT, run.font(), at, to);
        text.addAttribute(TextAttribute.FOREGROUND, run.colour(), at, to);
      }
      at = to;
    }
    if (at < cut.length()) {
      text.addAttribute(TextAttribute.FONT, runs.getFirst().font(), at, cut.length());
    }
    return text;
  }

  float height() {
    return lines.size() * leading;
  }

  /** Draws the lines below a row. */
  void draw(Graphics2D paper, float x, float top) {
    float y = top;
    for (TextLayout line : lines) {
      line.draw(paper, x, y + leading * 0.78f);
      y += leading;
    }
  }
}
