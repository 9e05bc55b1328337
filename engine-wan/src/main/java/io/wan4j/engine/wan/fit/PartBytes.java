package io.wan4j.engine.wan.fit;

import io.wan4j.engine.wan.catalogue.CheckpointCard;
import io.wan4j.engine.wan.catalogue.CheckpointCard.Part;
import io.wan4j.engine.wan.catalogue.TransformerShape;
import io.wan4j.engine.wan.transformer.NetworkPrecision;
import io.wan4j.torch.DType;
import io.wan4j.torch.Device;
import io.wan4j.torch.Weights;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Arrays;

/**
 * Bytes that the parts of a checkpoint take in the types in which they work.
 *
 * @param textEncoder 0 where there is none
 * @param imageEncoder or the one for speech; 0 where there is none
 * @param transformer of one expert
 * @param transformerWide of those, what keeps 16 or 32 bits also when products hold 8
 * @param scales of the rows of products that hold 8
 * @param experts how many of them
 * @param vae encoder and decoder
 * @param asStored whether the transformer's files are in the type in which it works, so that on a
 *     processor it needs no copy but the mapped file
 */
public record PartBytes(
    long textEncoder,
    long imageEncoder,
    long transformer,
    long transformerWide,
    long scales,
    int experts,
    long vae,
    boolean asStored) {
  /** A 32-bit float. */
  private static final long SCALE = 4;

  /** From the numbers of parameters, for a checkpoint that is not at hand. */
  public static PartBytes of(CheckpointCard card, Device device, DType type, DType vaeType) {
    PartBytes networks =
        of(
            card.transformer(),
            device,
            type,
            card.parameters().getOrDefault(Part.VAE, 0L) * vaeType.bytes());
    return new PartBytes(
        card.parameters().getOrDefault(Part.TEXT_ENCODER, 0L) * type.bytes(),
        (card.parameters().getOrDefault(Part.IMAGE_ENCODER, 0L)
                + card.parameters().getOrDefault(Part.AUDIO_ENCODER, 0L))
            * DType.FLOAT32.bytes(),
        networks.transformer(),
        networks.transformerWide(),
        networks.scales(),
        card.experts(),
        networks.vae(),
        card.stored().get(Part.TRANSFORMER) == type);
  }

  /** Of a transformer and an autoencoder alone. */
  public static PartBytes of(TransformerShape shape, Device device, DType type, long vae) {
    long wide = wide(shape, device);
    long transformer = (shape.parameters() - wide) * type.bytes() + wide * DType.FLOAT32.bytes();
    return new PartBytes(
        0,
        0,
        transformer,
        transformer - products(shape) * type.bytes(),
        SCALE * rows(shape),
        1,
        vae,
        false);
  }

  /** From the headers of the files in a folder with {@code model_index.json}. */
  public static PartBytes read(Path folder, Device device, DType type, DType vaeType) {
    Weights transformer = Weights.folder(folder.resolve("transformer"));
    long bytes = 0;
    long products = 0;
    long rows = 0;
    boolean asStored = true;
    for (String name : transformer.names()) {
      long count = Arrays.stream(transformer.shape(name)).reduce(1, (a, b) -> a * b);
      boolean wide = NetworkPrecision.isWide(name, device);
      bytes += count * (wide ? DType.FLOAT32 : type).bytes();
      boolean product = name.contains("blocks.") && transformer.shape(name).length == 2;
      products += product ? count * type.bytes() : 0;
      rows += product ? transformer.shape(name)[0] : 0;
      asStored &= wide || transformer.dtype(name) == type;
    }
    int experts = Files.isDirectory(folder.resolve("transformer_2")) ? 2 : 1;
    return new PartBytes(
        part(folder.resolve("text_encoder"), type),
        part(folder.resolve("image_encoder"), DType.FLOAT32)
            + part(folder.resolve("audio_encoder"), DType.FLOAT32),
        bytes,
        bytes - products,
        SCALE * rows,
        experts,
        part(folder.resolve("vae"), vaeType),
        asStored);
  }

  private static long part(Path folder, DType type) {
    if (!Files.isDirectory(folder)) {
      return 0;
    }
    Weights weights = Weights.folder(folder);
    return weights.names().stream()
            .mapToLong(name -> Arrays.stream(weights.shape(name)).reduce(1, (a, b) -> a * b))
            .sum()
        * type.bytes();
  }

  /**
   * Numbers that stay 32-bit floats: time embedding, norms and modulation tables, and on a
   * processor what makes the time's vectors and the head. See {@link NetworkPrecision}.
   */
  private static long wide(TransformerShape shape, Device device) {
    long width = shape.width();
    long blocks = shape.layers() + shape.controlLayers();
    long patch = 4L * shape.outChannels();
    long ends = device.isCpu() ? 6 * width * (width + 1) + patch * (width + 1) : 0;
    return 256 * width + width * width + 2 * width + blocks * (6 + 2) * width + 2 * width + ends;
  }

  /** Numbers of the blocks' products, which is what 8-bit weights are used for. */
  private static long products(TransformerShape shape) {
    long width = shape.width();
    long attention = (shape.imageTokens() > 0 ? 10 : 8) * width * width;
    return (shape.layers() + shape.controlLayers()) * (attention + 2 * width * shape.feedForward());
  }

  /** Rows of those products' weights: each has a scale. */
  private static long rows(TransformerShape shape) {
    long attention = (shape.imageTokens() > 0 ? 10 : 8) * shape.width();
    long feedForward = shape.feedForward() + shape.width();
    return (shape.layers() + shape.controlLayers()) * (attention + feedForward);
  }

  /** With the weights of products in 8 bits. */
  public PartBytes inFp8(DType type) {
    long products = transformer - transformerWide;
    return new PartBytes(
        textEncoder,
        imageEncoder,
        transformerWide + products / type.bytes() + scales,
        transformerWide,
        scales,
        experts,
        vae,
        false);
  }

  /** All parts together. */
  public long all() {
    return textEncoder + imageEncoder + experts * transformer + vae;
  }
}
