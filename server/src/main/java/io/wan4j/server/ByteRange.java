package io.wan4j.server;

import java.util.regex.Matcher;
import java.util.regex.Pattern;

/** What part of a file a client asks for (RFC 9110, section 14). */
sealed interface ByteRange {
  /** The whole file: no range, or one that a server may pass over. */
  record Whole() implements ByteRange {}

  /**
   * One run of bytes.
   *
   * @param first from 0
   * @param last inclusive, within the file
   */
  record Part(long first, long last) implements ByteRange {
    long length() {
      return last - first + 1;
    }
  }

  /** A range with no byte in the file. */
  record Unsatisfiable() implements ByteRange {}

  Pattern ONE_RANGE = Pattern.compile("bytes=\\s*(\\d{0,18})\\s*-\\s*(\\d{0,18})\\s*");

  /**
   * Reads a {@code Range} field. Other units, several ranges and nonsense are passed over, as
   * section 14.2 allows.
   *
   * @param field the field's value, empty when there is none
   * @param size of the file in bytes
   */
  static ByteRange of(String field, long size) {
    Matcher range = ONE_RANGE.matcher(field);
    if (!range.matches()) {
      return new Whole();
    }
    String first = range.group(1);
    String last = range.group(2);
    if (first.isEmpty()) {
      return last.isEmpty() ? new Whole() : suffix(Long.parseLong(last), size);
    }
    long from = Long.parseLong(first);
    long to = last.isEmpty() ? size - 1 : Math.min(Long.parseLong(last), size - 1);
    if (!last.isEmpty() && Long.parseLong(last) < from) {
      return new Whole();
    }
    return from >= size ? new Unsatisfiable() : new Part(from, to);
  }

  private static ByteRange suffix(long length, long size) {
    return length == 0 || size == 0
        ? new Unsatisfiable()
        : new Part(Math.max(0, size - length), size - 1);
  }
}
