package io.wan4j.engine.wan.catalogue;

import com.fasterxml.jackson.annotation.JsonCreator;
import io.wan4j.engine.FrameSize;
import io.wan4j.engine.wan.pipeline.FilmSize;
import io.wan4j.engine.wan.plan.RenderSize;
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

  /** The sizes in which a film of that size can be made, best first. */
  public List<FilmSize> workingSizes(int width, int height, int frames) {
    return RenderSize.candidates(new FrameSize(width, height), areas(), multiple).stream()
        .map(size -> new FilmSize(size.width(), size.height(), Math.min(frames, window)))
        .toList();
  }

  /** Pixels of the sizes, the smallest first. */
  public List<Integer> areas() {
    return sizes.stream().map(Pixels::area).sorted().toList();
  }

  /** Frames at the native rate that show as long as so many at another rate. */
  public int framesOf(double seconds) {
    return Math.max(1, (int) Math.round(seconds * framesPerSecond) / 4 * 4 + 1);
  }
}
