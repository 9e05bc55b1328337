package io.wan4j.media;

import io.wan4j.engine.Frame;
import io.wan4j.engine.FrameSize;
import java.nio.file.Path;
import java.util.Arrays;

/** Many pictures of a film, evenly spread from the first to the last, on one sheet. */
public final class ContactSheet {
  private static final int GAP = 6;
  private static final int GROUND = 0xFF101014;

  private ContactSheet() {}

  /**
   * Makes the sheet, row by row.
   *
   * @param pictures how many to show, at least 1; fewer if the film has not so many frames
   * @param columns how many stand side by side, at least 1
   * @param width pixels of one picture, even
   * @throws MediaException when the film cannot be read
   */
  public static PixelImage of(Path film, int pictures, int columns, int width) {
    if (pictures < 1 || columns < 1) {
      throw new IllegalArgumentException(
          "a sheet takes at least one picture and column, was " + pictures + ", " + columns);
    }
    if (!(MediaProbe.probe(film) instanceof ClipFacts facts)) {
      throw new UnknownMediaException(film.getFileName() + " is not a video");
    }
    int height = Math.max(8, (int) Math.round(width * facts.height() / 2.0 / facts.width())) * 2;
    FrameSize tile = new FrameSize(width, height);
    int rate = Math.clamp(Math.round(facts.frameRate()), 1, 120);
    int frames = (int) Math.max(1, Math.round(facts.seconds() * rate));
    int shown = Math.min(pictures, frames);
    int across = Math.min(columns, shown);
    int down = (shown + across - 1) / across;
    Sheet sheet = new Sheet(tile, across, down);
    Frame frame = new Frame(tile);
    int placed = 0;
    try (ClipReader reader =
        ClipReader.open(film, ClipView.of(tile).fitted(Fit.STRETCH).atRate(rate))) {
      for (int number = 0; placed < shown && reader.read(frame); number++) {
        if (number == numberOf(placed, shown, frames)) {
          sheet.place(PixelImage.of(frame), placed);
          placed++;
        }
      }
    }
    return sheet.image();
  }

  private static int numberOf(int place, int shown, int frames) {
    return shown == 1 ? 0 : (int) ((long) place * (frames - 1) / (shown - 1));
  }

  /** The paper. */
  private static final class Sheet {
    private final FrameSize tile;
    private final int across;
    private final int width;
    private final int height;
    private final int[] pixels;

    Sheet(FrameSize tile, int across, int down) {
      this.tile = tile;
      this.across = across;
      this.width = across * (tile.width() + GAP) + GAP;
      this.height = down * (tile.height() + GAP) + GAP;
      this.pixels = new int[width * height];
      Arrays.fill(pixels, GROUND);
    }

    void place(PixelImage picture, int number) {
      int left = GAP + number % across * (tile.width() + GAP);
      int top = GAP + number / across * (tile.height() + GAP);
      for (int y = 0; y < tile.height(); y++) {
        System.arraycopy(
            picture.argb(), y * tile.width(), pixels, (top + y) * width + left, tile.width());
      }
    }

    PixelImage image() {
      return new PixelImage(width, height, pixels);
    }
  }
}
