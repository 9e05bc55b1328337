package io.wan4j.engine.wan.transformer;

import io.wan4j.engine.wan.checkpoint.Config;
import io.wan4j.engine.wan.checkpoint.Parameters;
import io.wan4j.engine.wan.checkpoint.TensorSource;
import io.wan4j.torch.DType;
import io.wan4j.torch.Device;
import io.wan4j.torch.Functions;
import io.wan4j.torch.Scope;
import io.wan4j.torch.Tensor;
import java.util.ArrayList;
import java.util.List;

/**
 * Wan-Animate (arXiv 2509.14055; wan/modules/animate/model_animate.py): the body's pose is added to
 * the tokens, and the face's expression enters through attention after every few blocks. The first
 * latent frame is the reference picture, which has neither.
 */
public final class AnimateTransformer implements AutoCloseable {
  private static final int FRAME = 1;

  private final TransformerConfig config;
  private final int every;
  private final Parameters parameters;
  private final PatchEmbedding patches;
  private final PatchEmbedding posePatches;
  private final RotaryPositions rotary;
  private final ConditionEmbedding conditions;
  private final MotionEncoder motion;
  private final FaceEncoder face;
  private final List<TransformerBlock> blocks = new ArrayList<>();
  private final List<FaceAdapter> adapters = new ArrayList<>();
  private final Head head;

  private AnimateTransformer(TransformerConfig config, Config json, Parameters parameters) {
    this.config = config;
    this.parameters = parameters;
    this.every = json.integer("inject_face_latents_blocks");
    json.ignoring("motion_encoder_batch_size");
    long width = config.width();
    patches = new PatchEmbedding(parameters.at("patch_embedding"), config.inChannels(), width);
    posePatches =
        new PatchEmbedding(
            parameters.at("pose_patch_embedding"), json.integer("latent_channels"), width);
    rotary = new RotaryPositions(config.headSize());
    conditions = new ConditionEmbedding(parameters.at("condition_embedder"), config);
    MotionEncoder.Sizes sizes = MotionEncoder.Sizes.read(json);
    motion = new MotionEncoder(parameters.at("motion_encoder"), sizes);
    face =
        new FaceEncoder(
            parameters.at("face_encoder"),
            sizes.out(),
            json.integer("face_encoder_hidden_dim"),
            width,
            json.integer("face_encoder_num_heads"));
    for (int i = 0; i < config.layers(); i++) {
      blocks.add(new TransformerBlock(parameters.at("blocks." + i), config));
      if (i % every == 0) {
        adapters.add(new FaceAdapter(parameters.at("face_adapter." + i / every), config));
      }
    }
    head = new Head(parameters, "scale_shift_table", "proj_out", config);
  }

  /** From tensors under diffusers' names. */
  public static AnimateTransformer load(
      Config json, TensorSource tensors, DType type, Device device) {
    AnimateTransformer network =
        new AnimateTransformer(
            TransformerConfig.read(json), json, WanTransformer.parameters(tensors, type, device));
    json.requireAllUsed();
    network.parameters.requireAllUsed(WanTransformer::isNeedless);
    return network;
  }

  public TransformerConfig config() {
    return config;
  }

  /**
   * @param latents [B, in, T + 1, H, W]; frame 0 is the reference picture
   * @param pose latents of the pose video, [B, z, T, H, W]
   * @param faces pictures of the face in all pixel frames, [B, 3, F, S, S] in [-1, 1]
   */
  public Tensor velocity(
      Tensor latents, Tensor timestep, Context given, Tensor pose, Tensor faces) {
    return Scope.keeping(
        () -> {
          TokenGrid grid = TokenGrid.of(latents);
          long frameTokens = grid.rows() * grid.columns();
          Tensor x = patches.apply(latents).to(NetworkPrecision.stream(parameters));
          // Nothing is added to the tokens of the reference picture.
          x = x.plus(Functions.pad(posePatches.apply(pose), 0, 0, frameTokens, 0));
          RotaryPositions.Turns turns = rotary.of(grid, parameters.device());
          TimeEmbedding.Embedded time = conditions.time(timestep);
          Context context = conditions.context(given);
          Tensor expression = expression(faces);

          for (int i = 0; i < blocks.size(); i++) {
            x = blocks.get(i).apply(x, time.modulation(), context, turns);
            if (i % every == 0) {
              x = x.plus(adapters.get(i / every).apply(x, expression));
            }
          }
          return grid.join(head.apply(x, time.state())).to(DType.FLOAT32);
        });
  }

  /** Tokens of each latent frame, [B, T + 1, n, d]; zeros for the reference picture. */
  private Tensor expression(Tensor faces) {
    long batch = faces.size(0);
    long frames = faces.size(2);
    Tensor pictures =
        faces
            .to(parameters.device())
            .to(parameters.type())
            .permute(0, 2, 1, 3, 4)
            .reshape(batch * frames, 3, faces.size(3), faces.size(4));
    Tensor vectors = motion.apply(pictures).reshape(batch, frames, -1);
    Tensor tokens = face.apply(vectors);
    return Functions.pad(tokens, 0, 0, 0, 0, FRAME, 0);
  }

  @Override
  public void close() {
    rotary.close();
    parameters.close();
  }
}
