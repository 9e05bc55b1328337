package io.wan4j.engine.wan.catalogue;

import com.fasterxml.jackson.annotation.JsonCreator;
import io.wan4j.engine.wan.pipeline.FilmSize;
import java.util.ArrayList;
import java.util.List;

/**
 * The films that a checkpoint was trained on.
 *
 * @param sizes of frames, largest first; what counts is their area
 * @param multiple that both sides must be of
 * @param framesPerSecond of the films
 * @param window frames of one run, 4n + 1 (4n for speech, whose first frame is a reference)
 */
public record NativeFilm(List<Pixels> sizes, int multiple, int framesPerSecond, int window) {
  /** 16:9 and 832:480 differ by 2.5 %. */
  private static final double NEARLY = 0.04;

  public NativeFilm {
    sizes = List.copyOf(sizes);
  }

  /** Width and height, written 1280x720. */
  public record Pixels(int width, int height) {
    @JsonCreator
    public static Pixels parse(String text) {
      String[] sides = text.split("x");
      return new Pixels(Integer.parseInt(sides[0]), Integer.parseInt(sides[1]));
    }

    public int area() {
      return width * height;
    }

    @Override
    public String toString() {
      return width + "x" + height;
    }
  }

  /**
   * The sizes in which a film of that size can be made, best first: its own where the checkpoint
   * can; else a trained size of nearly that aspect, upright or not; else that aspect in a trained
   * area.
   */
  public List<FilmSize> workingSizes(int width, int height, int frames) {
    List<FilmSize> working = new ArrayList<>();
    for (Pixels trained : sizes) {
      Pixels pixels = working(trained, width, height);
      FilmSize size = new FilmSize(pixels.width(), pixels.height(), Math.min(frames, window));
      if (!working.contains(size)) {
        working.add(size);
      }
    }
    return working;
  }

  private Pixels working(Pixels trained, int width, int height) {
    boolean smaller = width * height < trained.area();
    boolean upright = height > width;
    Pixels turned = upright ? new Pixels(trained.height(), trained.width()) : trained;
    double aspect = (double) width / height;
    double off = Math.abs(Math.log(aspect * turned.height() / turned.width()));
    if (!smaller && off < NEARLY) {
      return turned;
    }
    double scale = Math.min(1, Math.sqrt((double) trained.area() / ((double) width * height)));
    return new Pixels(whole(width * scale), whole(height * scale));
  }

  private int whole(double side) {
    return Math.max(multiple, (int) (side + 0.5) / multiple * multiple);
  }

  /** Frames at the native rate that show as long as so many at another rate. */
  public int framesOf(double seconds) {
    return Math.max(1, (int) Math.round(seconds * framesPerSecond) / 4 * 4 + 1);
  }
}
