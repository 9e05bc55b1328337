package io.wan4j.protocol.catalogue;

import com.fasterxml.jackson.databind.DeserializationFeature;
import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.MapperFeature;
import com.fasterxml.jackson.databind.PropertyNamingStrategies;
import com.fasterxml.jackson.databind.json.JsonMapper;
import com.fasterxml.jackson.databind.node.ArrayNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import com.fasterxml.jackson.dataformat.yaml.YAMLMapper;
import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/** All models, looked up by the name that requests use. */
public final class Catalogue {
  private static final String MODELS = "/io/wan4j/protocol/models.yaml";
  private static final String LIMITS = "/io/wan4j/protocol/media-limits.yaml";
  private static final String SIZES = "/io/wan4j/protocol/sizes.yaml";

  private static final YAMLMapper YAML =
      YAMLMapper.builder()
          .propertyNamingStrategy(PropertyNamingStrategies.SNAKE_CASE)
          .enable(MapperFeature.ACCEPT_CASE_INSENSITIVE_ENUMS)
          .enable(DeserializationFeature.USE_BIG_DECIMAL_FOR_FLOATS)
          .build();
  private static final JsonMapper JSON =
      JsonMapper.builder().propertyNamingStrategy(PropertyNamingStrategies.SNAKE_CASE).build();

  private final List<ModelCard> cards;
  private final Map<String, ModelCard> byName = new LinkedHashMap<>();

  /**
   * A catalogue of one's own cards.
   *
   * @throws IllegalArgumentException if two cards share a name
   */
  public Catalogue(List<ModelCard> cards) {
    this.cards = List.copyOf(cards);
    for (ModelCard card : cards) {
      for (String name : card.names()) {
        if (byName.put(name, card) != null) {
          throw new IllegalArgumentException("two models are named " + name);
        }
      }
    }
  }

  /** The models that this project ships. */
  public static Catalogue load() {
    JsonNode limits = read(LIMITS);
    JsonNode sizes = read(SIZES);
    List<ModelCard> cards = new ArrayList<>();
    for (JsonNode model : read(MODELS)) {
      JsonNode resolved = resolved(model, limits, sizes);
      try {
        cards.add(YAML.treeToValue(resolved, ModelCard.class));
      } catch (IOException e) {
        throw new UncheckedIOException(
            MODELS + ": cannot read model " + model.path("name").asText(), e);
      }
    }
    return new Catalogue(cards);
  }

  /** The card of the model of exactly this name or alias. */
  public Optional<ModelCard> find(String name) {
    return Optional.ofNullable(byName.get(name));
  }

  /** All cards in the order of the file: newest generation first. */
  public List<ModelCard> all() {
    return cards;
  }

  /** The card as JSON with snake_case names, for listings. */
  public static ObjectNode toJson(ModelCard card) {
    return JSON.valueToTree(card);
  }

  /** Puts the named rows of the other two files where the models name them. */
  private static JsonNode resolved(JsonNode node, JsonNode limits, JsonNode sizes) {
    if (node instanceof ArrayNode array) {
      ArrayNode copy = YAML.createArrayNode();
      array.forEach(entry -> copy.add(resolved(entry, limits, sizes)));
      return copy;
    }
    if (!(node instanceof ObjectNode object)) {
      return node;
    }
    ObjectNode copy = YAML.createObjectNode();
    for (Map.Entry<String, JsonNode> property : object.properties()) {
      JsonNode value = property.getValue();
      copy.set(
          property.getKey(),
          switch (property.getKey()) {
            case "limits", "voice" -> named(value, limits, LIMITS);
            case "table" -> named(value, sizes, SIZES);
            default -> resolved(value, limits, sizes);
          });
    }
    return copy;
  }

  private static ArrayNode named(JsonNode names, JsonNode rows, String file) {
    ArrayNode found = YAML.createArrayNode();
    for (JsonNode name : names) {
      JsonNode row = rows.get(name.asText());
      if (row == null) {
        throw new IllegalStateException(file + " has no row " + name + ", named in " + MODELS);
      }
      if (row.isArray()) {
        found.addAll((ArrayNode) row);
      } else {
        found.add(row);
      }
    }
    return found;
  }

  private static JsonNode read(String resource) {
    try (InputStream in = Catalogue.class.getResourceAsStream(resource)) {
      return YAML.readTree(in);
    } catch (IOException e) {
      throw new UncheckedIOException("cannot read " + resource, e);
    }
  }
}
