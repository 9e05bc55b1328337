package io.wan4j.engine.wan.film;

import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Path;
import javax.sound.sampled.AudioFileFormat;
import javax.sound.sampled.AudioFormat;
import javax.sound.sampled.AudioInputStream;
import javax.sound.sampled.AudioSystem;

/** Sound files of one tone for tests. */
public final class Tones {
  public static final double LOUDNESS = 0.25;
  private static final int RATE = 44_100;

  private Tones() {}

  /** Mono, 16 bits, 44.1 kHz. */
  public static Path write(Path file, double hertz, double seconds) {
    byte[] samples = new byte[2 * (int) (RATE * seconds)];
    for (int i = 0; i < samples.length / 2; i++) {
      int value = (int) Math.round(32_767 * LOUDNESS * Math.sin(2 * Math.PI * hertz * i / RATE));
      samples[2 * i] = (byte) value;
      samples[2 * i + 1] = (byte) (value >> 8);
    }
    AudioFormat format = new AudioFormat(RATE, 16, 1, true, false);
    try (AudioInputStream in =
        new AudioInputStream(new ByteArrayInputStream(samples), format, samples.length / 2)) {
      AudioSystem.write(in, AudioFileFormat.Type.WAVE, file.toFile());
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
    return file;
  }
}
