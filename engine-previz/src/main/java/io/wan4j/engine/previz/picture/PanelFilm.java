package io.wan4j.engine.previz.picture;

import io.wan4j.engine.previz.Film;
import java.util.List;

/** Films shown one after another, joined by cuts: the panels of a storyboard sheet as shots. */
final class PanelFilm implements Film {
  private final List<Film> shots;
  private final int frames;

  PanelFilm(List<Film> shots, int frames) {
    this.shots = List.copyOf(shots);
    this.frames = frames;
  }

  /** The first frame of a shot. */
  static int start(int shot, int shots, int frames) {
    return (int) ((long) shot * frames / shots);
  }

  private int shotAt(int frame) {
    int shot = (int) ((long) frame * shots.size() / frames);
    while (shot + 1 < shots.size() && start(shot + 1, shots.size(), frames) <= frame) {
      shot++;
    }
    while (start(shot, shots.size(), frames) > frame) {
      shot--;
    }
    return shot;
  }

  @Override
  public void paint(int frame, int[] argb) {
    int shot = shotAt(frame);
    shots.get(shot).paint(frame - start(shot, shots.size(), frames), argb);
  }

  @Override
  public boolean isCut(int frame) {
    return frame > 0 && shotAt(frame) != shotAt(frame - 1);
  }
}
