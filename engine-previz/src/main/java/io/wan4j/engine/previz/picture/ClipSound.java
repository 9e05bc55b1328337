package io.wan4j.engine.previz.picture;

import io.wan4j.engine.Brief;
import io.wan4j.engine.Clip;
import io.wan4j.engine.EngineException;
import io.wan4j.engine.Material;
import io.wan4j.engine.SoundPlan;
import io.wan4j.engine.SoundSource;
import io.wan4j.media.MediaException;
import io.wan4j.media.MediaLimits;
import io.wan4j.media.SoundReader;
import java.util.Optional;

/**
 * The sound of a clip with which a film begins, then the sound made for the film: over the last
 * half second of the clip the one fades out and the other in. The made sound runs from the film's
 * start, so its events keep their times.
 */
public final class ClipSound implements SoundSource {
  private static final double FADE_SECONDS = 0.5;

  private final SoundSource own;
  private final Optional<SoundSource> made;
  private final long fadeFrom;
  private final long fadeTo;
  private long position;

  /**
   * @param ownPairs sample pairs after which the clip's sound has given way
   */
  ClipSound(SoundSource own, long ownPairs, Optional<SoundSource> made) {
    this.own = own;
    this.made = made;
    this.fadeTo = ownPairs;
    this.fadeFrom = Math.max(0, ownPairs - (long) (FADE_SECONDS * SAMPLE_RATE));
  }

  /**
   * The sound of a film.
   *
   * @param made what the engine made for it
   * @return the made sound, preceded by the sound of the clip that begins the film, if there is one
   *     with sound and the brief wants sound made
   */
  public static Optional<SoundSource> before(Brief brief, Optional<SoundSource> made) {
    Optional<Clip> clip =
        switch (brief.material()) {
          case Material.Continuation given -> Optional.of(given.clip());
          case Material.ContinuationToFrame given -> Optional.of(given.clip());
          case Material.Edit given -> Optional.of(given.video());
          default -> Optional.empty();
        };
    if (clip.isEmpty() || !clip.get().hasSound() || !(brief.sound() instanceof SoundPlan.Made)) {
      return made;
    }
    double seconds = Math.min(clip.get().seconds(), brief.seconds());
    try {
      SoundSource own = SoundReader.open(clip.get().file(), 0, seconds, MediaLimits.STANDARD);
      return Optional.of(new ClipSound(own, Math.round(seconds * SAMPLE_RATE), made));
    } catch (MediaException e) {
      throw new EngineException(
          "sound of clip " + clip.get().file().getFileName() + ": " + e.getMessage(), e);
    }
  }

  @Override
  public int read(float[] stereo, int offset, int count) {
    float[] first = new float[2 * count];
    float[] second = new float[2 * count];
    int fromOwn = position < fadeTo ? fill(own, first, count) : 0;
    int fromMade = made.isPresent() ? fill(made.get(), second, count) : 0;
    int pairs = Math.max(fromOwn, fromMade);
    for (int i = 0; i < pairs; i++) {
      double along = (double) (position + i - fadeFrom) / Math.max(1, fadeTo - fadeFrom);
      // Equal power: two unlike sounds keep their loudness through the change.
      double angle = Math.PI / 2 * Math.clamp(along, 0.0, 1.0);
      float out = (float) Math.cos(angle);
      float in = (float) Math.sin(angle);
      for (int side = 0; side < 2; side++) {
        float sum = first[2 * i + side] * out + second[2 * i + side] * in;
        stereo[2 * (offset + i) + side] = Math.clamp(sum, -1f, 1f);
      }
    }
    position += pairs;
    return pairs;
  }

  private static int fill(SoundSource source, float[] into, int count) {
    int done = 0;
    while (done < count) {
      int read = source.read(into, done, count - done);
      if (read == 0) {
        break;
      }
      done += read;
    }
    return done;
  }

  @Override
  public void close() {
    own.close();
    made.ifPresent(SoundSource::close);
  }
}
