package io.wan4j.engine.wan.tiny;

import com.fasterxml.jackson.databind.json.JsonMapper;
import com.fasterxml.jackson.databind.node.ObjectNode;
import io.wan4j.engine.wan.checkpoint.NameRules;
import java.io.IOException;
import java.io.OutputStream;
import java.io.UncheckedIOException;
import java.nio.ByteBuffer;
import java.nio.ByteOrder;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;

/**
 * A tiny checkpoint that films from words, in the layout and under the names of the Wan
 * repositories: the same weights as {@link TinyCheckpoint} writes, which must give the same film.
 */
public final class TinyOriginal {
  private static final JsonMapper JSON = new JsonMapper();

  private TinyOriginal() {}

  /**
   * Writes it.
   *
   * @param hub the same checkpoint in the hub's layout, with an autoencoder of 2.1
   * @param folder takes the files; made if it does not exist
   * @return the folder
   */
  public static Path write(Path hub, Path folder) {
    try {
      Files.createDirectories(folder.resolve("google/umt5-xxl"));
      ObjectNode sizes = json(hub.resolve("transformer/config.json"));
      int blocks = json(hub.resolve("vae/config.json")).get("num_res_blocks").intValue();
      String weights = "diffusion_pytorch_model.safetensors";
      rename(
          hub.resolve("transformer").resolve(weights),
          folder.resolve(weights),
          NameRules.originalTransformer());
      rename(
          hub.resolve("text_encoder/model.safetensors"),
          folder.resolve("models_t5_umt5-xxl-enc-bf16.safetensors"),
          NameRules.originalTextEncoder());
      rename(
          hub.resolve("vae").resolve(weights),
          folder.resolve("Wan2.1_VAE.safetensors"),
          NameRules.originalVae(blocks));
      for (String file : List.of("spiece.model", "tokenizer_config.json")) {
        Files.copy(
            hub.resolve("tokenizer").resolve(file),
            folder.resolve("google/umt5-xxl").resolve(file));
      }
      // The configuration comes last: a folder with one is complete.
      Files.writeString(folder.resolve("config.json"), config(sizes).toPrettyString() + "\n");
      return folder;
    } catch (IOException e) {
      throw new UncheckedIOException("cannot write " + folder, e);
    }
  }

  private static ObjectNode config(ObjectNode sizes) {
    int heads = sizes.get("num_attention_heads").intValue();
    ObjectNode config = JSON.createObjectNode();
    config.put("_class_name", "WanModel");
    config.put("dim", heads * sizes.get("attention_head_dim").intValue());
    config.put("eps", 1e-6);
    config.set("ffn_dim", sizes.get("ffn_dim"));
    config.set("freq_dim", sizes.get("freq_dim"));
    config.set("in_dim", sizes.get("in_channels"));
    config.put("model_type", "t2v");
    config.put("num_heads", heads);
    config.set("num_layers", sizes.get("num_layers"));
    config.set("out_dim", sizes.get("out_channels"));
    config.put("text_len", 512);
    return config;
  }

  /** Other names in the header; where the numbers lie behind it does not change. */
  private static void rename(Path from, Path to, NameRules rules) throws IOException {
    byte[] file = Files.readAllBytes(from);
    int length = Math.toIntExact(ByteBuffer.wrap(file).order(ByteOrder.LITTLE_ENDIAN).getLong());
    ObjectNode renamed = JSON.createObjectNode();
    JSON.readTree(file, Long.BYTES, length)
        .properties()
        .forEach(
            entry -> {
              boolean remark = entry.getKey().equals("__metadata__");
              renamed.set(remark ? entry.getKey() : rules.rename(entry.getKey()), entry.getValue());
            });
    String header = JSON.writeValueAsString(renamed);
    byte[] padded =
        (header + " ".repeat(-header.length() & (Long.BYTES - 1))).getBytes(StandardCharsets.UTF_8);
    try (OutputStream out = Files.newOutputStream(to)) {
      out.write(
          ByteBuffer.allocate(Long.BYTES)
              .order(ByteOrder.LITTLE_ENDIAN)
              .putLong(padded.length)
              .array());
      out.write(padded);
      out.write(file, Long.BYTES + length, file.length - Long.BYTES - length);
    }
  }

  private static ObjectNode json(Path file) throws IOException {
    return (ObjectNode) JSON.readTree(file.toFile());
  }
}
