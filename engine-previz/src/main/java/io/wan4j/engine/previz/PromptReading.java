package io.wan4j.engine.previz;

import io.wan4j.engine.Brief;
import io.wan4j.engine.ShotPlan;
import io.wan4j.engine.SoundPlan;
import io.wan4j.engine.previz.sound.HeardCuts;
import io.wan4j.engine.previz.sound.Loudness;
import io.wan4j.engine.previz.sound.TimeStamps;
import io.wan4j.storyboard.Cutting;
import io.wan4j.storyboard.Storyboard;
import io.wan4j.storyboard.StoryboardParser;
import java.util.function.Function;

/** Reads the prompt of a brief into a storyboard of the film's length. */
public final class PromptReading implements Function<Brief, Storyboard> {
  private final StoryboardParser parser = new StoryboardParser();

  @Override
  public Storyboard apply(Brief brief) {
    Storyboard board =
        parser.parse(DocumentScript.prompt(brief), brief.seconds(), cutting(brief.shots()));
    return brief.sound() instanceof SoundPlan.Given && !TimeStamps.in(brief.prompt())
        ? HeardCuts.on(board, Loudness.of(brief).onsets())
        : board;
  }

  private static Cutting cutting(ShotPlan plan) {
    return switch (plan) {
      case BY_PROMPT -> Cutting.BY_PROMPT;
      case SINGLE -> Cutting.SINGLE;
      case MULTIPLE -> Cutting.MULTIPLE;
    };
  }
}
