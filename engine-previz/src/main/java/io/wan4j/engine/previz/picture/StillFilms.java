package io.wan4j.engine.previz.picture;

import io.wan4j.engine.Brief;
import io.wan4j.engine.previz.Film;
import io.wan4j.storyboard.Storyboard;
import java.util.List;
import java.util.Optional;
import java.util.function.IntFunction;

/** Films of one picture, and of the way from one picture to another. */
final class StillFilms {
  private final Direction direction;

  StillFilms(Direction direction) {
    this.direction = direction;
  }

  /**
   * A picture filmed as the storyboard says; frame 0 is the picture.
   *
   * @param beats how strongly a sound pushes each frame; empty without
   */
  Film photo(Plate plate, Storyboard board, Brief brief, double[] beats) {
    IntFunction<Pose> besides =
        frame -> frame < beats.length ? CameraPath.pulse(beats[frame]) : Pose.HOME;
    return photo(plate, direction.legs(board, brief.frameCount()), besides, beats, brief);
  }

  /** A picture filmed in one shot from where a swing has left the camera. */
  Film carried(Plate plate, Carry carry, Storyboard board, Brief brief, int frames) {
    DepthField depth = DepthGuess.of(plate);
    IntFunction<Pose> swing = frame -> carry.pose(frame, depth, plate.width(), plate.height());
    return photo(plate, List.of(direction.single(board, frames)), swing, new double[0], brief);
  }

  /** A picture filmed in one shot by a camera that moves as a clip's picture does. */
  Film guided(Plate plate, MotionTrack track, Brief brief, int frames) {
    DepthField depth = DepthGuess.of(plate);
    IntFunction<Pose> way =
        frame -> Pose.seeing(track.at(frame), depth, plate.width(), plate.height());
    CameraPath.Leg still = new CameraPath.Leg(0, frames, Pose.HOME, share -> Pose.HOME);
    return photo(plate, List.of(still), way, new double[0], brief);
  }

  private static Film photo(
      Plate plate,
      List<CameraPath.Leg> legs,
      IntFunction<Pose> besides,
      double[] beats,
      Brief brief) {
    DepthField depth = DepthGuess.of(plate);
    Coverage coverage = new Coverage(depth, plate.width(), plate.height());
    CameraPath camera = CameraPath.of(legs, brief.frameRate(), besides, coverage);
    return new PhotoFilm(plate, depth, camera, finish(plate, brief), beats, brief.frameRate());
  }

  /** From one picture to another; the first frame is the one, the last the other. */
  Film between(Plate first, Plate last, Carry carry, Brief brief, int frames) {
    Optional<Relation> relation = Relation.between(first, last);
    Finish finish = finish(first, brief);
    return relation.isPresent() && relation.get().holds()
        ? new MorphFilm(
            first, last, relation.get().move(), carry, frames, brief.frameRate(), finish)
        : new DissolveFilm(first, last, carry, frames, brief.frameRate(), brief.seed(), finish);
  }

  private static Finish finish(Plate plate, Brief brief) {
    return new Finish(plate.width(), plate.height(), brief.seed());
  }
}
