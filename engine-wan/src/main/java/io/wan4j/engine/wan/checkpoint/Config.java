package io.wan4j.engine.wan.checkpoint;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import com.fasterxml.jackson.databind.node.ObjectNode;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.HashSet;
import java.util.List;
import java.util.Set;
import java.util.TreeSet;
import java.util.stream.StreamSupport;

/**
 * A configuration file of a checkpoint, read strictly: a missing key is refused by name, and so is
 * a key that nobody asked for, since it may change the network's meaning. Keys that begin with an
 * underscore are remarks.
 */
public final class Config {
  private static final ObjectMapper MAPPER = new ObjectMapper();

  private final String source;
  private final ObjectNode json;
  private final Set<String> used = new HashSet<>();

  private Config(String source, ObjectNode json) {
    this.source = source;
    this.json = json;
  }

  public static Config read(Path file) {
    try {
      return parse(file.toString(), Files.readString(file));
    } catch (IOException e) {
      throw new CheckpointException("cannot read " + file + ": " + e, e);
    }
  }

  public static Config parse(String source, String text) {
    try {
      if (MAPPER.readTree(text) instanceof ObjectNode object) {
        return new Config(source, object);
      }
      throw new CheckpointException(source + " is not a JSON object");
    } catch (JsonProcessingException e) {
      throw new CheckpointException(source + " is not JSON: " + e.getOriginalMessage(), e);
    }
  }

  /** Whether the key is there with a value other than null. */
  public boolean has(String key) {
    used.add(key);
    return json.hasNonNull(key);
  }

  public int integer(String key) {
    JsonNode value = value(key);
    if (!value.isIntegralNumber()) {
      throw wrong(key, value, "a whole number");
    }
    return value.intValue();
  }

  public int integer(String key, int otherwise) {
    return has(key) ? integer(key) : otherwise;
  }

  public double number(String key) {
    JsonNode value = value(key);
    if (!value.isNumber()) {
      throw wrong(key, value, "a number");
    }
    return value.doubleValue();
  }

  public double number(String key, double otherwise) {
    return has(key) ? number(key) : otherwise;
  }

  public boolean flag(String key, boolean otherwise) {
    if (!has(key)) {
      return otherwise;
    }
    JsonNode value = value(key);
    if (!value.isBoolean()) {
      throw wrong(key, value, "true or false");
    }
    return value.booleanValue();
  }

  public String text(String key) {
    JsonNode value = value(key);
    if (!value.isTextual()) {
      throw wrong(key, value, "a text");
    }
    return value.textValue();
  }

  public String text(String key, String otherwise) {
    return has(key) ? text(key) : otherwise;
  }

  public List<Integer> integers(String key) {
    return elements(key).map(JsonNode::intValue).toList();
  }

  public List<Integer> integers(String key, List<Integer> otherwise) {
    return has(key) ? integers(key) : otherwise;
  }

  public double[] numbers(String key) {
    return elements(key).mapToDouble(JsonNode::doubleValue).toArray();
  }

  public List<Boolean> flags(String key) {
    return elements(key).map(JsonNode::booleanValue).toList();
  }

  public List<String> texts(String key) {
    return elements(key).map(JsonNode::asText).toList();
  }

  /** The object under a key, as a configuration of its own. */
  public Config object(String key) {
    if (value(key) instanceof ObjectNode object) {
      return new Config(source + ", " + key, object);
    }
    throw wrong(key, value(key), "an object");
  }

  /** All keys, in the file's order. */
  public List<String> keys() {
    List<String> keys = new java.util.ArrayList<>();
    json.fieldNames().forEachRemaining(keys::add);
    return keys;
  }

  /** Refuses another value of the key, if it is there at all. */
  public void expect(String key, Object expected) {
    if (has(key) && !json.get(key).asText().equals(expected.toString())) {
      throw new CheckpointException(
          source + ": " + key + " is " + json.get(key) + "; only " + expected + " is known");
    }
  }

  /** Keys that do not change what is computed. */
  public Config ignoring(String... keys) {
    used.addAll(List.of(keys));
    return this;
  }

  /** Refuses keys that nobody asked for. */
  public void requireAllUsed() {
    Set<String> unknown = new TreeSet<>(keys());
    unknown.removeAll(used);
    unknown.removeIf(key -> key.startsWith("_"));
    if (!unknown.isEmpty()) {
      throw new CheckpointException(source + " has keys that are not known: " + unknown);
    }
  }

  private java.util.stream.Stream<JsonNode> elements(String key) {
    JsonNode value = value(key);
    if (!value.isArray()) {
      throw wrong(key, value, "a list");
    }
    return StreamSupport.stream(value.spliterator(), false);
  }

  private JsonNode value(String key) {
    used.add(key);
    JsonNode value = json.get(key);
    if (value == null || value.isNull()) {
      throw new CheckpointException(source + " lacks " + key);
    }
    return value;
  }

  private CheckpointException wrong(String key, JsonNode value, String wanted) {
    return new CheckpointException(source + ": " + key + " is " + value + ", not " + wanted);
  }

  @Override
  public String toString() {
    return source;
  }
}
