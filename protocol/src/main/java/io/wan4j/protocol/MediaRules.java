package io.wan4j.protocol;

import io.wan4j.protocol.catalogue.MediaRole;
import io.wan4j.protocol.catalogue.MediaRule.MediaType;
import io.wan4j.protocol.error.ErrorName;
import io.wan4j.protocol.error.WireError;
import io.wan4j.protocol.error.WireErrors;
import java.util.List;
import java.util.Locale;
import java.util.Optional;

/** Checks fetched files against what their roles and the order as a whole allow. */
public final class MediaRules {
  private MediaRules() {}

  /** The fault of one file, if it has one. */
  public static Optional<WireError> check(MediaInput input, MediaFacts facts) {
    return FileRules.check(input.url(), input.limits(), facts);
  }

  /** The fault of a voice recording, if it has one. */
  public static Optional<WireError> checkVoice(ReferenceVoice.Given voice, MediaFacts facts) {
    return FileRules.check(voice.url(), List.of(voice.limits()), facts);
  }

  /**
   * The fault of all files together with the order, if there is one.
   *
   * @param facts of each of {@link VideoOrder#media()}, in the same order
   */
  public static Optional<WireError> checkTogether(VideoOrder order, List<MediaFacts> facts) {
    if (facts.size() != order.media().size()) {
      throw new IllegalArgumentException(
          "facts of " + facts.size() + " files were given, the order has " + order.media().size());
    }
    return clipTooLong(order, facts)
        .or(() -> tooManyOfAKind(order, facts))
        .or(() -> tooLongTogether(order, facts))
        .or(() -> tooLongWithOutput(order, facts));
  }

  /** A continuation contains its clip, so it must be longer. */
  private static Optional<WireError> clipTooLong(VideoOrder order, List<MediaFacts> facts) {
    boolean continues =
        order.task() instanceof VideoTask.Continuation
            || order.task() instanceof VideoTask.ContinuationToFrame;
    double clip = seconds(order, facts, MediaRole.FIRST_CLIP);
    if (continues && order.length() instanceof Length.Seconds(int wanted) && clip >= wanted) {
      return fault(ErrorName.CLIP_TOO_LONG, String.format(Locale.ROOT, "%.2f", clip), wanted);
    }
    return Optional.empty();
  }

  /** What an entry of {@code reference_urls} is shows only now. */
  private static Optional<WireError> tooManyOfAKind(VideoOrder order, List<MediaFacts> facts) {
    long videos = facts.stream().filter(MediaFacts.Video.class::isInstance).count();
    return order.card().inputs().stream()
        .filter(field -> field.role() == MediaRole.REFERENCE && videos > field.atMostVideos())
        .findFirst()
        .flatMap(
            field -> fault(ErrorName.REFERENCE_KINDS_COUNT, field.atMost(), field.atMostVideos()));
  }

  private static Optional<WireError> tooLongTogether(VideoOrder order, List<MediaFacts> facts) {
    for (MediaType type : order.card().media().types()) {
      double seconds = seconds(order, facts, type.type());
      if (type.mostTotalSeconds() > 0
          && seconds > type.mostTotalSeconds() + FileRules.SECONDS_OFF) {
        return fault(ErrorName.TOTAL_DURATION, type.type().wireName(), type.mostTotalSeconds());
      }
    }
    return Optional.empty();
  }

  private static Optional<WireError> tooLongWithOutput(VideoOrder order, List<MediaFacts> facts) {
    int most = order.card().media().mostInputAndOutputSeconds();
    double input = facts.stream().mapToDouble(MediaRules::videoSeconds).sum();
    double output = order.length().outputSeconds(input);
    boolean over = most > 0 && input > 0 && input + output > most + FileRules.SECONDS_OFF;
    return over ? fault(ErrorName.INPUT_AND_OUTPUT_DURATION, most) : Optional.empty();
  }

  private static double seconds(VideoOrder order, List<MediaFacts> facts, MediaRole role) {
    double seconds = 0;
    for (int i = 0; i < facts.size(); i++) {
      if (order.media().get(i).role() == role) {
        seconds +=
            switch (facts.get(i)) {
              case MediaFacts.Video video -> video.seconds();
              case MediaFacts.Audio audio -> audio.seconds();
              case MediaFacts.Image ignored -> 0;
              case MediaFacts.Other ignored -> 0;
            };
      }
    }
    return seconds;
  }

  private static double videoSeconds(MediaFacts facts) {
    return facts instanceof MediaFacts.Video video ? video.seconds() : 0;
  }

  private static Optional<WireError> fault(ErrorName name, Object... arguments) {
    return Optional.of(WireErrors.get(name, arguments));
  }
}
