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

  /** A card is only busy with larger ones. */
  private static final int CARD_SIDE = 8192;

  private static final long ENOUGH_NANOS = 500_000_000;

  /**
   * Multiplies for about half a second; the best product counts.
   *
   * @param nanos a clock that only goes forward
   */
  public static MachineSpeed measure(Device device, DType type, LongSupplier nanos) {
    Torch.load();
    int side = device.isCpu() ? SIDE : CARD_SIDE;
    try (Scope _ = Scope.open()) {
      Tensor a = Tensor.zeros(type, device, side, side);
      multiply(a);
      double best = Double.MAX_VALUE;
      long begun = nanos.getAsLong();
      while (nanos.getAsLong() - begun < ENOUGH_NANOS) {
        long before = nanos.getAsLong();
        multiply(a);
        best = Math.min(best, (nanos.getAsLong() - before) * 1e-9);
      }
      return new MachineSpeed(device, type, 2.0 * side * side * side / best);
    }
  }

  private static void multiply(Tensor a) {
    try (Scope _ = Scope.open()) {
      a.matmul(a).select(0, 0).select(0, 0).item(); // waits for a card
    }
  }

  /** Seconds of so many operations of networks. */
  public double seconds(double operations) {
    return operations / (SHARE * operationsPerSecond);
  }
}
