package io.wan4j.engine.wan.film;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.wan4j.engine.Brief;
import io.wan4j.engine.EngineException;
import io.wan4j.engine.Material;
import io.wan4j.engine.Progress;
import io.wan4j.engine.Take;
import io.wan4j.engine.wan.WanEngine;
import io.wan4j.torch.Device;
import io.wan4j.torch.LibtorchRequired;
import io.wan4j.torch.TorchException;
import java.nio.file.Path;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.ExtendWith;
import org.junit.jupiter.api.io.TempDir;

/** libtorch's allocator is really refused memory, amid a film and in its thread. */
@ExtendWith(LibtorchRequired.class)
class OutOfMemoryTest {
  @TempDir Path folder;

  private static Brief brief() {
    return Films.brief(new Material.Words(), "a boat on the sea", 12);
  }

  @Test
  void knowsTheAllocatorsWords() {
    assertThatThrownBy(() -> GreedyProgress.ask(Device.CPU))
        .isInstanceOf(TorchException.class)
        .satisfies(failure -> assertThat(OutOfMemory.is(failure)).isTrue());
    assertThat(OutOfMemory.is(new TorchException("shapes do not fit"))).isFalse();
  }

  @Test
  void aFilmThatDoesNotFitIsTriedOnceMoreWithLess() {
    try (WanEngine engine = Films.engine(folder, "tiny-t2v");
        Take take = engine.render(brief(), new GreedyProgress(Device.CPU, 1))) {
      assertThat(Films.all(take)).hasSize(12);
    }
  }

  @Test
  void aFilmThatNeverFitsFailsAloneWithItsNumbers() {
    try (WanEngine engine = Films.engine(folder, "tiny-t2v")) {
      assertThatThrownBy(
              () -> {
                try (Take take = engine.render(brief(), new GreedyProgress(Device.CPU, 100))) {
                  Films.all(take);
                }
              })
          .isInstanceOf(EngineException.class)
          .hasMessageContaining("112x64")
          .hasMessageContaining("memory");
      try (Take next = engine.render(brief(), Progress.NONE)) {
        assertThat(Films.all(next)).as("the film after it").hasSize(12);
      }
    }
  }
}
