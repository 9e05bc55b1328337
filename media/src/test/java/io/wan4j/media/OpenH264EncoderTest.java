package io.wan4j.media;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.assertj.core.api.Assertions.within;
import static org.assertj.core.api.Assumptions.assumeThat;

import io.wan4j.engine.Frame;
import io.wan4j.engine.FrameSize;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** Where the system has no OpenH264 the films are made by FFmpeg's, and these are left out. */
class OpenH264EncoderTest {
  private static final FrameSize SIZE = new FrameSize(320, 192);
  private static final int FRAMES = 70;

  @TempDir Path folder;

  @Test
  void makesTheSameFilmAsTheOneInsideFfmpeg() throws IOException {
    FilmEncoder system = system();
    Path ours = film(system, "ours.mp4");
    Path theirs = film(FfmpegEncoder.OPEN_H264, "theirs.mp4");
    FilmReport report = FilmReport.of(ours);
    FilmReport model = FilmReport.of(theirs);
    assertThat(report.profile()).isEqualTo(model.profile());
    assertThat(report.pixelFormat()).isEqualTo(model.pixelFormat());
    assertThat(report.colours()).isEqualTo(model.colours());
    assertThat(report.rates()).isEqualTo(model.rates());
    assertThat(report.keyFrames()).isEqualTo(model.keyFrames()).contains(0, 1, 33, 69);
    assertThat((double) Files.size(ours))
        .isCloseTo(Files.size(theirs), within(0.1 * Files.size(theirs)));
    assertThat(worst(ours)).isCloseTo(worst(theirs), within(0.3)).isGreaterThan(34);
  }

  @Test
  void sameFramesSameBytes() throws IOException {
    FilmEncoder system = system();
    assertThat(Files.mismatch(film(system, "one.mp4"), film(system, "other.mp4"))).isEqualTo(-1);
  }

  @Test
  void isLeftAloneWhereAskedFor() {
    assertThat(OpenH264Encoder.find(Map.of("WAN4J_OPENH264", "off"))).isEmpty();
  }

  @Test
  void refusesAFileThatIsNoOpenH264() throws IOException {
    Path file = Files.writeString(folder.resolve("libopenh264.so"), "not a library");
    assertThatThrownBy(() -> OpenH264Encoder.find(Map.of("WAN4J_OPENH264", file.toString())))
        .isInstanceOf(MediaException.class)
        .hasMessageContaining(file.toString())
        .hasMessageContaining("WAN4J_OPENH264")
        .hasMessageContaining("2.1 to 2.6");
  }

  private static FilmEncoder system() {
    Ffmpeg.load();
    Optional<OpenH264Encoder> found = OpenH264Encoder.find(Map.of());
    assumeThat(found).as("the system's OpenH264").isPresent();
    return found.orElseThrow();
  }

  private Path film(FilmEncoder encoder, String name) {
    Path film = folder.resolve(name);
    try (FilmWriter writer = FilmWriter.open(film, FilmFormat.of(SIZE), List.of(), encoder)) {
      for (int i = 0; i < FRAMES; i++) {
        writer.write(source(i), i == 33);
      }
      return writer.finish();
    }
  }

  private static Frame source(int number) {
    return Scenery.grainy(SIZE, number < 33 ? number : 500 + number);
  }

  /** Decibels of the frame that is least like its source. */
  private static double worst(Path film) {
    Frame frame = new Frame(SIZE);
    double worst = Similarity.EQUAL;
    try (ClipReader reader = ClipReader.open(film, ClipView.of(SIZE))) {
      for (int i = 0; i < FRAMES; i++) {
        assertThat(reader.read(frame)).isTrue();
        worst = Math.min(worst, Similarity.decibels(frame, source(i)));
      }
    }
    return worst;
  }
}
