package io.wan4j.storyboard;

import java.util.List;
import java.util.Optional;

/**
 * A known phrase found in a text.
 *
 * @param from index of its first token
 * @param to index after its last token
 * @param start index of its first char
 * @param end index after its last char
 */
record Match(int from, int to, int start, int end, List<Sense> senses) {
  <S extends Sense> Optional<S> as(Class<S> kind) {
    for (Sense sense : senses) {
      if (kind.isInstance(sense)) {
        return Optional.of(kind.cast(sense));
      }
    }
    return Optional.empty();
  }

  boolean has(Class<? extends Sense> kind) {
    return as(kind).isPresent();
  }
}
