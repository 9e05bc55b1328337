package io.wan4j.engine.previz.scene;

import io.wan4j.engine.Brief;
import io.wan4j.engine.FrameSize;
import io.wan4j.engine.Material;
import io.wan4j.engine.Progress;
import io.wan4j.engine.ShotPlan;
import io.wan4j.engine.SoundPlan;
import io.wan4j.engine.previz.Film;
import io.wan4j.storyboard.Action;
import io.wan4j.storyboard.CameraAngle;
import io.wan4j.storyboard.CameraMove;
import io.wan4j.storyboard.CastMember;
import io.wan4j.storyboard.Language;
import io.wan4j.storyboard.Look;
import io.wan4j.storyboard.MediaReference;
import io.wan4j.storyboard.Setting;
import io.wan4j.storyboard.Shot;
import io.wan4j.storyboard.ShotSize;
import io.wan4j.storyboard.Species;
import io.wan4j.storyboard.Storyboard;
import io.wan4j.storyboard.TimeOfDay;
import io.wan4j.storyboard.Weather;
import java.util.List;
import java.util.concurrent.ExecutorService;

/** Storyboards and films for tests, without a prompt. */
final class Shots {
  static final int FRAME_RATE = 30;

  private Shots() {}

  static Shot shot(
      int number,
      double start,
      double end,
      Setting setting,
      TimeOfDay time,
      List<CameraMove> moves,
      List<CastMember> cast,
      List<Weather> weather) {
    return new Shot(
        number,
        start,
        end,
        "",
        ShotSize.UNSTATED,
        CameraAngle.UNSTATED,
        moves,
        setting,
        time,
        weather,
        new Look(Look.Style.UNSTATED, List.of(), List.of(), List.of()),
        cast,
        List.of(),
        List.of());
  }

  static CameraMove move(CameraMove.Kind kind) {
    return new CameraMove(
        kind, CameraMove.Speed.NORMAL, CameraMove.Strength.NORMAL, CameraMove.Easing.LINEAR, 0, 1);
  }

  static CastMember member(Species species, String noun, Action action) {
    return new CastMember(
        noun,
        species,
        CastMember.Age.UNSTATED,
        CastMember.Sex.UNSTATED,
        1,
        action,
        "",
        CastMember.Heading.UNSTATED,
        List.of(),
        List.of(),
        MediaReference.NONE);
  }

  static Film film(FrameSize size, long seed, ExecutorService painters, Shot... shots) {
    double seconds = shots[shots.length - 1].end();
    Storyboard storyboard =
        new Storyboard("", Language.ENGLISH, seconds, List.of(shots), List.of());
    Brief brief =
        new Brief(
            new Material.Words(),
            "",
            "",
            size,
            FRAME_RATE,
            (int) Math.round(seconds * FRAME_RATE),
            seed,
            ShotPlan.BY_PROMPT,
            new SoundPlan.Silent());
    return new SceneFilmMaker(given -> storyboard, (given, board) -> Mouths.SHUT, painters)
        .make(brief, Progress.NONE);
  }
}
