package io.wan4j.engine.previz.sheet;

import io.wan4j.engine.EngineException;
import io.wan4j.engine.previz.scene.ShotStills;
import io.wan4j.storyboard.Storyboard;
import io.wan4j.storyboard.StoryboardArtist;
import java.awt.BasicStroke;
import java.awt.Graphics2D;
import java.awt.RenderingHints;
import java.awt.font.FontRenderContext;
import java.awt.image.BufferedImage;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.concurrent.ExecutorService;

/** Draws storyboards on paper: pictures by the engine's own actors and places, and captions. */
public final class StoryboardSheet implements StoryboardArtist {
  /** More panels than this nobody reads; what follows is counted. */
  private static final int MOST_PANELS = 24;

  private static final long SEED = 7;

  private final ShotStills stills;

  /**
   * @param painters threads that paint layers; never the one that calls
   */
  public StoryboardSheet(ExecutorService painters) {
    this.stills = new ShotStills(painters);
  }

  /** Whether the fonts of this machine have all characters of such words. */
  public static boolean canLetter(String words) {
    return Ink.has(words);
  }

  @Override
  public byte[] sheet(Storyboard board, int width, int height) {
    return drawn(board, width, height, StoryboardSheet::paper);
  }

  @Override
  public byte[] frames(Storyboard board, int width, int height) {
    return drawn(board, width, height, (_, layout, pictures) -> strip(layout, pictures));
  }

  /** What is made of the pictures. */
  private interface Layout {
    BufferedImage of(Storyboard board, SheetLayout layout, List<ShotStills.Still> pictures);
  }

  private byte[] drawn(Storyboard board, int width, int height, Layout made) {
    int shots = Math.min(board.shots().size(), MOST_PANELS);
    SheetLayout layout = SheetLayout.of(width, height, shots);
    try {
      List<ShotStills.Still> pictures =
          stills.of(board, layout.panel(), SEED).stream().limit(shots).toList();
      return Png.of(made.of(board, layout, pictures));
    } catch (NullPointerException | InternalError e) {
      // What Java throws where the system has no font at all.
      if (String.valueOf(e.getMessage()).toLowerCase(Locale.ROOT).contains("font")) {
        throw new EngineException(
            "a storyboard sheet needs a font; install fontconfig and one, such as fonts-dejavu", e);
      }
      throw e;
    }
  }

  private static BufferedImage strip(SheetLayout layout, List<ShotStills.Still> pictures) {
    int height = layout.panel().height();
    BufferedImage strip =
        new BufferedImage(
            layout.panel().width(), height * pictures.size(), BufferedImage.TYPE_INT_RGB);
    Graphics2D pen = strip.createGraphics();
    try {
      for (int i = 0; i < pictures.size(); i++) {
        pen.drawImage(picture(pictures.get(i), layout), 0, i * height, null);
      }
    } finally {
      pen.dispose();
    }
    return strip;
  }

  private static BufferedImage paper(
      Storyboard board, SheetLayout layout, List<ShotStills.Still> pictures) {
    SheetWords words = SheetWords.of(board.language());
    FontRenderContext context = new FontRenderContext(null, true, true);
    List<Caption> captions = new ArrayList<>();
    for (ShotStills.Still still : pictures) {
      captions.add(new Caption(still.shot(), words, layout.panel().width(), context));
    }
    int[] tops = tops(layout, captions);
    BufferedImage image =
        new BufferedImage(layout.width(), tops[tops.length - 1], BufferedImage.TYPE_INT_RGB);
    Graphics2D paper = image.createGraphics();
    try {
      prepare(paper);
      paper.setColor(Ink.PAPER);
      paper.fillRect(0, 0, image.getWidth(), image.getHeight());
      header(paper, board, layout, words);
      for (int i = 0; i < pictures.size(); i++) {
        int top = tops[i / layout.columns()];
        panel(paper, pictures.get(i), layout, layout.left(i), top);
        captions.get(i).draw(paper, layout.left(i), top + layout.panel().height() + 14);
      }
      footer(paper, board, layout, words, image.getHeight());
    } finally {
      paper.dispose();
    }
    return image;
  }

  /** The top of each row of panels, and the height of the paper. */
  private static int[] tops(SheetLayout layout, List<Caption> captions) {
    int[] tops = new int[layout.rows() + 1];
    tops[0] = SheetLayout.HEADER;
    for (int row = 0; row < layout.rows(); row++) {
      double highest = 0;
      for (int i = row * layout.columns();
          i < Math.min(captions.size(), (row + 1) * layout.columns());
          i++) {
        highest = Math.max(highest, captions.get(i).height());
      }
      tops[row + 1] =
          tops[row] + layout.panel().height() + (int) Math.ceil(highest) + 14 + SheetLayout.GAP;
    }
    tops[tops.length - 1] += 40;
    return tops;
  }

  private static void prepare(Graphics2D paper) {
    paper.setRenderingHint(RenderingHints.KEY_ANTIALIASING, RenderingHints.VALUE_ANTIALIAS_ON);
    paper.setRenderingHint(
        RenderingHints.KEY_TEXT_ANTIALIASING, RenderingHints.VALUE_TEXT_ANTIALIAS_ON);
    paper.setRenderingHint(
        RenderingHints.KEY_FRACTIONALMETRICS, RenderingHints.VALUE_FRACTIONALMETRICS_ON);
    paper.setRenderingHint(RenderingHints.KEY_STROKE_CONTROL, RenderingHints.VALUE_STROKE_PURE);
  }

  private static void header(
      Graphics2D paper, Storyboard board, SheetLayout layout, SheetWords words) {
    int left = SheetLayout.MARGIN;
    int right = layout.width() - SheetLayout.MARGIN;
    paper.setColor(Ink.TEXT);
    paper.setFont(Ink.spaced(30));
    paper.drawString(words.get("title"), left, 64);
    int used = paper.getFontMetrics().stringWidth(words.get("title"));
    int count = board.shots().size();
    String shots = count == 1 ? words.get("shot") : words.get("shots", count);
    String facts = String.format(Locale.ROOT, "%.1f s  \u00b7  %s", board.seconds(), shots);
    paper.setFont(Ink.plain(19));
    paper.setColor(Ink.QUIET);
    int wide = paper.getFontMetrics().stringWidth(facts);
    paper.drawString(facts, right - wide, 63);
    float room = right - wide - left - used - 80;
    if (room > 160) {
      Paragraph.of(
              List.of(
                  new Paragraph.Run(
                      board.prompt().replaceAll("\\s+", " ").strip(), Ink.plain(18), Ink.QUIET)),
              room,
              1,
              paper.getFontRenderContext())
          .draw(paper, left + used + 50, 45);
    }
    paper.setColor(Ink.TEXT);
    paper.setStroke(new BasicStroke(2.5f));
    paper.drawLine(left, 86, right, 86);
  }

  private static void panel(
      Graphics2D paper, ShotStills.Still still, SheetLayout layout, int left, int top) {
    paper.drawImage(picture(still, layout), left, top, null);
    paper.setColor(Ink.TEXT);
    paper.setStroke(new BasicStroke(2.5f));
    paper.drawRect(left, top, layout.panel().width(), layout.panel().height());
  }

  /** A shot's picture with its camera drawn on. */
  private static BufferedImage picture(ShotStills.Still still, SheetLayout layout) {
    int width = layout.panel().width();
    int height = layout.panel().height();
    BufferedImage picture = new BufferedImage(width, height, BufferedImage.TYPE_INT_RGB);
    picture.setRGB(0, 0, width, height, still.argb(), 0, width);
    Graphics2D marks = picture.createGraphics();
    try {
      prepare(marks);
      new CameraMarks(marks, width, height).draw(still);
    } finally {
      marks.dispose();
    }
    return picture;
  }

  private static void footer(
      Graphics2D paper, Storyboard board, SheetLayout layout, SheetWords words, int height) {
    List<String> notes = new ArrayList<>();
    int more = board.shots().size() - layout.shots();
    if (more > 0) {
      notes.add(words.get("more", more));
    }
    if (!board.unknown().isEmpty()) {
      notes.add(words.get("unknown") + ": " + String.join(", ", board.unknown()));
    }
    paper.setColor(Ink.RULE);
    paper.setStroke(new BasicStroke(1.5f));
    paper.drawLine(
        SheetLayout.MARGIN, height - 58, layout.width() - SheetLayout.MARGIN, height - 58);
    Paragraph.of(
            List.of(
                new Paragraph.Run(String.join("   \u00b7   ", notes), Ink.plain(15), Ink.QUIET)),
            layout.width() - 2 * SheetLayout.MARGIN - 100,
            1,
            paper.getFontRenderContext())
        .draw(paper, SheetLayout.MARGIN, height - 48);
    paper.setFont(Ink.spaced(15));
    paper.setColor(Ink.QUIET);
    int wide = paper.getFontMetrics().stringWidth("wan4j");
    paper.drawString("wan4j", layout.width() - SheetLayout.MARGIN - wide, height - 34);
  }
}
