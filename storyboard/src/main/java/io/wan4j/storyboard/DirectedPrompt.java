package io.wan4j.storyboard;

import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.Properties;

/**
 * A rewriter of fixed rules: what a short prompt leaves open (shot size, camera, depth, light,
 * mood, sound) is decided as a director would from what happens in it. Long and numbered prompts
 * are kept as they are. The same prompt always gives the same words; no model is asked.
 */
public final class DirectedPrompt implements PromptRewriter {
  /** Prompts that say this much are left alone: characters, or letters for English. */
  private static final int LONG_ENGLISH = 400;

  private static final int LONG_CHINESE = 120;

  private final StoryboardParser parser;
  private final Properties english = Phrases.read("english/direction.properties");
  private final Properties chinese = Phrases.read("chinese/direction.properties");

  public DirectedPrompt(StoryboardParser parser) {
    this.parser = parser;
  }

  @Override
  public String rewrite(String prompt, double seconds, Cutting cutting) {
    Storyboard board = parser.parse(prompt, seconds, cutting);
    boolean isChinese = board.language() == Language.CHINESE;
    boolean isLong = prompt.length() > (isChinese ? LONG_CHINESE : LONG_ENGLISH);
    boolean isNumbered = !ShotHeadings.find(prompt).isEmpty();
    if (prompt.isBlank() || isLong || isNumbered) {
      return prompt;
    }
    Properties phrases = isChinese ? chinese : english;
    List<String> sentences = new ArrayList<>();
    Shot shot = board.shots().getFirst();
    if (shot.size() == ShotSize.UNSTATED || board.shots().size() > 1) {
      sentences.add(phrases.getProperty("size." + key(sizeFor(shot))));
    }
    sentences.add(ended(prompt.strip(), isChinese));
    if (board.shots().stream().allMatch(s -> s.camera().isEmpty())) {
      sentences.add(phrases.getProperty("camera." + key(cameraFor(shot))));
    }
    boolean moody = !shot.look().moods().isEmpty();
    if (!shot.cast().isEmpty() && !shot.setting().indoors()) {
      sentences.add(phrases.getProperty("depth"));
    }
    if (!moody) {
      sentences.add(phrases.getProperty("light." + lightFor(shot)));
      sentences.add(phrases.getProperty("mood." + moodFor(shot)));
    }
    soundFor(board, shot).map(key -> phrases.getProperty("sound." + key)).ifPresent(sentences::add);
    if (shot.look().style() == Look.Style.UNSTATED) {
      sentences.add(phrases.getProperty("style"));
    }
    return String.join(isChinese ? "" : " ", sentences);
  }

  private static String key(Enum<?> value) {
    return value.name().toLowerCase(Locale.ROOT);
  }

  private static String ended(String prompt, boolean chinese) {
    char last = prompt.charAt(prompt.length() - 1);
    boolean ended = ".!?。！？…\"”」'".indexOf(last) >= 0;
    return ended ? prompt : prompt + (chinese ? "。" : ".");
  }

  /** Talk is seen close, travel from afar, and the rest between. */
  private static ShotSize sizeFor(Shot shot) {
    if (!shot.lines().isEmpty()) {
      return ShotSize.MEDIUM_CLOSE_UP;
    }
    if (shot.cast().isEmpty()) {
      return ShotSize.EXTREME_LONG;
    }
    return travels(shot) ? ShotSize.LONG : ShotSize.MEDIUM;
  }

  private static CameraMove.Kind cameraFor(Shot shot) {
    if (shot.cast().isEmpty()) {
      return CameraMove.Kind.DOLLY_OUT;
    }
    return travels(shot) ? CameraMove.Kind.FOLLOW : CameraMove.Kind.DOLLY_IN;
  }

  private static boolean travels(Shot shot) {
    return shot.cast().stream()
        .anyMatch(
            member ->
                switch (member.action()) {
                  case WALK, RUN, CHASE, FLEE, RIDE, DRIVE, FLY, SWIM, SAIL -> true;
                  default -> false;
                });
  }

  private static String lightFor(Shot shot) {
    if (shot.weather().stream().anyMatch(weather -> weather != Weather.CLEAR)
        && shot.time() != TimeOfDay.NIGHT
        && !shot.setting().indoors()) {
      return "overcast";
    }
    if (shot.time() != TimeOfDay.UNSTATED) {
      return key(shot.time());
    }
    return shot.setting().indoors() ? "indoors" : "day";
  }

  /** What happens sets the mood; where nothing does, the hour and the weather. */
  private static String moodFor(Shot shot) {
    for (CastMember member : shot.cast()) {
      switch (member.action()) {
        case CHASE, FLEE, FIGHT -> {
          return "tense";
        }
        case RUN, RIDE, JUMP, RAP -> {
          return "energetic";
        }
        case DANCE, LAUGH, PLAY, CHEER, SING -> {
          return "joyful";
        }
        case HUG, HOLD_HANDS -> {
          return "romantic";
        }
        case CRY -> {
          return "melancholy";
        }
        default -> {
          // no mood of its own
        }
      }
    }
    if (shot.weather().contains(Weather.STORM) || shot.weather().contains(Weather.THUNDERSTORM)) {
      return "epic";
    }
    if (shot.weather().contains(Weather.FOG)) {
      return "mysterious";
    }
    if (shot.weather().contains(Weather.RAIN)) {
      return "melancholy";
    }
    return switch (shot.setting()) {
      case SPACE, PLANET, MOUNTAINS, CASTLE, BATTLEFIELD -> "epic";
      case CAVE, RUINS, UNDERWATER -> "mysterious";
      default -> "calm";
    };
  }

  /** What would be heard there; nothing where the words name sounds or lines themselves. */
  private static Optional<String> soundFor(Storyboard board, Shot shot) {
    boolean told =
        board.shots().stream().anyMatch(s -> !s.sounds().isEmpty() || !s.lines().isEmpty());
    if (told) {
      return Optional.empty();
    }
    for (Weather weather : shot.weather()) {
      switch (weather) {
        case RAIN -> {
          return Optional.of("rain");
        }
        case STORM, THUNDERSTORM -> {
          return Optional.of("thunder");
        }
        case WIND, SNOW, SANDSTORM -> {
          return Optional.of("wind");
        }
        default -> {
          // not to be heard
        }
      }
    }
    return switch (shot.setting()) {
      case BEACH, OPEN_SEA -> Optional.of("sea");
      case RIVER -> Optional.of("stream");
      case FOREST, JUNGLE, MEADOW, PARK, GARDEN, FARM, VILLAGE ->
          Optional.of(shot.time() == TimeOfDay.NIGHT ? "insects" : "birds");
      case CITY, STREET -> Optional.of("city");
      case SAVANNA, DESERT, MOUNTAINS, SNOW, RUINS -> Optional.of("wind");
      default -> Optional.empty();
    };
  }
}
