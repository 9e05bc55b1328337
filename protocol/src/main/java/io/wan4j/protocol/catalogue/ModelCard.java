package io.wan4j.protocol.catalogue;

import java.util.List;
import java.util.Objects;
import java.util.Optional;
import java.util.stream.Stream;

/**
 * All that is known of a model: one row of {@code models.yaml} (DashScope reference, the pages of
 * each model).
 *
 * @param name the model's own name
 * @param aliases dated and regional names of the same model
 * @param generation for example {@code 2.7}
 * @param path where the cloud takes the model; this project takes every model on both paths
 * @param checker in whose words faults are told
 * @param inputs the URL fields directly in {@code input}
 * @param media what {@code input.media} takes; nothing if the model has no such field
 * @param functions what {@code input.function} may name; empty if the model has no such field
 * @param templates effects that {@code input.template} may name
 * @param audioSettings what {@code parameters.audio_setting} may be, the default first; empty if
 *     the model has no such field
 * @param shotTypes what {@code parameters.shot_type} may be, the default first; empty if the model
 *     goes by the prompt's words
 * @param usage the fields of a success's {@code usage}, in order
 * @param actualPrompt whether a success tells the rewritten prompt
 */
public record ModelCard(
    String name,
    List<String> aliases,
    String generation,
    Family family,
    CreatePath path,
    Checker checker,
    PromptRule prompt,
    List<InputField> inputs,
    MediaRule media,
    List<VaceFunction> functions,
    List<String> templates,
    SizeRule size,
    DurationRule duration,
    SoundRule sound,
    List<String> audioSettings,
    List<String> shotTypes,
    List<UsageField> usage,
    boolean actualPrompt,
    Prices prices,
    RateLimits rates) {
  public ModelCard {
    Objects.requireNonNull(name, "a model has no name");
    aliases = Lists.orEmpty(aliases);
    Objects.requireNonNull(generation, () -> name + " has no generation");
    Objects.requireNonNull(family, () -> name + " has no family");
    Objects.requireNonNull(path, () -> name + " has no path");
    Objects.requireNonNull(checker, () -> name + " has no checker");
    Objects.requireNonNull(prompt, () -> name + " has no prompt rule");
    inputs = Lists.orEmpty(inputs);
    media = media == null ? MediaRule.NONE : media;
    functions = Lists.orEmpty(functions);
    templates = Lists.orEmpty(templates);
    Objects.requireNonNull(size, () -> name + " has no size rule");
    Objects.requireNonNull(duration, () -> name + " has no duration rule");
    Objects.requireNonNull(sound, () -> name + " has no sound rule");
    audioSettings = Lists.orEmpty(audioSettings);
    shotTypes = Lists.orEmpty(shotTypes);
    usage = Lists.orEmpty(usage);
    Objects.requireNonNull(prices, () -> name + " has no prices");
    Objects.requireNonNull(rates, () -> name + " has no rate limits");
  }

  /** The own name and all aliases. */
  public List<String> names() {
    return Stream.concat(Stream.of(name), aliases.stream()).toList();
  }

  /** The function of this name. */
  public Optional<VaceFunction> function(String functionName) {
    return functions.stream().filter(function -> function.name().equals(functionName)).findFirst();
  }
}
