package io.wan4j.media;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.assertj.core.api.Assertions.within;

import io.wan4j.engine.FrameSize;
import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.nio.ByteBuffer;
import java.nio.ByteOrder;
import java.nio.file.Files;
import java.nio.file.Path;
import javax.sound.sampled.AudioFileFormat;
import javax.sound.sampled.AudioFormat;
import javax.sound.sampled.AudioInputStream;
import javax.sound.sampled.AudioSystem;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class SoundReaderTest {
  @TempDir Path folder;

  /** A sine of 440 Hz at half strength, made by the JDK. */
  private Path wav(int rate, int channels, double seconds) throws IOException {
    int length = (int) Math.round(seconds * rate);
    ByteBuffer samples = ByteBuffer.allocate(2 * channels * length).order(ByteOrder.LITTLE_ENDIAN);
    for (int i = 0; i < length; i++) {
      for (int channel = 0; channel < channels; channel++) {
        samples.putShort((short) (16384 * Math.sin(2 * Math.PI * 440 * i / rate)));
      }
    }
    Path file = folder.resolve("sound");
    AudioFormat format = new AudioFormat(rate, 16, channels, true, false);
    try (AudioInputStream in =
        new AudioInputStream(new ByteArrayInputStream(samples.array()), format, length)) {
      AudioSystem.write(in, AudioFileFormat.Type.WAVE, file.toFile());
    }
    return file;
  }

  @ParameterizedTest
  @CsvSource({"48000,2", "44100,2", "16000,1", "8000,1"})
  void bringsEveryWavToFortyEightThousandStereo(int rate, int channels) throws IOException {
    Path file = wav(rate, channels, 0.7);
    SoundFacts facts = (SoundFacts) MediaProbe.probe(file);
    assertThat(facts.format()).isEqualTo("wav");
    assertThat(facts.seconds()).isEqualTo(0.7, within(0.001));
    assertThat(facts.channels()).isEqualTo(channels);
    assertThat(facts.sampleRate()).isEqualTo(rate);
    assertThat(facts.bytes()).isEqualTo(Files.size(file));
    float[] heard = new float[2 * 50_000];
    int read = readAll(SoundReader.open(file), heard);
    assertThat(read).isCloseTo(33_600, within(8));
    for (int i = 5_000; i < 6_000; i++) {
      double expected = 0.5 * Math.sin(2 * Math.PI * 440 * i / 48_000);
      assertThat((double) heard[2 * i]).as("left %d", i).isCloseTo(expected, within(0.02));
      assertThat((double) heard[2 * i + 1]).as("right %d", i).isCloseTo(expected, within(0.02));
    }
  }

  @ParameterizedTest
  @CsvSource({"mp3,libmp3lame,mp3", "adts,aac,aac", "ipod,aac,mp4", "ogg,vorbis,ogg"})
  void readsWhatPeopleBring(String container, String codec, String format) {
    Path file = folder.resolve("sound");
    new SampleSound(container, codec).write(file, new Tone(440, 1.3));
    SoundFacts facts = (SoundFacts) MediaProbe.probe(file);
    assertThat(facts.format()).isEqualTo(format);
    assertThat(facts.seconds()).isEqualTo(1.3, within(0.05));
    assertThat(facts.channels()).isEqualTo(2);
    assertThat(facts.sampleRate()).isEqualTo(48_000);
    float[] heard = new float[2 * 70_000];
    int read = readAll(SoundReader.open(file), heard);
    assertThat(read / 48_000.0).isEqualTo(1.3, within(0.05));
    double left = 0;
    double right = 0;
    for (int i = 20_000; i < 40_000; i++) {
      left += heard[2 * i] * heard[2 * i];
      right += heard[2 * i + 1] * heard[2 * i + 1];
    }
    assertThat(Math.sqrt(left / 20_000)).isEqualTo(0.354, within(0.02));
    assertThat(Math.sqrt(right / 20_000)).isEqualTo(0.177, within(0.02));
  }

  @Test
  void readsTheAskedPart() throws IOException {
    Path file = wav(48_000, 2, 1);
    float[] whole = new float[2 * 60_000];
    readAll(SoundReader.open(file), whole);
    float[] part = new float[2 * 60_000];
    int read = readAll(SoundReader.open(file, 0.25, 0.5, MediaLimits.STANDARD), part);
    assertThat(read).isEqualTo(24_000);
    for (int i = 0; i < 2 * 24_000; i++) {
      assertThat(part[i]).isEqualTo(whole[2 * 12_000 + i]);
    }
    assertThat(readAll(SoundReader.open(file, 2, 1, MediaLimits.STANDARD), part)).isZero();
  }

  @Test
  void readsTheSoundOfAVideo() {
    FrameSize size = new FrameSize(64, 48);
    Path film = folder.resolve("film");
    try (FilmWriter writer = FilmWriter.open(film, FilmFormat.of(size), new Tone(440, 5))) {
      for (int i = 0; i < 30; i++) {
        writer.write(Scenery.clean(size, i));
      }
      writer.finish();
    }
    float[] heard = new float[2 * 60_000];
    assertThat(readAll(SoundReader.open(film), heard)).isEqualTo(48_000);
  }

  @Test
  void wantsSound() {
    Path picture = folder.resolve("picture.wav");
    PictureWriter.writePng(Scenery.detailed(new FrameSize(32, 32), 0, 0), picture);
    assertThatThrownBy(() -> SoundReader.open(picture))
        .isInstanceOf(UnknownMediaException.class)
        .hasMessageContaining("picture.wav is a picture (png)");
  }

  /** In odd portions, as callers do. */
  private static int readAll(SoundReader reader, float[] into) {
    try (reader) {
      int read = 0;
      int count;
      while ((count = reader.read(into, read, Math.min(777, into.length / 2 - read))) > 0) {
        read += count;
      }
      return read;
    }
  }
}
