package io.wan4j.engine.wan.plan;

import io.wan4j.engine.Brief;
import io.wan4j.engine.FrameSize;
import io.wan4j.engine.wan.recipe.Recipe;
import java.util.ArrayList;
import java.util.List;

/**
 * How a film comes about: given frames before and after, and between them shots, each filmed in
 * windows at the checkpoint's own size and rate.
 *
 * @param render size in which the networks film
 * @param frameRate at which the finished film plays
 * @param lead frames taken from the clip that the film begins with
 * @param tail frames taken from the clip that it ends with
 */
public record FilmPlan(
    FrameSize render, int frameRate, int lead, int tail, int overlap, List<Scene> scenes) {
  public FilmPlan {
    scenes = List.copyOf(scenes);
  }

  /** A shot of the prompt: its words, and its first frame in the film. */
  public record Shot(int start, String prompt) {}

  /**
   * What of the film is given.
   *
   * @param lead frames of a clip before what is made
   * @param tail frames of a clip after it
   * @param ends whether the last frame that is made must be a certain picture
   * @param oneWindow whether the checkpoint cannot go on from its own frames
   */
  public record Given(int lead, int tail, boolean ends, boolean oneWindow) {}

  /**
   * How a checkpoint can be run.
   *
   * @param render size in which it films
   * @param overlap frames that a run is given from the one before
   * @param speaks whether also the first run is given so many
   */
  public record Means(Recipe recipe, FrameSize render, int overlap, boolean speaks) {
    List<Window> windows(int frames) {
      return speaks
          ? Window.spoken(frames, recipe.window() / 4 * 4, overlap)
          : Window.covering(frames, recipe.window(), overlap);
    }
  }

  /**
   * The plan of a film.
   *
   * @param frameRate of the finished film; the frames of the brief count at its own rate
   * @param shots of the whole film, at least one
   */
  public static FilmPlan of(
      Brief brief, int frameRate, Given given, List<Shot> shots, Means means) {
    int frames = outputFrames(brief, frameRate);
    int end = frames - given.tail();
    List<Scene> scenes = new ArrayList<>();
    for (int i = 0; i < shots.size(); i++) {
      int from = Math.max(i == 0 ? 0 : shots.get(i).start(), given.lead());
      int to = i + 1 == shots.size() ? end : Math.min(end, shots.get(i + 1).start());
      if (to > from) {
        boolean continues = scenes.isEmpty() && given.lead() > 0;
        boolean ends = given.ends() && to == end;
        scenes.add(
            scene(
                from,
                to - from,
                continues ? 1 : 0,
                ends,
                given.oneWindow(),
                shots.get(i).prompt(),
                frameRate,
                means));
      }
    }
    return new FilmPlan(
        means.render(), frameRate, given.lead(), given.tail(), means.overlap(), scenes);
  }

  private static Scene scene(
      int start,
      int frames,
      int hidden,
      boolean ends,
      boolean oneWindow,
      String prompt,
      int frameRate,
      Means means) {
    int last = frames - 1 + hidden;
    double pace = (double) means.recipe().frameRate() / frameRate;
    int needed = (int) Math.ceil(last * pace - 1e-9) + 1;
    int longest = means.recipe().window();
    List<Window> windows =
        oneWindow ? Window.covering(Math.min(needed, longest), longest, 0) : means.windows(needed);
    Scene scene = new Scene(start, frames, hidden, pace, prompt, windows);
    boolean stretched = (ends || scene.filmed() < needed) && last > 0;
    if (!stretched) {
      return scene;
    }
    // The last frame that is filmed shall be the last that is shown.
    return new Scene(start, frames, hidden, (double) (scene.filmed() - 1) / last, prompt, windows);
  }

  /** Frames of the finished film. */
  public static int outputFrames(Brief brief, int frameRate) {
    return frameRate == brief.frameRate()
        ? brief.frameCount()
        : Math.max(1, (int) Math.round(brief.seconds() * frameRate));
  }
}
