package io.wan4j.engine.previz.sheet;

import io.wan4j.engine.EngineException;
import io.wan4j.storyboard.CameraMove;
import io.wan4j.storyboard.Language;
import io.wan4j.storyboard.Setting;
import io.wan4j.storyboard.Shot;
import io.wan4j.storyboard.SoundCue;
import io.wan4j.storyboard.SpokenLine;
import io.wan4j.storyboard.TimeOfDay;
import java.io.IOException;
import java.io.InputStream;
import java.io.InputStreamReader;
import java.nio.charset.StandardCharsets;
import java.text.MessageFormat;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Properties;
import java.util.stream.Stream;

/** What a sheet says in the language of the prompt, in the terms of the trade. */
final class SheetWords {
  private static final String JOINT = "  \u00b7  ";

  private final Properties words;
  private final Language language;

  private SheetWords(Properties words, Language language) {
    this.words = words;
    this.language = language;
  }

  static SheetWords of(Language language) {
    String file = language == Language.CHINESE ? "chinese.properties" : "english.properties";
    try (InputStream bytes = SheetWords.class.getResourceAsStream(file)) {
      Properties words = new Properties();
      words.load(new InputStreamReader(bytes, StandardCharsets.UTF_8));
      return new SheetWords(words, language);
    } catch (IOException e) {
      throw new EngineException("the words of storyboard sheets cannot be read", e);
    }
  }

  String get(String key, Object... arguments) {
    return MessageFormat.format(words.getProperty(key), arguments);
  }

  private String word(String kind, Enum<?> value) {
    if (value.name().equals("UNSTATED")) {
      return "";
    }
    String own = value.name().toLowerCase(Locale.ROOT).replace('_', ' ');
    return words.getProperty(kind + "." + value.name(), own);
  }

  /** {@code EXT. FOREST - NIGHT - RAIN}; empty when nothing is known of the place. */
  String slugline(Shot shot) {
    List<String> parts = new ArrayList<>();
    if (shot.setting() != Setting.UNSTATED) {
      String where = get(shot.setting().indoors() ? "interior" : "exterior");
      parts.add(where + " " + word("setting", shot.setting()));
    }
    if (shot.time() != TimeOfDay.UNSTATED) {
      parts.add(word("time", shot.time()));
    }
    shot.weather().stream().limit(2).map(weather -> word("weather", weather)).forEach(parts::add);
    return String.join(" \u2013 ", parts).toUpperCase(Locale.ROOT);
  }

  /** {@code WIDE SHOT · LOW ANGLE}. */
  String framing(Shot shot) {
    return joined(Stream.of(word("size", shot.size()), word("angle", shot.angle())), JOINT)
        .toUpperCase(Locale.ROOT);
  }

  /** {@code push in, slow + tilt up, then pan left}. */
  String camera(Shot shot) {
    StringBuilder text = new StringBuilder();
    CameraMove before = null;
    for (CameraMove move : shot.camera()) {
      if (before != null) {
        boolean after = move.start() >= before.end() - 1e-6;
        text.append(after ? " \u2192 " : " + ");
      }
      text.append(move(move));
      before = move;
    }
    return text.toString();
  }

  private String move(CameraMove move) {
    String kind = word("move", move.kind());
    List<String> manner = new ArrayList<>();
    if (move.speed() != CameraMove.Speed.NORMAL) {
      manner.add(word("speed", move.speed()));
    }
    if (move.strength() != CameraMove.Strength.NORMAL) {
      manner.add(word("strength", move.strength()));
    }
    if (move.easing() != CameraMove.Easing.SMOOTH) {
      manner.add(word("easing", move.easing()));
    }
    if (manner.isEmpty()) {
      return kind;
    }
    return language == Language.CHINESE
        ? String.join("\u3001", manner) + kind
        : kind + " (" + String.join(", ", manner) + ")";
  }

  /** {@code ANNA (whispers)}. */
  String speaker(SpokenLine line) {
    boolean told = line.tone() == SpokenLine.Tone.NARRATION;
    String name = line.speaker().isEmpty() ? get(told ? "narrator" : "somebody") : line.speaker();
    String tone =
        line.tone() == SpokenLine.Tone.NEUTRAL ? "" : " (" + word("tone", line.tone()) + ")";
    return name.toUpperCase(Locale.ROOT) + tone;
  }

  String quoted(SpokenLine line) {
    return "\u201c" + line.text() + "\u201d";
  }

  /** {@code rain · footsteps}. */
  String sounds(Shot shot) {
    Stream<String> named =
        shot.sounds().stream()
            .map(cue -> cue.kind() == SoundCue.Kind.OTHER ? cue.text() : word("sound", cue.kind()));
    return joined(named.distinct(), " \u00b7 ");
  }

  private static String joined(Stream<String> parts, String joint) {
    return String.join(joint, parts.filter(part -> !part.isEmpty()).toList());
  }
}
