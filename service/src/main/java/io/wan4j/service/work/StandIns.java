package io.wan4j.service.work;

import io.wan4j.engine.Voice;
import io.wan4j.protocol.Length;
import io.wan4j.protocol.MediaFacts;
import io.wan4j.protocol.MediaInput;
import io.wan4j.protocol.VideoOrder;
import io.wan4j.protocol.catalogue.MediaKind;
import io.wan4j.protocol.catalogue.MediaRole;
import io.wan4j.protocol.catalogue.PixelSize;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Iterator;
import java.util.List;
import java.util.Optional;

/**
 * Files of the usual kind and size in place of an order's, for an estimate: an engine estimates by
 * numbers and opens no file.
 */
final class StandIns {
  /** The shape of an input that has not been fetched. */
  static final PixelSize SHAPE = new PixelSize(1920, 1080);

  private static final Path NOWHERE = Path.of("not-fetched");
  private static final double USUAL_SECONDS = 5;
  private static final double FRAME_RATE = 30;
  private static final long USUAL_BYTES = 1_000_000;

  private StandIns() {}

  /**
   * One for each input; pages are left out, for only their words would count.
   *
   * @param videoSeconds lengths of the videos, as far as they are known
   */
  static Supplies of(VideoOrder order, List<Double> videoSeconds) {
    double longest = order.length() instanceof Length.OfInput(int atMost) ? atMost : USUAL_SECONDS;
    Iterator<Double> known = videoSeconds.iterator();
    List<Supply> supplies = new ArrayList<>();
    for (MediaInput input : order.media()) {
      boolean isKnown = kind(input.role()) == MediaKind.VIDEO && known.hasNext();
      of(input, isKnown ? known.next() : longest).ifPresent(supplies::add);
    }
    return new Supplies(supplies);
  }

  /** How many inputs are videos for sure. */
  static long videos(VideoOrder order) {
    return order.media().stream().filter(input -> kind(input.role()) == MediaKind.VIDEO).count();
  }

  private static Optional<Supply> of(MediaInput input, double seconds) {
    return facts(kind(input.role()), seconds)
        .map(facts -> new Supply(input, NOWHERE, facts, new Voice.Any()));
  }

  private static MediaKind kind(MediaRole role) {
    List<MediaKind> kinds = List.copyOf(role.kinds());
    return kinds.contains(MediaKind.IMAGE) ? MediaKind.IMAGE : kinds.getFirst();
  }

  private static Optional<MediaFacts> facts(MediaKind kind, double seconds) {
    return switch (kind) {
      case IMAGE ->
          Optional.of(
              new MediaFacts.Image("png", USUAL_BYTES, SHAPE.width(), SHAPE.height(), false));
      case VIDEO ->
          Optional.of(
              new MediaFacts.Video(
                  "mp4", USUAL_BYTES, SHAPE.width(), SHAPE.height(), seconds, FRAME_RATE, true));
      case AUDIO -> Optional.of(new MediaFacts.Audio("mp3", USUAL_BYTES, seconds));
      case DOCUMENT, PAGE -> Optional.empty();
    };
  }
}
