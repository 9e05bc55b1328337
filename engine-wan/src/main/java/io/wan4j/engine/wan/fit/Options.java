package io.wan4j.engine.wan.fit;

import io.wan4j.torch.DType;
import io.wan4j.torch.Device;
import io.wan4j.torch.Torch;
import java.util.Optional;
import java.util.OptionalLong;

/**
 * What engine and owner of the machine let the planner do.
 *
 * @param type in which transformer and text encoder work
 * @param vaeType in which the autoencoder works
 * @param fp8 whether products may hold their weights in 8 bits where 16 do not fit
 * @param streams whether the engine can bring a transformer to the device block by block
 * @param reserve bytes to leave to others
 */
public record Options(DType type, DType vaeType, boolean fp8, boolean streams, long reserve) {
  public static final Options DEFAULT =
      new Options(DType.BFLOAT16, DType.FLOAT32, false, false, 512L << 20);

  /**
   * The engine's own way on a device: 16 bits where it multiplies them fast.
   *
   * @param type that is asked for; empty for the best
   */
  public static Options on(Device device, Optional<DType> type, Torch torch) {
    boolean fast = !device.isCpu() || torch.hasFastBf16();
    DType best = type.orElse(fast ? DType.BFLOAT16 : DType.FLOAT32);
    return DEFAULT.withTypes(best, best);
  }

  /** Leaves nothing to others where the owner has said what may be taken. */
  public Options leaving(OptionalLong limit) {
    return limit.isPresent() ? withReserve(0) : this;
  }

  public Options withFp8(boolean allowed) {
    return new Options(type, vaeType, allowed, streams, reserve);
  }

  public Options withStreaming(boolean able) {
    return new Options(type, vaeType, fp8, able, reserve);
  }

  public Options withReserve(long bytes) {
    return new Options(type, vaeType, fp8, streams, bytes);
  }

  public Options withTypes(DType network, DType autoencoder) {
    return new Options(network, autoencoder, fp8, streams, reserve);
  }
}
