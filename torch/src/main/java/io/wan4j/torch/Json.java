package io.wan4j.torch;

import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;

/**
 * Reads JSON (RFC 8259) into maps, lists, strings, longs, doubles, booleans and null: enough for
 * safetensors headers and index files, without a library.
 */
final class Json {
  private final String text;
  private int at;

  private Json(String text) {
    this.text = text;
  }

  static Map<?, ?> object(String text) {
    Json json = new Json(text);
    json.space();
    Object value = json.value();
    json.space();
    if (json.at != text.length() || !(value instanceof Map<?, ?> map)) {
      throw json.wrong("expected one object");
    }
    return map;
  }

  private Object value() {
    char c = peek();
    return switch (c) {
      case '{' -> members();
      case '[' -> elements();
      case '"' -> string();
      case 't' -> word("true", true);
      case 'f' -> word("false", false);
      case 'n' -> word("null", null);
      default -> number();
    };
  }

  private Map<String, Object> members() {
    Map<String, Object> map = new LinkedHashMap<>();
    at++;
    space();
    while (peek() != '}') {
      String name = string();
      space();
      expect(':');
      space();
      if (map.put(name, value()) != null) {
        throw wrong("\"" + name + "\" twice");
      }
      separator('}');
    }
    at++;
    return map;
  }

  private List<Object> elements() {
    List<Object> list = new ArrayList<>();
    at++;
    space();
    while (peek() != ']') {
      list.add(value());
      separator(']');
    }
    at++;
    return list;
  }

  private void separator(char end) {
    space();
    if (peek() != end) {
      expect(',');
      space();
    }
  }

  private String string() {
    expect('"');
    StringBuilder out = new StringBuilder();
    while (peek() != '"') {
      char c = text.charAt(at++);
      out.append(c == '\\' ? escaped() : c);
    }
    at++;
    return out.toString();
  }

  private char escaped() {
    char c = peek();
    at++;
    return switch (c) {
      case 'b' -> '\b';
      case 'f' -> '\f';
      case 'n' -> '\n';
      case 'r' -> '\r';
      case 't' -> '\t';
      case 'u' -> {
        at += 4;
        if (at > text.length()) {
          throw wrong("cut off");
        }
        yield (char) Integer.parseInt(text.substring(at - 4, at), 16);
      }
      case '"', '\\', '/' -> c;
      default -> throw wrong("unknown escape");
    };
  }

  private Object number() {
    int start = at;
    while (at < text.length() && "+-.eE0123456789".indexOf(text.charAt(at)) >= 0) {
      at++;
    }
    String digits = text.substring(start, at);
    try {
      return digits.matches("-?\\d+") ? (Object) Long.valueOf(digits) : Double.valueOf(digits);
    } catch (NumberFormatException e) {
      throw wrong("not a value");
    }
  }

  private Object word(String word, Object value) {
    if (!text.startsWith(word, at)) {
      throw wrong("not a value");
    }
    at += word.length();
    return value;
  }

  private void expect(char c) {
    if (peek() != c) {
      throw wrong("expected " + c);
    }
    at++;
  }

  private char peek() {
    if (at >= text.length()) {
      throw wrong("cut off");
    }
    return text.charAt(at);
  }

  private void space() {
    while (at < text.length() && text.charAt(at) <= ' ') {
      at++;
    }
  }

  private IllegalArgumentException wrong(String what) {
    return new IllegalArgumentException("JSON, character " + at + ": " + what);
  }
}
