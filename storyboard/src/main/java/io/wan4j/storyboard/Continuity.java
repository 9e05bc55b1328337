package io.wan4j.storyboard;

import java.util.ArrayList;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Set;

/**
 * What holds on from shot to shot: place, time, weather, look and cast, until a shot says
 * otherwise. Passed along by value.
 *
 * @param cast who was in the shot before; the members a pronoun may mean
 * @param known everybody met so far, the latest first
 */
record Continuity(
    Setting setting,
    TimeOfDay time,
    List<Weather> weather,
    Look look,
    List<CastMember> cast,
    List<CastMember> known) {

  static final Look NO_LOOK = new Look(Look.Style.UNSTATED, List.of(), List.of(), List.of());

  static final Continuity NOTHING =
      new Continuity(
          Setting.UNSTATED, TimeOfDay.UNSTATED, List.of(), NO_LOOK, List.of(), List.of());

  /** The scene with what it leaves open filled in. */
  SceneReader.Scene complete(SceneReader.Scene scene) {
    boolean moved = scene.setting() != Setting.UNSTATED && scene.setting() != setting;
    return new SceneReader.Scene(
        scene.setting() == Setting.UNSTATED ? setting : scene.setting(),
        scene.time() == TimeOfDay.UNSTATED ? time : scene.time(),
        scene.weather().isEmpty() && !moved ? weather : scene.weather(),
        together(look, scene.look()),
        scene.size(),
        scene.angle());
  }

  /** A style stays; moods and colours of the shot come before those of the whole. */
  private static Look together(Look before, Look now) {
    return new Look(
        now.style() == Look.Style.UNSTATED ? before.style() : now.style(),
        joined(now.moods(), before.moods()),
        joined(now.colours(), before.colours()),
        now.season() == Look.Season.UNSTATED ? before.season() : now.season(),
        joined(now.words(), before.words()));
  }

  private static <T> List<T> joined(List<T> first, List<T> second) {
    Set<T> all = new LinkedHashSet<>(first);
    all.addAll(second);
    return all.stream().limit(12).toList();
  }

  /** The same at another place. */
  Continuity at(Setting place) {
    return new Continuity(place, time, weather, look, cast, known);
  }

  /** What the next shot starts from. */
  Continuity after(SceneReader.Scene scene, Look lasting, List<CastMember> members) {
    List<CastMember> met = new ArrayList<>(members);
    known.stream()
        .filter(old -> members.stream().noneMatch(now -> now.noun().equals(old.noun())))
        .limit(20)
        .forEach(met::add);
    return new Continuity(scene.setting(), scene.time(), scene.weather(), lasting, members, met);
  }
}
