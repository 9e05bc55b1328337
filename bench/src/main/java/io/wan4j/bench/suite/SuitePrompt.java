package io.wan4j.bench.suite;

import io.wan4j.engine.FrameSize;
import java.util.List;
import java.util.OptionalDouble;

/**
 * A prompt and what its film must give.
 *
 * @param ratio width to height, such as {@code 16:9}
 * @param sound whether the film must be heard; otherwise it has no sound track
 * @param show second of the film that a still of it shows; empty where there is to be none
 * @param still whether the prompt asks for a picture that may stand
 */
public record SuitePrompt(
    String name,
    String prompt,
    double seconds,
    String ratio,
    boolean sound,
    boolean still,
    OptionalDouble show,
    List<ExpectedShot> shots) {
  public SuitePrompt {
    shots = List.copyOf(shots);
    if (shots.isEmpty()) {
      throw new IllegalArgumentException(name + " expects no shot at all");
    }
  }

  /**
   * The film's size.
   *
   * @param shortSide pixels of the shorter side
   */
  public FrameSize size(int shortSide) {
    String[] sides = ratio.split(":");
    double aspect = Double.parseDouble(sides[0]) / Double.parseDouble(sides[1]);
    int longSide = (int) Math.round(shortSide * Math.max(aspect, 1 / aspect) / 16) * 16;
    return aspect >= 1 ? new FrameSize(longSide, shortSide) : new FrameSize(shortSide, longSide);
  }
}
