package io.wan4j.service.work;

import io.wan4j.engine.Brief;
import io.wan4j.engine.Frame;
import io.wan4j.engine.SoundPlan;
import io.wan4j.engine.SoundSource;
import io.wan4j.engine.Take;
import io.wan4j.engine.VideoEngine;
import io.wan4j.media.FilmFormat;
import io.wan4j.media.FilmWriter;
import io.wan4j.media.MediaLimits;
import io.wan4j.media.SoundReader;
import io.wan4j.media.Watermark;
import java.nio.file.Path;
import java.util.List;
import java.util.Optional;

/** Lets the engine play and writes down what it shows, frame by frame. */
final class Filming {
  private final VideoEngine engine;

  Filming(VideoEngine engine) {
    this.engine = engine;
  }

  /**
   * A film that is whole.
   *
   * @param frameRate frames a second
   * @param notes the engine's, one sentence each
   */
  record Filmed(int frameRate, List<String> notes) {}

  /**
   * Makes the film's file; it is whole when this returns, and not there when it throws.
   *
   * @param watermark whether every frame is marked as made by AI
   * @return what there is to say of it
   * @throws io.wan4j.engine.CancelledException when it is no longer wanted
   * @throws io.wan4j.engine.EngineException when the engine failed
   */
  Filmed film(Brief brief, boolean watermark, Path file, TaskProgress progress) {
    try (Take take = engine.render(brief, progress)) {
      Optional<SoundSource> sound = sound(brief, take);
      try {
        write(take, sound, watermark, file, progress);
        return new Filmed(take.frameRate(), take.notes());
      } finally {
        sound.ifPresent(SoundSource::close);
      }
    }
  }

  /** What the film is heard with; the writer cuts it to the film or lets silence follow. */
  private static Optional<SoundSource> sound(Brief brief, Take take) {
    return switch (brief.sound()) {
      case SoundPlan.Silent() -> Optional.empty();
      case SoundPlan.Made() -> Optional.of(take.sound().orElseGet(SoundSource::silence));
      case SoundPlan.Given(Path given) ->
          Optional.of(SoundReader.open(given, 0, brief.seconds(), MediaLimits.STANDARD));
    };
  }

  private static void write(
      Take take, Optional<SoundSource> sound, boolean watermark, Path file, TaskProgress progress) {
    Optional<Watermark> mark =
        watermark ? Optional.of(Watermark.of(take.size())) : Optional.empty();
    FilmFormat format = new FilmFormat(take.size(), take.frameRate());
    try (FilmWriter writer =
        sound.isPresent()
            ? FilmWriter.open(file, format, sound.get())
            : FilmWriter.open(file, format)) {
      Frame frame = new Frame(take.size());
      while (take.read(frame)) {
        progress.throwIfCancelled();
        mark.ifPresent(words -> words.draw(frame));
        writer.write(frame, take.atCut());
      }
      writer.finish();
    }
  }
}
