package io.wan4j.sound;

import io.wan4j.engine.SoundSource;
import java.util.ArrayList;
import java.util.List;

/**
 * A piece of music of four chords that repeat, for one kind of instrument, as long as it is heard.
 */
final class Music implements Generator {
  private static final double RATE = SoundSource.SAMPLE_RATE;

  /** Chord roots in semitones above A2, and whether minor; common progressions of film music. */
  private static final int[][] ROOTS = {{0, -4, 3, -2}, {0, 5, -4, -2}, {3, -2, 0, -4}};

  private static final boolean[][] MINOR = {
    {true, false, false, false}, {true, true, false, false}, {false, false, true, false}
  };

  private static final int STEPS_A_CHORD = 8;

  private final Sound instrument;
  private final Noise noise;
  private final double samplesAStep;
  private final int[] roots;
  private final boolean[] minor;
  private final FilmSound.Intensity intensity;
  private final double length;
  private final List<Note> notes = new ArrayList<>();
  private long at;
  private int step;
  private double nextStep;

  /**
   * @param seconds over which the intensity goes from its start to its end
   */
  Music(Sound instrument, long seed, double seconds, FilmSound.Intensity intensity) {
    this.instrument = instrument;
    this.intensity = intensity;
    this.noise = new Noise(seed);
    this.length = seconds * RATE;
    int piece = (int) noise.between(0, ROOTS.length);
    roots = ROOTS[piece];
    minor = MINOR[piece];
    double beats = beatsAMinute(instrument) * noise.between(0.95, 1.05);
    samplesAStep = RATE * 60 / beats / 2;
  }

  private static double beatsAMinute(Sound instrument) {
    return switch (instrument) {
      case BEAT -> 92;
      case DRUMS -> 116;
      case GUITAR -> 96;
      default -> 76;
    };
  }

  @Override
  public float next() {
    if (at >= nextStep) {
      play();
      nextStep += samplesAStep;
      step++;
    }
    at++;
    float sum = 0;
    for (int i = notes.size() - 1; i >= 0; i--) {
      Note note = notes.get(i);
      sum += note.next();
      if (note.over()) {
        notes.remove(i);
      }
    }
    return (float) (sum * (0.35 + 0.65 * force()));
  }

  private double force() {
    double share = Math.min(1, at / length);
    return intensity.start() + (intensity.end() - intensity.start()) * share;
  }

  private void play() {
    int chord = step / STEPS_A_CHORD % roots.length;
    int beat = step % STEPS_A_CHORD;
    switch (instrument) {
      case DRUMS -> drums(beat);
      case BEAT -> beat(chord, beat);
      case GUITAR -> pluck(chord, beat, 2, 0.6, 2.2, 0.3);
      case PIANO -> pluck(chord, beat, 4, 0.35, 2.8, 0.34);
      case FLUTE -> flute(chord, beat);
      case STRINGS -> pads(chord, beat, 0.5, 0.08);
      default -> orchestra(chord, beat);
    }
  }

  /** Pitch of a note of the chord: 0 root, 1 third, 2 fifth, 3 octave. */
  private double pitch(int chord, int voice, double octaves) {
    int[] intervals = {0, minor[chord] ? 3 : 4, 7, 12};
    int semitones = roots[chord] + intervals[voice % 4] + 12 * (voice / 4);
    return 110 * octaves * Math.pow(2, semitones / 12.0);
  }

  private void pads(int chord, int beat, double overtones, double level) {
    if (beat != 0) {
      return;
    }
    // Each chord rings into the next so that they melt together.
    double seconds = samplesAStep * STEPS_A_CHORD * 1.35 / RATE;
    for (int voice = 0; voice < 4; voice++) {
      notes.add(Note.pad(pitch(chord, voice, 1), seconds, overtones, level));
    }
  }

  private void orchestra(int chord, int beat) {
    pads(chord, beat, 0.33, 0.07);
    if (force() > 0.55 && beat % 2 == 0) {
      notes.add(Note.string(pitch(chord, beat / 2, 2), 1.6, 0.3, 0.14 * force(), noise));
    }
    if (force() > 0.7 && (beat == 0 || beat == 4)) {
      notes.add(Note.drum(90, 52, 0.25, 0.3 * force()));
    }
  }

  private void drums(int beat) {
    double force = force();
    if (beat % 4 == 0 || force > 0.5 && beat % 2 == 0 || force > 0.8) {
      double accent = beat == 0 ? 1 : noise.between(0.5, 0.8);
      notes.add(Note.drum(120, 62, 0.16, 0.42 * accent));
      notes.add(Note.rattle(1100, 0.03, 0.1 * accent, noise));
    }
  }

  private void beat(int chord, int beat) {
    if (beat == 0 || beat == 3 || beat == 5 && noise.unit() < 0.5) {
      notes.add(Note.drum(140, 48, 0.18, 0.5));
    }
    if (beat == 2 || beat == 6) {
      notes.add(Note.rattle(1900, 0.07, 0.3, noise));
    }
    notes.add(Note.rattle(6500, 0.02, beat % 2 == 0 ? 0.1 : 0.06, noise));
    if (beat == 0 || beat == 4) {
      notes.add(Note.drum(pitch(chord, 0, 0.5), pitch(chord, 0, 0.5), 0.3, 0.26));
    }
  }

  private void pluck(
      int chord, int beat, double octaves, double brightness, double seconds, double level) {
    int[] pattern = {0, 2, 3, 5, 4, 3, 2, 1};
    int voice = pattern[beat];
    notes.add(Note.string(pitch(chord, voice, octaves / 2), seconds, brightness, level, noise));
    if (beat == 0) {
      notes.add(Note.string(pitch(chord, 0, octaves / 4), seconds * 1.4, brightness, level, noise));
    }
  }

  private void flute(int chord, int beat) {
    if (beat % 2 == 0 && noise.unit() < 0.8) {
      int voice = (int) noise.between(0, 6);
      double seconds = samplesAStep * (noise.unit() < 0.3 ? 4 : 2) / RATE;
      notes.add(Note.flute(pitch(chord, voice, 4), seconds, 0.12, noise));
    }
  }
}
