package io.wan4j.engine.previz.picture;

import io.wan4j.engine.Brief;
import io.wan4j.storyboard.Shot;
import io.wan4j.storyboard.Storyboard;
import java.util.List;
import java.util.function.Function;

/**
 * A storyboard's places without its cast: what is drawn behind references, who play the cast
 * themselves and must not be drawn a second time.
 */
public record EmptyStage(Function<Brief, Storyboard> reading)
    implements Function<Brief, Storyboard> {
  @Override
  public Storyboard apply(Brief brief) {
    Storyboard board = reading.apply(brief);
    List<Shot> shots = board.shots().stream().map(EmptyStage::cleared).toList();
    return new Storyboard(
        board.prompt(), board.language(), board.seconds(), shots, board.unknown());
  }

  private static Shot cleared(Shot shot) {
    return new Shot(
        shot.number(),
        shot.start(),
        shot.end(),
        shot.text(),
        shot.size(),
        shot.angle(),
        shot.camera(),
        shot.setting(),
        shot.time(),
        shot.weather(),
        shot.look(),
        List.of(),
        shot.lines(),
        shot.sounds());
  }
}
