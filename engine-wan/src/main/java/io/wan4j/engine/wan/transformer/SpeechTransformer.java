package io.wan4j.engine.wan.transformer;

import io.wan4j.engine.wan.checkpoint.Blocks;
import io.wan4j.engine.wan.checkpoint.Config;
import io.wan4j.engine.wan.checkpoint.NameRules;
import io.wan4j.engine.wan.checkpoint.Parameters;
import io.wan4j.engine.wan.checkpoint.RenamedTensors;
import io.wan4j.engine.wan.checkpoint.TensorSource;
import io.wan4j.torch.DType;
import io.wan4j.torch.Device;
import io.wan4j.torch.Functions;
import io.wan4j.torch.Scope;
import io.wan4j.torch.Tensor;
import java.util.ArrayList;
import java.util.List;

/**
 * Wan-S2V (arXiv 2508.18621; wan/modules/s2v/model_s2v.py): a person in a picture speaks. Tokens of
 * the reference picture and of the clip before follow the video's; they are not noisy, so their
 * timestep is 0. Speech enters through attention after some blocks.
 */
public final class SpeechTransformer implements AutoCloseable {
  /** The reference picture stands at this time, away from the clip. */
  private static final int REFERENCE_TIME = 30;

  /** Frames of speech put before the first, in pixel and in latent frames. */
  private static final int SPEECH_BEFORE = 73;

  private static final int LATENT_BEFORE = 19;

  private final TransformerConfig config;
  private final int textRows;
  private final List<Integer> injectAfter;
  private final Parameters parameters;
  private final PatchEmbedding patches;
  private final PatchEmbedding posePatches;
  private final MotionPacker packer;
  private final Tensor kinds;
  private final RotaryPositions rotary;
  private final ConditionEmbedding conditions;
  private final AudioEncoder audio;
  private final Blocks<TransformerBlock> blocks;
  private final List<AudioInjector> injectors = new ArrayList<>();
  private final Head head;

  private SpeechTransformer(TransformerConfig config, Config json, Parameters parameters) {
    this.config = config;
    this.parameters = parameters;
    textRows = json.integer("text_len", 512);
    injectAfter = json.integers("audio_inject_layers");
    long width = config.width();
    patches = new PatchEmbedding(parameters.at("patch_embedding"), config.inChannels(), width);
    posePatches =
        new PatchEmbedding(parameters.at("cond_encoder"), json.integer("cond_dim"), width);
    packer = new MotionPacker(parameters.at("frame_packer"), config.inChannels(), width);
    kinds = parameters.get("trainable_cond_mask.weight", 3, width);
    rotary = new RotaryPositions(config.headSize());
    conditions = new ConditionEmbedding(parameters.at("condition_embedder"), config);
    audio =
        new AudioEncoder(
            parameters.at("casual_audio_encoder"),
            json.integer("audio_dim"),
            width,
            json.integer("num_audio_token"));
    blocks =
        Blocks.of(
            parameters, "blocks", config.layers(), block -> new TransformerBlock(block, config));
    Parameters injector = parameters.at("audio_injector");
    for (int i = 0; i < injectAfter.size(); i++) {
      injectors.add(
          new AudioInjector(
              injector.at("injector." + i), injector.at("injector_adain_layers." + i), config));
    }
    head = new Head(parameters, "scale_shift_table", "proj_out", config);
  }

  /** From tensors under the names of the Wan repository, which are the only ones published. */
  public static SpeechTransformer load(
      Config json, TensorSource tensors, DType type, Device device) {
    return load(json, tensors, NetworkPrecision.of(type, device));
  }

  /** The same as {@link NetworkPrecision} says. */
  public static SpeechTransformer load(
      Config json, TensorSource tensors, Parameters.Precision precision) {
    TransformerConfig config = TransformerConfig.read(json);
    json.expect("adain_mode", "attn_norm");
    json.expect("enable_adain", true);
    json.expect("enable_framepack", true);
    json.expect("enable_motioner", false);
    json.expect("enable_tsm", false);
    json.expect("trainable_token_pos_emb", false);
    json.expect("zero_timestep", true);
    json.ignoring("add_last_motion", "framepack_drop_mode", "zero_init");
    TensorSource renamed = new RenamedTensors(tensors, NameRules.transformer());
    SpeechTransformer network =
        new SpeechTransformer(config, json, new Parameters(renamed, precision));
    json.requireAllUsed();
    network.parameters.requireAllUsed(
        name -> WanTransformer.isNeedless(name) || network.blocks.isRead(name));
    return network;
  }

  public TransformerConfig config() {
    return config;
  }

  /**
   * What a clip is made from.
   *
   * @param reference latents of the person's picture, [B, z, 1, H, W]
   * @param motion latents of the frames before, [B, z, n, H, W] with n up to 19, or none
   * @param pose latents of the pose video or zeros, [B, z, T, H, W]
   * @param speech hidden states of wav2vec2, [B, 25, audio width, 4·T]
   */
  public record Conditions(Tensor reference, List<Tensor> motion, Tensor pose, Tensor speech) {
    public Conditions {
      motion = List.copyOf(motion);
    }
  }

  /**
   * @param latents noisy latents of the clip, [B, z, T, H, W]
   * @param timestep [B]
   * @param text rows of the text encoder, [B, S, width]
   */
  public Tensor velocity(Tensor latents, Tensor timestep, Tensor text, Conditions given) {
    return velocity(latents, timestep, text, given, StepCache.none());
  }

  /**
   * The same.
   *
   * @param cache decides whether blocks are computed
   */
  public Tensor velocity(
      Tensor latents, Tensor timestep, Tensor text, Conditions given, StepCache cache) {
    return Scope.keeping(
        () -> {
          TokenGrid grid = TokenGrid.of(latents);
          long videoTokens = grid.tokens();
          Tensor x = tokens(latents, given).to(NetworkPrecision.stream(parameters));
          RotaryPositions.Turns turns =
              rotary.of(positions(grid, !given.motion().isEmpty()), parameters.device());
          Tensor times = timestep.reshape(-1, 1).to(DType.FLOAT32).expand(x.size(0), videoTokens);
          TimeEmbedding.Embedded time =
              conditions.time(Functions.pad(times, 0, x.size(1) - videoTokens));
          Context context =
              conditions.context(
                  Context.ofText(Functions.pad(text, 0, 0, 0, textRows - text.size(1))));
          AudioEncoder.Encoded speech = speech(given.speech());

          Tensor y =
              cache.apply(
                  x,
                  new StepCache.TimeSignal(
                      time.state().slice(1, 0, 1), time.modulation().slice(1, 0, 1)),
                  tokens -> blocks(tokens, videoTokens, time.modulation(), context, turns, speech));

          Tensor video = y.slice(1, 0, videoTokens);
          Tensor state = time.state().slice(1, 0, videoTokens);
          return grid.join(head.apply(video, state)).to(DType.FLOAT32);
        });
  }

  private Tensor blocks(
      Tensor tokens,
      long videoTokens,
      Tensor modulation,
      Context context,
      RotaryPositions.Turns turns,
      AudioEncoder.Encoded speech) {
    return Scope.keeping(
        () -> {
          Tensor x = tokens;
          for (int i = 0; i < blocks.count(); i++) {
            Tensor given = x;
            Tensor next = blocks.with(i, block -> block.apply(given, modulation, context, turns));
            int injector = injectAfter.indexOf(i);
            if (injector >= 0) {
              next = spoken(next, videoTokens, injectors.get(injector), speech);
            }
            if (x != tokens) {
              x.close(); // the stream is the largest tensor: do not keep one per block
            }
            x = next;
          }
          return x;
        });
  }

  /** Only the video's tokens hear. */
  private static Tensor spoken(
      Tensor x, long videoTokens, AudioInjector injector, AudioEncoder.Encoded speech) {
    return Scope.keeping(
        () -> {
          Tensor heard = injector.apply(x.slice(1, 0, videoTokens), speech);
          return x.plus(Functions.pad(heard, 0, 0, 0, x.size(1) - videoTokens));
        });
  }

  /** Video, reference and motion tokens one after the other, each marked by its kind. */
  private Tensor tokens(Tensor latents, Conditions given) {
    List<Tensor> parts = new ArrayList<>();
    parts.add(marked(patches.apply(latents).plus(posePatches.apply(given.pose())), 0));
    parts.add(marked(patches.apply(given.reference()), 1));
    given.motion().forEach(motion -> parts.add(marked(packer.apply(motion), 2)));
    return Functions.cat(1, parts);
  }

  private Tensor marked(Tensor tokens, int kind) {
    return tokens.plus(kinds.select(0, kind).to(tokens.dtype()));
  }

  private static RotaryPositions.Position[] positions(TokenGrid grid, boolean motion) {
    List<RotaryPositions.Position> positions = new ArrayList<>();
    for (int t = 0; t <= grid.frames(); t++) {
      for (int h = 0; h < grid.rows(); h++) {
        for (int w = 0; w < grid.columns(); w++) {
          int time = t == grid.frames() ? REFERENCE_TIME : t;
          positions.add(new RotaryPositions.Position(time, h, w));
        }
      }
    }
    if (motion) {
      positions.addAll(MotionPacker.positions(grid));
    }
    return positions.toArray(RotaryPositions.Position[]::new);
  }

  /** The first frame of speech also stands for the time before; its tokens are dropped again. */
  private AudioEncoder.Encoded speech(Tensor features) {
    long[] shape = features.shape();
    shape[3] = SPEECH_BEFORE;
    Tensor before = features.slice(3, 0, 1).expand(shape);
    Tensor heard = Functions.cat(3, before, features).to(parameters.device());
    AudioEncoder.Encoded all = audio.apply(heard);
    return new AudioEncoder.Encoded(
        all.local().slice(1, LATENT_BEFORE, all.local().size(1)),
        all.global().slice(1, LATENT_BEFORE, all.global().size(1)));
  }

  @Override
  public void close() {
    blocks.close();
    parameters.close();
  }
}
