package io.wan4j.service.work;

import io.wan4j.engine.VideoEngine;
import io.wan4j.protocol.Length;
import io.wan4j.protocol.OutputSize;
import io.wan4j.protocol.Pricing;
import io.wan4j.protocol.SizeChoice;
import io.wan4j.protocol.SynthesisRequest;
import io.wan4j.protocol.Validator;
import io.wan4j.protocol.Verdict;
import io.wan4j.protocol.VideoOrder;
import io.wan4j.protocol.error.WireError;
import io.wan4j.service.DryRun;
import java.util.List;

/** Finds out what would become of a request, without a task and without fetching its files. */
public final class DryRuns {
  private static final long ANY_SEED = 0;

  private final Validator validator;
  private final PromptReading reading;
  private final Pricing pricing;
  private final VideoEngine engine;

  public DryRuns(Validator validator, PromptReading reading, Pricing pricing, VideoEngine engine) {
    this.validator = validator;
    this.reading = reading;
    this.pricing = pricing;
    this.engine = engine;
  }

  /**
   * Checks, measures, prices and estimates the request; nothing is kept.
   *
   * @param videoSeconds length of each video the request names, as far as the asker knows them;
   *     empty when he does not, and the longest that may be are reckoned with
   */
  public DryRun of(SynthesisRequest request, List<Double> videoSeconds) {
    return switch (validator.check(request)) {
      case Verdict.Refused(WireError error) -> new DryRun.Refused(error);
      case Verdict.Accepted(VideoOrder order) ->
          // Lengths that are not one for each video tell nothing.
          of(order, videoSeconds.size() == StandIns.videos(order) ? videoSeconds : List.of());
    };
  }

  private DryRun of(VideoOrder order, List<Double> videoSeconds) {
    double longest = order.length() instanceof Length.OfInput(int atMost) ? atMost : 0;
    double seconds =
        order.length().outputSeconds(videoSeconds.isEmpty() ? longest : videoSeconds.getFirst());
    String words = reading.wordsByRule(order, seconds);
    try {
      return new DryRun.Possible(
          OutputSize.of(order, StandIns.SHAPE),
          order.size() instanceof SizeChoice.FollowsInput,
          seconds,
          words,
          reading.shots(order, words, seconds),
          videoSeconds.isEmpty() ? pricing.atMost(order) : pricing.atMost(order, videoSeconds),
          expectedSeconds(order, videoSeconds, words));
    } catch (RefusedException e) {
      return new DryRun.Refused(e.error());
    }
  }

  private double expectedSeconds(VideoOrder order, List<Double> videoSeconds, String words) {
    Supplies files = StandIns.of(order, videoSeconds);
    return Feasibility.of(engine, Briefing.of(order, files, words, ANY_SEED)).seconds();
  }
}
