package io.wan4j.engine.wan.tiny;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.json.JsonMapper;
import com.fasterxml.jackson.databind.node.ObjectNode;
import io.wan4j.engine.wan.audio.Wav2Vec2Config;
import io.wan4j.engine.wan.checkpoint.CheckpointException;
import io.wan4j.engine.wan.checkpoint.Config;
import io.wan4j.engine.wan.checkpoint.SafetensorsWriter;
import io.wan4j.engine.wan.image.ClipConfig;
import io.wan4j.engine.wan.shape.AutoencoderShapes;
import io.wan4j.engine.wan.shape.EncoderShapes;
import io.wan4j.engine.wan.shape.SpeechShapes;
import io.wan4j.engine.wan.shape.TensorShapes;
import io.wan4j.engine.wan.shape.TransformerShapes;
import io.wan4j.engine.wan.text.Umt5Config;
import io.wan4j.engine.wan.transformer.TransformerConfig;
import io.wan4j.engine.wan.vae.VaeConfig;
import io.wan4j.torch.DType;
import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;

/**
 * Writes a small checkpoint of one kind, in the layout of the hub and with every file that a
 * published one has. The same seed gives the same bytes on every machine. Kinds stand in {@code
 * kinds.json} beside this class.
 */
public final class TinyCheckpoint {
  private static final JsonMapper JSON = new JsonMapper();
  private static final String DIFFUSERS = "diffusers";
  private static final String TRANSFORMERS = "transformers";
  private static final String DIFFUSERS_STEM = "diffusion_pytorch_model";
  private static final String TRANSFORMERS_STEM = "model";

  private final String name;
  private final JsonNode kind;
  private final long seed;

  private TinyCheckpoint(String name, JsonNode kind, long seed) {
    this.name = name;
    this.kind = kind;
    this.seed = seed;
  }

  /** Such as {@code tiny-t2v}; all of them, in the file's order. */
  public static List<String> kinds() {
    List<String> names = new ArrayList<>();
    resource("kinds.json").fieldNames().forEachRemaining(names::add);
    return names;
  }

  /**
   * The checkpoint of that kind.
   *
   * @throws CheckpointException when there is no such kind
   */
  public static TinyCheckpoint of(String kind, long seed) {
    JsonNode found = resource("kinds.json").path(kind);
    if (found.isMissingNode()) {
      throw new CheckpointException(
          "no tiny checkpoint is named " + kind + "; there are: " + String.join(", ", kinds()));
    }
    return new TinyCheckpoint(kind, found, seed);
  }

  /**
   * Writes the checkpoint.
   *
   * @param folder takes the files; made if it does not exist
   * @return the folder
   */
  public Path write(Path folder) {
    try {
      Files.createDirectories(folder);
      ObjectNode index = JSON.createObjectNode();
      index.put("_class_name", kind.get("pipeline").asText());
      index.put("_diffusers_version", "0.35.0");
      index.put("_name_or_path", "wan4j/" + name);
      index.setAll((ObjectNode) kind.get("settings"));
      scheduler(folder, index);
      text(folder, index);
      for (JsonNode part : kind.get("transformers")) {
        transformer(folder, index, part.asText());
      }
      vae(folder, index);
      if (kind.path("image_encoder").asBoolean()) {
        image(folder, index);
      }
      if (kind.path("audio_encoder").asBoolean()) {
        audio(folder, index);
      }
      for (JsonNode part : kind.path("absent")) {
        index.putArray(part.asText()).addNull().addNull();
      }
      // The index comes last: a folder with one is complete.
      json(folder.resolve("model_index.json"), index);
      return folder;
    } catch (IOException e) {
      throw new UncheckedIOException("cannot write the checkpoint " + name + " to " + folder, e);
    }
  }

  private void scheduler(Path folder, ObjectNode index) throws IOException {
    ObjectNode config = resource("scheduler.json");
    config.put("flow_shift", kind.get("flow_shift").doubleValue());
    json(
        part(folder, index, "scheduler", DIFFUSERS, config).resolve("scheduler_config.json"),
        config);
  }

  private void text(Path folder, ObjectNode index) throws IOException {
    SentencePieceWriter pieces = new SentencePieceWriter(words());
    Path tokenizer = Files.createDirectories(folder.resolve("tokenizer"));
    index.putArray("tokenizer").add(TRANSFORMERS).add("T5TokenizerFast");
    Files.write(tokenizer.resolve("spiece.model"), pieces.model());
    json(tokenizer.resolve("tokenizer_config.json"), resource("tokenizer.json"));
    ObjectNode special = JSON.createObjectNode();
    special.put("eos_token", "</s>").put("pad_token", "<pad>").put("unk_token", "<unk>");
    json(tokenizer.resolve("special_tokens_map.json"), special);

    ObjectNode config = resource("text-encoder.json");
    config.put("vocab_size", pieces.size());
    boolean half = kind.path("sixteen_bit_text").asBoolean();
    config.put("torch_dtype", half ? "bfloat16" : "float32");
    Path encoder = Files.createDirectories(folder.resolve("text_encoder"));
    index.putArray("text_encoder").add(TRANSFORMERS).add("UMT5EncoderModel");
    json(encoder.resolve("config.json"), config);
    TensorShapes shapes = EncoderShapes.text(Umt5Config.read(parsed("text_encoder", config)));
    weights(encoder, TRANSFORMERS_STEM, shapes, half ? DType.BFLOAT16 : DType.FLOAT32, 1);
  }

  private void transformer(Path folder, ObjectNode index, String part) throws IOException {
    ObjectNode config = resource(kind.path("transformer_config").asText("transformer.json"));
    config.setAll((ObjectNode) kind.get("transformer"));
    Path place = part(folder, index, part, DIFFUSERS, config);
    json(place.resolve("config.json"), config);
    Config parsed = parsed(part, config);
    TransformerConfig sizes = TransformerConfig.read(parsed);
    weights(
        place, DIFFUSERS_STEM, shapes(parsed, sizes), DType.FLOAT32, kind.path("shards").asInt(1));
  }

  private static TensorShapes shapes(Config config, TransformerConfig sizes) {
    if (config.has("audio_inject_layers")) {
      return SpeechShapes.transformer(sizes, config);
    }
    return config.has("vace_layers")
        ? TransformerShapes.vace(
            sizes, config.integer("vace_in_channels"), config.integers("vace_layers").size())
        : TransformerShapes.of(sizes);
  }

  private void vae(Path folder, ObjectNode index) throws IOException {
    ObjectNode config = resource(kind.get("vae").asText());
    Path place = part(folder, index, "vae", DIFFUSERS, config);
    json(place.resolve("config.json"), config);
    TensorShapes shapes = AutoencoderShapes.of(VaeConfig.read(parsed("vae", config)));
    weights(place, DIFFUSERS_STEM, shapes, DType.FLOAT32, 1);
  }

  private void image(Path folder, ObjectNode index) throws IOException {
    ObjectNode config = resource("image-encoder.json");
    Path encoder = Files.createDirectories(folder.resolve("image_encoder"));
    index.putArray("image_encoder").add(TRANSFORMERS).add("CLIPVisionModelWithProjection");
    json(encoder.resolve("config.json"), config);
    TensorShapes shapes =
        EncoderShapes.image(
            ClipConfig.read(parsed("image_encoder", config)),
            config.get("projection_dim").intValue());
    weights(encoder, TRANSFORMERS_STEM, shapes, DType.FLOAT32, 1);
    Path processor = Files.createDirectories(folder.resolve("image_processor"));
    index.putArray("image_processor").add(TRANSFORMERS).add("CLIPImageProcessor");
    json(processor.resolve("preprocessor_config.json"), resource("image-processor.json"));
  }

  private void audio(Path folder, ObjectNode index) throws IOException {
    ObjectNode config = resource("audio-encoder.json");
    Path encoder = Files.createDirectories(folder.resolve("audio_encoder"));
    index.putArray("audio_encoder").add(TRANSFORMERS).add("Wav2Vec2ForCTC");
    json(encoder.resolve("config.json"), config);
    TensorShapes shapes =
        SpeechShapes.encoder(Wav2Vec2Config.read(parsed("audio_encoder", config)));
    weights(encoder, TRANSFORMERS_STEM, shapes, DType.FLOAT32, 1);
  }

  /** A component whose class its own configuration names. */
  private static Path part(
      Path folder, ObjectNode index, String part, String library, ObjectNode config)
      throws IOException {
    index.putArray(part).add(library).add(config.get("_class_name").asText());
    return Files.createDirectories(folder.resolve(part));
  }

  private void weights(Path folder, String stem, TensorShapes shapes, DType type, int shards)
      throws IOException {
    long own = seed * 31 + folder.getFileName().toString().hashCode();
    new SafetensorsWriter(new SeededWeights(own), type).write(folder, stem, shapes.all(), shards);
  }

  private static Config parsed(String source, ObjectNode config) {
    return Config.parse(source, config.toString());
  }

  private static void json(Path file, JsonNode json) throws IOException {
    Files.writeString(file, JSON.writerWithDefaultPrettyPrinter().writeValueAsString(json) + "\n");
  }

  private static List<String> words() {
    List<String> words = new ArrayList<>();
    for (String line : new String(bytes("words.txt"), StandardCharsets.UTF_8).lines().toList()) {
      if (!line.startsWith("#")) {
        words.addAll(List.of(line.strip().split("\\s+")));
      }
    }
    return words;
  }

  private static ObjectNode resource(String file) {
    try {
      return (ObjectNode) JSON.readTree(bytes(file));
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }

  private static byte[] bytes(String file) {
    try (InputStream in = TinyCheckpoint.class.getResourceAsStream(file)) {
      return in.readAllBytes();
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }
}
