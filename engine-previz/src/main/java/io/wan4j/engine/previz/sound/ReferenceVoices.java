package io.wan4j.engine.previz.sound;

import io.wan4j.engine.Brief;
import io.wan4j.engine.EngineException;
import io.wan4j.engine.Material;
import io.wan4j.engine.Recording;
import io.wan4j.engine.Reference;
import io.wan4j.engine.SoundSource;
import io.wan4j.engine.Voice;
import io.wan4j.engine.previz.picture.Casting;
import io.wan4j.media.MediaException;
import io.wan4j.media.MediaLimits;
import io.wan4j.media.SoundReader;
import io.wan4j.sound.Voiceprint;
import io.wan4j.storyboard.MediaReference;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.OptionalInt;

/**
 * The voices that the references of a brief bring: a sample given for one, else the sound of its
 * clip (DashScope reference, reference to video: {@code reference_voice} overrides the clip's own
 * voice), else a recording given beside them.
 */
final class ReferenceVoices {
  private static final double HEARD_SECONDS = 10;

  private final List<Reference> references;
  private final List<Voiceprint> prints = new ArrayList<>();

  private ReferenceVoices(List<Reference> references) {
    this.references = references;
  }

  /** Listens to the samples. */
  static ReferenceVoices of(Brief brief) {
    ReferenceVoices voices =
        new ReferenceVoices(
            switch (brief.material()) {
              case Material.References given -> given.references();
              case Material.ReferencesFromFrame given -> given.references();
              default -> List.of();
            });
    List<Voiceprint> spare = new ArrayList<>();
    for (Recording sound : ReferenceSounds.of(brief)) {
      Voiceprint print = listen(sound.file(), sound.seconds());
      if (ReferenceSounds.isSpeech(print)) {
        spare.add(print);
      }
    }
    for (Reference reference : voices.references) {
      Voiceprint own = print(reference);
      boolean takesSpare = own.pitch() == 0 && !spare.isEmpty();
      voices.prints.add(takesSpare ? spare.removeFirst() : own);
    }
    return voices;
  }

  private static Voiceprint print(Reference reference) {
    return switch (reference) {
      case Reference.OfPicture(var _, var _, Voice.Sampled(Recording sample)) ->
          listen(sample.file(), sample.seconds());
      case Reference.OfClip(var _, var _, Voice.Sampled(Recording sample)) ->
          listen(sample.file(), sample.seconds());
      case Reference.OfClip(var clip, var _, Voice.Any()) when clip.hasSound() ->
          listen(clip.file(), clip.seconds());
      default -> Voiceprint.UNKNOWN;
    };
  }

  static Voiceprint listen(Path file, double seconds) {
    int most = (int) (Math.min(seconds, HEARD_SECONDS) * SoundSource.SAMPLE_RATE);
    float[] stereo = new float[2 * most];
    int done = 0;
    try (SoundSource sound = SoundReader.open(file, 0, HEARD_SECONDS, MediaLimits.STANDARD)) {
      for (int read = 1; read > 0 && done < most; done += read) {
        read = sound.read(stereo, done, most - done);
      }
    } catch (MediaException e) {
      throw new EngineException("voice " + file.getFileName() + ": " + e.getMessage(), e);
    }
    float[] mono = new float[done];
    for (int i = 0; i < done; i++) {
      mono[i] = (stereo[2 * i] + stereo[2 * i + 1]) / 2;
    }
    return Voiceprint.of(Arrays.copyOf(mono, done));
  }

  /** The voice of whoever the prompt calls so; unknown when it brings none. */
  Voiceprint of(MediaReference called) {
    OptionalInt index = Casting.of(called, references);
    return index.isPresent() ? prints.get(index.getAsInt()) : Voiceprint.UNKNOWN;
  }

  /**
   * The voice of a speaker whom the prompt does not call by number: the known voices in their
   * order.
   */
  Voiceprint ofSpeaker(int number) {
    List<Voiceprint> known = prints.stream().filter(print -> print.pitch() > 0).toList();
    return number < known.size() ? known.get(number) : Voiceprint.UNKNOWN;
  }
}
