package io.wan4j.engine.previz.scene;

import io.wan4j.engine.previz.scenery.Places;
import io.wan4j.storyboard.Action;
import io.wan4j.storyboard.CastMember;
import io.wan4j.storyboard.Setting;
import io.wan4j.storyboard.Shot;
import io.wan4j.storyboard.Species;
import io.wan4j.storyboard.TimeOfDay;
import io.wan4j.storyboard.Weather;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.TreeMap;
import java.util.regex.Pattern;

/**
 * Which painted place a shot plays in, and under which sky. Shots of one location share its layers.
 *
 * @param place a name of {@link Places}
 * @param hour a light of {@link Places#HOURS}
 */
record Location(String place, String hour, Places.Weather weather) {
  /** A city that is looked at from afar. */
  private static final Pattern FAR_OFF =
      Pattern.compile(
          "skyline|firework|over the city|cityscape|烟花|天际线|城市上空", Pattern.CASE_INSENSITIVE);

  /** Places that are painted in their own way, by the words that ask for them. */
  private static final Map<String, Pattern> KINDS =
      new TreeMap<>(
          Map.of(
              "aurora", words("aurora|northern lights|极光"),
              "bamboo", words("bamboo (?:forest|grove)|竹林"),
              "terraces", words("terraced (?:fields?|hills?)|rice terraces?|梯田"),
              "headland", words("lighthouse|灯塔")));

  private static final Map<String, Pattern> TREES =
      new TreeMap<>(
          Map.of(
              "cherry", words("cherry|sakura|blossom|樱|桃花|梅花"),
              "palm", words("palm|coconut|棕榈|椰"),
              "pine", words("pine|fir|spruce|christmas|松|杉"),
              "bare", words("bare|dead|leafless|枯"),
              "acacia", words("acacia|baobab|金合欢")));

  /** Places in which one tree more is to be seen. */
  private static final Set<String> TREELESS =
      Set.of(
          "meadow",
          "savanna",
          "farm",
          "mountains",
          "desert",
          "snow",
          "aurora",
          "beach",
          "cape",
          "lake",
          "village",
          "park",
          "castle",
          "ruins",
          "yard",
          "terraces");

  /** Who rides the waves is out on the sea. */
  private static final Pattern SURF = words("surf|wave|冲浪|海浪");

  /** Fog lies where no wind blows. */
  private static final double STILL_AIR = 0.02;

  private static Pattern words(String pattern) {
    return Pattern.compile(pattern, Pattern.CASE_INSENSITIVE);
  }

  static Location of(Shot shot) {
    boolean dry = shot.setting().indoors();
    double cover = 0;
    double wind = 0.15;
    double fog = 0;
    for (Weather weather : shot.weather()) {
      cover =
          Math.max(
              cover,
              switch (weather) {
                case CLEAR, WIND -> 0;
                case CLOUD -> 0.55;
                case FOG -> 0.5;
                case SNOW -> 0.6;
                case RAIN -> 0.8;
                case SANDSTORM -> 0.4;
                case STORM, THUNDERSTORM -> 1;
              });
      wind =
          Math.max(
              wind,
              switch (weather) {
                case WIND -> 0.8;
                case STORM, THUNDERSTORM, SANDSTORM -> 1;
                case RAIN, SNOW -> 0.3;
                case CLEAR, CLOUD, FOG -> 0.1;
              });
      fog =
          Math.max(
              fog,
              switch (weather) {
                case FOG -> 1;
                case SANDSTORM -> 0.9;
                case RAIN, SNOW -> 0.35;
                case STORM, THUNDERSTORM -> 0.3;
                case CLEAR, CLOUD, WIND -> 0;
              });
    }
    if (shot.weather().equals(List.of(Weather.FOG))) {
      wind = STILL_AIR;
    }
    String place = place(shot);
    return new Location(
        tree(shot, place).map(tree -> Places.with(place, tree)).orElse(place),
        hour(shot.time()),
        new Places.Weather(dry ? 0 : cover, wind, fog, lying(shot.weather())));
  }

  private static Places.Lying lying(List<Weather> weather) {
    if (weather.contains(Weather.SNOW)) {
      return Places.Lying.SNOW;
    }
    return weather.contains(Weather.SANDSTORM) ? Places.Lying.SAND : Places.Lying.NOTHING;
  }

  private static String hour(TimeOfDay time) {
    return switch (time) {
      case DAWN -> "dawn";
      case UNSTATED, DAY -> "day";
      case SUNSET -> "sunset";
      case DUSK -> "dusk";
      case NIGHT -> "night";
    };
  }

  private static String place(Shot shot) {
    if (shot.setting() == Setting.CITY && FAR_OFF.matcher(shot.text()).find()) {
      return "skyline";
    }
    boolean inland = shot.setting() == Setting.LAKE || shot.setting() == Setting.RIVER;
    Crew crew = new Crew(shot);
    boolean ashore =
        shot.cast().stream().anyMatch(member -> onFoot(member) && crew.boatOf(member).isEmpty());
    if (inland && !ashore && shot.cast().stream().anyMatch(Location::onWater)) {
      return "water";
    }
    boolean onTrack = shot.cast().stream().anyMatch(member -> member.species() == Species.TRAIN);
    if (onTrack && shot.setting() == Setting.RAILWAY_BRIDGE) {
      return "viaduct";
    }
    if (shot.setting() == Setting.OPEN_SEA && ashore && !SURF.matcher(shot.text()).find()) {
      return KINDS.get("headland").matcher(shot.text()).find() ? "cape" : "beach";
    }
    Optional<String> kind =
        KINDS.entrySet().stream()
            .filter(entry -> entry.getValue().matcher(shot.text()).find())
            .map(Map.Entry::getKey)
            .findFirst();
    if (kind.isPresent() && !shot.setting().indoors()) {
      return kind.get();
    }
    if (shot.setting() == Setting.UNSTATED && onlyThings(shot)) {
      return "studio";
    }
    String named = placeOf(shot.setting());
    return Places.names().contains(named) ? named : "meadow";
  }

  /** Who stands or goes, and would do so on the waves. */
  private static boolean onFoot(CastMember member) {
    boolean walks =
        switch (member.species().body()) {
          case PERSON, QUADRUPED, ROBOT -> member.species() != Species.CROWD;
          default -> false;
        };
    return walks && !onWater(member) && member.action() != Action.RIDE;
  }

  /** The tree of the words, where the place has none like it. */
  private static Optional<String> tree(Shot shot, String place) {
    if (!TREELESS.contains(place)) {
      return Optional.empty();
    }
    return shot.cast().stream()
        .filter(member -> member.species() == Species.TREE)
        .map(member -> kindOfTree(member, place))
        .findFirst();
  }

  private static String kindOfTree(CastMember member, String place) {
    String noun = member.noun().toLowerCase(Locale.ROOT) + " " + String.join(" ", member.look());
    for (Map.Entry<String, Pattern> kind : TREES.entrySet()) {
      if (kind.getValue().matcher(noun).find()) {
        return kind.getKey();
      }
    }
    return switch (place) {
      case "savanna" -> "acacia";
      case "beach" -> "palm";
      case "snow", "aurora" -> "pine";
      default -> "tree";
    };
  }

  /** A thing alone, of which no place is told, is shown as in an advertisement. */
  private static boolean onlyThings(Shot shot) {
    return !shot.cast().isEmpty()
        && shot.cast().stream().allMatch(member -> member.species() == Species.OBJECT);
  }

  private static boolean onWater(CastMember member) {
    return member.species().body() == Species.Body.BOAT
        || member.action() == Action.SWIM
        || member.action() == Action.FLOAT
        || member.action() == Action.SAIL
        || (member.species() == Species.SWAN || member.species() == Species.DUCK)
            && member.action() == Action.UNSTATED;
  }

  private static String placeOf(Setting setting) {
    return switch (setting) {
      case UNSTATED, MEADOW -> "meadow";
      case SAVANNA -> "savanna";
      case FOREST -> "forest";
      case JUNGLE -> "jungle";
      case MOUNTAINS -> "mountains";
      case DESERT -> "desert";
      case SNOW -> "snow";
      case BEACH -> "beach";
      case OPEN_SEA -> "sea";
      case UNDERWATER -> "underwater";
      case RIVER, LAKE -> "lake";
      case VILLAGE -> "village";
      case FARM -> "farm";
      case GARDEN, PARK -> "park";
      case CITY, STREET -> "city";
      case RAILWAY_BRIDGE, STATION -> "bridge";
      case FUTURE_CITY -> "future";
      case CASTLE -> "castle";
      case RUINS, BATTLEFIELD -> "ruins";
      case CAVE -> "cave";
      case ROOM -> "room";
      case KITCHEN -> "kitchen";
      case BAKERY -> "bakery";
      case CAFE -> "cafe";
      case SHOP -> "shop";
      case CLASSROOM -> "study";
      case LIBRARY -> "library";
      case OFFICE, LABORATORY -> "office";
      case FACTORY -> "factory";
      case STUDIO -> "studio";
      case STAGE -> "stage";
      case SCHOOL_YARD -> "yard";
      case STADIUM -> "stadium";
      case SKY -> "sky";
      case SPACE -> "space";
      case PLANET -> "planet";
    };
  }
}
