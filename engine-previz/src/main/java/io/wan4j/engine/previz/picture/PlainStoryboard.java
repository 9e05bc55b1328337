package io.wan4j.engine.previz.picture;

import io.wan4j.engine.Brief;
import io.wan4j.storyboard.CameraAngle;
import io.wan4j.storyboard.Language;
import io.wan4j.storyboard.Look;
import io.wan4j.storyboard.Setting;
import io.wan4j.storyboard.Shot;
import io.wan4j.storyboard.ShotSize;
import io.wan4j.storyboard.Storyboard;
import io.wan4j.storyboard.TimeOfDay;
import java.util.List;

/** The storyboard of a film of which nothing is said: one shot, everything left open. */
public final class PlainStoryboard {
  private PlainStoryboard() {}

  public static Storyboard of(Brief brief) {
    Look look = new Look(Look.Style.UNSTATED, List.of(), List.of(), List.of());
    Shot shot =
        new Shot(
            1,
            0,
            brief.seconds(),
            brief.prompt(),
            ShotSize.UNSTATED,
            CameraAngle.UNSTATED,
            List.of(),
            Setting.UNSTATED,
            TimeOfDay.UNSTATED,
            List.of(),
            look,
            List.of(),
            List.of(),
            List.of());
    return new Storyboard(
        brief.prompt(), Language.of(brief.prompt()), brief.seconds(), List.of(shot), List.of());
  }
}
