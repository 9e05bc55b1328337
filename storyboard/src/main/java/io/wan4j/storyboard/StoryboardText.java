package io.wan4j.storyboard;

import java.lang.reflect.InvocationTargetException;
import java.lang.reflect.RecordComponent;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;

/** Shows what was understood: as lines for people, as a tree of maps, or as JSON. */
public final class StoryboardText {
  private StoryboardText() {}

  /** A few lines a shot. */
  public static String lines(Storyboard board) {
    StringBuilder text = new StringBuilder();
    text.append(
        String.format(
            Locale.ROOT,
            "%s, %.2f s, %d shot(s)%n",
            words(board.language()),
            board.seconds(),
            board.shots().size()));
    board.shots().forEach(shot -> append(text, shot));
    if (!board.senses().isEmpty()) {
      text.append("understood by kind:\n");
      board.senses().forEach(sense -> text.append("  ").append(sense(sense)).append('\n'));
    }
    if (!board.unknown().isEmpty()) {
      text.append("not understood: ").append(String.join(", ", board.unknown())).append('\n');
    }
    return text.toString();
  }

  private static String sense(WordSense sense) {
    String gloss = sense.gloss().isEmpty() ? "" : ": " + sense.gloss();
    return sense.word() + " is a " + sense.kind() + " -> " + sense.meaning() + gloss;
  }

  private static void append(StringBuilder text, Shot shot) {
    text.append(
        String.format(
            Locale.ROOT, "%nshot %d  %.2f-%.2f s%n", shot.number(), shot.start(), shot.end()));
    line(text, "frame", join(List.of(words(shot.size()), words(shot.angle()))));
    line(text, "place", join(List.of(words(shot.setting()), words(shot.time()))));
    line(text, "weather", join(shot.weather().stream().map(StoryboardText::words).toList()));
    line(text, "camera", join(shot.camera().stream().map(StoryboardText::move).toList()));
    line(text, "look", look(shot.look()));
    shot.cast().forEach(member -> line(text, "cast", member(member)));
    for (SpokenLine said : shot.lines()) {
      String speaker = said.speaker().isEmpty() ? "somebody" : said.speaker();
      line(
          text,
          "line",
          String.format(
              Locale.ROOT,
              "%.2f-%.2f %s (%s): %s",
              said.start(),
              said.end(),
              speaker,
              words(said.tone()),
              said.text()));
    }
    line(
        text,
        "sound",
        join(shot.sounds().stream().map(cue -> words(cue.kind())).distinct().toList()));
  }

  private static String move(CameraMove move) {
    List<String> parts = new ArrayList<>();
    parts.add(words(move.kind()));
    if (move.speed() != CameraMove.Speed.NORMAL) {
      parts.add(words(move.speed()));
    }
    if (move.strength() != CameraMove.Strength.NORMAL) {
      parts.add(words(move.strength()));
    }
    parts.add(String.format(Locale.ROOT, "%.0f-%.0f %%", 100 * move.start(), 100 * move.end()));
    return String.join(" ", parts);
  }

  private static String look(Look look) {
    List<String> parts = new ArrayList<>();
    parts.add(words(look.style()));
    parts.add(words(look.season()));
    look.moods().forEach(mood -> parts.add(words(mood)));
    look.colours().forEach(colour -> parts.add(colour.name()));
    return join(parts);
  }

  private static String member(CastMember member) {
    List<String> parts = new ArrayList<>();
    parts.add(member.noun() + " = " + words(member.species()));
    parts.add(words(member.age()));
    parts.add(words(member.sex()));
    if (member.count() > 1) {
      parts.add("x" + member.count());
    }
    parts.add(
        member.target().isEmpty()
            ? words(member.action())
            : words(member.action()) + " -> " + member.target());
    parts.add(words(member.heading()));
    member.holds().forEach(thing -> parts.add("holds " + thing));
    member.colours().forEach(colour -> parts.add(colour.name()));
    parts.addAll(member.look());
    return join(parts);
  }

  private static void line(StringBuilder text, String label, String content) {
    if (!content.isEmpty()) {
      text.append(String.format(Locale.ROOT, "  %-8s %s%n", label, content));
    }
  }

  private static String join(List<String> parts) {
    return String.join(", ", parts.stream().filter(part -> !part.isEmpty()).toList());
  }

  /** The name of a value in small letters; empty when unstated. */
  private static String words(Enum<?> value) {
    return value.name().equals("UNSTATED")
        ? ""
        : value.name().toLowerCase(Locale.ROOT).replace('_', ' ');
  }

  /** Records as maps by component name, lists as lists, names of enums, numbers, strings. */
  public static Map<String, Object> tree(Storyboard board) {
    return tree((Record) board);
  }

  private static Map<String, Object> tree(Record record) {
    Map<String, Object> map = new LinkedHashMap<>();
    for (RecordComponent component : record.getClass().getRecordComponents()) {
      try {
        map.put(component.getName(), value(component.getAccessor().invoke(record)));
      } catch (IllegalAccessException | InvocationTargetException e) {
        throw new StoryboardException("cannot read " + component.getName() + " of " + record, e);
      }
    }
    return map;
  }

  private static Object value(Object value) {
    return switch (value) {
      case Record record -> tree(record);
      case Enum<?> constant -> constant.name();
      case List<?> list -> list.stream().map(StoryboardText::value).toList();
      default -> value;
    };
  }

  public static String json(Storyboard board) {
    return Json.write(tree(board));
  }
}
