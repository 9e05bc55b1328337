package io.wan4j.service.work;

import io.wan4j.engine.Recording;
import io.wan4j.engine.Voice;
import io.wan4j.protocol.MediaFacts;
import io.wan4j.protocol.MediaInput;
import io.wan4j.protocol.MediaRules;
import io.wan4j.protocol.MediaUrl;
import io.wan4j.protocol.ReferenceVoice;
import io.wan4j.protocol.VideoOrder;
import io.wan4j.protocol.catalogue.MediaRole;
import io.wan4j.protocol.error.WireError;
import io.wan4j.service.fetch.MediaFetcher;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.function.BooleanSupplier;

/** All inputs of an order, in its order. */
record Supplies(List<Supply> all) {
  Supplies {
    all = List.copyOf(all);
  }

  /**
   * Fetches, probes and checks whatever the order names.
   *
   * @throws RefusedException with the cloud's words for the first file that will not do
   * @throws io.wan4j.service.fetch.FetchException for one that cannot be had
   */
  static Supplies fetch(
      VideoOrder order,
      String account,
      MediaFetcher fetcher,
      MediaInspection inspection,
      Path folder,
      BooleanSupplier cancelled) {
    List<MediaUrl> urls = new ArrayList<>();
    order.media().forEach(input -> urls.add(input.url()));
    for (MediaInput input : order.media()) {
      if (input.voice() instanceof ReferenceVoice.Given voice) {
        urls.add(voice.url());
      }
    }
    List<Path> files = fetcher.fetch(urls, account, folder, cancelled);
    int voices = order.media().size();
    List<Supply> all = new ArrayList<>();
    for (int i = 0; i < order.media().size(); i++) {
      MediaInput input = order.media().get(i);
      MediaFacts facts = inspection.facts(files.get(i), input);
      refuse(MediaRules.check(input, facts));
      Voice voice = new Voice.Any();
      if (input.voice() instanceof ReferenceVoice.Given given) {
        voice = voice(given, files.get(voices++), inspection);
      }
      all.add(new Supply(input, files.get(i), facts, voice));
    }
    refuse(MediaRules.checkTogether(order, all.stream().map(Supply::facts).toList()));
    return new Supplies(all);
  }

  private static Voice voice(ReferenceVoice.Given given, Path file, MediaInspection inspection) {
    MediaFacts facts = inspection.voice(file);
    refuse(MediaRules.checkVoice(given, facts));
    return switch (facts) {
      case MediaFacts.Audio audio -> new Voice.Sampled(new Recording(file, audio.seconds()));
      default -> throw new IllegalStateException("a voice passed as a sound but is " + facts);
    };
  }

  private static void refuse(Optional<WireError> fault) {
    fault.ifPresent(
        error -> {
          throw new RefusedException(error);
        });
  }

  /** The only input of the role. */
  Supply one(MediaRole role) {
    return first(role)
        .orElseThrow(() -> new IllegalStateException("the order has no " + role.wireName()));
  }

  Optional<Supply> first(MediaRole role) {
    return all.stream().filter(supply -> supply.input().role() == role).findFirst();
  }

  List<Supply> each(MediaRole role) {
    return all.stream().filter(supply -> supply.input().role() == role).toList();
  }

  /** Lengths of all input videos. */
  List<Double> videoSeconds() {
    List<Double> seconds = new ArrayList<>();
    for (Supply supply : all) {
      if (supply.facts() instanceof MediaFacts.Video video) {
        seconds.add(video.seconds());
      }
    }
    return seconds;
  }
}
