package io.wan4j.torch;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.Callable;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.condition.EnabledOnOs;
import org.junit.jupiter.api.condition.OS;
import org.junit.jupiter.api.extension.ExtendWith;

/** Memory goes when its scope closes, and threads do not disturb each other. */
@ExtendWith(LibtorchRequired.class)
class MemoryTest {
  private static final long MEBIBYTE = 1 << 20;

  @Test
  @EnabledOnOs(OS.LINUX)
  void scopesFreeAtOnce() throws IOException {
    try (Scope _ = Scope.open()) {
      Tensor.zeros(DType.FLOAT32, Device.CPU, 16).close();
      long before = residentBytes();
      try (Scope _ = Scope.open()) {
        Tensor.zeros(DType.UINT8, Device.CPU, 256 * MEBIBYTE);
        assertThat(residentBytes() - before).isGreaterThan(200 * MEBIBYTE);
      }
      assertThat(residentBytes() - before).isLessThan(32 * MEBIBYTE);
    }
  }

  @Test
  @EnabledOnOs(OS.LINUX)
  void callsDoNotLeak() throws IOException {
    long after = 0;
    for (int round = 0; round < 10; round++) {
      try (Scope _ = Scope.open()) {
        Tensor x = new NormalNoise(1).next(8, 8);
        for (int i = 0; i < 500; i++) {
          try (Scope _ = Scope.open()) {
            Tensor y = x.slice(0, 0, 4).times(x.slice(0, 4, 8)).plus(1).softmax(-1);
            Functions.cat(0, y, y).chunk(2, 0).getFirst().reshape(8, 4).permute(1, 0).clamp(0, 1);
          }
        }
      }
      if (round == 1) {
        after = residentBytes();
      }
    }
    assertThat(residentBytes() - after).isLessThan(8 * MEBIBYTE);
  }

  @Test
  void refusedCallsDoNotLeakScopes() {
    try (Scope scope = Scope.open()) {
      Tensor x = Tensor.of(new float[6], 2, 3);
      int before = scope.size();
      for (int i = 0; i < 100; i++) {
        try {
          x.matmul(x);
        } catch (TorchException expected) {
          assertThat(expected).hasMessageContaining("2x3");
        }
      }
      assertThat(scope.size()).isEqualTo(before);
    }
  }

  @Test
  void threadsDoNotDisturbEachOther() throws Exception {
    try (ExecutorService threads = Executors.newFixedThreadPool(2)) {
      List<Future<Float>> sums = new ArrayList<>();
      for (int seed = 0; seed < 2; seed++) {
        sums.add(threads.submit(work(seed)));
      }
      for (int seed = 0; seed < 2; seed++) {
        assertThat(sums.get(seed).get()).isEqualTo(work(seed).call());
      }
    }
  }

  /** Work whose failures and results must not be mixed with another thread's. */
  private static Callable<Float> work(int seed) {
    return () -> {
      try (Scope _ = Scope.open()) {
        Tensor x = new NormalNoise(seed).next(8 + seed, 8);
        for (int i = 0; i < 20; i++) {
          try (Scope scope = Scope.open()) {
            Tensor next = x.matmul(x.transpose(0, 1)).softmax(-1).matmul(x);
            scope.keep(next);
            try {
              x.matmul(x.reshape(1, -1));
            } catch (TorchException e) {
              assertThat(e).hasMessageContaining((8 + seed) + "x8");
            }
          }
        }
        return x.matmul(x.transpose(0, 1)).sum(0, 1).item();
      }
    };
  }

  private static long residentBytes() throws IOException {
    for (String line : Files.readAllLines(Path.of("/proc/self/status"))) {
      if (line.startsWith("VmRSS:")) {
        return Long.parseLong(line.replaceAll("\\D+", "")) * 1024;
      }
    }
    throw new IOException("no VmRSS in /proc/self/status");
  }
}
