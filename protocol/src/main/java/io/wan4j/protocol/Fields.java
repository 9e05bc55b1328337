package io.wan4j.protocol;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.MissingNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import io.wan4j.protocol.error.ErrorName;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.OptionalDouble;
import java.util.OptionalLong;

/**
 * Reads the members of a JSON object. Null counts as absent everywhere, since the Python SDK sends
 * it for what is not given. Numbers and booleans may come as strings, and whole numbers with a zero
 * fraction, as the cloud's checker allows.
 */
final class Fields {
  private final ObjectNode object;
  private final String path;
  private final Faults faults;

  Fields(ObjectNode object, String path, Faults faults) {
    this.object = object;
    this.path = path;
    this.faults = faults;
  }

  Faults.Field field(String name) {
    return new Faults.Field(path + "." + name);
  }

  /** The value under the first of the names that has one. */
  JsonNode value(List<String> names) {
    for (String name : names) {
      JsonNode value = object.path(name);
      if (!value.isMissingNode() && !value.isNull()) {
        return value;
      }
    }
    return MissingNode.getInstance();
  }

  JsonNode value(String name) {
    return value(List.of(name));
  }

  boolean has(String name) {
    return !value(name).isMissingNode();
  }

  /** The text, without the NUL characters that no database column takes. */
  Optional<String> text(String name) {
    JsonNode value = value(name);
    if (value.isMissingNode()) {
      return Optional.empty();
    }
    if (!value.isTextual()) {
      faults.notAString(field(name));
      return Optional.empty();
    }
    return Optional.of(value.asText().replace("\0", ""));
  }

  /** The text if it is one of the choices. */
  Optional<String> choice(String name, List<String> choices) {
    JsonNode value = value(name);
    if (value.isMissingNode()) {
      return Optional.empty();
    }
    if (!value.isTextual() || !choices.contains(value.asText())) {
      faults.notAChoice(field(name), choices);
      return Optional.empty();
    }
    return Optional.of(value.asText());
  }

  boolean bool(String name, boolean byDefault) {
    JsonNode value = value(name);
    if (value.isMissingNode()) {
      return byDefault;
    }
    switch (value.asText().strip().toLowerCase(Locale.ROOT)) {
      case "true", "1", "yes", "on" -> {
        return true;
      }
      case "false", "0", "no", "off" -> {
        return false;
      }
      default -> {
        faults.wrongType(ErrorName.NOT_A_BOOLEAN, field(name), "a boolean");
        return byDefault;
      }
    }
  }

  OptionalLong integer(String name) {
    JsonNode value = value(name);
    if (value.isMissingNode()) {
      return OptionalLong.empty();
    }
    OptionalDouble number = finite(value);
    if (number.isEmpty()) {
      faults.wrongType(ErrorName.NOT_AN_INTEGER, field(name), "an integer");
      return OptionalLong.empty();
    }
    if (number.getAsDouble() != Math.rint(number.getAsDouble())) {
      faults.wrongType(ErrorName.NOT_A_WHOLE_NUMBER, field(name), "an integer");
      return OptionalLong.empty();
    }
    return OptionalLong.of((long) number.getAsDouble());
  }

  OptionalDouble number(String name) {
    JsonNode value = value(name);
    if (value.isMissingNode()) {
      return OptionalDouble.empty();
    }
    OptionalDouble number = finite(value);
    if (number.isEmpty()) {
      faults.wrongType(ErrorName.NOT_A_NUMBER, field(name), "a number");
    }
    return number;
  }

  /** All integers in use are far below the 2^53 that a double holds exactly. */
  private static OptionalDouble finite(JsonNode value) {
    if (!value.isNumber() && !value.isTextual()) {
      return OptionalDouble.empty();
    }
    try {
      double number = value.isNumber() ? value.doubleValue() : parsed(value.asText());
      return Double.isFinite(number) ? OptionalDouble.of(number) : OptionalDouble.empty();
    } catch (NumberFormatException e) {
      return OptionalDouble.empty();
    }
  }

  private static double parsed(String text) {
    if (!text.strip().matches("[+-]?[0-9]{1,18}(\\.[0-9]{1,18})?")) {
      throw new NumberFormatException("not a number: " + text);
    }
    return Double.parseDouble(text.strip());
  }
}
