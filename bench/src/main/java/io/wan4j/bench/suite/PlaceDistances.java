package io.wan4j.bench.suite;

import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;

/** How unlike the places of the suite look: every pair of films whose names begin with "place-". */
public final class PlaceDistances {
  /** Two places nearer than this could be taken for one another. */
  public static final double LEAST = 6;

  private static final String PREFIX = "place-";

  private PlaceDistances() {}

  /** Two films and their distance, see {@link ShotColours#distance}. */
  public record Pair(String one, String other, double distance) {}

  /** All pairs, the most alike first. */
  public static List<Pair> of(List<SuiteFilm> films) {
    List<SuiteFilm> places =
        films.stream().filter(film -> film.prompt().name().startsWith(PREFIX)).toList();
    List<Pair> pairs = new ArrayList<>();
    for (int i = 0; i < places.size(); i++) {
      for (int j = i + 1; j < places.size(); j++) {
        double distance =
            places.get(i).study().getFirst().distance(places.get(j).study().getFirst());
        pairs.add(new Pair(places.get(i).prompt().name(), places.get(j).prompt().name(), distance));
      }
    }
    pairs.sort(Comparator.comparingDouble(Pair::distance));
    return pairs;
  }
}
