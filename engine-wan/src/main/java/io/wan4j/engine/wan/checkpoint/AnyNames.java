package io.wan4j.engine.wan.checkpoint;

/**
 * Tensors of a network under diffusers' names, whether its file has those or the names of the Wan
 * repositories, which repacked files have too, some below a prefix.
 */
public final class AnyNames {
  /** Where ComfyUI's repacked transformers keep the network. */
  private static final String PREFIX = "(model\\.)?diffusion_model\\.";

  /** The tokenizer, which repacked text encoders carry as a tensor. */
  private static final String PIECES = "spiece_model";

  private AnyNames() {}

  public static TensorSource transformer(TensorSource tensors) {
    TensorSource bare =
        tensors.names().stream().anyMatch(name -> name.matches(PREFIX + ".*"))
            ? new RenamedTensors(tensors, name -> name.replaceFirst(PREFIX, ""))
            : tensors;
    return bare.names().contains("head.modulation")
        ? new RenamedTensors(bare, NameRules.transformer())
        : bare;
  }

  public static TensorSource textEncoder(TensorSource tensors) {
    TensorSource network =
        tensors.names().contains(PIECES)
            ? new RenamedTensors(tensors, name -> name.equals(PIECES) ? "" : name)
            : tensors;
    return network.names().contains("token_embedding.weight")
        ? new RenamedTensors(network, NameRules.textEncoder())
        : network;
  }

  /** See {@link NameRules#vae}. */
  public static TensorSource vae(TensorSource tensors, boolean residual, int residualBlocks) {
    return tensors.names().contains("decoder.conv1.weight")
        ? new RenamedTensors(tensors, NameRules.vae(residual, residualBlocks))
        : tensors;
  }
}
