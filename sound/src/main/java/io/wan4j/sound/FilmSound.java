package io.wan4j.sound;

import java.util.List;
import java.util.Objects;

/**
 * What a film shall sound like.
 *
 * @param samples length in samples, at least 1
 * @param seed the same plan with the same seed gives the same samples
 */
public record FilmSound(long samples, long seed, List<Cue> cues, List<Line> lines) {
  public FilmSound {
    cues = List.copyOf(cues);
    lines = List.copyOf(lines);
    if (samples < 1) {
      throw new SoundException("a film's sound needs at least 1 sample, was " + samples);
    }
  }

  /**
   * A sound at a time of the film.
   *
   * @param start seconds
   * @param end seconds
   * @param gain 1 is as loud as such a sound usually is in a film; 0 to 4
   * @param pan -1 left to 1 right
   * @param intensity where music grows: 0 to 1 at the start and at the end; beds and effects ignore
   *     it
   */
  public record Cue(
      Sound sound, double start, double end, double gain, double pan, Intensity intensity) {
    public Cue {
      Objects.requireNonNull(sound, "sound is null");
      Objects.requireNonNull(intensity, "intensity is null");
      if (!(start >= 0 && end > start)) {
        throw new SoundException("a cue must end after it starts: " + start + " to " + end);
      }
      gain = Math.clamp(gain, 0, 4);
      pan = Math.clamp(pan, -1, 1);
    }

    public Cue(Sound sound, double start, double end) {
      this(sound, start, end, 1, 0, Intensity.EVEN);
    }
  }

  /** How music grows over its time, each 0 to 1. */
  public record Intensity(double start, double end) {
    public static final Intensity EVEN = new Intensity(0.6, 0.6);
    public static final Intensity RISING = new Intensity(0.3, 1);
    public static final Intensity FADING = new Intensity(0.8, 0.15);
  }

  /**
   * Something said.
   *
   * @param start seconds
   * @param pan -1 left to 1 right
   */
  public record Line(Utterance utterance, double start, double gain, double pan) {
    public Line {
      Objects.requireNonNull(utterance, "utterance is null");
      if (!(start >= 0)) {
        throw new SoundException("a line must start at 0 s or later, was " + start);
      }
    }
  }
}
