package io.wan4j.engine.wan.film;

import io.wan4j.engine.EngineException;
import io.wan4j.engine.wan.audio.SpeechStates;
import io.wan4j.engine.wan.audio.Wav2Vec2Encoder;
import io.wan4j.engine.wan.audio.Waveform;
import io.wan4j.media.MediaException;
import io.wan4j.torch.Tensor;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.FileTime;
import java.util.Optional;
import java.util.function.Supplier;

/**
 * Listens to the recording of a film, once for all its runs. The speech encoder is let go when it
 * has heard; what it heard stays until another recording comes.
 */
final class Hearing implements AutoCloseable {
  /** The API takes no longer recordings. */
  private static final double MOST_SECONDS = 60;

  private final Supplier<Wav2Vec2Encoder> loader;
  private Optional<Heard> heard = Optional.empty();

  /** A recording and what it says. */
  private record Heard(Path file, FileTime changed, long size, SpeechStates states) {}

  Hearing(Supplier<Wav2Vec2Encoder> loader) {
    this.loader = loader;
  }

  /** What a run takes of it, [1, layers + 1, width, frames]; belongs to the scope that is open. */
  Tensor of(Speech speech) {
    return states(speech.file()).of(speech.from(), speech.frames(), speech.frameRate());
  }

  private SpeechStates states(Path file) {
    try {
      FileTime changed = Files.getLastModifiedTime(file);
      long size = Files.size(file);
      boolean known =
          heard
              .filter(one -> one.file().equals(file) && one.size() == size)
              .filter(one -> one.changed().equals(changed))
              .isPresent();
      if (!known) {
        close();
        heard = Optional.of(new Heard(file, changed, size, listen(file)));
      }
      return heard.orElseThrow().states();
    } catch (IOException e) {
      throw new UncheckedIOException("cannot read " + file.getFileName(), e);
    }
  }

  private SpeechStates listen(Path file) {
    try (Wav2Vec2Encoder encoder = loader.get()) {
      return encoder.encode(Waveform.read(file, MOST_SECONDS));
    } catch (MediaException e) {
      throw new EngineException("the recording cannot drive the film: " + e.getMessage(), e);
    }
  }

  @Override
  public void close() {
    heard.ifPresent(one -> one.states().close());
    heard = Optional.empty();
  }
}
