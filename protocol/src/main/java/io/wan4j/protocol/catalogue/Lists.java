package io.wan4j.protocol.catalogue;

import java.util.List;

/** A list that a row of the data leaves out is an empty one. */
final class Lists {
  private Lists() {}

  static <T> List<T> orEmpty(List<T> list) {
    return list == null ? List.of() : List.copyOf(list);
  }
}
