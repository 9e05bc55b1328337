package io.wan4j.engine.wan.catalogue;

import io.wan4j.engine.wan.vae.VaeConfig;
import io.wan4j.torch.DType;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;

/**
 * One open checkpoint: where it is published, what it can do, how it is used.
 *
 * @param name by which people call it
 * @param repository on the hub, such as Wan-AI/Wan2.1-T2V-1.3B-Diffusers; empty for a folder of
 *     one's own
 * @param licence an SPDX name in lower case
 * @param experts transformers: 1, or 2 for high and low noise
 * @param vae the autoencoder
 * @param stored element types of the published files
 * @param parameters numbers in each part; of the transformer those of one expert
 * @param borrowed parts that come from another checkpoint
 * @param files to fetch; {@code *} stands for anything within a folder
 */
public record CheckpointCard(
    String name,
    String repository,
    String licence,
    Kind kind,
    List<Task> tasks,
    TransformerShape transformer,
    int experts,
    boolean imageEncoder,
    VaeConfig vae,
    Map<Part, DType> stored,
    Map<Part, Long> parameters,
    Borrowed borrowed,
    NativeFilm film,
    Sampling sampling,
    List<String> files) {

  public CheckpointCard {
    tasks = List.copyOf(tasks);
    stored = Map.copyOf(stored);
    parameters = Map.copyOf(parameters);
    files = List.copyOf(files);
  }

  /** What a checkpoint consists of. */
  public enum Part {
    TRANSFORMER,
    TEXT_ENCODER,
    IMAGE_ENCODER,
    AUDIO_ENCODER,
    VAE,
    TOKENIZER
  }

  /**
   * Parts that this repository has only in a form that is never opened.
   *
   * @param from names of checkpoints that have them, any of which will do
   */
  public record Borrowed(List<Part> parts, List<String> from) {
    public static final Borrowed NOTHING = new Borrowed(List.of(), List.of());

    public Borrowed {
      parts = List.copyOf(parts);
      from = List.copyOf(from);
    }
  }

  /**
   * The same with the networks that are really there, where the folder tells: whoever imports a
   * checkpoint of another size under this name is served by its sizes.
   */
  CheckpointCard asIn(Path folder) {
    if (!Files.exists(folder.resolve("model_index.json"))) {
      return this;
    }
    CheckpointCard there = FolderCard.read(folder);
    return new CheckpointCard(
        name,
        repository,
        licence,
        kind,
        tasks,
        there.transformer(),
        there.experts(),
        there.imageEncoder(),
        there.vae(),
        there.stored(),
        there.parameters(),
        borrowed,
        film,
        sampling,
        files);
  }

  public boolean does(Task task) {
    return tasks.contains(task);
  }

  /** Bytes to fetch; that the tree of the hub tells exactly. */
  public long downloadBytes() {
    return stored.entrySet().stream()
        .mapToLong(
            part ->
                parameters.get(part.getKey())
                    * part.getValue().bytes()
                    * (part.getKey() == Part.TRANSFORMER ? experts : 1))
        .sum();
  }
}
