package io.wan4j.engine.wan.bench;

import io.wan4j.engine.wan.catalogue.TransformerShape;
import io.wan4j.engine.wan.checkpoint.Config;
import io.wan4j.engine.wan.checkpoint.Parameters;
import io.wan4j.engine.wan.fit.PartBytes;
import io.wan4j.engine.wan.pipeline.FilmSize;
import io.wan4j.engine.wan.shape.AutoencoderShapes;
import io.wan4j.engine.wan.shape.TransformerShapes;
import io.wan4j.engine.wan.transformer.NetworkPrecision;
import io.wan4j.engine.wan.transformer.TransformerConfig;
import io.wan4j.engine.wan.vae.VaeConfig;
import io.wan4j.torch.DType;
import io.wan4j.torch.Device;
import java.util.List;
import java.util.stream.Stream;

/**
 * A film and networks whose memory is estimated and measured: the shapes of Wan 2.1, narrower and
 * with one block, since memory of activations does not grow with the number of blocks.
 *
 * @param heads of 128
 * @param eightBits whether the block's products hold their weights in eight bits
 * @param paired whether both prompts are asked with in one pass
 * @param vaeWidth channels of the autoencoder's last stage; 96 in Wan 2.1
 */
record FitCase(
    String name,
    int heads,
    int feedForward,
    int layers,
    FilmSize size,
    DType type,
    boolean eightBits,
    boolean paired,
    int vaeWidth,
    DType vaeType) {
  /** Runs before the others, so that what a process keeps once it has worked is not counted. */
  static final FitCase WARM_UP =
      of(1, 128, new FilmSize(64, 64, 5), DType.BFLOAT16, 8, DType.FLOAT32);

  /** Five sizes, and one of them with weights of eight bits, and with both prompts in one pass. */
  static final List<FitCase> ALL =
      List.of(
          of(16, 8192, new FilmSize(320, 176, 9), DType.BFLOAT16, 24, DType.FLOAT32),
          of(8, 4096, new FilmSize(480, 272, 17), DType.BFLOAT16, 16, DType.FLOAT32),
          of(8, 4096, new FilmSize(480, 272, 17), DType.FLOAT32, 16, DType.BFLOAT16),
          of(8, 4096, new FilmSize(480, 272, 17), DType.BFLOAT16, 16, DType.FLOAT32).inEightBits(),
          of(8, 4096, new FilmSize(480, 272, 17), DType.BFLOAT16, 16, DType.FLOAT32).inPairs(),
          of(8, 4096, new FilmSize(640, 352, 21), DType.BFLOAT16, 16, DType.FLOAT32),
          of(4, 2048, new FilmSize(832, 480, 33), DType.BFLOAT16, 8, DType.FLOAT32));

  /** Done in seconds, with everything in 16 bits; in both of these ways. */
  static final FitCase SMALL =
      of(4, 2048, new FilmSize(256, 144, 9), DType.BFLOAT16, 8, DType.BFLOAT16);

  static final FitCase SMALL_IN_EIGHT_BITS = SMALL.inEightBits();
  static final FitCase SMALL_IN_PAIRS = SMALL.inPairs();

  /** One of these, by its name. */
  static FitCase named(String name) {
    return Stream.concat(ALL.stream(), Stream.of(SMALL, SMALL_IN_EIGHT_BITS, SMALL_IN_PAIRS))
        .filter(film -> film.name().equals(name))
        .findFirst()
        .orElseThrow(() -> new IllegalArgumentException("there is no case " + name));
  }

  private static FitCase of(
      int heads, int feedForward, FilmSize size, DType type, int vaeWidth, DType vaeType) {
    String name =
        "%dx%dx%d %s".formatted(size.width(), size.height(), size.frames(), type.safetensorsName());
    return new FitCase(name, heads, feedForward, 1, size, type, false, false, vaeWidth, vaeType);
  }

  private FitCase inPairs() {
    return new FitCase(
        name + " pair", heads, feedForward, layers, size, type, eightBits, true, vaeWidth, vaeType);
  }

  private FitCase inEightBits() {
    return new FitCase(
        name + " fp8", heads, feedForward, layers, size, type, true, paired, vaeWidth, vaeType);
  }

  Parameters.Precision precision() {
    return eightBits
        ? NetworkPrecision.ofEightBits(type, Device.CPU)
        : NetworkPrecision.of(type, Device.CPU);
  }

  Config transformerJson() {
    return TransformerJson.of(name, heads, feedForward, layers, 16);
  }

  TransformerConfig transformer() {
    return TransformerConfig.read(transformerJson());
  }

  VaeConfig vae() {
    VaeConfig published = VaeConfig.published("2.1");
    return new VaeConfig(
        vaeWidth,
        vaeWidth,
        published.latentChannels(),
        published.multipliers(),
        published.residualBlocks(),
        published.halvesTime(),
        published.residual(),
        published.patch(),
        published.mean(),
        published.deviation());
  }

  TransformerShape shape() {
    return TransformerShape.of(transformer(), 0, TransformerShapes.of(transformer()).count());
  }

  /** Without text encoder: what is measured is the work of transformer and autoencoder. */
  PartBytes parts() {
    PartBytes parts =
        PartBytes.of(
            shape(), Device.CPU, type, AutoencoderShapes.of(vae()).count() * vaeType.bytes());
    return eightBits ? parts.inFp8(type) : parts;
  }
}
