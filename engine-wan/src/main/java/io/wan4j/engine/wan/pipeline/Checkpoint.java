package io.wan4j.engine.wan.pipeline;

import io.wan4j.engine.wan.audio.Wav2Vec2Encoder;
import io.wan4j.engine.wan.checkpoint.AnyNames;
import io.wan4j.engine.wan.checkpoint.CheckpointException;
import io.wan4j.engine.wan.checkpoint.Config;
import io.wan4j.engine.wan.checkpoint.Parameters;
import io.wan4j.engine.wan.checkpoint.TensorSource;
import io.wan4j.engine.wan.image.ClipImageEncoder;
import io.wan4j.engine.wan.image.ImagePreparation.ClipInput;
import io.wan4j.engine.wan.lora.LoraTensors;
import io.wan4j.engine.wan.text.Umt5Encoder;
import io.wan4j.engine.wan.text.UnigramTokenizer;
import io.wan4j.engine.wan.transformer.SpeechTransformer;
import io.wan4j.engine.wan.transformer.TransformerConfig;
import io.wan4j.engine.wan.transformer.VaceTransformer;
import io.wan4j.engine.wan.transformer.WanTransformer;
import io.wan4j.engine.wan.vae.VaeConfig;
import io.wan4j.engine.wan.vae.WanVae;
import io.wan4j.torch.DType;
import io.wan4j.torch.Device;
import io.wan4j.torch.Weights;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;

/**
 * A checkpoint folder in the layout of Hugging Face: {@code model_index.json} names the parts, each
 * part has a folder with a configuration and safetensors files. Opening reads no weights.
 */
public final class Checkpoint {
  private final Path folder;
  private final Config index;

  private Checkpoint(Path folder, Config index) {
    this.folder = folder;
    this.index = index;
  }

  public static Checkpoint open(Path folder) {
    Path index = folder.resolve("model_index.json");
    if (!Files.exists(index)) {
      throw new CheckpointException(folder + " holds no model_index.json");
    }
    return new Checkpoint(folder, Config.read(index));
  }

  /** Such as {@code WanPipeline}. */
  public String kind() {
    return index.text("_class_name");
  }

  /**
   * What it can be given.
   *
   * @throws CheckpointException when its pipeline is not one that is known
   */
  public CheckpointKind family() {
    return switch (kind()) {
      case "WanPipeline" -> {
        if (expandsTimesteps()) {
          yield CheckpointKind.TEXT_AND_IMAGE;
        }
        yield has("transformer_2") ? CheckpointKind.TEXT_EXPERTS : CheckpointKind.TEXT;
      }
      case "WanImageToVideoPipeline" -> {
        if (!has("image_encoder")) {
          yield CheckpointKind.IMAGE_EXPERTS;
        }
        yield config("transformer").has("pos_embed_seq_len")
            ? CheckpointKind.FIRST_AND_LAST
            : CheckpointKind.IMAGE;
      }
      case "WanVACEPipeline" -> CheckpointKind.CONTROL;
      case "WanSpeechToVideoPipeline" -> CheckpointKind.SPEECH;
      default ->
          throw new CheckpointException(
              folder + " is for the pipeline " + kind() + ", which is not known here");
    };
  }

  public Path folder() {
    return folder;
  }

  /** Sizes of the transformer; both experts have the same. */
  public TransformerConfig transformerConfig() {
    return TransformerConfig.read(config("transformer"));
  }

  /** Bytes of all weights as they lie in the files. */
  public long bytes() {
    long bytes = 0;
    for (String part :
        List.of(
            "transformer",
            "transformer_2",
            "text_encoder",
            "image_encoder",
            "audio_encoder",
            "vae")) {
      if (has(part)) {
        bytes += Weights.folder(folder.resolve(part)).bytes();
      }
    }
    return bytes;
  }

  /** Sizes of the autoencoder. */
  public VaeConfig vaeConfig() {
    return VaeConfig.read(config("vae"));
  }

  /** Whether the part is there; absent parts are named with nulls. */
  public boolean has(String part) {
    return index.has(part) && !index.texts(part).contains("null");
  }

  /** Share of the noise from which on the first expert works; 0 with a single transformer. */
  public double boundary() {
    return has("transformer_2") ? index.number("boundary_ratio") : 0;
  }

  /** Whether a given first picture is told by a timestep of 0 for its tokens (TI2V-5B). */
  public boolean expandsTimesteps() {
    return index.flag("expand_timesteps", false);
  }

  /** Class of the scheduler that the checkpoint was saved with. */
  public String schedulerKind() {
    return scheduler().text("_class_name");
  }

  /** The scheduler's shift; the published A14B files hold another than the recommended one. */
  public double shift() {
    Config scheduler = scheduler();
    return scheduler.has("flow_shift")
        ? scheduler.number("flow_shift")
        : scheduler.number("shift", 1);
  }

  private Config scheduler() {
    return Config.read(folder.resolve("scheduler/scheduler_config.json"));
  }

  public UnigramTokenizer tokenizer() {
    return UnigramTokenizer.load(folder.resolve("tokenizer"));
  }

  public Umt5Encoder textEncoder(Parameters.Precision precision) {
    return Umt5Encoder.load(
        config("text_encoder"), AnyNames.textEncoder(tensors("text_encoder")), precision);
  }

  /** The text encoder with its tokenizer, loaded when it is first needed. */
  public PromptEncoder prompts(DType type, Device device) {
    return prompts(Parameters.Precision.of(type, device));
  }

  /** The same, with its blocks streamed where the precision says so. */
  public PromptEncoder prompts(Parameters.Precision precision) {
    return new PromptEncoder(tokenizer(), () -> textEncoder(precision));
  }

  public ClipImageEncoder imageEncoder(DType type, Device device) {
    return ClipImageEncoder.load(config("image_encoder"), tensors("image_encoder"), type, device);
  }

  public ClipInput imageInput() {
    return ClipInput.read(Config.read(folder.resolve("image_processor/preprocessor_config.json")));
  }

  public WanVae vae(DType type, Device device) {
    VaeConfig config = vaeConfig();
    TensorSource tensors = AnyNames.vae(tensors("vae"), config.residual(), config.residualBlocks());
    return WanVae.load(config, tensors, type, device);
  }

  /** {@code transformer}, the high-noise expert, or {@code transformer_2}. */
  public WanTransformer transformer(
      String part, Parameters.Precision precision, List<LoraTensors.Applied> loras) {
    return WanTransformer.load(config(part), merged(part, loras), precision);
  }

  public VaceTransformer vaceTransformer(
      String part, Parameters.Precision precision, List<LoraTensors.Applied> loras) {
    return VaceTransformer.load(config(part), merged(part, loras), precision);
  }

  /** Of a checkpoint that is driven by speech. */
  public SpeechTransformer speechTransformer(Parameters.Precision precision) {
    return SpeechTransformer.load(config("transformer"), tensors("transformer"), precision);
  }

  /** What such a checkpoint hears with. */
  public Wav2Vec2Encoder audioEncoder(Device device) {
    return Wav2Vec2Encoder.load(config("audio_encoder"), tensors("audio_encoder"), device);
  }

  private TensorSource merged(String part, List<LoraTensors.Applied> loras) {
    TensorSource tensors = AnyNames.transformer(tensors(part));
    return loras.isEmpty() ? tensors : new LoraTensors(tensors, loras);
  }

  private Config config(String part) {
    return Config.read(folder.resolve(part).resolve("config.json"));
  }

  private TensorSource tensors(String part) {
    return TensorSource.of(Weights.folder(folder.resolve(part)));
  }

  @Override
  public String toString() {
    return folder.toString();
  }
}
