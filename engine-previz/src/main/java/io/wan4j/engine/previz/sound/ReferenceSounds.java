package io.wan4j.engine.previz.sound;

import io.wan4j.engine.Brief;
import io.wan4j.engine.EngineException;
import io.wan4j.engine.Material;
import io.wan4j.engine.Recording;
import io.wan4j.engine.SoundSource;
import io.wan4j.media.MediaException;
import io.wan4j.media.MediaLimits;
import io.wan4j.media.SoundReader;
import io.wan4j.sound.Voiceprint;
import java.util.List;

/**
 * Recordings given beside references. Speech is a voice to speak with; everything else, music above
 * all, is laid under the film.
 */
final class ReferenceSounds implements SoundSource {
  /** How loud a recording is under what the film makes itself. */
  private static final float LEVEL = 0.6f;

  private final SoundSource made;
  private final SoundSource under;

  private ReferenceSounds(SoundSource made, SoundSource under) {
    this.made = made;
    this.under = under;
  }

  static List<Recording> of(Brief brief) {
    return brief.material() instanceof Material.References given ? given.sounds() : List.of();
  }

  static boolean isSpeech(Voiceprint print) {
    return print.pitch() > 0 && print.pace() > 2 && print.pace() < 9;
  }

  /** The made sound with the first recording that is no speech under it, if there is one. */
  static SoundSource under(SoundSource made, Brief brief) {
    for (Recording sound : of(brief)) {
      if (!isSpeech(ReferenceVoices.listen(sound.file(), sound.seconds()))) {
        try {
          return new ReferenceSounds(
              made, SoundReader.open(sound.file(), 0, brief.seconds(), MediaLimits.STANDARD));
        } catch (MediaException e) {
          throw new EngineException(
              "sound " + sound.file().getFileName() + ": " + e.getMessage(), e);
        }
      }
    }
    return made;
  }

  @Override
  public int read(float[] stereo, int offset, int count) {
    int pairs = made.read(stereo, offset, count);
    float[] other = new float[2 * pairs];
    int done = 0;
    for (int read = 1; read > 0 && done < pairs; done += read) {
      read = under.read(other, done, pairs - done);
    }
    for (int i = 0; i < 2 * done; i++) {
      float sum = stereo[2 * offset + i] + LEVEL * other[i];
      stereo[2 * offset + i] = Math.clamp(sum, -1f, 1f);
    }
    return pairs;
  }

  @Override
  public void close() {
    made.close();
    under.close();
  }
}
