package io.wan4j.engine.previz.look;

import io.wan4j.engine.EngineException;
import io.wan4j.engine.FrameSize;
import io.wan4j.engine.previz.paint.Colour;
import io.wan4j.storyboard.Look;
import java.io.IOException;
import java.io.InputStream;
import java.io.InputStreamReader;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Properties;

/**
 * What the look of a shot does to its pictures: the steps that {@code looks.properties} names for
 * its style, its moods and the colours of the whole picture.
 */
public final class LookFinish {
  private static final String FILE = "looks.properties";

  /** More than two moods at once only make mud. */
  private static final int MOST_MOODS = 2;

  private final FrameSize size;
  private final long seed;
  private final List<Finish> steps = new ArrayList<>();
  private int held;

  private LookFinish(FrameSize size, long seed) {
    this.size = size;
    this.seed = seed;
  }

  /** Sets up the steps of a look. */
  public static LookFinish of(Look look, FrameSize size, long seed) {
    LookFinish finish = new LookFinish(size, seed);
    Properties looks = read();
    finish.add(looks.getProperty("style." + look.style(), ""));
    look.moods().stream()
        .filter(mood -> looks.containsKey("mood." + mood))
        .limit(MOST_MOODS)
        .forEach(mood -> finish.add(looks.getProperty("mood." + mood)));
    finish.wash(look);
    return finish;
  }

  private static Properties read() {
    Properties looks = new Properties();
    try (InputStream in = LookFinish.class.getResourceAsStream(FILE)) {
      looks.load(new InputStreamReader(in, StandardCharsets.UTF_8));
    } catch (IOException e) {
      throw new EngineException(FILE + " cannot be read", e);
    }
    return looks;
  }

  /** "Teal and orange": the first colour for the dark parts, the last for the light ones. */
  private void wash(Look look) {
    if (look.colours().isEmpty() || look.style() == Look.Style.BLACK_AND_WHITE) {
      return;
    }
    Colour dark = new Colour(look.colours().getFirst().rgb());
    Colour light = new Colour(look.colours().getLast().rgb());
    steps.add(new Toning(1, 0, 0, 1, dark, light, 0.22));
  }

  private void add(String line) {
    for (String step : line.split(";")) {
      String[] words = step.strip().split("\\s+");
      try {
        if (words[0].equals("hold")) {
          held = Integer.parseInt(words[1]);
        } else if (!words[0].isEmpty()) {
          steps.add(step(words));
        }
      } catch (IllegalArgumentException | ArrayIndexOutOfBoundsException e) {
        throw new EngineException(FILE + ": cannot follow \"" + step.strip() + "\"", e);
      }
    }
  }

  private Finish step(String[] words) {
    return switch (words[0]) {
      case "tone" ->
          new Toning(
              number(words[1]),
              number(words[2]),
              number(words[3]),
              number(words[4]),
              Colour.parse(words[5]),
              Colour.parse(words[6]),
              number(words[7]));
      case "brush" -> new Brushwork(size, number(words[1]));
      case "lines" ->
          new Outlines(
              size,
              number(words[1]),
              number(words[2]),
              Colour.parse(words[3]),
              false,
              Colour.of(255, 255, 255));
      case "sketch" ->
          new Outlines(
              size,
              number(words[1]),
              number(words[2]),
              Colour.parse(words[3]),
              true,
              Colour.parse(words[4]));
      case "surface" ->
          new Surface(
              size, Surface.Kind.valueOf(words[1].toUpperCase(Locale.ROOT)), number(words[2]));
      case "cel" -> new Cel(Integer.parseInt(words[1]));
      case "blocks" -> new Blocks(size);
      case "stock" -> new OldStock(size, number(words[1]), words[2].equals("worn"), seed);
      case "glow" -> new Glow(size, Integer.parseInt(words[1]), number(words[2]));
      default -> throw new IllegalArgumentException("no step " + words[0]);
    };
  }

  private static double number(String word) {
    return Double.parseDouble(word);
  }

  /** Whether pictures stay as they are. */
  public boolean isPlain() {
    return steps.isEmpty();
  }

  /** The time at which the picture shown at this time was taken: stop motion holds pictures. */
  public double shownAt(double seconds) {
    return held == 0 ? seconds : Math.floor(seconds * held + 1e-6) / held;
  }

  /** Changes a picture in place; safe for several threads. */
  public void apply(int[] argb, int frame) {
    for (Finish step : steps) {
      step.apply(argb, frame);
    }
  }
}
