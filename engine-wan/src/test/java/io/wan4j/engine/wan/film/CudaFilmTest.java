package io.wan4j.engine.wan.film;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.junit.jupiter.api.Assumptions.assumeTrue;

import io.wan4j.engine.Brief;
import io.wan4j.engine.EngineException;
import io.wan4j.engine.Material;
import io.wan4j.engine.Progress;
import io.wan4j.engine.Take;
import io.wan4j.engine.wan.FolderChoice;
import io.wan4j.engine.wan.Score;
import io.wan4j.engine.wan.WanEngine;
import io.wan4j.engine.wan.WanSettings;
import io.wan4j.engine.wan.tiny.TinyCheckpoint;
import io.wan4j.media.PixelImage;
import io.wan4j.torch.DType;
import io.wan4j.torch.Device;
import io.wan4j.torch.LibtorchRequired;
import io.wan4j.torch.Torch;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Clock;
import java.util.List;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.ExtendWith;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/**
 * Whole films on an NVIDIA card, against the same films made by the processor. Skipped where there
 * is no card; {@code bench/gpu/run.sh parity} runs it on a machine that has one.
 */
@ExtendWith(LibtorchRequired.class)
class CudaFilmTest {
  private static final Device CARD = Device.cuda(0);

  /** Of 255 levels of a colour; TF32 is off, and rounding falls otherwise here and there. */
  private static final double NEARLY = 0.5;

  @TempDir Path folder;

  @BeforeEach
  void needsACard() {
    assumeTrue(Torch.load().devices().contains(CARD), "no NVIDIA card on this machine");
  }

  private WanEngine engine(String kind, Device device) {
    Path checkpoint = folder.resolve(kind);
    if (!Files.exists(checkpoint)) {
      TinyCheckpoint.of(kind, 1).write(checkpoint);
    }
    return new WanEngine(
        WanSettings.in(folder.resolve("work"))
            .withDevices(List.of(device))
            .withType(DType.FLOAT32)
            .withSteps(3)
            .keepingRate(),
        new FolderChoice(List.of(checkpoint)),
        Score.silent(),
        Clock.systemUTC());
  }

  private static Brief brief() {
    return Films.brief(new Material.Words(), "a boat on the sea", 12);
  }

  private static List<PixelImage> film(WanEngine engine, Progress progress) {
    try (Take take = engine.render(brief(), progress)) {
      return Films.all(take);
    }
  }

  @ParameterizedTest
  @ValueSource(strings = {"tiny-t2v", "tiny-a14b", "tiny-ti2v", "tiny-vace"})
  void theCardMakesTheFilmOfTheProcessor(String kind) {
    try (WanEngine card = engine(kind, CARD);
        WanEngine processor = engine(kind, Device.CPU)) {
      List<PixelImage> film = film(card, Progress.NONE);
      List<PixelImage> expected = film(processor, Progress.NONE);
      assertThat(film).hasSameSizeAs(expected).isNotEmpty();
      for (int i = 0; i < film.size(); i++) {
        assertThat(Films.difference(film.get(i), expected.get(i)))
            .as("%s, frame %d", kind, i)
            .isLessThan(NEARLY);
      }
      List<PixelImage> again = film(card, Progress.NONE);
      for (int i = 0; i < film.size(); i++) {
        assertThat(again.get(i).argb()).as("%s, frame %d", kind, i).isEqualTo(film.get(i).argb());
      }
    }
  }

  @Test
  void aCardThatIsFullIsTriedOnceMoreWithLessAndFailsThatFilmAlone() {
    try (WanEngine engine = engine("tiny-t2v", CARD)) {
      assertThat(film(engine, new GreedyProgress(CARD, 1))).isNotEmpty();
      assertThatThrownBy(() -> film(engine, new GreedyProgress(CARD, 100)))
          .isInstanceOf(EngineException.class)
          .hasMessageContaining("memory");
      assertThat(film(engine, Progress.NONE)).as("the film after it").isNotEmpty();
    }
  }
}
