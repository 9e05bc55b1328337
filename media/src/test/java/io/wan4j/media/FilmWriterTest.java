package io.wan4j.media;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.assertj.core.api.Assertions.within;

import io.wan4j.engine.Frame;
import io.wan4j.engine.FrameSize;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.stream.IntStream;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class FilmWriterTest {
  private static final FrameSize SMALL = new FrameSize(320, 192);

  @TempDir Path folder;

  @Test
  void writesWhatPlayersExpect() throws IOException {
    Path film = film("film.mp4", SMALL, 45, 1.5);
    ClipFacts facts = (ClipFacts) MediaProbe.probe(film);
    assertThat(facts.container()).isEqualTo("mp4");
    assertThat(facts.videoCodec()).isEqualTo("h264");
    assertThat(facts.width()).isEqualTo(320);
    assertThat(facts.height()).isEqualTo(192);
    assertThat(facts.frameCount()).isEqualTo(45);
    assertThat(facts.frameRate()).isEqualTo(30);
    assertThat(facts.seconds()).isEqualTo(1.5);
    assertThat(facts.hasSound()).isTrue();
    assertThat(facts.bytes()).isEqualTo(Files.size(film));
    FilmReport tags = FilmReport.of(film);
    assertThat(tags.profile()).isEqualTo("High");
    assertThat(tags.pixelFormat()).isEqualTo("yuv420p");
    assertThat(tags.colours()).isEqualTo("bt709/bt709/bt709/tv");
    assertThat(tags.rates()).isEqualTo("30/1 30/1");
    assertThat(tags.sound()).isEqualTo("aac LC 48000 stereo");
    assertThat(tags.soundSeconds()).isEqualTo(1.5);
    assertThat(tags.keyFrames()).startsWith(0, 1).endsWith(44);
    assertThat(tags.indexInFront()).isTrue();
  }

  /** Rich in detail and grainy, and soft and grainy: of two kinds that coders like to smooth. */
  @ParameterizedTest
  @CsvSource({
    "320,192,20,true",
    "320,192,20,false",
    "832,480,20,true",
    "832,480,20,false",
    "480,832,3,true",
    "320,192,2,true",
    "320,192,1,true",
    "1280,720,4,false"
  })
  void keepsTheFirstAndTheLastFrame(int width, int height, int frames, boolean detailed) {
    FrameSize size = new FrameSize(width, height);
    List<Frame> sources =
        IntStream.range(0, frames)
            .mapToObj(i -> detailed ? Scenery.grainy(size, i) : Scenery.soft(size, i))
            .toList();
    Path film = folder.resolve("film.mp4");
    try (FilmWriter writer = FilmWriter.open(film, FilmFormat.of(size))) {
      sources.forEach(writer::write);
      writer.finish();
    }
    Frame frame = new Frame(size);
    try (ClipReader reader = ClipReader.open(film, ClipView.of(size))) {
      for (int i = 0; i < frames; i++) {
        assertThat(reader.read(frame)).isTrue();
        assertThat(Similarity.decibels(frame, sources.get(i))).as("frame %d", i).isGreaterThan(32);
        if (i == 0 || i == frames - 1) {
          assertThat(Similarity.ssim(frame, sources.get(i))).as("frame %d", i).isGreaterThan(0.96);
        }
      }
      assertThat(reader.read(frame)).isFalse();
    }
  }

  @Test
  void beginsAShotWithAKeyFrame() {
    Path film = folder.resolve("film.mp4");
    try (FilmWriter writer = FilmWriter.open(film, FilmFormat.of(SMALL))) {
      for (int i = 0; i < 12; i++) {
        writer.write(Scenery.clean(SMALL, i < 7 ? i : 500 + i), i == 7);
      }
      writer.finish();
    }
    assertThat(FilmReport.of(film).keyFrames()).containsExactly(0, 1, 7, 11);
  }

  @Test
  void sameFramesSameBytes() throws IOException {
    Path one = film("one.mp4", SMALL, 20, 2);
    Path other = film("other.mp4", SMALL, 20, 2);
    assertThat(Files.mismatch(one, other)).isEqualTo(-1);
  }

  @ParameterizedTest
  @CsvSource({"0.4", "2.5", "0"})
  void soundIsAsLongAsTheFilm(double soundSeconds) {
    Path film = film("film.mp4", SMALL, 31, soundSeconds);
    assertThat(FilmReport.of(film).soundSeconds()).isEqualTo(31 / 30.0, within(0.0001));
    float[] heard = new float[2 * 96_000];
    int read = 0;
    try (SoundReader sound = SoundReader.open(film)) {
      int count;
      while ((count = sound.read(heard, read, 96_000 - read)) > 0) {
        read += count;
      }
    }
    assertThat(read).isEqualTo(31 * 1600);
    assertThat(loudness(heard, 40_000, 45_000))
        .isEqualTo(soundSeconds > 1 ? 0.354 : 0, within(0.01));
    assertThat(loudness(heard, 4_000, 9_000)).isEqualTo(soundSeconds > 0 ? 0.354 : 0, within(0.01));
  }

  @Test
  void soundStaysInStep() {
    Path film = film("film.mp4", SMALL, 30, 1);
    Tone source = new Tone(440, 1);
    float[] heard = new float[2 * 48_000];
    try (SoundReader sound = SoundReader.open(film)) {
      assertThat(sound.read(heard, 0, 48_000)).isEqualTo(48_000);
    }
    for (int i = 10_000; i < 10_200; i++) {
      assertThat(heard[2 * i]).as("left %d", i).isCloseTo(source.at(i), within(0.03f));
      assertThat(heard[2 * i + 1]).as("right %d", i).isCloseTo(source.at(i) / 2, within(0.03f));
    }
  }

  @Test
  void hasNoSoundTrackUnlessGivenSound() {
    Path film = folder.resolve("film.mp4");
    try (FilmWriter writer = FilmWriter.open(film, FilmFormat.of(SMALL))) {
      writer.write(Scenery.clean(SMALL, 0));
      writer.finish();
    }
    ClipFacts facts = (ClipFacts) MediaProbe.probe(film);
    assertThat(facts.hasSound()).isFalse();
    assertThat(facts.frameCount()).isEqualTo(1);
    assertThatThrownBy(() -> SoundReader.open(film))
        .isInstanceOf(UnknownMediaException.class)
        .hasMessage("film.mp4 has no sound");
  }

  @Test
  void leavesNothingOfAnAbandonedFilm() throws IOException {
    Path film = folder.resolve("film.mp4");
    try (FilmWriter writer = FilmWriter.open(film, FilmFormat.of(SMALL), new Tone(440, 1))) {
      writer.write(Scenery.clean(SMALL, 0));
      assertThat(content()).hasSize(1).allMatch(name -> name.endsWith(".part"));
    }
    assertThat(content()).isEmpty();
  }

  @Test
  void replacesAnOlderFilmWhole() throws IOException {
    Path film = film("film.mp4", SMALL, 3, 1);
    film("film.mp4", SMALL, 4, 1);
    assertThat(((ClipFacts) MediaProbe.probe(film)).frameCount()).isEqualTo(4);
    assertThat(content()).containsExactly("film.mp4");
  }

  @Test
  void refusesWhatCannotBeAFilm() {
    Path film = folder.resolve("film.mp4");
    try (FilmWriter writer = FilmWriter.open(film, FilmFormat.of(SMALL))) {
      assertThatThrownBy(() -> writer.write(new Frame(new FrameSize(64, 64))))
          .hasMessageContaining("320x192")
          .hasMessageContaining("64x64");
      assertThatThrownBy(writer::finish).hasMessageContaining("at least one frame");
    }
    assertThatThrownBy(() -> FilmWriter.open(folder.resolve("none/film.mp4"), FilmFormat.of(SMALL)))
        .isInstanceOf(MediaException.class)
        .hasMessageContaining("none");
  }

  @Test
  void aMinuteNeedsNoMoreMemoryThanASecond() {
    FrameSize tiny = new FrameSize(64, 48);
    Path film = folder.resolve("film.mp4");
    Frame frame = Scenery.clean(tiny, 0);
    Runtime runtime = Runtime.getRuntime();
    long most = 0;
    long before = 0;
    try (FilmWriter writer = FilmWriter.open(film, FilmFormat.of(tiny), new Tone(440, 60))) {
      for (int i = 0; i < 1800; i++) {
        writer.write(frame, i % 300 == 0);
        if (i % 200 == 30) {
          System.gc();
          long used = runtime.totalMemory() - runtime.freeMemory();
          before = i == 30 ? used : before;
          most = Math.max(most, used);
        }
      }
      writer.finish();
    }
    assertThat(most - before).as("bytes of heap gained").isLessThan(4L << 20);
    ClipFacts facts = (ClipFacts) MediaProbe.probe(film);
    assertThat(facts.frameCount()).isEqualTo(1800);
    assertThat(facts.seconds()).isEqualTo(60);
  }

  private Path film(String name, FrameSize size, int frames, double soundSeconds) {
    Path film = folder.resolve(name);
    try (FilmWriter writer =
        FilmWriter.open(film, FilmFormat.of(size), new Tone(440, soundSeconds))) {
      for (int i = 0; i < frames; i++) {
        writer.write(Scenery.clean(size, i));
      }
      return writer.finish();
    }
  }

  private List<String> content() throws IOException {
    try (Stream<Path> files = Files.list(folder)) {
      return files.map(file -> file.getFileName().toString()).toList();
    }
  }

  /** Root mean square of the left channel. */
  private static double loudness(float[] stereo, int from, int to) {
    double sum = 0;
    for (int i = from; i < to; i++) {
      sum += stereo[2 * i] * stereo[2 * i];
    }
    return Math.sqrt(sum / (to - from));
  }
}
