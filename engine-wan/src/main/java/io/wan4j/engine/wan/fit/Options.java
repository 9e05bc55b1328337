package io.wan4j.engine.wan.fit;

import io.wan4j.torch.DType;

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
