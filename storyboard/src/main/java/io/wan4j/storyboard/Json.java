package io.wan4j.storyboard;

import java.util.Iterator;
import java.util.List;
import java.util.Map;

/** Writes a tree of maps, lists, strings, numbers and booleans as JSON (RFC 8259). */
final class Json {
  private Json() {}

  static String write(Object value) {
    StringBuilder out = new StringBuilder();
    append(value, out);
    return out.toString();
  }

  private static void append(Object value, StringBuilder out) {
    switch (value) {
      case Map<?, ?> map -> object(map, out);
      case List<?> list -> array(list, out);
      case Number number -> out.append(number);
      case Boolean truth -> out.append(truth);
      default -> string(value.toString(), out);
    }
  }

  private static void object(Map<?, ?> map, StringBuilder out) {
    out.append('{');
    Iterator<? extends Map.Entry<?, ?>> entries = map.entrySet().iterator();
    while (entries.hasNext()) {
      Map.Entry<?, ?> entry = entries.next();
      string(entry.getKey().toString(), out);
      out.append(':');
      append(entry.getValue(), out);
      out.append(entries.hasNext() ? "," : "");
    }
    out.append('}');
  }

  private static void array(List<?> list, StringBuilder out) {
    out.append('[');
    Iterator<?> items = list.iterator();
    while (items.hasNext()) {
      append(items.next(), out);
      out.append(items.hasNext() ? "," : "");
    }
    out.append(']');
  }

  private static void string(String text, StringBuilder out) {
    out.append('"');
    for (int i = 0; i < text.length(); i++) {
      char c = text.charAt(i);
      switch (c) {
        case '"' -> out.append("\\\"");
        case '\\' -> out.append("\\\\");
        case '\n' -> out.append("\\n");
        case '\r' -> out.append("\\r");
        case '\t' -> out.append("\\t");
        default -> {
          // A lone half of a surrogate pair cannot be written as UTF-8.
          boolean lone =
              Character.isHighSurrogate(c)
                      && (i + 1 == text.length() || !Character.isLowSurrogate(text.charAt(i + 1)))
                  || Character.isLowSurrogate(c)
                      && (i == 0 || !Character.isHighSurrogate(text.charAt(i - 1)));
          if (c < 0x20 || lone) {
            out.append(String.format("\\u%04x", (int) c));
          } else {
            out.append(c);
          }
        }
      }
    }
    out.append('"');
  }
}
