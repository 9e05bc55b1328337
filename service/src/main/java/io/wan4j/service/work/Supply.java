package io.wan4j.service.work;

import io.wan4j.engine.Clip;
import io.wan4j.engine.Picture;
import io.wan4j.engine.Recording;
import io.wan4j.engine.Voice;
import io.wan4j.protocol.MediaFacts;
import io.wan4j.protocol.MediaInput;
import java.nio.file.Path;

/**
 * An input of an order, here and checked.
 *
 * @param voice of a reference, checked as well
 */
record Supply(MediaInput input, Path file, MediaFacts facts, Voice voice) {
  Picture picture() {
    return switch (facts) {
      case MediaFacts.Image image -> new Picture(file, image.width(), image.height());
      default -> throw wrong("an image");
    };
  }

  Clip clip() {
    return switch (facts) {
      case MediaFacts.Video video ->
          new Clip(file, video.width(), video.height(), video.seconds(), video.hasSound());
      default -> throw wrong("a video");
    };
  }

  Recording recording() {
    return switch (facts) {
      case MediaFacts.Audio audio -> new Recording(file, audio.seconds());
      default -> throw wrong("a sound");
    };
  }

  private IllegalStateException wrong(String kind) {
    return new IllegalStateException(input.field() + " passed as " + kind + " but is " + facts);
  }
}
