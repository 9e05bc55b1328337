package io.wan4j.engine.wan.film;

import static org.assertj.core.api.Assertions.assertThat;

import io.wan4j.torch.LibtorchRequired;
import io.wan4j.torch.Scope;
import io.wan4j.torch.Tensor;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.FileTime;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import java.util.concurrent.TimeUnit;
import java.util.stream.IntStream;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.ExtendWith;
import org.junit.jupiter.api.io.TempDir;

@ExtendWith(LibtorchRequired.class)
class LatentStoreTest {
  private static final int TIMES = 300;

  @TempDir Path folder;

  @Test
  void whatIsKeptIsFoundByTheNext() {
    try (Scope _ = Scope.open()) {
      Tensor latents = Tensor.of(new float[] {1, 2, 3}, 3);
      store().keep("film", 2, latents);
      assertThat(store().find("film", 2).orElseThrow().toFloats()).containsExactly(1, 2, 3);
      assertThat(store().find("film", 1)).isEmpty();
      store().forget("film");
      assertThat(store().find("film", 2)).isEmpty();
    }
  }

  /** Two devices make the same film, and one is done while the other still keeps. */
  @Test
  void severalMayKeepAndForgetTheSameFilm() throws Exception {
    LatentStore store = store();
    try (ExecutorService devices = Executors.newFixedThreadPool(3)) {
      List<Future<?>> films =
          IntStream.range(0, 3)
              .<Future<?>>mapToObj(_ -> devices.submit(() -> film(store)))
              .toList();
      for (Future<?> film : films) {
        film.get(60, TimeUnit.SECONDS);
      }
    }
    store.forget("film");
    assertThat(entries()).isEmpty();
  }

  private static void film(LatentStore store) {
    for (int i = 0; i < TIMES; i++) {
      try (Scope _ = Scope.open()) {
        store.keep("film", 0, Tensor.of(new float[] {1, 2, 3}, 3));
        store.find("film", 0).ifPresent(kept -> assertThat(kept.toFloats()).hasSize(3));
        store.forget("film");
      }
    }
  }

  @Test
  void whatNobodyCameForIsClearedAway() throws IOException {
    try (Scope _ = Scope.open()) {
      store().keep("old", 0, Tensor.of(new float[] {1}, 1));
      store().keep("young", 0, Tensor.of(new float[] {1}, 1));
    }
    Instant longAgo = Instant.now().minus(Duration.ofDays(8));
    Files.setLastModifiedTime(folder.resolve("old"), FileTime.from(longAgo));
    store();
    assertThat(entries()).containsExactly("young");
  }

  private LatentStore store() {
    return new LatentStore(folder, Clock.systemUTC());
  }

  private List<String> entries() throws IOException {
    try (Stream<Path> entries = Files.list(folder)) {
      return entries.map(entry -> entry.getFileName().toString()).toList();
    }
  }
}
