package io.wan4j.engine.previz.sound;

import io.wan4j.engine.Brief;
import io.wan4j.engine.EngineException;
import io.wan4j.engine.SoundPlan;
import io.wan4j.engine.SoundSource;
import io.wan4j.media.MediaException;
import io.wan4j.media.MediaLimits;
import io.wan4j.media.SoundReader;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;

/**
 * How loud a given sound is over time: what drives cuts, motion and mouths.
 *
 * @param levels root mean square of full scale, {@value #RATE} a second
 */
public record Loudness(double[] levels) {
  public static final int RATE = 100;

  private static final double SILENT_DECIBELS = -50;

  /** An onset is a rise by so many decibels within {@link #RISE_STEPS}. */
  private static final double RISE_DECIBELS = 7;

  private static final int RISE_STEPS = 4;

  /** Two onsets are never closer than this, in steps. */
  private static final int APART = 12;

  public Loudness {
    levels = levels.clone();
  }

  /**
   * Of the sound a brief gives, over the length of its film; of silence where it gives none.
   *
   * @throws EngineException when the sound cannot be read
   */
  public static Loudness of(Brief brief) {
    return brief.sound() instanceof SoundPlan.Given given
        ? of(given.file(), brief.seconds())
        : new Loudness(new double[0]);
  }

  private static Loudness of(Path file, double seconds) {
    double[] levels = new double[(int) Math.ceil(seconds * RATE)];
    float[] block = new float[2 * SoundSource.SAMPLE_RATE / RATE];
    try (SoundSource sound = SoundReader.open(file, 0, seconds, MediaLimits.STANDARD)) {
      for (int i = 0; i < levels.length; i++) {
        int filled = 0;
        int read = sound.read(block, 0, block.length / 2);
        while (read > 0) {
          filled += read;
          read =
              filled < block.length / 2 ? sound.read(block, filled, block.length / 2 - filled) : 0;
        }
        if (filled == 0) {
          break;
        }
        double squares = 0;
        for (int at = 0; at < 2 * filled; at++) {
          squares += block[at] * block[at];
        }
        levels[i] = Math.sqrt(squares / block.length);
      }
    } catch (MediaException e) {
      throw new EngineException("sound " + file.getFileName() + ": " + e.getMessage(), e);
    }
    return new Loudness(levels);
  }

  /** Against the loudest moment, 0 to 1; 0 after the sound's end. */
  public double at(double second) {
    int index = (int) Math.floor(second * RATE);
    double loudest = Arrays.stream(levels).max().orElse(0);
    return index < 0 || index >= levels.length || loudest <= 0 ? 0 : levels[index] / loudest;
  }

  /** The loudness of each frame, as it is. */
  public double[] perFrame(int frames, int frameRate) {
    double[] perFrame = new double[frames];
    for (int frame = 0; frame < frames; frame++) {
      int from = frame * RATE / frameRate;
      int to = Math.max(from + 1, (frame + 1) * RATE / frameRate);
      double squares = 0;
      for (int i = from; i < Math.min(to, levels.length); i++) {
        squares += levels[i] * levels[i];
      }
      perFrame[frame] = Math.sqrt(squares / (to - from));
    }
    return perFrame;
  }

  /** When something sets in, in seconds, in order. */
  public List<Double> onsets() {
    double[] rise = new double[levels.length];
    for (int i = 1; i < levels.length; i++) {
      double now = decibels(levels[i]);
      double before = decibels(levels[Math.max(0, i - RISE_STEPS)]);
      rise[i] = i < RISE_STEPS ? 0 : now - before;
    }
    List<Double> onsets = new ArrayList<>();
    int last = -APART;
    for (int i = 1; i + 1 < rise.length; i++) {
      boolean highest = rise[i] >= rise[i - 1] && rise[i] > rise[i + 1];
      if (highest && rise[i] > RISE_DECIBELS && i - last >= APART) {
        // The rise is complete here; it began some steps ago.
        onsets.add((double) Math.max(0, i - RISE_STEPS / 2) / RATE);
        last = i;
      }
    }
    return onsets;
  }

  private static double decibels(double level) {
    return Math.max(SILENT_DECIBELS, 20 * Math.log10(level + 1e-9));
  }
}
