package io.wan4j.engine.wan;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import io.wan4j.engine.wan.checkpoint.Config;
import io.wan4j.engine.wan.checkpoint.TensorSource;
import io.wan4j.engine.wan.parity.Fixtures;
import io.wan4j.engine.wan.transformer.Context;
import io.wan4j.engine.wan.transformer.WanTransformer;
import io.wan4j.engine.wan.vae.WanVae;
import io.wan4j.torch.DType;
import io.wan4j.torch.Device;
import io.wan4j.torch.LibtorchRequired;
import io.wan4j.torch.NormalNoise;
import io.wan4j.torch.Scope;
import io.wan4j.torch.Tensor;
import io.wan4j.torch.Weights;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.condition.EnabledOnOs;
import org.junit.jupiter.api.condition.OS;
import org.junit.jupiter.api.extension.ExtendWith;

/** Long runs end with the memory they began with, and two engines do not disturb each other. */
@ExtendWith(LibtorchRequired.class)
class MemoryTest {
  private static final int WARM = 10;
  private static final double TOLERANCE = 0.05;

  @Test
  @EnabledOnOs(OS.LINUX)
  void forwardPassesDoNotLeak() throws IOException {
    try (Scope _ = Scope.open();
        WanTransformer network = transformer()) {
      check(200, () -> velocity(network, 1));
    }
  }

  @Test
  @EnabledOnOs(OS.LINUX)
  void roundTripsDoNotLeak() throws IOException {
    Path folder = Fixtures.folder("vae21");
    try (Scope _ = Scope.open();
        WanVae vae =
            WanVae.load(
                Config.read(folder.resolve("config.json")),
                tensors(folder),
                DType.FLOAT32,
                Device.CPU)) {
      Tensor video = new NormalNoise(1).next(1, 3, 5, 32, 48);
      check(
          50,
          () -> {
            try (Scope _ = Scope.open()) {
              return vae.decode(vae.encode(video)).toFloats()[0];
            }
          });
    }
  }

  @Test
  void twoEnginesDoNotDisturbEachOther() throws Exception {
    List<Float> alone = new ArrayList<>();
    List<Float> together = new ArrayList<>();
    for (int seed = 0; seed < 2; seed++) {
      alone.add(engine(seed));
    }
    try (ExecutorService threads = Executors.newFixedThreadPool(2)) {
      List<Future<Float>> results = new ArrayList<>();
      for (int seed = 0; seed < 2; seed++) {
        int number = seed;
        results.add(threads.submit(() -> engine(number)));
      }
      for (Future<Float> result : results) {
        together.add(result.get());
      }
    }
    assertThat(together).isEqualTo(alone);
  }

  private static float engine(int seed) {
    try (Scope _ = Scope.open();
        WanTransformer network = transformer()) {
      float last = 0;
      for (int i = 0; i < 10; i++) {
        last = velocity(network, seed);
      }
      return last;
    }
  }

  private static WanTransformer transformer() {
    Path folder = Fixtures.folder("transformer").resolve("t2v");
    return WanTransformer.load(
        Config.read(folder.resolve("config.json")), tensors(folder), DType.FLOAT32, Device.CPU);
  }

  private static TensorSource tensors(Path folder) {
    return TensorSource.of(Weights.file(folder.resolve("diffusion_pytorch_model.safetensors")));
  }

  private static float velocity(WanTransformer network, int seed) {
    try (Scope _ = Scope.open()) {
      NormalNoise noise = new NormalNoise(seed);
      Tensor out =
          network.velocity(
              noise.next(1, 16, 3, 8, 12),
              Tensor.of(new float[] {500}, 1),
              Context.ofText(noise.next(1, 20, 32)));
      return out.toFloats()[0];
    }
  }

  private interface Work {
    float run();
  }

  private static void check(int rounds, Work work) throws IOException {
    long after = 0;
    for (int i = 1; i <= rounds; i++) {
      work.run();
      if (i == WARM) {
        after = residentBytes();
      }
    }
    double change = (double) residentBytes() / after - 1;
    System.out.printf("%d rounds: %+.2f %% of %d MiB%n", rounds, 100 * change, after >> 20);
    assertThat(change).isEqualTo(0, within(TOLERANCE));
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
