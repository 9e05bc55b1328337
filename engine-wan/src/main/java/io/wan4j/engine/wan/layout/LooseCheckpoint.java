package io.wan4j.engine.wan.layout;

import com.fasterxml.jackson.databind.json.JsonMapper;
import com.fasterxml.jackson.databind.node.ObjectNode;
import io.wan4j.engine.wan.checkpoint.CheckpointException;
import io.wan4j.engine.wan.checkpoint.Config;
import io.wan4j.engine.wan.layout.PartFiles.Role;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.TreeMap;
import java.util.stream.Stream;

/**
 * A checkpoint as the Wan repositories publish it, or in single files, which can be given the hub's
 * layout: a folder of links to its weights, with the configurations that its tensors' shapes tell.
 * Networks are known by the names of their tensors. Pickles are never opened.
 */
public final class LooseCheckpoint {
  private static final JsonMapper JSON = new JsonMapper();
  private static final String HIGH = "high_noise_model";
  private static final String LOW = "low_noise_model";
  private static final String TOKENIZER = "google/umt5-xxl";

  private final String source;
  private final List<PartFiles> transformers;
  private final Optional<Config> config;
  private final PartFiles textEncoder;
  private final PartFiles vae;
  private final Path tokenizer;

  private LooseCheckpoint(
      String source, List<PartFiles> parts, Optional<Config> config, Optional<Path> tokenizer) {
    this.source = source;
    this.config = config;
    this.transformers =
        parts.stream()
            .filter(part -> part.role() == Role.TRANSFORMER)
            .sorted(Comparator.comparing(LooseCheckpoint::forLittleNoise))
            .toList();
    if (transformers.isEmpty() || transformers.size() > 2) {
      throw new CheckpointException(
          "%s holds %d transformers in safetensors, not one, or one for much noise and one for little"
              .formatted(source, transformers.size()));
    }
    this.textEncoder = only(parts, Role.TEXT_ENCODER, "a text encoder (umt5-xxl)");
    this.vae = only(parts, Role.VAE, "an autoencoder (Wan2.1_VAE or Wan2.2_VAE)");
    this.tokenizer =
        tokenizer.orElseThrow(
            () ->
                new CheckpointException(
                    source + " lacks the tokenizer, spiece.model (" + TOKENIZER + ")"));
  }

  /** Whether a folder lies as the Wan repositories have it. */
  public static boolean isOne(Path folder) {
    return !Files.exists(folder.resolve("model_index.json"))
        && (Files.exists(folder.resolve("config.json"))
            || Files.exists(folder.resolve(HIGH).resolve("config.json")));
  }

  /** Whether such a folder has text encoder and autoencoder in a form that can be read. */
  public static boolean isWhole(Path folder) {
    List<Role> roles = PartFiles.in(folder).stream().map(PartFiles::role).toList();
    return roles.contains(Role.TEXT_ENCODER) && roles.contains(Role.VAE);
  }

  /**
   * A folder of the Wan repositories.
   *
   * @throws CheckpointException with what is missing
   */
  public static LooseCheckpoint in(Path folder) {
    boolean experts = Files.isDirectory(folder.resolve(HIGH));
    List<PartFiles> parts = new ArrayList<>(PartFiles.in(folder));
    if (experts) {
      parts.addAll(PartFiles.in(folder.resolve(HIGH)));
      parts.addAll(PartFiles.in(folder.resolve(LOW)));
    }
    Path config = folder.resolve(experts ? HIGH : "").resolve("config.json");
    Path pieces = folder.resolve(TOKENIZER).resolve("spiece.model");
    return new LooseCheckpoint(
        folder.toString(),
        parts,
        Optional.of(config).filter(Files::exists).map(Config::read),
        Optional.of(pieces).filter(Files::exists).map(Path::getParent));
  }

  /**
   * Single files: transformers, text encoder, autoencoder as safetensors, and {@code spiece.model}.
   *
   * @throws CheckpointException with what is missing, or what is no network that is known
   */
  public static LooseCheckpoint of(List<Path> files) {
    List<PartFiles> parts = new ArrayList<>();
    Optional<Path> tokenizer = Optional.empty();
    Optional<Config> config = Optional.empty();
    for (Path file : files) {
      String name = file.getFileName().toString();
      if (name.equals("spiece.model")) {
        tokenizer = Optional.of(file.toAbsolutePath().getParent());
      } else if (name.equals("config.json")) {
        config = Optional.of(Config.read(file));
      } else if (name.endsWith(".safetensors")) {
        parts.add(
            PartFiles.of(file)
                .orElseThrow(
                    () ->
                        new CheckpointException(
                            file + " holds none of the networks that are known here")));
      } else {
        throw new CheckpointException(
            file + " is no .safetensors file, spiece.model or config.json; pickles are not opened");
      }
    }
    return new LooseCheckpoint(files.toString(), parts, config, tokenizer);
  }

  private PartFiles only(List<PartFiles> parts, Role role, String what) {
    List<PartFiles> all = parts.stream().filter(part -> part.role() == role).toList();
    if (all.size() != 1) {
      throw new CheckpointException(
          source
              + (all.isEmpty() ? " lacks " : " has more than ")
              + what
              + " in safetensors; pickles (.pth) are not opened: take the file of a checkpoint in"
              + " the hub's layout, or one that was repacked");
    }
    return all.getFirst();
  }

  private static boolean forLittleNoise(PartFiles part) {
    return part.files().getFirst().toAbsolutePath().toString().toLowerCase().contains("low");
  }

  /**
   * Gives it the hub's layout.
   *
   * @param folder takes links and configurations; made if it does not exist
   * @return the folder
   */
  public Path arrange(Path folder) {
    try {
      ObjectNode transformer = PartConfigs.transformer(transformers.getFirst(), config);
      ObjectNode index = index(transformer);
      for (int i = 0; i < transformers.size(); i++) {
        String part = i == 0 ? "transformer" : "transformer_2";
        component(folder, index, part, "diffusers", transformers.get(i), transformer);
      }
      component(
          folder,
          index,
          "text_encoder",
          "transformers",
          textEncoder,
          PartConfigs.textEncoder(textEncoder));
      component(folder, index, "vae", "diffusers", vae, PartConfigs.vae(vae));
      index.putArray("tokenizer").add("transformers").add("T5TokenizerFast");
      for (Map.Entry<String, Path> file : tokenizerFiles().entrySet()) {
        link(folder.resolve("tokenizer").resolve(file.getKey()), file.getValue());
      }
      index.putArray("scheduler").add("diffusers").add("UniPCMultistepScheduler");
      ObjectNode scheduler = JSON.createObjectNode();
      scheduler.put("_class_name", "UniPCMultistepScheduler");
      scheduler.put("flow_shift", shift(transformer));
      write(folder.resolve("scheduler/scheduler_config.json"), scheduler);
      // The index comes last: a folder with one is complete.
      write(folder.resolve("model_index.json"), index);
      return folder;
    } catch (IOException e) {
      throw new UncheckedIOException("cannot arrange " + source + " in " + folder, e);
    }
  }

  private ObjectNode index(ObjectNode transformer) {
    ObjectNode index = JSON.createObjectNode();
    boolean image = transformer.get("in_channels").intValue() == 36;
    boolean expands = transformer.get("in_channels").intValue() == 48;
    if (transformer.has("image_dim")) {
      throw new CheckpointException(
          source
              + " looks at pictures through CLIP, which the Wan repositories only have as a pickle;"
              + " fetch the checkpoint in the hub's layout (wan4j models pull)");
    }
    String pipeline = image ? "WanImageToVideoPipeline" : "WanPipeline";
    index.put("_class_name", transformer.has("vace_layers") ? "WanVACEPipeline" : pipeline);
    if (transformers.size() == 2) {
      // wan/configs/wan_t2v_A14B.py and wan_i2v_A14B.py
      index.put("boundary_ratio", image ? 0.9 : 0.875);
    }
    index.put("expand_timesteps", expands);
    return index;
  }

  /** As the Wan repositories recommend it (README, generate.py). */
  private double shift(ObjectNode transformer) {
    if (transformer.has("vace_layers")) {
      return 16;
    }
    boolean image = transformer.get("in_channels").intValue() == 36;
    if (transformers.size() == 2) {
      return image ? 5 : 12;
    }
    return transformer.get("num_layers").intValue() == 30 && !image ? 3 : 5;
  }

  private static void component(
      Path folder,
      ObjectNode index,
      String part,
      String library,
      PartFiles files,
      ObjectNode config)
      throws IOException {
    String kind = config.path("_class_name").asText("UMT5EncoderModel");
    index.putArray(part).add(library).add(kind);
    write(folder.resolve(part).resolve("config.json"), config);
    for (Path file : files.files()) {
      link(folder.resolve(part).resolve(file.getFileName().toString()), file);
    }
  }

  private Map<String, Path> tokenizerFiles() throws IOException {
    Map<String, Path> files = new TreeMap<>();
    try (Stream<Path> all = Files.list(tokenizer)) {
      all.filter(file -> file.getFileName().toString().matches("spiece\\.model|.*token.*\\.json"))
          .forEach(file -> files.put(file.getFileName().toString(), file));
    }
    return files;
  }

  private static void link(Path link, Path file) throws IOException {
    Files.createDirectories(link.getParent());
    Files.deleteIfExists(link);
    Files.createSymbolicLink(link, file.toRealPath());
  }

  private static void write(Path file, ObjectNode json) throws IOException {
    Files.createDirectories(file.getParent());
    Files.writeString(file, JSON.writerWithDefaultPrettyPrinter().writeValueAsString(json) + "\n");
  }
}
