package io.wan4j.engine.wan.film;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.wan4j.engine.Brief;
import io.wan4j.engine.CancelledException;
import io.wan4j.engine.Frame;
import io.wan4j.engine.Material;
import io.wan4j.engine.Picture;
import io.wan4j.engine.Progress;
import io.wan4j.engine.ShotPlan;
import io.wan4j.engine.SoundPlan;
import io.wan4j.engine.Take;
import io.wan4j.engine.wan.WanEngine;
import io.wan4j.media.PixelImage;
import io.wan4j.torch.LibtorchRequired;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.concurrent.atomic.AtomicBoolean;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.ExtendWith;
import org.junit.jupiter.api.io.TempDir;

/** A recording drives the film, which is a clip of sixteen frames and the beginning of another. */
@ExtendWith(LibtorchRequired.class)
class SpeechFilmTest {
  private static final int FRAMES = 32;

  @TempDir Path folder;
  private Picture first;
  private Path low;

  @BeforeEach
  void write() {
    first = Films.picture(folder, "first.png", Films.plain(0xC03020));
    low = Tones.write(folder.resolve("low.wav"), 220, 3);
  }

  @Test
  void whatIsHeardDrivesWhatIsSeen() {
    Path high = Tones.write(folder.resolve("high.wav"), 1_500, 0.5);
    List<String> stages = new ArrayList<>();
    try (WanEngine engine = Films.engine(folder, "tiny-i2v", "tiny-s2v")) {
      List<PixelImage> film = film(engine, brief(low), Progress.NONE);
      assertThat(film).hasSize(FRAMES);
      assertThat(Films.difference(film.getFirst(), Films.plain(0xC03020)))
          .as("begins with the picture")
          .isLessThan(1);

      List<PixelImage> again = film(engine, brief(low), noting(stages, new AtomicBoolean()));
      assertThat(stages).as("taken up").contains("decode").doesNotContain("denoise");
      assertThat(digests(again)).isEqualTo(digests(film));

      List<PixelImage> other = film(engine, brief(high), Progress.NONE);
      assertThat(other).as("longer than its recording").hasSize(FRAMES);
      assertThat(Films.difference(film.get(15), other.get(15))).as("first clip").isGreaterThan(0.2);
      assertThat(Films.difference(film.get(31), other.get(31))).as("second").isGreaterThan(0.2);
    }
  }

  @Test
  void isStoppedWithinAStep() {
    AtomicBoolean stop = new AtomicBoolean();
    List<String> stages = new ArrayList<>();
    Progress progress = noting(stages, stop);
    try (WanEngine engine = Films.engine(folder, "tiny-s2v");
        Take take = engine.render(brief(low), progress)) {
      Frame frame = new Frame(take.size());
      assertThat(take.read(frame)).isTrue();
      stop.set(true);
      assertThatThrownBy(
              () -> {
                while (take.read(frame)) {
                  assertThat(stages).isNotEmpty();
                }
              })
          .isInstanceOf(CancelledException.class);
    }
  }

  @Test
  void withoutACheckpointThatHearsItIsSaid() {
    try (WanEngine engine = Films.engine(folder, "tiny-i2v");
        Take take = engine.render(brief(low), Progress.NONE)) {
      assertThat(take.notes())
          .first()
          .asString()
          .contains("it did not drive the picture")
          .contains("S2V");
    }
  }

  private Brief brief(Path recording) {
    return new Brief(
        new Material.FirstFrame(first),
        "Shot 1 [0-1s] a woman speaks. Shot 2 [1-2s] she sings.",
        "",
        Films.SIZE,
        Films.RATE,
        FRAMES,
        5,
        ShotPlan.BY_PROMPT,
        new SoundPlan.Given(recording));
  }

  private static List<PixelImage> film(WanEngine engine, Brief brief, Progress progress) {
    try (Take take = engine.render(brief, progress)) {
      return Films.all(take);
    }
  }

  private static List<Integer> digests(List<PixelImage> film) {
    return film.stream().map(picture -> Arrays.hashCode(picture.argb())).toList();
  }

  private static Progress noting(List<String> stages, AtomicBoolean stop) {
    return new Progress() {
      @Override
      public synchronized void at(String stage, double fraction) {
        stages.add(stage);
      }

      @Override
      public boolean cancelled() {
        return stop.get();
      }
    };
  }
}
