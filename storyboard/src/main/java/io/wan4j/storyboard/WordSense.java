package io.wan4j.storyboard;

import java.util.Objects;

/**
 * A word that is in no word file and was understood by WordNet or by the parts of a Chinese word.
 *
 * @param word as written
 * @param meaning as what it is taken: {@code LEOPARD}, {@code place CASTLE}, {@code action WALK}
 * @param kind the kind of thing that decided it, such as {@code wildcat}
 * @param gloss what the chosen sense means, in WordNet's words; empty for Chinese
 */
public record WordSense(String word, String meaning, String kind, String gloss) {
  public WordSense {
    Objects.requireNonNull(word, "word is null");
    Objects.requireNonNull(meaning, "meaning is null");
    Objects.requireNonNull(kind, "kind is null");
    Objects.requireNonNull(gloss, "gloss is null");
  }
}
