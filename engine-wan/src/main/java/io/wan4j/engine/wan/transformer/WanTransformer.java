package io.wan4j.engine.wan.transformer;

import io.wan4j.engine.wan.checkpoint.Blocks;
import io.wan4j.engine.wan.checkpoint.Config;
import io.wan4j.engine.wan.checkpoint.Parameters;
import io.wan4j.engine.wan.checkpoint.TensorSource;
import io.wan4j.torch.DType;
import io.wan4j.torch.Device;
import io.wan4j.torch.Scope;
import io.wan4j.torch.Tensor;

/**
 * The diffusion transformer of Wan 2.1 and 2.2 for text, image and first-and-last-frame to video
 * (arXiv 2503.20314, section 4.2; wan/modules/model.py).
 */
public final class WanTransformer implements VideoTransformer {
  private final TransformerConfig config;
  private final Parameters parameters;
  private final PatchEmbedding patches;
  private final RotaryPositions rotary;
  private final ConditionEmbedding conditions;
  private final Blocks<TransformerBlock> blocks;
  private final Head head;

  private WanTransformer(TransformerConfig config, Parameters parameters) {
    this.config = config;
    this.parameters = parameters;
    patches =
        new PatchEmbedding(parameters.at("patch_embedding"), config.inChannels(), config.width());
    rotary = new RotaryPositions(config.headSize());
    conditions = new ConditionEmbedding(parameters.at("condition_embedder"), config);
    blocks =
        Blocks.of(
            parameters, "blocks", config.layers(), block -> new TransformerBlock(block, config));
    head = new Head(parameters, "scale_shift_table", "proj_out", config);
  }

  /** From tensors under diffusers' names. */
  public static WanTransformer load(Config json, TensorSource tensors, DType type, Device device) {
    return load(json, tensors, NetworkPrecision.of(type, device));
  }

  /** The same as {@link NetworkPrecision} says. */
  public static WanTransformer load(
      Config json, TensorSource tensors, Parameters.Precision precision) {
    TransformerConfig config = TransformerConfig.read(json);
    json.requireAllUsed();
    return new WanTransformer(config, new Parameters(tensors, precision)).complete();
  }

  /** Parameters with those kept wide that a 16-bit network needs in 32 bits. */
  static Parameters parameters(TensorSource tensors, DType type, Device device) {
    return new Parameters(tensors, NetworkPrecision.of(type, device));
  }

  /** What its weights take, those in mapped files included and blocks that are streamed not. */
  public long bytes() {
    return parameters.bytes();
  }

  private WanTransformer complete() {
    parameters.requireAllUsed(name -> isNeedless(name) || blocks.isRead(name));
    return this;
  }

  /** Left over in some published files; no forward pass reads it. */
  static boolean isNeedless(String name) {
    return name.contains(".norm_added_q.");
  }

  @Override
  public TransformerConfig config() {
    return config;
  }

  @Override
  public Tensor velocity(Tensor latents, Tensor timestep, Context given, StepCache cache) {
    return Scope.keeping(
        () -> {
          TokenGrid grid = TokenGrid.of(latents);
          Tensor x = patches.apply(latents).to(NetworkPrecision.stream(parameters));
          RotaryPositions.Turns turns = rotary.of(grid, parameters.device());
          TimeEmbedding.Embedded time = conditions.time(timestep);
          Context context = conditions.context(given);

          Tensor y =
              cache.apply(
                  x,
                  new StepCache.TimeSignal(time.state(), time.modulation()),
                  tokens -> blocks(tokens, time.modulation(), context, turns));

          return grid.join(head.apply(y, time.state())).to(DType.FLOAT32);
        });
  }

  private Tensor blocks(
      Tensor tokens, Tensor modulation, Context context, RotaryPositions.Turns turns) {
    return Scope.keeping(
        () -> {
          Tensor x = tokens;
          for (int i = 0; i < blocks.count(); i++) {
            Tensor given = x;
            Tensor next = blocks.with(i, block -> block.apply(given, modulation, context, turns));
            if (x != tokens) {
              x.close(); // the stream is the largest tensor: do not keep one per block
            }
            x = next;
          }
          return x;
        });
  }

  @Override
  public void close() {
    rotary.close();
    blocks.close();
    parameters.close();
  }
}
