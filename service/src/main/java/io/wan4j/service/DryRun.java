package io.wan4j.service;

import io.wan4j.protocol.Bill;
import io.wan4j.protocol.catalogue.PixelSize;
import io.wan4j.protocol.error.WireError;
import java.util.List;

/** What would become of a request, found out without a task and without fetching its files. */
public sealed interface DryRun {
  /** It would be refused, or its task would fail, with this error. */
  record Refused(WireError error) implements DryRun {}

  /**
   * It would be made, if its files are what they should be.
   *
   * @param size of the film; where it follows the input's shape, the one for a 16:9 input
   * @param sizeFollowsInput whether the input's shape decides
   * @param outputSeconds length of the film; where the input's length decides, the greatest
   * @param prompt the prompt the engine would get, rewritten if asked for
   * @param shots what was understood of it
   * @param atMost the greatest bill it can come to
   * @param expectedSeconds wall time on this machine; of inputs it takes that they are of usual
   *     size, and as long as they may be where the film is as long as its input
   */
  record Possible(
      PixelSize size,
      boolean sizeFollowsInput,
      double outputSeconds,
      String prompt,
      List<Shot> shots,
      Bill atMost,
      double expectedSeconds)
      implements DryRun {
    public Possible {
      shots = List.copyOf(shots);
    }
  }

  /**
   * A shot as the storyboard has it.
   *
   * @param from seconds from the film's start
   * @param until seconds from the film's start
   * @param summary for people: what is seen, and how the camera moves
   */
  record Shot(double from, double until, String summary) {}
}
