package io.wan4j.engine.wan.vae;

import io.wan4j.torch.Scope;
import io.wan4j.torch.Tensor;

/**
 * The ways around the stages of VAE 2.2, which have no parameters (AvgDown3D and DupUp3D in
 * wan/modules/vae2_2.py).
 */
final class Shortcut {
  private Shortcut() {}

  /**
   * Folds neighbours in time and space into channels and averages groups of channels.
   *
   * @param time frames that become one
   * @param side pixels in each direction that become one
   */
  static Tensor average(Tensor x, long out, long time, long side) {
    return Scope.keeping(
        () -> {
          Tensor padded = CausalConv.padFront(x, (time - x.size(2) % time) % time);
          long batch = x.size(0);
          long channels = x.size(1);
          long frames = padded.size(2) / time;
          long height = x.size(3) / side;
          long width = x.size(4) / side;
          long group = channels * time * side * side / out;
          return padded
              .reshape(batch, channels, frames, time, height, side, width, side)
              .permute(0, 1, 3, 5, 7, 2, 4, 6)
              .reshape(batch, out, group, frames, height, width)
              .mean(2)
              .reshape(batch, out, frames, height, width);
        });
  }

  /**
   * Repeats channels and unfolds them into time and space; the first chunk of a film has one frame,
   * so there the first repeats are dropped.
   */
  static Tensor duplicate(Tensor x, long out, long time, long side, boolean firstChunk) {
    return Scope.keeping(
        () -> {
          long batch = x.size(0);
          long repeats = out * time * side * side / x.size(1);
          Tensor large =
              x.repeatInterleave(repeats, 1)
                  .reshape(batch, out, time, side, side, x.size(2), x.size(3), x.size(4))
                  .permute(0, 1, 5, 2, 6, 3, 7, 4)
                  .reshape(batch, out, x.size(2) * time, x.size(3) * side, x.size(4) * side);
          return firstChunk ? large.slice(2, time - 1, large.size(2)) : large;
        });
  }

  /** Neighbouring pixels to channels: order channel, column, row. */
  static Tensor patch(Tensor x, long side) {
    return x.reshape(
            x.size(0), x.size(1), x.size(2), x.size(3) / side, side, x.size(4) / side, side)
        .permute(0, 1, 6, 4, 2, 3, 5)
        .reshape(x.size(0), x.size(1) * side * side, x.size(2), x.size(3) / side, x.size(4) / side);
  }

  /** The reverse of {@link #patch}. */
  static Tensor unpatch(Tensor x, long side) {
    long channels = x.size(1) / (side * side);
    return x.reshape(x.size(0), channels, side, side, x.size(2), x.size(3), x.size(4))
        .permute(0, 1, 4, 5, 3, 6, 2)
        .reshape(x.size(0), channels, x.size(2), x.size(3) * side, x.size(4) * side);
  }
}
