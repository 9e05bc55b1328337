package io.wan4j.engine.wan.catalogue;

import io.wan4j.engine.wan.catalogue.CheckpointCard.Borrowed;
import io.wan4j.engine.wan.catalogue.CheckpointCard.Part;
import io.wan4j.engine.wan.checkpoint.CheckpointException;
import io.wan4j.engine.wan.checkpoint.Config;
import io.wan4j.engine.wan.pipeline.SpeechToVideo;
import io.wan4j.engine.wan.transformer.TransformerConfig;
import io.wan4j.engine.wan.vae.VaeConfig;
import io.wan4j.torch.DType;
import io.wan4j.torch.Weights;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Arrays;
import java.util.EnumMap;
import java.util.List;
import java.util.Map;

/**
 * Describes a folder with {@code model_index.json} that no card of the catalogue stands for, from
 * its configuration and the headers of its files. The index may say more in remarks that other
 * programs pass over: {@code _sizes} (list of {@code "832x480"}), {@code _window}, {@code
 * _frames_per_second}, {@code _steps}, {@code _guidance}.
 */
public final class FolderCard {
  private static final List<Part> PARTS =
      List.of(
          Part.TRANSFORMER, Part.TEXT_ENCODER, Part.IMAGE_ENCODER, Part.AUDIO_ENCODER, Part.VAE);

  /** The packer of the frames before takes 16 latents in each direction as one token's side. */
  private static final int SPEECH_STEP = 64;

  private FolderCard() {}

  /**
   * @throws CheckpointException if the folder is none, or of a kind that is not known
   */
  public static CheckpointCard read(Path folder) {
    Path file = folder.resolve("model_index.json");
    if (!Files.exists(file)) {
      throw new CheckpointException(
          folder + " holds no model_index.json: it is not a checkpoint in the layout of diffusers");
    }
    Config index = Config.read(file);
    Config transformer = Config.read(folder.resolve("transformer/config.json"));
    VaeConfig vae = VaeConfig.read(Config.read(folder.resolve("vae/config.json")));
    Kind kind = kind(index);
    Map<Part, Long> parameters = new EnumMap<>(Part.class);
    Map<Part, DType> stored = new EnumMap<>(Part.class);
    for (Part part : PARTS) {
      Path weights = folder.resolve(part.name().toLowerCase(java.util.Locale.ROOT));
      if (Files.isDirectory(weights)) {
        Weights tensors = Weights.folder(weights);
        parameters.put(part, count(tensors));
        stored.put(part, tensors.dtype(tensors.names().iterator().next()));
      }
    }
    int control = transformer.has("vace_layers") ? transformer.integers("vace_layers").size() : 0;
    int experts = Files.isDirectory(folder.resolve("transformer_2")) ? 2 : 1;
    return new CheckpointCard(
        folder.getFileName().toString(),
        "",
        "",
        kind,
        tasks(kind),
        TransformerShape.of(
                TransformerConfig.read(transformer), control, parameters.get(Part.TRANSFORMER))
            .after(kind == Kind.SPEECH ? SpeechToVideo.FRAMES_BEFORE : 0),
        experts,
        parameters.containsKey(Part.IMAGE_ENCODER),
        vae,
        stored,
        parameters,
        Borrowed.NOTHING,
        film(index, kind, vae),
        sampling(index, folder, experts),
        List.of());
  }

  private static long count(Weights weights) {
    return weights.names().stream()
        .mapToLong(name -> Arrays.stream(weights.shape(name)).reduce(1, (a, b) -> a * b))
        .sum();
  }

  private static Kind kind(Config index) {
    String pipeline = index.text("_class_name");
    return switch (pipeline) {
      case "WanPipeline", "WanDMDPipeline" ->
          index.flag("expand_timesteps", false) ? Kind.TEXT_AND_IMAGE : Kind.TEXT;
      case "WanImageToVideoPipeline" ->
          index.flag("expand_timesteps", false) ? Kind.TEXT_AND_IMAGE : Kind.IMAGE;
      case "WanVACEPipeline" -> Kind.VACE;
      case "WanSpeechToVideoPipeline" -> Kind.SPEECH;
      case "WanAnimatePipeline" -> Kind.ANIMATE;
      default -> throw new CheckpointException(index + ": no pipeline is known for " + pipeline);
    };
  }

  private static List<Task> tasks(Kind kind) {
    return switch (kind) {
      case TEXT -> List.of(Task.TEXT);
      case IMAGE -> List.of(Task.FIRST_FRAME, Task.FIRST_AND_LAST_FRAME, Task.CONTINUATION);
      case TEXT_AND_IMAGE -> List.of(Task.TEXT, Task.FIRST_FRAME, Task.CONTINUATION);
      case VACE ->
          List.of(
              Task.TEXT,
              Task.FIRST_FRAME,
              Task.FIRST_AND_LAST_FRAME,
              Task.CONTINUATION,
              Task.REFERENCES,
              Task.EDIT);
      case SPEECH -> List.of(Task.SPEECH);
      case ANIMATE -> List.of(Task.ANIMATE);
    };
  }

  private static NativeFilm film(Config index, Kind kind, VaeConfig vae) {
    boolean later = vae.residual();
    List<String> sizes =
        index.has("_sizes")
            ? index.texts("_sizes")
            : List.of(later ? "1280x704" : "1280x720", "832x480");
    return new NativeFilm(
        sizes.stream().map(NativeFilm.Pixels::parse).toList(),
        kind == Kind.SPEECH ? SPEECH_STEP : 2 * vae.spatialFactor(),
        index.integer("_frames_per_second", later ? 24 : 16),
        index.integer("_window", kind == Kind.SPEECH ? 80 : later ? 121 : 81));
  }

  private static Sampling sampling(Config index, Path folder, int experts) {
    Config scheduler = Config.read(folder.resolve("scheduler/scheduler_config.json"));
    double shift =
        scheduler.has("flow_shift") ? scheduler.number("flow_shift") : scheduler.number("shift", 1);
    return new Sampling(
        "unipc",
        index.integer("_steps", 50),
        List.of(),
        index.number("_guidance", 5),
        null,
        shift,
        experts == 2 ? index.number("boundary_ratio") : 0);
  }
}
