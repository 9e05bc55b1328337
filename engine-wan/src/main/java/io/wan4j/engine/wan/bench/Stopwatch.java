package io.wan4j.engine.wan.bench;

import io.wan4j.torch.Device;
import io.wan4j.torch.Scope;
import io.wan4j.torch.Tensor;
import java.lang.management.ManagementFactory;
import java.util.function.LongSupplier;
import java.util.function.Supplier;

/** Times work; the best of several runs, because other programs only ever slow it down. */
enum Stopwatch {
  /** What the clock on the wall says. */
  WALL(System::nanoTime),
  /**
   * Processor time of the calling thread: right also while other programs use the machine, but only
   * when libtorch works in that one thread ({@code WAN4J_TORCH_THREADS=1}).
   */
  PROCESSOR(() -> ManagementFactory.getThreadMXBean().getCurrentThreadCpuTime());

  /** From here on, what warming up adds to a run is lost in it. */
  private static final double LONG_SECONDS = 1;

  /** A second run is not worth it. */
  private static final double VERY_LONG_SECONDS = 10;

  private final LongSupplier nanos;

  Stopwatch(LongSupplier nanos) {
    this.nanos = nanos;
  }

  /**
   * Seconds of the fastest run after one to warm up; of two runs in all where they are long, of one
   * where it is very long.
   */
  double best(int runs, Supplier<Tensor> work) {
    double first = once(work);
    if (first > VERY_LONG_SECONDS) {
      return first;
    }
    if (first > LONG_SECONDS) {
      return Math.min(first, once(work));
    }
    double best = Double.POSITIVE_INFINITY;
    for (int i = 0; i < runs; i++) {
      best = Math.min(best, once(work));
    }
    return best;
  }

  double once(Supplier<Tensor> work) {
    try (Scope _ = Scope.open()) {
      long start = nanos.getAsLong();
      work.get();
      return (nanos.getAsLong() - start) * 1e-9;
    }
  }

  /** One run, waited for on a device that works by itself. */
  double once(Device device, Supplier<Tensor> work) {
    device.synchronize();
    return once(
        () -> {
          Tensor result = work.get();
          device.synchronize();
          return result;
        });
  }
}
