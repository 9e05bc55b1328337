package io.wan4j.engine.wan.transformer;

import io.wan4j.engine.wan.checkpoint.Parameters;
import io.wan4j.torch.DType;
import io.wan4j.torch.Device;
import java.util.List;
import java.util.Set;

/**
 * Which parts of a 16-bit transformer stay in 32 bits. The two references differ, and each rule has
 * its place here:
 *
 * <ul>
 *   <li>Everywhere: norms, tables of modulation and the embedding of the timestep, with arithmetic
 *       on the stream in 32 bits and the stream itself in 16 (diffusers, {@code
 *       _keep_in_fp32_modules} of transformer_wan.py). On graphics cards this is all, because the
 *       fused row kernels read a stream of 16 bits.
 *   <li>On the processor also the projection of the timestep, the head, and the stream from block
 *       to block (Wan's own code under autocast, {@code WanModel.forward}, {@code
 *       WanAttentionBlock.forward} and {@code Head.forward} of wan/modules/model.py).
 * </ul>
 */
public final class NetworkPrecision {
  /** Parts of dotted names. */
  private static final Set<String> WIDE =
      Set.of("time_embedder", "scale_shift_table", "norm1", "norm2", "norm3");

  private static final String TIME_PROJECTION = "time_proj";

  /** The head's, at the top; VACE's blocks have projections of the same name, which are narrow. */
  private static final String HEAD = "proj_out.";

  private NetworkPrecision() {}

  /** The network's own numbers all in one type, but for those. */
  public static Parameters.Precision of(DType type, Device device) {
    return new Parameters.Precision(
        type, device, name -> isWide(name, device), name -> false, false);
  }

  /**
   * The same with eight bits for the weights of the blocks' linear layers, which are nearly all of
   * a network; see {@link io.wan4j.torch.Fp8}.
   */
  public static Parameters.Precision ofEightBits(DType type, Device device) {
    return of(type, device).withEightBits(NetworkPrecision::isInBlock);
  }

  /** The blocks of the stream, and those of VACE's second stream. */
  private static boolean isInBlock(String layer) {
    return layer.startsWith("blocks.") || layer.startsWith("vace_blocks.");
  }

  /** Whether the tensor, by its name in diffusers, is held in 32 bits by a 16-bit network. */
  public static boolean isWide(String name, Device device) {
    List<String> parts = List.of(name.split("\\."));
    return parts.stream().anyMatch(WIDE::contains)
        || (device.isCpu() && (parts.contains(TIME_PROJECTION) || name.startsWith(HEAD)));
  }

  /** The type of the stream of tokens, to which the blocks add, and of the timestep's vectors. */
  static DType stream(Parameters parameters) {
    return parameters.device().isCpu() ? DType.FLOAT32 : parameters.type();
  }
}
