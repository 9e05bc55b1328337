package io.wan4j.engine.wan.fit;

import io.wan4j.torch.DType;
import io.wan4j.torch.Device;
import io.wan4j.torch.Scope;
import io.wan4j.torch.Tensor;
import io.wan4j.torch.Torch;
import java.util.function.LongSupplier;

/**
 * How fast a device multiplies large matrices, which is the most that networks can reach, and what
 * a film will take by that measure.
 *
 * @param operationsPerSecond of one large product; a multiplication and an addition are two
 */
public record MachineSpeed(Device device, DType type, double operationsPerSecond) {
  /** The share of the ceiling that whole networks reach (wan4j bench torch). */
  public static final double SHARE = 0.6;

  private static final int SIDE = 1024;
  private static final long ENOUGH_NANOS = 500_000_000;

  /**
   * Multiplies for about half a second; the best product counts.
   *
   * @param nanos a clock that only goes forward
   */
  public static MachineSpeed measure(Device device, DType type, LongSupplier nanos) {
    Torch.load();
    try (Scope _ = Scope.open()) {
      Tensor a = Tensor.zeros(type, device, SIDE, SIDE);
      a.matmul(a).close();
      double best = Double.MAX_VALUE;
      long begun = nanos.getAsLong();
      while (nanos.getAsLong() - begun < ENOUGH_NANOS) {
        long before = nanos.getAsLong();
        try (Scope _ = Scope.open()) {
          a.matmul(a).to(Device.CPU); // waits for a card
        }
        best = Math.min(best, (nanos.getAsLong() - before) * 1e-9);
      }
      return new MachineSpeed(device, type, 2.0 * SIDE * SIDE * SIDE / best);
    }
  }

  /** Seconds of so many operations of networks. */
  public double seconds(double operations) {
    return operations / (SHARE * operationsPerSecond);
  }
}
