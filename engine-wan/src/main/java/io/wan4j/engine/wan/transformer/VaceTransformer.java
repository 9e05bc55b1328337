package io.wan4j.engine.wan.transformer;

import io.wan4j.engine.wan.checkpoint.Blocks;
import io.wan4j.engine.wan.checkpoint.Config;
import io.wan4j.engine.wan.checkpoint.Linear;
import io.wan4j.engine.wan.checkpoint.Parameters;
import io.wan4j.engine.wan.checkpoint.TensorSource;
import io.wan4j.torch.DType;
import io.wan4j.torch.Device;
import io.wan4j.torch.Functions;
import io.wan4j.torch.Scope;
import io.wan4j.torch.Tensor;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;

/**
 * VACE (arXiv 2503.07598; wan/modules/vace_model.py): beside the blocks runs a second stream over
 * the control video, and its states are added to the main stream after some blocks.
 */
public final class VaceTransformer implements AutoCloseable {
  private final TransformerConfig config;
  private final int controlChannels;
  private final List<Integer> layers;
  private final Parameters parameters;
  private final PatchEmbedding patches;
  private final PatchEmbedding controlPatches;
  private final RotaryPositions rotary;
  private final ConditionEmbedding conditions;
  private final Blocks<TransformerBlock> blocks;
  private final Blocks<TransformerBlock> controlBlocks;
  private final List<ControlEnds> controlEnds = new ArrayList<>();
  private final Head head;

  /** Around a block of the control stream: its state goes on, a projection of it is the hint. */
  private record ControlEnds(List<Linear> in, Linear out) {
    Tensor enter(Tensor control, Tensor tokens) {
      Tensor c = control;
      for (Linear first : in) {
        c = first.apply(c).plus(tokens);
      }
      return c;
    }
  }

  private VaceTransformer(
      TransformerConfig config, int controlChannels, List<Integer> layers, Parameters parameters) {
    this.config = config;
    this.controlChannels = controlChannels;
    this.layers = layers;
    this.parameters = parameters;
    long width = config.width();
    patches = new PatchEmbedding(parameters.at("patch_embedding"), config.inChannels(), width);
    controlPatches =
        new PatchEmbedding(parameters.at("vace_patch_embedding"), controlChannels, width);
    rotary = new RotaryPositions(config.headSize());
    conditions = new ConditionEmbedding(parameters.at("condition_embedder"), config);
    blocks =
        Blocks.of(
            parameters, "blocks", config.layers(), block -> new TransformerBlock(block, config));
    controlBlocks =
        Blocks.of(
            parameters, "vace_blocks", layers.size(), block -> new TransformerBlock(block, config));
    for (int i = 0; i < layers.size(); i++) {
      Parameters block = parameters.at("vace_blocks." + i);
      controlEnds.add(
          new ControlEnds(
              i == 0 ? List.of(block.linear("proj_in", width, width)) : List.of(),
              block.linear("proj_out", width, width)));
    }
    head = new Head(parameters, "scale_shift_table", "proj_out", config);
  }

  /** From tensors under diffusers' names. */
  public static VaceTransformer load(Config json, TensorSource tensors, DType type, Device device) {
    return load(json, tensors, NetworkPrecision.of(type, device));
  }

  /** The same as {@link NetworkPrecision} says. */
  public static VaceTransformer load(
      Config json, TensorSource tensors, Parameters.Precision precision) {
    TransformerConfig config = TransformerConfig.read(json);
    int channels = json.integer("vace_in_channels");
    List<Integer> layers = json.integers("vace_layers");
    json.requireAllUsed();
    VaceTransformer network =
        new VaceTransformer(config, channels, layers, new Parameters(tensors, precision));
    network.parameters.requireAllUsed(
        name ->
            WanTransformer.isNeedless(name)
                || network.blocks.isRead(name)
                || network.controlBlocks.isRead(name));
    return network;
  }

  public TransformerConfig config() {
    return config;
  }

  public int controlChannels() {
    return controlChannels;
  }

  /** As many strengths as hints, all the same. */
  public List<Double> strengths(double strength) {
    return Collections.nCopies(layers.size(), strength);
  }

  /**
   * @param control [B, 96, T, H, W]
   * @param strengths one for each hint; 1 is how the network was trained
   */
  public Tensor velocity(
      Tensor latents,
      Tensor timestep,
      Context given,
      Tensor control,
      List<Double> strengths,
      StepCache cache) {
    if (strengths.size() != layers.size()) {
      throw new IllegalArgumentException(
          strengths.size() + " strengths for " + layers.size() + " hints");
    }
    return Scope.keeping(
        () -> {
          TokenGrid grid = TokenGrid.of(latents);
          Tensor x = patches.apply(latents).to(NetworkPrecision.stream(parameters));
          RotaryPositions.Turns turns = rotary.of(grid, parameters.device());
          TimeEmbedding.Embedded time = conditions.time(timestep);
          Context context = conditions.context(given);

          Tensor c = controlPatches.apply(control);
          Tensor padded = Functions.pad(c, 0, 0, 0, x.size(1) - c.size(1));
          Tensor y =
              cache.apply(
                  x,
                  new StepCache.TimeSignal(time.state(), time.modulation()),
                  tokens -> blocks(tokens, padded, strengths, time.modulation(), context, turns));

          return grid.join(head.apply(y, time.state())).to(DType.FLOAT32);
        });
  }

  private Tensor blocks(
      Tensor tokens,
      Tensor control,
      List<Double> strengths,
      Tensor modulation,
      Context context,
      RotaryPositions.Turns turns) {
    return Scope.keeping(
        () -> {
          Tensor x = tokens;
          Tensor c = control;
          for (int i = 0; i < blocks.count(); i++) {
            Tensor given = x;
            Tensor next = blocks.with(i, block -> block.apply(given, modulation, context, turns));
            int hint = layers.indexOf(i);
            if (hint >= 0) {
              // The control stream never looks at the main one, except at its very beginning.
              ControlEnds ends = controlEnds.get(hint);
              Tensor going = c;
              Tensor state =
                  Scope.keeping(
                      () -> {
                        Tensor entered = ends.enter(going, tokens);
                        return controlBlocks.with(
                            hint, block -> block.apply(entered, modulation, context, turns));
                      });
              Tensor plain = next;
              double strength = strengths.get(hint);
              next = Scope.keeping(() -> plain.plus(ends.out().apply(state), strength));
              plain.close();
              freeUnless(c, control);
              c = state;
            }
            freeUnless(x, tokens); // the streams are the largest tensors: one of each is enough
            x = next;
          }
          return x;
        });
  }

  private static void freeUnless(Tensor tensor, Tensor given) {
    if (tensor != given) {
      tensor.close();
    }
  }

  @Override
  public void close() {
    rotary.close();
    blocks.close();
    controlBlocks.close();
    parameters.close();
  }
}
