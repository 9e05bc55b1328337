package io.wan4j.protocol;

import io.wan4j.protocol.catalogue.MediaKind;
import io.wan4j.protocol.catalogue.MediaLimits;
import io.wan4j.protocol.error.ErrorName;
import io.wan4j.protocol.error.WireError;
import io.wan4j.protocol.error.WireErrors;
import java.math.BigDecimal;
import java.util.List;
import java.util.Optional;
import java.util.stream.Collectors;

/** Checks one file against the limits of its role. */
final class FileRules {
  /**
   * By how much a length may be over or under: a clip cut to 10 seconds is often some frames longer
   * in its container. The cloud's own tolerance is not known.
   */
  static final double SECONDS_OFF = 0.1;

  private final MediaLimits limits;

  private FileRules(MediaLimits limits) {
    this.limits = limits;
  }

  /**
   * The fault of a file, if it has one.
   *
   * @param limits one entry for each kind of file that is allowed; nothing is checked without any
   */
  static Optional<WireError> check(MediaUrl url, List<MediaLimits> limits, MediaFacts facts) {
    if (limits.isEmpty()) {
      return Optional.empty();
    }
    MediaLimits suiting =
        limits.stream()
            .filter(each -> kindOf(facts) == each.kind())
            .findFirst()
            .orElse(limits.getFirst());
    FileRules rules = new FileRules(suiting);
    if (limits.size() > 1 && kindOf(facts) != suiting.kind()) {
      return fault(ErrorName.FILE_FORMAT);
    }
    return switch (suiting.kind()) {
      case IMAGE -> rules.image(facts);
      case VIDEO -> rules.video(facts);
      case AUDIO -> rules.audio(url, facts);
      case DOCUMENT -> rules.document(facts);
      case PAGE -> Optional.empty();
    };
  }

  private static MediaKind kindOf(MediaFacts facts) {
    return switch (facts) {
      case MediaFacts.Image ignored -> MediaKind.IMAGE;
      case MediaFacts.Video ignored -> MediaKind.VIDEO;
      case MediaFacts.Audio ignored -> MediaKind.AUDIO;
      case MediaFacts.Other ignored -> MediaKind.DOCUMENT;
    };
  }

  private Optional<WireError> image(MediaFacts facts) {
    if (facts.format().isEmpty()) {
      return fault(ErrorName.FILE_UNREADABLE, "image");
    }
    if (!(facts instanceof MediaFacts.Image image) || !limits.formats().contains(image.format())) {
      boolean usual = !limits.formats().contains("tiff"); // the longer message does not list TIFF
      return fault(usual ? ErrorName.IMAGE_URL_OR_FORMAT : ErrorName.IMAGE_FORMAT);
    }
    if (image.bytes() > limits.maxBytes()) {
      return fault(ErrorName.IMAGE_TOO_HEAVY, limits.maxMegabytes() + ".0");
    }
    if (Math.min(image.width(), image.height()) < limits.minSide()) {
      return fault(ErrorName.IMAGE_TOO_SMALL, limits.minSide());
    }
    if (limits.maxSide() > 0 && Math.max(image.width(), image.height()) > limits.maxSide()) {
      return fault(ErrorName.IMAGE_RESOLUTION, limits.maxSide(), limits.minSide());
    }
    if (isTooLong(image.width(), image.height())) {
      return aspectFault();
    }
    return image.hasAlpha() && !limits.alpha() ? fault(ErrorName.IMAGE_ALPHA) : Optional.empty();
  }

  private Optional<WireError> video(MediaFacts facts) {
    if (facts.format().isEmpty()) {
      return fault(ErrorName.FILE_UNREADABLE, "video");
    }
    if (!(facts instanceof MediaFacts.Video video) || !limits.formats().contains(video.format())) {
      return fault(ErrorName.FILE_FORMAT);
    }
    if (video.bytes() > limits.maxBytes()) {
      return fault(ErrorName.FILE_TOO_HEAVY, "video", limits.maxMegabytes());
    }
    boolean small = Math.min(video.width(), video.height()) < limits.minSide();
    boolean large =
        limits.maxSide() > 0 && Math.max(video.width(), video.height()) > limits.maxSide();
    if (small || large) {
      return fault(ErrorName.VIDEO_RESOLUTION, limits.minSide(), limits.maxSide());
    }
    if (isTooLong(video.width(), video.height())) {
      return aspectFault();
    }
    boolean fast = limits.maxFps() > 0 && video.fps() > limits.maxFps();
    if (video.fps() < limits.minFps() || fast) {
      return fault(ErrorName.VIDEO_FPS, plain(limits.minFps()), plain(limits.maxFps()));
    }
    return isOutOfTime(video.seconds()) ? durationFault() : Optional.empty();
  }

  private Optional<WireError> audio(MediaUrl url, MediaFacts facts) {
    if (facts.format().isEmpty()) {
      return fault(ErrorName.FILE_UNREADABLE, "audio");
    }
    boolean right = facts instanceof MediaFacts.Audio && limits.formats().contains(facts.format());
    boolean misnamed =
        limits.formats().contains(url.extension()) && !url.extension().equals(facts.format());
    if (!right || misnamed) {
      String types = limits.formats().stream().map(f -> "." + f).collect(Collectors.joining(", "));
      return fault(ErrorName.AUDIO_TYPE, types);
    }
    MediaFacts.Audio audio = (MediaFacts.Audio) facts;
    if (audio.bytes() > limits.maxBytes()) {
      return fault(ErrorName.AUDIO_TOO_HEAVY, limits.maxMegabytes());
    }
    if (audio.seconds() > limits.maxSeconds() + SECONDS_OFF) {
      return fault(ErrorName.AUDIO_TOO_LONG, plain(limits.maxSeconds()));
    }
    return isOutOfTime(audio.seconds()) ? durationFault() : Optional.empty();
  }

  private Optional<WireError> document(MediaFacts facts) {
    if (!limits.formats().contains(facts.format())) {
      String types =
          limits.formats().stream().map(String::toUpperCase).collect(Collectors.joining(", "));
      return fault(ErrorName.DOCUMENT_TYPE, types);
    }
    return facts.bytes() > limits.maxBytes()
        ? fault(ErrorName.FILE_TOO_HEAVY, "document", limits.maxMegabytes())
        : Optional.empty();
  }

  private boolean isTooLong(int width, int height) {
    double aspect = (double) Math.max(width, height) / Math.min(width, height);
    return limits.maxAspect() > 0 && aspect > limits.maxAspect();
  }

  private boolean isOutOfTime(double seconds) {
    boolean tooLong = limits.maxSeconds() > 0 && seconds > limits.maxSeconds() + SECONDS_OFF;
    return tooLong || seconds < limits.minSeconds() - SECONDS_OFF;
  }

  private Optional<WireError> aspectFault() {
    String most = plain(limits.maxAspect());
    return fault(ErrorName.FILE_ASPECT, most + ":1", "1:" + most);
  }

  private Optional<WireError> durationFault() {
    return fault(ErrorName.FILE_DURATION, plain(limits.minSeconds()), plain(limits.maxSeconds()));
  }

  private static String plain(double number) {
    return BigDecimal.valueOf(number).stripTrailingZeros().toPlainString();
  }

  private static Optional<WireError> fault(ErrorName name, Object... arguments) {
    return Optional.of(WireErrors.get(name, arguments));
  }
}
