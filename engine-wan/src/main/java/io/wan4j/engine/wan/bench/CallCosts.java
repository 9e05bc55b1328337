package io.wan4j.engine.wan.bench;

import io.wan4j.torch.Functions;
import io.wan4j.torch.NormalNoise;
import io.wan4j.torch.Scope;
import io.wan4j.torch.Tensor;
import io.wan4j.torch.Torch;
import java.io.PrintStream;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.function.Supplier;

/**
 * What one call of each kind of operator costs on 2 x 2 numbers, its result freed: the way into the
 * library and back, and the library's own bookkeeping. Short rounds, of which the best counts:
 * other programs interrupt some rounds, seldom all.
 */
final class CallCosts {
  private static final int ROUNDS = 400;
  private static final int SCOPES = 10;
  private static final int CALLS = 100;

  private final Torch torch = Torch.load();
  private final PrintStream out;
  private final Stopwatch stopwatch;

  CallCosts(PrintStream out, Stopwatch stopwatch) {
    this.out = out;
    this.stopwatch = stopwatch;
  }

  void run() {
    int threads = torch.threads();
    torch.setThreads(1);
    try (Scope _ = Scope.open()) {
      NormalNoise noise = new NormalNoise(0);
      Tensor x = noise.next(2, 2);
      Tensor y = noise.next(2, 2);
      Map<String, Supplier<Tensor>> calls = new LinkedHashMap<>();
      calls.put("mul", () -> x.times(y));
      calls.put("mul by a number", () -> x.times(0.5));
      calls.put("add", () -> x.plus(y));
      calls.put("silu", () -> Functions.silu(x));
      calls.put("transpose", () -> x.transpose(0, 1));
      calls.put("permute", () -> x.permute(1, 0));
      calls.put("slice", () -> x.slice(0, 0, 1));
      calls.put("linear", () -> Functions.linear(x, y, null));
      calls.forEach((name, call) -> out.printf("%-44s %8.2f µs%n", "call: " + name, micros(call)));
    } finally {
      torch.setThreads(threads);
    }
  }

  private double micros(Supplier<Tensor> call) {
    Supplier<Tensor> round =
        () -> {
          for (int i = 0; i < SCOPES; i++) {
            try (Scope _ = Scope.open()) {
              for (int j = 0; j < CALLS; j++) {
                call.get();
              }
            }
          }
          return null;
        };
    return stopwatch.best(ROUNDS, round) / (SCOPES * CALLS) * 1e6;
  }
}
