package io.wan4j.engine.wan.fit;

import io.wan4j.torch.DType;
import io.wan4j.torch.Device;
import java.util.Locale;
import java.util.Optional;

/**
 * Where the parts of a checkpoint lie, and in which types they work.
 *
 * @param type of the transformer and the text encoder
 * @param vaeType of the autoencoder
 * @param fp8 whether the transformer's products hold their weights in 8 bits
 * @param textEncoder RESIDENT, or OFFLOADED: gone before denoising begins
 * @param transformer RESIDENT: all experts; OFFLOADED: one expert at a time, none while the
 *     autoencoder works; STREAMED: block by block
 * @param tiledVae whether the autoencoder works tile by tile
 * @param paired whether guidance asks with both prompts in one pass
 */
public record Placement(
    Device device,
    DType type,
    DType vaeType,
    boolean fp8,
    Residence textEncoder,
    Residence transformer,
    boolean tiledVae,
    boolean paired) {

  /** The most frugal that does the same: what a film that ran out of memory is tried with. */
  public Optional<Placement> leaner() {
    Placement least =
        new Placement(
            device, type, vaeType, fp8, goes(textEncoder), goes(transformer), true, false);
    return least.equals(this) ? Optional.empty() : Optional.of(least);
  }

  /** The same with both prompts of guidance in one pass. */
  Placement inPairs() {
    return new Placement(device, type, vaeType, fp8, textEncoder, transformer, tiledVae, true);
  }

  /**
   * Whether networks that were loaded for the other serve this one too: how a film is tiled, paired
   * and given its words changes from film to film, and needs no other weights.
   */
  public boolean loadsLike(Placement other) {
    return device.equals(other.device)
        && type == other.type
        && vaeType == other.vaeType
        && fp8 == other.fp8
        && transformer == other.transformer
        && (textEncoder == Residence.STREAMED) == (other.textEncoder == Residence.STREAMED);
  }

  private static Residence goes(Residence residence) {
    return residence == Residence.RESIDENT ? Residence.OFFLOADED : residence;
  }

  /** Such as "bf16 on cpu, text encoder offloaded, experts streamed, tiled decoding". */
  @Override
  public String toString() {
    StringBuilder words = new StringBuilder();
    words.append(fp8 ? "fp8 weights, " : "").append(name(type)).append(" on ").append(device);
    if (textEncoder != Residence.RESIDENT) {
      words.append(", text encoder ").append(textEncoder.name().toLowerCase(Locale.ROOT));
    }
    if (transformer != Residence.RESIDENT) {
      words.append(", transformer ").append(transformer.name().toLowerCase(Locale.ROOT));
    }
    return words
        .append(tiledVae ? ", tiled decoding" : "")
        .append(paired ? ", guidance in one pass" : "")
        .toString();
  }

  private static String name(DType type) {
    return switch (type) {
      case BFLOAT16 -> "bf16";
      case FLOAT16 -> "f16";
      case FLOAT32 -> "f32";
      default -> type.safetensorsName();
    };
  }
}
