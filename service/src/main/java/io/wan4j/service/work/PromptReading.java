package io.wan4j.service.work;

import io.wan4j.protocol.ShotType;
import io.wan4j.protocol.VideoOrder;
import io.wan4j.service.DryRun;
import io.wan4j.service.rewrite.ChatRewriter;
import io.wan4j.service.rewrite.ChatSettings;
import io.wan4j.storyboard.CameraAngle;
import io.wan4j.storyboard.CastMember;
import io.wan4j.storyboard.Cutting;
import io.wan4j.storyboard.DirectedPrompt;
import io.wan4j.storyboard.PromptRewriter;
import io.wan4j.storyboard.Setting;
import io.wan4j.storyboard.Shot;
import io.wan4j.storyboard.ShotSize;
import io.wan4j.storyboard.Storyboard;
import io.wan4j.storyboard.StoryboardParser;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Optional;

/** Reads and rewrites prompts. Making one takes some tens of milliseconds. */
public final class PromptReading implements AutoCloseable {
  private final StoryboardParser parser = new StoryboardParser();
  private final PromptRewriter rules = new DirectedPrompt(parser);
  private final Optional<ChatRewriter> model;

  /**
   * @param model asked to rewrite prompts; empty where that is done by rule
   */
  public PromptReading(Optional<ChatSettings> model) {
    this.model = model.map(settings -> new ChatRewriter(settings, rules));
  }

  /** The words to film: rewritten where the order asks for that. May wait for a model. */
  String wordsToFilm(VideoOrder order, double seconds) {
    return words(order, seconds, rewriter());
  }

  /** The words to film as they are by rule: what a dry run shows, for which no model is asked. */
  String wordsByRule(VideoOrder order, double seconds) {
    return words(order, seconds, rules);
  }

  private static String words(VideoOrder order, double seconds, PromptRewriter by) {
    return order.promptExtend()
        ? by.rewrite(order.prompt(), seconds, cutting(order.shotType()))
        : order.prompt();
  }

  private PromptRewriter rewriter() {
    return model.isPresent() ? model.get() : rules;
  }

  /** Lets go of the model. */
  @Override
  public void close() {
    model.ifPresent(ChatRewriter::close);
  }

  /** What is understood of a prompt, rewritten first where that is wished. */
  Storyboard board(String prompt, double seconds, Cutting cutting, boolean extend) {
    String words = extend ? rewriter().rewrite(prompt, seconds, cutting) : prompt;
    return parser.parse(words, seconds, cutting);
  }

  /** The rewritten prompt as the reply shall show it; empty for models that do not tell it. */
  static String told(VideoOrder order, String rewritten) {
    return order.promptExtend() && order.card().actualPrompt() ? rewritten : "";
  }

  /** What is understood of the words. */
  List<DryRun.Shot> shots(VideoOrder order, String words, double seconds) {
    return parser.parse(words, seconds, cutting(order.shotType())).shots().stream()
        .map(shot -> new DryRun.Shot(shot.start(), shot.end(), summary(shot)))
        .toList();
  }

  private static Cutting cutting(ShotType type) {
    return switch (type) {
      case AS_PROMPTED -> Cutting.BY_PROMPT;
      case SINGLE -> Cutting.SINGLE;
      case MULTI -> Cutting.MULTIPLE;
    };
  }

  private static String summary(Shot shot) {
    List<String> parts = new ArrayList<>();
    if (shot.size() != ShotSize.UNSTATED) {
      parts.add(plain(shot.size()) + " shot");
    }
    if (shot.angle() != CameraAngle.UNSTATED) {
      parts.add(plain(shot.angle()));
    }
    if (shot.setting() != Setting.UNSTATED) {
      parts.add(plain(shot.setting()));
    }
    shot.cast().stream().map(CastMember::noun).forEach(parts::add);
    shot.camera().forEach(move -> parts.add("camera " + plain(move.kind())));
    shot.lines().forEach(line -> parts.add("\"" + line.text() + "\""));
    shot.sounds().forEach(sound -> parts.add("sound of " + plain(sound.kind())));
    return String.join(", ", parts);
  }

  private static String plain(Enum<?> word) {
    return word.name().toLowerCase(Locale.ROOT).replace('_', ' ');
  }
}
