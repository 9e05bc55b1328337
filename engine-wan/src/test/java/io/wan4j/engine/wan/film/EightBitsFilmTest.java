package io.wan4j.engine.wan.film;

import static org.assertj.core.api.Assertions.assertThat;

import io.wan4j.engine.Material;
import io.wan4j.engine.Progress;
import io.wan4j.engine.Take;
import io.wan4j.engine.wan.WanEngine;
import io.wan4j.engine.wan.fit.EightBits;
import io.wan4j.media.PixelImage;
import io.wan4j.torch.LibtorchRequired;
import java.nio.file.Path;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.ExtendWith;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** Whole films whose transformer holds its weights in eight bits. */
@ExtendWith(LibtorchRequired.class)
class EightBitsFilmTest {
  private static final int FRAMES = 8;

  @TempDir Path folder;

  @ParameterizedTest
  @ValueSource(strings = {"tiny-t2v", "tiny-vace"})
  void filmsNearlyTheSame(String kind) {
    List<PixelImage> sixteen = film(kind, "wide", EightBits.NEVER);
    List<PixelImage> eight = film(kind, "narrow", EightBits.ALWAYS);
    double difference = 0;
    for (int i = 0; i < FRAMES; i++) {
      difference += Films.difference(eight.get(i), sixteen.get(i)) / FRAMES;
    }
    System.out.printf("%s with fp8 weights: colours differ by %.2f of 255%n", kind, difference);
    assertThat(difference).isBetween(0.01, 8.0);
  }

  @Test
  void filmsTheSameAgain() {
    assertThat(film("tiny-t2v", "first", EightBits.ALWAYS))
        .usingRecursiveComparison()
        .isEqualTo(film("tiny-t2v", "second", EightBits.ALWAYS));
  }

  private List<PixelImage> film(String kind, String where, EightBits eightBits) {
    try (WanEngine engine = Films.engine(folder.resolve(where), eightBits, kind);
        Take take =
            engine.render(
                Films.brief(new Material.Words(), "a boat on the sea", FRAMES), Progress.NONE)) {
      List<PixelImage> pictures = Films.all(take);
      assertThat(pictures).hasSize(FRAMES);
      return pictures;
    }
  }
}
