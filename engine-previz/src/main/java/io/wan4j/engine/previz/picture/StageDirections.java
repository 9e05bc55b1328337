package io.wan4j.engine.previz.picture;

import io.wan4j.engine.Reference;
import io.wan4j.storyboard.CastMember;
import io.wan4j.storyboard.MediaReference;
import io.wan4j.storyboard.Setting;
import io.wan4j.storyboard.Shot;
import io.wan4j.storyboard.SpokenLine;
import io.wan4j.storyboard.Storyboard;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.OptionalInt;
import java.util.Set;
import java.util.function.Function;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/**
 * What a prompt does with its references: which of them is the place, which is a thing in
 * somebody's hands, and who plays in which shot.
 */
final class StageDirections {
  /** "in the cafe from Image 2", "against the rusty wall of Image 3": where something happens. */
  private static final Pattern WHERE =
      Pattern.compile(
          "\\b(?:in|at|inside|against|through|across|along|on|before)\\s+(?:the|a|an)\\s+"
              + "(?<what>[\\p{L}\\s-]{2,40}?)\\s+(?:in|from|of|shown in)\\s+"
              + "(?<name>(?:image|picture|video|character)\\s*\\d{1,2})",
          Pattern.CASE_INSENSITIVE);

  /** "Image 2 as the background", "图2的场景". */
  private static final Pattern AS_PLACE =
      Pattern.compile(
          "(?<name>(?:image|picture|video)\\s*\\d{1,2})\\s+(?:as|is|for)\\s+(?:the\\s+|a\\s+)?"
              + "(?:background|backdrop|scene|setting|location|place)"
              + "|(?:background|backdrop|scene|setting)\\s+(?:of|from|in|is)\\s+"
              + "(?<other>(?:image|picture|video)\\s*\\d{1,2})"
              + "|(?<chinese>(?:图片?|视频)\\s*\\d{1,2})(?:中|里)?的?(?:场景|背景|环境|地方)",
          Pattern.CASE_INSENSITIVE);

  private static final Pattern PLACE_WORD =
      Pattern.compile(
          "\\b(?:background|backdrop|scene|setting|environment|place|location|wall|landscape|view)\\b",
          Pattern.CASE_INSENSITIVE);

  private static final Pattern IN_HAND =
      Pattern.compile(
          "\\b(?:holds?|holding|carr(?:y|ies|ying)|eats?|eating|wears?|wearing|with|plays?|playing)"
              + "\\s+(?:the\\s+|a\\s+|an\\s+)?(?:[\\p{L}]+\\s+(?:from|in|of)\\s+)?"
              + "(?<name>(?:image|picture|character)\\s*\\d{1,2})"
              + "|(?:拿着|抱着|手持|举着|捧着)\\s*(?<chinese>图片?\\s*\\d{1,2})",
          Pattern.CASE_INSENSITIVE);

  /**
   * Somebody in a shot.
   *
   * @param reference position in the list of references
   * @param action how it moves
   * @param holder position of the reference in whose hands it is, or -1
   * @param lines when it speaks
   */
  record Part(
      int reference,
      CastFilm.Action action,
      int holder,
      CastMember.Heading heading,
      List<SpokenLine> lines) {}

  private final List<Reference> references;
  private final Function<String, Setting> settings;
  private final Set<Integer> places = new HashSet<>();
  private final Map<Integer, Integer> holders = new HashMap<>();

  /**
   * @param settings the place that a few words name
   */
  StageDirections(String prompt, List<Reference> references, Function<String, Setting> settings) {
    this.references = references;
    this.settings = settings;
    for (int i = 0; i < references.size(); i++) {
      if (Casting.role(references.get(i)) == Reference.Role.BACKGROUND) {
        places.add(i);
      }
    }
    readPlaces(prompt);
    readHands(prompt);
  }

  private void readPlaces(String prompt) {
    Matcher where = WHERE.matcher(prompt);
    while (where.find()) {
      String what = where.group("what");
      if (PLACE_WORD.matcher(what).find() || settings.apply(what) != Setting.UNSTATED) {
        place(where.group("name"));
      }
    }
    Matcher as = AS_PLACE.matcher(prompt);
    while (as.find()) {
      for (String group : List.of("name", "other", "chinese")) {
        if (as.group(group) != null) {
          place(as.group(group));
        }
      }
    }
  }

  private void place(String name) {
    Casting.named(name, references)
        .ifPresent(
            index -> {
              if (Casting.role(references.get(index)) != Reference.Role.SUBJECT) {
                places.add(index);
              }
            });
  }

  private void readHands(String prompt) {
    Matcher hand = IN_HAND.matcher(prompt);
    while (hand.find()) {
      String name = hand.group("name") == null ? hand.group("chinese") : hand.group("name");
      OptionalInt thing = Casting.named(name, references);
      OptionalInt holder = Casting.lastNamed(prompt.substring(0, hand.start()), references);
      if (thing.isPresent()
          && holder.isPresent()
          && thing.getAsInt() != holder.getAsInt()
          && !places.contains(thing.getAsInt())
          && !holders.containsKey(holder.getAsInt())) {
        holders.putIfAbsent(thing.getAsInt(), holder.getAsInt());
      }
    }
  }

  boolean isPlace(int reference) {
    return places.contains(reference);
  }

  /**
   * Who plays in each shot of the storyboard, the lead first. References that no shot names play in
   * every shot; a shot that names none goes on with those of the shot before.
   */
  List<List<Part>> parts(Storyboard board) {
    Set<Integer> named = new HashSet<>();
    board.shots().forEach(shot -> named.addAll(cast(shot)));
    List<Integer> unnamed = new ArrayList<>();
    for (int i = 0; i < references.size(); i++) {
      if (!named.contains(i) && !places.contains(i)) {
        unnamed.add(i);
      }
    }
    List<List<Part>> shots = new ArrayList<>();
    List<Integer> before = List.of();
    for (Shot shot : board.shots()) {
      List<Integer> present = new ArrayList<>(cast(shot));
      if (present.isEmpty()) {
        present.addAll(before);
      }
      before = List.copyOf(present);
      present.addAll(unnamed);
      shots.add(present.stream().map(index -> part(index, shot, present)).toList());
    }
    return shots;
  }

  private List<Integer> cast(Shot shot) {
    List<Integer> found = new ArrayList<>();
    for (CastMember member : shot.cast()) {
      Casting.of(member.reference(), references)
          .ifPresent(
              index -> {
                if (!places.contains(index) && !found.contains(index)) {
                  found.add(index);
                }
              });
    }
    return found;
  }

  private Part part(int index, Shot shot, List<Integer> present) {
    int holder = holders.getOrDefault(index, -1);
    CastMember.Heading heading = CastMember.Heading.UNSTATED;
    CastFilm.Action action = ActionWords.of(shot);
    List<SpokenLine> lines = new ArrayList<>();
    for (CastMember member : shot.cast()) {
      if (isThe(member.reference(), index)) {
        action = ActionWords.of(member, shot);
        heading = member.heading();
        shot.lines().stream()
            .filter(line -> line.speaker().equalsIgnoreCase(member.noun()))
            .forEach(lines::add);
      }
    }
    if (present.getFirst() == index) {
      shot.lines().stream()
          .filter(line -> line.speaker().isEmpty() && line.tone() != SpokenLine.Tone.NARRATION)
          .forEach(lines::add);
    }
    return new Part(index, action, present.contains(holder) ? holder : -1, heading, lines);
  }

  private boolean isThe(MediaReference reference, int index) {
    OptionalInt found = Casting.of(reference, references);
    return found.isPresent() && found.getAsInt() == index;
  }
}
