package io.wan4j.protocol;

import io.wan4j.protocol.catalogue.MediaRole;
import io.wan4j.protocol.catalogue.ModelCard;
import java.util.List;
import java.util.Objects;
import java.util.Optional;

/**
 * A request that passed every check that needs no file, with every default filled in.
 *
 * @param card the model
 * @param modelName the model's name as the request has it, which may be an alias
 * @param originalPrompt the prompt as it came; "" if there is none
 * @param prompt the prompt to follow, cut to the model's limit; "" if there is none or a template
 *     takes its place
 * @param negativePrompt what shall not be seen, cut to the model's limit; may be ""
 * @param media the input files in the order of the request
 * @param promptExtend whether the prompt is to be rewritten
 * @param watermark whether the film is to be marked
 */
public record VideoOrder(
    ModelCard card,
    String modelName,
    VideoTask task,
    String originalPrompt,
    String prompt,
    String negativePrompt,
    List<MediaInput> media,
    SizeChoice size,
    Length length,
    SeedChoice seed,
    boolean promptExtend,
    boolean watermark,
    SoundChoice sound,
    ShotType shotType) {
  public VideoOrder {
    Objects.requireNonNull(card, "card is null");
    Objects.requireNonNull(modelName, "modelName is null");
    Objects.requireNonNull(task, "task is null");
    Objects.requireNonNull(originalPrompt, "originalPrompt is null");
    Objects.requireNonNull(prompt, "prompt is null");
    Objects.requireNonNull(negativePrompt, "negativePrompt is null");
    media = List.copyOf(media);
    Objects.requireNonNull(size, "size is null");
    Objects.requireNonNull(length, "length is null");
    Objects.requireNonNull(seed, "seed is null");
    Objects.requireNonNull(sound, "sound is null");
    Objects.requireNonNull(shotType, "shotType is null");
  }

  /** The first input of the role. */
  public Optional<MediaInput> firstOf(MediaRole role) {
    return media.stream().filter(input -> input.role() == role).findFirst();
  }

  /** All inputs of the role in the order of the request. */
  public List<MediaInput> allOf(MediaRole role) {
    return media.stream().filter(input -> input.role() == role).toList();
  }

  /** Whether a success tells the prompt it followed ({@code actual_prompt}). */
  public boolean tellsActualPrompt() {
    return card.actualPrompt() && promptExtend;
  }

  /** Whether the film has a sound track. */
  public boolean hasSound() {
    return !(sound instanceof SoundChoice.Silent);
  }
}
