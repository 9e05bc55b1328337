package io.wan4j.engine.previz.scene;

import io.wan4j.engine.Brief;
import io.wan4j.engine.CancelledException;
import io.wan4j.engine.EngineException;
import io.wan4j.engine.FrameSize;
import io.wan4j.engine.Material;
import io.wan4j.engine.Progress;
import io.wan4j.engine.ShotPlan;
import io.wan4j.engine.SoundPlan;
import io.wan4j.storyboard.Shot;
import io.wan4j.storyboard.Storyboard;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Future;

/** Single pictures of a storyboard's shots, and where each camera goes. */
public final class ShotStills {
  private static final int FRAME_RATE = 30;

  private final ExecutorService painters;
  private final PlacePainter places;

  /**
   * @param painters threads that paint layers and pictures; never the one that calls
   */
  public ShotStills(ExecutorService painters) {
    this.painters = painters;
    this.places = new RememberedPlaces(PlacePainter.on(painters));
  }

  /**
   * A picture of a shot.
   *
   * @param argb opaque pixels, row by row
   * @param first the frame at the start of the shot as it lies in this picture
   * @param last the frame at the end of the shot as it lies in this picture
   * @param movers who is on the way
   */
  public record Still(Shot shot, int[] argb, FrameMove first, FrameMove last, List<Mover> movers) {}

  /**
   * Paints a picture of each shot: of its middle, or of its end or start where the other lies
   * within it.
   *
   * @param size of the pictures
   */
  public List<Still> of(Storyboard board, FrameSize size, long seed) {
    int frames = (int) Math.max(1, Math.round(board.seconds() * FRAME_RATE));
    Brief brief =
        new Brief(
            new Material.Words(),
            board.prompt(),
            "",
            size,
            FRAME_RATE,
            frames,
            seed,
            ShotPlan.BY_PROMPT,
            new SoundPlan.Silent());
    SceneFilmMaker maker = new SceneFilmMaker(same -> board, (same, read) -> Mouths.SHUT, places);
    SceneFilm film = maker.film(brief, Progress.NONE);
    List<Future<Still>> coming = new ArrayList<>();
    for (int i = 0; i < film.shots(); i++) {
      int number = i;
      coming.add(painters.submit(() -> still(board.shots().get(number), film, number, size)));
    }
    return coming.stream().map(ShotStills::painted).toList();
  }

  private static Still painted(Future<Still> coming) {
    try {
      return coming.get();
    } catch (InterruptedException e) {
      Thread.currentThread().interrupt();
      throw new CancelledException();
    } catch (ExecutionException e) {
      throw new EngineException("a picture of a shot could not be painted", e.getCause());
    }
  }

  private static Still still(Shot shot, SceneFilm film, int number, FrameSize size) {
    ShotView view = film.view(number);
    double end = shot.seconds();
    double moment = end / 2;
    double grows = view.frameAt(end, 0).width();
    if (grows < 0.93) {
      moment = 0;
    } else if (grows > 1.07) {
      moment = end;
    }
    int[] argb = new int[size.pixels()];
    film.still(number, moment, argb);
    return new Still(
        shot, argb, view.frameAt(0, moment), view.frameAt(end, moment), view.movers(moment));
  }
}
