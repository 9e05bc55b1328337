package io.wan4j.engine.wan.catalogue;

import com.fasterxml.jackson.databind.DeserializationFeature;
import com.fasterxml.jackson.databind.MapperFeature;
import com.fasterxml.jackson.databind.PropertyNamingStrategies;
import com.fasterxml.jackson.dataformat.yaml.YAMLMapper;
import io.wan4j.engine.wan.catalogue.CheckpointCard.Borrowed;
import io.wan4j.engine.wan.catalogue.CheckpointCard.Part;
import io.wan4j.engine.wan.vae.VaeConfig;
import io.wan4j.torch.DType;
import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.util.Arrays;
import java.util.EnumMap;
import java.util.List;
import java.util.Map;

/** {@code checkpoints.yaml} as it is written; unknown keys are refused. */
record CatalogueFile(
    Map<String, TransformerShape> transformers,
    Map<String, Long> parts,
    List<Entry> checkpoints,
    Map<Task, List<String>> preferences,
    Map<String, ModelEntry> models) {
  private static final String FILE = "checkpoints.yaml";

  private static final YAMLMapper YAML =
      YAMLMapper.builder()
          .propertyNamingStrategy(PropertyNamingStrategies.SNAKE_CASE)
          .enable(MapperFeature.ACCEPT_CASE_INSENSITIVE_ENUMS)
          .enable(DeserializationFeature.FAIL_ON_UNKNOWN_PROPERTIES)
          .build();

  /** A checkpoint. */
  record Entry(
      String name,
      String repository,
      String licence,
      Kind kind,
      List<Task> tasks,
      String transformer,
      int experts,
      boolean imageEncoder,
      String vae,
      Map<Part, String> stored,
      Borrowed borrows,
      NativeFilm film,
      Sampling sampling,
      List<String> files) {}

  /** A model of the API. */
  record ModelEntry(List<Task> tasks, Preference prefer) {}

  enum Preference {
    BEST,
    SMALL
  }

  static CatalogueFile read() {
    try (InputStream in = CatalogueFile.class.getResourceAsStream(FILE)) {
      return YAML.readValue(in, CatalogueFile.class);
    } catch (IOException e) {
      throw new UncheckedIOException("cannot read " + FILE, e);
    }
  }

  CheckpointCard card(Entry entry) {
    TransformerShape shape = transformers.get(entry.transformer());
    if (shape == null) {
      throw new IllegalArgumentException(
          FILE + ": " + entry.name() + " names no known transformer: " + entry.transformer());
    }
    Map<Part, DType> stored = new EnumMap<>(Part.class);
    entry.stored().forEach((part, type) -> stored.put(part, type(type)));
    Map<Part, Long> parameters = new EnumMap<>(Part.class);
    parameters.put(Part.TRANSFORMER, shape.parameters());
    parameters.put(Part.TEXT_ENCODER, parts.get("text_encoder"));
    parameters.put(Part.VAE, parts.get("vae_" + entry.vae()));
    if (entry.imageEncoder()) {
      parameters.put(Part.IMAGE_ENCODER, parts.get("image_encoder"));
    }
    return new CheckpointCard(
        entry.name(),
        entry.repository(),
        entry.licence(),
        entry.kind(),
        entry.tasks(),
        shape,
        Math.max(1, entry.experts()),
        entry.imageEncoder(),
        VaeConfig.published(entry.vae()),
        stored,
        parameters,
        entry.borrows() == null ? Borrowed.NOTHING : entry.borrows(),
        entry.film(),
        entry.sampling(),
        entry.files());
  }

  private static DType type(String name) {
    return Arrays.stream(DType.values())
        .filter(type -> type.safetensorsName().equals(name))
        .findFirst()
        .orElseThrow(() -> new IllegalArgumentException(FILE + ": no element type " + name));
  }
}
