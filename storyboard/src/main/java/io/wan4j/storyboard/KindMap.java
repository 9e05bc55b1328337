package io.wan4j.storyboard;

import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.function.Function;
import java.util.function.Predicate;

/** What the kinds of things that WordNet knows are taken as: the files of {@code wordnet/}. */
final class KindMap {
  /**
   * A kind found on the way up.
   *
   * @param meaning as the file has it
   */
  record Found(Sense sense, String meaning, String kind) {}

  private record Row(String meaning, Sense sense) {}

  private final Map<String, List<Row>> rows;

  private KindMap(Map<String, List<Row>> rows) {
    this.rows = rows;
  }

  static KindMap read(String file, Function<String, Sense> reading) {
    Map<String, List<Row>> rows = new HashMap<>();
    for (WordFile.Entry entry : WordFile.read(file)) {
      Sense sense;
      try {
        sense = reading.apply(entry.meaning());
      } catch (IllegalArgumentException e) {
        throw new StoryboardException(
            entry.where() + ": the meaning \"" + entry.meaning() + "\" does not exist", e);
      }
      for (String kind : entry.phrases()) {
        rows.computeIfAbsent(kind, _ -> new ArrayList<>(1)).add(new Row(entry.meaning(), sense));
      }
    }
    return new KindMap(rows);
  }

  /** The nearest kind above a meaning whose sense is wanted. */
  Optional<Found> nearest(WordNet.Meaning meaning, Predicate<Sense> wanted) {
    for (Set<String> names : meaning.kinds()) {
      for (String name : names) {
        for (Row row : rows.getOrDefault(name, List.of())) {
          if (wanted.test(row.sense())) {
            return Optional.of(new Found(row.sense(), row.meaning(), name));
          }
        }
      }
    }
    return Optional.empty();
  }

  /** All kinds named, for the check that WordNet knows them. */
  Set<String> kinds() {
    return rows.keySet();
  }
}
