package io.wan4j.sound;

import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;

/**
 * Joins cues of one sound that follow each other, so that a bed or a tune does not restart at a
 * cut.
 */
final class Joined {
  private static final double GAP = 0.02;

  private Joined() {}

  static List<FilmSound.Cue> cues(List<FilmSound.Cue> cues) {
    List<FilmSound.Cue> joined = new ArrayList<>();
    cues.stream()
        .sorted(Comparator.comparingDouble(FilmSound.Cue::start))
        .forEach(cue -> add(joined, cue));
    return joined;
  }

  private static void add(List<FilmSound.Cue> joined, FilmSound.Cue cue) {
    for (int i = 0; i < joined.size(); i++) {
      FilmSound.Cue before = joined.get(i);
      boolean follows =
          before.sound() == cue.sound()
              && before.pan() == cue.pan()
              && cue.start() <= before.end() + GAP;
      if (follows && cue.sound().family() != Sound.Family.EFFECT) {
        joined.set(i, join(before, cue));
        return;
      }
    }
    joined.add(cue);
  }

  private static FilmSound.Cue join(FilmSound.Cue before, FilmSound.Cue after) {
    return new FilmSound.Cue(
        before.sound(),
        before.start(),
        Math.max(before.end(), after.end()),
        Math.max(before.gain(), after.gain()),
        before.pan(),
        new FilmSound.Intensity(before.intensity().start(), after.intensity().end()));
  }
}
