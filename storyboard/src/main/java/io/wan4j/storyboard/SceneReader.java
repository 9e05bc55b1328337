package io.wan4j.storyboard;

import java.util.ArrayList;
import java.util.EnumMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.function.Function;

/** Reads place, time, weather, look, shot size and camera angle. */
final class SceneReader {
  private static final Set<String> WHERE =
      Set.of("in", "at", "on", "into", "inside", "through", "across", "of", "在", "到", "进");

  /** Words for the light of a picture that are places too. */
  private static final Set<String> OF_THE_PICTURE =
      Set.of(
          "sky",
          "light",
          "lights",
          "lighting",
          "neon",
          "haze",
          "mist",
          "palette",
          "tone",
          "tones",
          "glow");

  private static final Set<String> AFTER_PLACE = Set.of("里", "中", "上", "内", "边");

  private SceneReader() {}

  /** What a text says of the scene; unstated and empty where it says nothing. */
  record Scene(
      Setting setting,
      TimeOfDay time,
      List<Weather> weather,
      Look look,
      ShotSize size,
      CameraAngle angle) {}

  /**
   * @param described start indexes of matches that describe a member of the cast only
   * @param placeSettled whether the prompt has said before where all of it happens
   */
  static Scene read(Reading reading, Set<Integer> described, boolean placeSettled) {
    List<Match> matches = reading.matches();
    List<Match> places =
        matches.stream()
            .filter(match -> !isDeed(match, matches) && (!placeSettled || isWhere(match, reading)))
            .toList();
    return new Scene(
        mostNamed(places, Sense.Place.class, Sense.Place::setting, Setting.class, Setting.UNSTATED),
        mostNamed(matches, Sense.Hour.class, Sense.Hour::time, TimeOfDay.class, TimeOfDay.UNSTATED),
        weather(matches),
        look(reading, described),
        first(matches, Sense.Size.class, Sense.Size::size, ShotSize.UNSTATED),
        first(matches, Sense.Angle.class, Sense.Angle::angle, CameraAngle.UNSTATED));
  }

  /** "A girl waves": what somebody does, no place. */
  private static boolean isDeed(Match match, List<Match> matches) {
    return match.has(Sense.Doing.class)
        && matches.stream()
            .anyMatch(
                before ->
                    before.to() == match.from()
                        && (before.has(Sense.Being.class) || before.has(Sense.Pronoun.class)));
  }

  /** Whether a word says where it happens: "in the forest", not "jumps over a stream". */
  private static boolean isWhere(Match match, Reading reading) {
    for (int i = match.from() - 1; i >= Math.max(0, match.from() - 4); i--) {
      if (WHERE.contains(reading.tokens().get(i).text())) {
        return true;
      }
    }
    return match.to() < reading.tokens().size() && AFTER_PLACE.contains(textAfter(match, reading));
  }

  private static String textAfter(Match match, Reading reading) {
    return reading.tokens().get(match.to()).text();
  }

  /** The value named most often, the first of those. */
  private static <S extends Sense, E extends Enum<E>> E mostNamed(
      List<Match> matches, Class<S> kind, Function<S, E> value, Class<E> type, E none) {
    Map<E, Integer> votes = new EnumMap<>(type);
    List<E> order = new ArrayList<>();
    for (Match match : matches) {
      match
          .as(kind)
          .map(value)
          .ifPresent(
              found -> {
                // A place of several words says more than one word that may stand for much.
                votes.merge(found, match.to() - match.from() > 1 ? 3 : 2, Integer::sum);
                order.add(found);
              });
    }
    E best = none;
    int most = 0;
    for (E found : order) {
      if (votes.get(found) > most) {
        best = found;
        most = votes.get(found);
      }
    }
    return best;
  }

  private static <S extends Sense, E> E first(
      List<Match> matches, Class<S> kind, Function<S, E> value, E none) {
    return matches.stream()
        .flatMap(match -> match.as(kind).stream())
        .map(value)
        .findFirst()
        .orElse(none);
  }

  private static List<Weather> weather(List<Match> matches) {
    Set<Weather> found = new LinkedHashSet<>();
    for (Match match : matches) {
      match.as(Sense.Sky.class).ifPresent(sky -> found.add(sky.weather()));
    }
    return List.copyOf(found);
  }

  /** Whether a colour is that of the picture, "teal and orange", and not of a barn in it. */
  private static boolean isOfAll(Match hue, Reading reading) {
    List<Token> tokens = reading.tokens();
    if (hue.to() >= tokens.size() || tokens.get(hue.to()).kind() != Token.Kind.WORD) {
      return true;
    }
    String next = tokens.get(hue.to()).text();
    return OF_THE_PICTURE.contains(next)
        || reading.matches().stream()
            .noneMatch(
                match ->
                    match.from() == hue.to()
                        && (match.has(Sense.Place.class) || match.has(Sense.Being.class)));
  }

  private static Look look(Reading reading, Set<Integer> described) {
    Set<Look.Mood> moods = new LinkedHashSet<>();
    Set<Colour> colours = new LinkedHashSet<>();
    Set<String> words = new LinkedHashSet<>();
    for (Match match : reading.matches()) {
      if (described.contains(match.start())) {
        continue;
      }
      String text = reading.text().substring(match.start(), match.end());
      match.as(Sense.Feeling.class).ifPresent(feeling -> moods.add(feeling.mood()));
      match
          .as(Sense.Hue.class)
          .filter(_ -> isOfAll(match, reading))
          .ifPresent(hue -> colours.add(new Colour(text, hue.rgb())));
      if (match.has(Sense.Feeling.class) || match.has(Sense.Manner.class)) {
        words.add(text);
      }
    }
    Look.Style style =
        first(reading.matches(), Sense.Manner.class, Sense.Manner::style, Look.Style.UNSTATED);
    Look.Season season =
        first(reading.matches(), Sense.Year.class, Sense.Year::season, Look.Season.UNSTATED);
    return new Look(style, List.copyOf(moods), List.copyOf(colours), season, List.copyOf(words));
  }
}
