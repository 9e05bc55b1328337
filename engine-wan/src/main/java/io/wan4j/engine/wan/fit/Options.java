package io.wan4j.engine.wan.fit;

import io.wan4j.torch.DType;
import io.wan4j.torch.Device;
import io.wan4j.torch.Kernels;
import io.wan4j.torch.Kernels.AttentionForm;
import io.wan4j.torch.Torch;
import java.util.Optional;
import java.util.OptionalLong;

/**
 * What engine and owner of the machine let the planner do.
 *
 * @param type in which transformer and text encoder work
 * @param vaeType in which the autoencoder works
 * @param eightBits when products hold their weights in 8 bits
 * @param streams whether the engine can bring a transformer to the device block by block
 * @param sixteenBits how the device computes attention in 16 bits, which says what that takes for
 *     itself; {@code WIDENED} where it computes products and convolutions in 32 bits too
 * @param reserve bytes to leave to others
 */
public record Options(
    DType type,
    DType vaeType,
    EightBits eightBits,
    boolean streams,
    AttentionForm sixteenBits,
    long reserve) {
  public static final Options DEFAULT =
      new Options(
          DType.BFLOAT16, DType.FLOAT32, EightBits.NEVER, false, AttentionForm.FUSED, 512L << 20);

  /**
   * The engine's own way on a device: 16 bits where it multiplies them fast.
   *
   * @param type that is asked for; empty for the best
   */
  public static Options on(Device device, Optional<DType> type, Torch torch) {
    boolean fast = !device.isCpu() || torch.hasFastBf16();
    DType best = type.orElse(fast ? DType.BFLOAT16 : DType.FLOAT32);
    return DEFAULT
        .withTypes(best, best)
        .withStreaming(true)
        .withSixteenBits(Kernels.attentionForm(device, DType.BFLOAT16));
  }

  /** Leaves nothing to others where the owner has said what may be taken. */
  public Options leaving(OptionalLong limit) {
    return limit.isPresent() ? withReserve(0) : this;
  }

  public Options withEightBits(EightBits when) {
    return new Options(type, vaeType, when, streams, sixteenBits, reserve);
  }

  public Options withStreaming(boolean able) {
    return new Options(type, vaeType, eightBits, able, sixteenBits, reserve);
  }

  public Options withReserve(long bytes) {
    return new Options(type, vaeType, eightBits, streams, sixteenBits, bytes);
  }

  public Options withTypes(DType network, DType autoencoder) {
    return new Options(network, autoencoder, eightBits, streams, sixteenBits, reserve);
  }

  public Options withSixteenBits(AttentionForm form) {
    return new Options(type, vaeType, eightBits, streams, form, reserve);
  }
}
