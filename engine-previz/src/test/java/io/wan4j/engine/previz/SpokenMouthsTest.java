package io.wan4j.engine.previz;

import static org.assertj.core.api.Assertions.assertThat;

import io.wan4j.engine.Brief;
import io.wan4j.engine.FrameSize;
import io.wan4j.engine.Material;
import io.wan4j.engine.ShotPlan;
import io.wan4j.engine.SoundPlan;
import io.wan4j.engine.previz.scene.Mouths;
import io.wan4j.engine.previz.sound.FilmScore;
import io.wan4j.sound.Speech;
import io.wan4j.storyboard.Cutting;
import io.wan4j.storyboard.SpokenLine;
import io.wan4j.storyboard.Storyboard;
import io.wan4j.storyboard.StoryboardParser;
import java.util.concurrent.CompletableFuture;
import org.junit.jupiter.api.Test;

class SpokenMouthsTest {
  @Test
  void theMouthOfTheSpeakerMovesWithItsLineAlone() {
    Storyboard storyboard =
        new StoryboardParser()
            .parse(
                "A girl stands in a room and says: \"Good morning, everybody, how are you?\"",
                5,
                Cutting.SINGLE);
    try (Speech speech = Speech.babbling()) {
      Mouths mouths =
          new SpokenMouths(
              CompletableFuture.completedFuture(new FilmScore(speech).mouths(brief(), storyboard)),
              storyboard);
      String girl = storyboard.shots().getFirst().cast().getFirst().noun();
      SpokenLine line = storyboard.shots().getFirst().lines().getFirst();
      double widest = 0;
      double narrowest = 1;
      for (double second = line.start() + 0.1; second < line.start() + 1; second += 0.02) {
        widest = Math.max(widest, mouths.open(girl, second));
        narrowest = Math.min(narrowest, mouths.open(girl, second));
      }
      assertThat(widest).isBetween(0.4, 1.0);
      assertThat(widest - narrowest).isGreaterThan(0.2);
      assertThat(mouths.open(girl, line.start() - 0.05)).isZero();
      assertThat(mouths.open("somebody else", line.start() + 0.3)).isZero();
    }
  }

  private static Brief brief() {
    return new Brief(
        new Material.Words(),
        "",
        "",
        new FrameSize(64, 64),
        30,
        150,
        1,
        ShotPlan.SINGLE,
        new SoundPlan.Made());
  }
}
