package io.wan4j.engine.previz.scene;

import io.wan4j.engine.previz.Film;
import io.wan4j.engine.previz.look.LookFinish;
import io.wan4j.engine.previz.paint.Grade;
import java.util.List;

/** Shots joined by hard cuts, graded as one film. */
final class SceneFilm implements Film, CastPass {
  /**
   * A shot in its place.
   *
   * @param firstFrame of the film
   */
  record Cut(int firstFrame, ShotView view, LookFinish look) {}

  private final List<Cut> cuts;
  private final int frameRate;
  private final Grade grade;

  SceneFilm(List<Cut> cuts, int frameRate, Grade grade) {
    this.cuts = List.copyOf(cuts);
    this.frameRate = frameRate;
    this.grade = grade;
  }

  /** How many shots have a frame of their own. */
  int shots() {
    return cuts.size();
  }

  ShotView view(int shot) {
    return cuts.get(shot).view();
  }

  /** Paints a moment of a shot in the film's look, without its grain. */
  void still(int shot, double seconds, int[] argb) {
    Cut cut = cuts.get(shot);
    cut.view().paint(cut.look().shownAt(seconds), argb);
    cut.look().apply(argb, cut.firstFrame());
  }

  @Override
  public void paint(int frame, int[] argb) {
    Cut cut = cutAt(frame);
    double seconds = (double) (frame - cut.firstFrame()) / frameRate;
    cut.view().paint(cut.look().shownAt(seconds), argb);
    cut.look().apply(argb, frame);
    grade.apply(argb, frame);
  }

  @Override
  public List<Sighting> at(int frame) {
    Cut cut = cutAt(frame);
    return cut.view().sightings((double) (frame - cut.firstFrame()) / frameRate);
  }

  @Override
  public boolean isCut(int frame) {
    return frame > 0 && cutAt(frame).firstFrame() == frame;
  }

  private Cut cutAt(int frame) {
    Cut found = cuts.getFirst();
    for (Cut cut : cuts) {
      if (cut.firstFrame() <= frame) {
        found = cut;
      }
    }
    return found;
  }
}
