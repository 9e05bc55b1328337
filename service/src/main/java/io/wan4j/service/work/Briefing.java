package io.wan4j.service.work;

import io.wan4j.engine.Brief;
import io.wan4j.engine.FrameSize;
import io.wan4j.engine.ShotPlan;
import io.wan4j.engine.SoundPlan;
import io.wan4j.media.FilmFormat;
import io.wan4j.protocol.MediaFacts;
import io.wan4j.protocol.MediaInput;
import io.wan4j.protocol.OutputSize;
import io.wan4j.protocol.SeedChoice;
import io.wan4j.protocol.ShotType;
import io.wan4j.protocol.SoundChoice;
import io.wan4j.protocol.VideoOrder;
import io.wan4j.protocol.catalogue.MediaRole;
import io.wan4j.protocol.catalogue.PixelSize;
import java.util.Optional;

/** Writes an engine's brief from an order and its files. */
final class Briefing {
  /** The inputs that can give a film its shape, the one that counts first. */
  private static final MediaRole[] SHAPES = {
    MediaRole.FIRST_FRAME,
    MediaRole.FIRST_CLIP,
    MediaRole.VIDEO,
    MediaRole.LAST_FRAME,
    MediaRole.LAST_CLIP
  };

  private Briefing() {}

  /**
   * The brief.
   *
   * @param prompt the words to follow, already rewritten
   * @param drawnSeed for an order that names none
   */
  static Brief of(VideoOrder order, Supplies supplies, String prompt, long drawnSeed) {
    PixelSize size = size(order, supplies);
    return new Brief(
        Materials.of(order.task(), supplies),
        prompt,
        order.negativePrompt(),
        new FrameSize(size.width(), size.height()),
        FilmFormat.STANDARD_RATE,
        frames(seconds(order, supplies)),
        seed(order.seed(), drawnSeed),
        shots(order.shotType()),
        sound(order.sound(), supplies),
        order.card().name());
  }

  private static PixelSize size(VideoOrder order, Supplies supplies) {
    return OutputSize.of(order, shape(supplies).orElse(new PixelSize(16, 9)));
  }

  private static Optional<PixelSize> shape(Supplies supplies) {
    for (MediaRole role : SHAPES) {
      Optional<Supply> supply = supplies.first(role);
      if (supply.isPresent()) {
        return Optional.of(shape(supply.get().facts()));
      }
    }
    return supplies.all().stream()
        .map(Supply::facts)
        .filter(facts -> facts instanceof MediaFacts.Image || facts instanceof MediaFacts.Video)
        .findFirst()
        .map(Briefing::shape);
  }

  private static PixelSize shape(MediaFacts facts) {
    return switch (facts) {
      case MediaFacts.Image image -> new PixelSize(image.width(), image.height());
      case MediaFacts.Video video -> new PixelSize(video.width(), video.height());
      default -> throw new IllegalStateException("this has no shape: " + facts);
    };
  }

  /** The film's length as ordered; the true one is a whole number of frames. */
  static double seconds(VideoOrder order, Supplies supplies) {
    double input =
        supplies.first(MediaRole.VIDEO).map(supply -> supply.clip().seconds()).orElse(0.0);
    return order.length().outputSeconds(input);
  }

  private static int frames(double seconds) {
    return Math.max(1, (int) Math.round(seconds * FilmFormat.STANDARD_RATE));
  }

  private static long seed(SeedChoice choice, long drawn) {
    return switch (choice) {
      case SeedChoice.Fixed(long seed) -> seed;
      case SeedChoice.Drawn() -> drawn;
    };
  }

  private static ShotPlan shots(ShotType type) {
    return switch (type) {
      case AS_PROMPTED -> ShotPlan.BY_PROMPT;
      case SINGLE -> ShotPlan.SINGLE;
      case MULTI -> ShotPlan.MULTIPLE;
    };
  }

  private static SoundPlan sound(SoundChoice choice, Supplies supplies) {
    return switch (choice) {
      case SoundChoice.Silent() -> new SoundPlan.Silent();
      case SoundChoice.Made() -> new SoundPlan.Made();
      case SoundChoice.Given(MediaInput audio) ->
          new SoundPlan.Given(supplies.one(audio.role()).file());
      case SoundChoice.OfInput() -> ofVideo(supplies).orElseGet(SoundPlan.Silent::new);
      case SoundChoice.OfInputOrMade() -> ofVideo(supplies).orElseGet(SoundPlan.Made::new);
    };
  }

  private static Optional<SoundPlan> ofVideo(Supplies supplies) {
    return supplies
        .first(MediaRole.VIDEO)
        .filter(supply -> supply.clip().hasSound())
        .map(supply -> new SoundPlan.Given(supply.file()));
  }
}
