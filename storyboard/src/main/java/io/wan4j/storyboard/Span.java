package io.wan4j.storyboard;

/**
 * A stretch of a text.
 *
 * @param start index of its first char
 * @param end index after its last char
 */
record Span(int start, int end) {
  boolean contains(int index) {
    return index >= start && index < end;
  }
}
