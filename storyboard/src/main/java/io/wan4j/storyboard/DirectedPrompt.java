package io.wan4j.storyboard;

import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Properties;

/**
 * A rewriter of fixed rules: what a short prompt leaves open (shot size, camera, light) is decided
 * as a director would from what happens in it. Long and numbered prompts are kept as they are. The
 * same prompt always gives the same words; no model is asked.
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
    if (shot.time() == TimeOfDay.UNSTATED && shot.look().moods().isEmpty()) {
      sentences.add(phrases.getProperty(shot.setting().indoors() ? "light.indoors" : "light.day"));
    } else if (shot.look().moods().isEmpty()) {
      sentences.add(phrases.getProperty("light." + key(shot.time())));
    }
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
}
