package io.wan4j.engine.wan.bench;

import io.wan4j.torch.BareCalls;
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
 * library and back, and the library's own bookkeeping; and which part of it is ours, which is what
 * a call takes beyond the bare C interface. Short rounds, of which the best counts: other programs
 * interrupt some rounds, seldom all.
 */
final class CallCosts {
  private static final int ROUNDS = 200;
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
      calls.put("add", () -> x.plus(y));
      calls.put("silu", () -> Functions.silu(x));
      calls.put("transpose", () -> x.transpose(0, 1));
      calls.put("permute", () -> x.permute(1, 0));
      calls.put("slice", () -> x.slice(0, 0, 1));
      calls.put("reshape", () -> x.reshape(4));
      calls.put("linear", () -> Functions.linear(x, y, null));
      Map<String, Runnable> bare = BareCalls.of(x, y);
      calls.forEach(
          (name, call) -> {
            double all = micros(call::get);
            double theirs = micros(bare.get(name));
            out.printf(
                "%-44s %8.2f µs: libtorch %.2f, ours %.2f%n",
                "call: " + name, all, theirs, all - theirs);
          });
    } finally {
      torch.setThreads(threads);
    }
  }

  private double micros(Runnable call) {
    Supplier<Tensor> round =
        () -> {
          for (int i = 0; i < SCOPES; i++) {
            try (Scope _ = Scope.open()) {
              for (int j = 0; j < CALLS; j++) {
                call.run();
              }
            }
          }
          return null;
        };
    return stopwatch.best(ROUNDS, round) / (SCOPES * CALLS) * 1e6;
  }
}
