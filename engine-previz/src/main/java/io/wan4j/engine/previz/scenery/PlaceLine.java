package io.wan4j.engine.previz.scenery;

import io.wan4j.engine.EngineException;
import io.wan4j.engine.previz.paint.Colour;
import java.util.HashSet;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeSet;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/**
 * A line of a place: a verb, often a kind, then keys with their values. Every key must be asked
 * for, so that none is misspelt.
 */
final class PlaceLine {
  /** A row by what it belongs to, and how far from it. */
  private static final Pattern ROW =
      Pattern.compile("(above|below|horizon|foot|at(\\d+(?:\\.\\d+)?))?([+-]?\\d+(?:\\.\\d+)?)?");

  private final String where;
  private final String verb;
  private final String kind;
  private final Map<String, String> values;
  private final Set<String> asked = new HashSet<>();

  private PlaceLine(String where, String verb, String kind, Map<String, String> values) {
    this.where = where;
    this.verb = verb;
    this.kind = kind;
    this.values = values;
  }

  /**
   * Reads a line.
   *
   * @param where file and number of the line, for complaints
   */
  static PlaceLine of(String line, String where) {
    List<String> words = List.of(line.strip().split("\\s+"));
    boolean kinded = words.size() % 2 == 0;
    Map<String, String> values = new LinkedHashMap<>();
    for (int i = kinded ? 2 : 1; i + 1 < words.size(); i += 2) {
      if (values.put(words.get(i), words.get(i + 1)) != null) {
        throw new EngineException(where + ": " + words.get(i) + " is named twice");
      }
    }
    return new PlaceLine(where, words.getFirst(), kinded ? words.get(1) : "", values);
  }

  /** The same line, of which no key has been asked for yet. */
  PlaceLine fresh() {
    return new PlaceLine(where, verb, kind, values);
  }

  String verb() {
    return verb;
  }

  String kind() {
    return kind;
  }

  double number(String key) {
    String text = text(key);
    try {
      return Double.parseDouble(text);
    } catch (NumberFormatException e) {
      throw new EngineException(where + ": " + key + " must be a number, was " + text, e);
    }
  }

  int whole(String key) {
    return (int) number(key);
  }

  /** A number that may be left out. */
  double number(String key, double otherwise) {
    return values.containsKey(key) ? number(key) : otherwise;
  }

  /** A colour that may be left out. */
  Colour colour(String key, Colour otherwise) {
    if (!values.containsKey(key)) {
      return otherwise;
    }
    try {
      return Colour.parse(text(key));
    } catch (IllegalArgumentException e) {
      throw new EngineException(where + ": " + key + ": " + e.getMessage(), e);
    }
  }

  /** A row; {@code foot} is that of the line's depth. */
  double row(String key) {
    String text = text(key);
    Matcher row = ROW.matcher(text);
    if (text.isEmpty() || !row.matches()) {
      throw new EngineException(
          where + ": " + key + " must be a row such as foot-40 or horizon, was " + text);
    }
    String from = row.group(1) == null ? "" : row.group(1);
    double by = row.group(3) == null ? 0 : Double.parseDouble(row.group(3));
    return by
        + switch (from) {
          case "" -> 0;
          case "above" -> Stage.ABOVE;
          case "below" -> Stage.BELOW;
          case "horizon" -> Stage.HORIZON;
          case "foot" -> Stage.rowOf(number("depth"));
          default -> Stage.rowOf(Double.parseDouble(row.group(2)));
        };
  }

  private String text(String key) {
    asked.add(key);
    String text = values.get(key);
    if (text == null) {
      throw new EngineException(where + ": " + verb + " " + kind + " lacks " + key);
    }
    return text;
  }

  /** A complaint about this line. */
  EngineException wrong(String what) {
    return new EngineException(where + ": " + what);
  }

  /** Complains of keys that nothing asked for. */
  void end() {
    Set<String> left = new TreeSet<>(values.keySet());
    left.removeAll(asked);
    if (!left.isEmpty()) {
      throw wrong(verb + " " + kind + " knows no " + String.join(", ", left));
    }
  }
}
