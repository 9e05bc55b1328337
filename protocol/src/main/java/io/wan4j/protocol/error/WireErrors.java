package io.wan4j.protocol.error;

import com.fasterxml.jackson.core.type.TypeReference;
import com.fasterxml.jackson.dataformat.yaml.YAMLMapper;
import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.util.Arrays;
import java.util.Comparator;
import java.util.EnumMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.regex.Pattern;
import java.util.stream.Collectors;

/** The rows of {@code errors.yaml} (DashScope reference, error codes; captured replies). */
public final class WireErrors {
  private static final String RESOURCE = "/io/wan4j/protocol/errors.yaml";
  private static final Map<ErrorName, Row> ROWS = Map.copyOf(load());

  /**
   * A row as the file has it.
   *
   * @param means what the error means, in plain words
   * @param todo what its reader can do about it
   */
  public record Row(int status, String code, String message, String means, String todo) {}

  private WireErrors() {}

  /**
   * The error, its message filled in.
   *
   * @param arguments for the {@code {}} of the message, in order
   * @throws IllegalArgumentException if there are more or fewer arguments than places
   */
  public static WireError get(ErrorName name, Object... arguments) {
    Row row = row(name);
    return new WireError(row.status(), row.code(), filled(name, row.message(), arguments));
  }

  /** The row with its explanations; the message has its {@code {}} still. */
  public static Row row(ErrorName name) {
    return ROWS.get(name);
  }

  /** The names of all errors with this code: a code such as InvalidParameter has many messages. */
  public static List<ErrorName> withCode(String code) {
    return ROWS.keySet().stream().filter(name -> row(name).code().equals(code)).sorted().toList();
  }

  /**
   * The rows behind an error, for explaining it: several where its message joins several faults.
   * Empty for an error that is none of this file's.
   */
  public static List<Row> explain(WireError error) {
    return Arrays.stream(error.message().split(" & "))
        .flatMap(message -> explained(error.code(), message).stream())
        .distinct()
        .toList();
  }

  /** Of several rows that fit, the one with the most words of its own. */
  private static Optional<Row> explained(String code, String message) {
    return Arrays.stream(ErrorName.values())
        .map(WireErrors::row)
        .filter(row -> row.code().equals(code) && fits(row.message(), message))
        .max(Comparator.comparingInt(row -> row.message().length()));
  }

  private static boolean fits(String template, String message) {
    String pattern =
        Arrays.stream(template.split("\\{}", -1))
            .map(Pattern::quote)
            .collect(Collectors.joining(".*"));
    return Pattern.compile(pattern, Pattern.DOTALL).matcher(message).matches();
  }

  private static String filled(ErrorName name, String message, Object... arguments) {
    StringBuilder filled = new StringBuilder(message.length() + 32);
    int from = 0;
    for (Object argument : arguments) {
      int place = message.indexOf("{}", from);
      if (place < 0) {
        throw new IllegalArgumentException(
            name + " takes fewer arguments than " + List.of(arguments));
      }
      filled.append(message, from, place).append(argument);
      from = place + 2;
    }
    if (message.indexOf("{}", from) >= 0) {
      throw new IllegalArgumentException(name + " takes more arguments than " + List.of(arguments));
    }
    return filled.append(message, from, message.length()).toString();
  }

  private static Map<ErrorName, Row> load() {
    try (InputStream in = WireErrors.class.getResourceAsStream(RESOURCE)) {
      Map<String, Map<String, Row>> sections =
          new YAMLMapper().readValue(in, new TypeReference<Map<String, Map<String, Row>>>() {});
      Map<ErrorName, Row> rows = new EnumMap<>(ErrorName.class);
      for (ErrorName name : ErrorName.values()) {
        for (Map<String, Row> section : sections.values()) {
          if (section.containsKey(name.key())) {
            rows.put(name, section.get(name.key()));
          }
        }
        if (!rows.containsKey(name)) {
          throw new IllegalStateException(RESOURCE + " has no row " + name.key());
        }
      }
      return rows;
    } catch (IOException e) {
      throw new UncheckedIOException("cannot read " + RESOURCE, e);
    }
  }
}
