package io.wan4j.engine.previz.picture;

import io.wan4j.engine.Brief;
import io.wan4j.engine.Material;
import io.wan4j.engine.Progress;
import io.wan4j.engine.Reference;
import io.wan4j.engine.previz.Film;
import io.wan4j.engine.previz.FilmMaker;
import io.wan4j.engine.previz.FrameSequence;
import io.wan4j.storyboard.Cutting;
import io.wan4j.storyboard.Setting;
import io.wan4j.storyboard.Shot;
import io.wan4j.storyboard.Storyboard;
import io.wan4j.storyboard.StoryboardParser;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.TreeMap;
import java.util.TreeSet;

/** Films in which references are seen. */
final class ReferenceFilms {
  private static final double FIRST_ENTRANCE_SECONDS = 0.5;

  private final StillFilms stills;
  private final Direction direction;
  private final FilmMaker scenes;
  private final ClipPlates.Opener opener;

  ReferenceFilms(
      StillFilms stills, Direction direction, FilmMaker scenes, ClipPlates.Opener opener) {
    this.stills = stills;
    this.direction = direction;
    this.scenes = scenes;
    this.opener = opener;
  }

  /** References in a place: one they bring, one that is drawn, or a studio. */
  FrameSequence staged(
      List<Reference> references, Storyboard board, Brief brief, Progress progress) {
    StageDirections directions = directions(references, brief);
    Optional<FrameSequence> place = Optional.empty();
    Set<Integer> cast = new TreeSet<>();
    for (int index : Casting.order(brief.prompt(), references)) {
      Reference reference = references.get(index);
      Optional<FrameSequence> sheet =
          place.isEmpty() ? sheet(reference, board, brief) : Optional.empty();
      if (sheet.isPresent()) {
        place = sheet;
      } else if (place.isEmpty() && directions.isPlace(index)) {
        place = Optional.of(background(reference, board, brief));
      } else {
        cast.add(index);
      }
    }
    FrameSequence stage = place.isPresent() ? place.get() : drawn(board, brief, progress);
    return cast.isEmpty() ? stage : on(stage, references, cast, directions, board, brief, 0);
  }

  /** References that come into a given picture. */
  FrameSequence entering(Plate first, List<Reference> references, Storyboard board, Brief brief) {
    Film stage = stills.photo(first, board, brief, new double[0]);
    Set<Integer> cast = new TreeSet<>(Casting.order(brief.prompt(), references));
    return cast.isEmpty()
        ? stage
        : on(
            stage,
            references,
            cast,
            directions(references, brief),
            board,
            brief,
            FIRST_ENTRANCE_SECONDS);
  }

  private static StageDirections directions(List<Reference> references, Brief brief) {
    StoryboardParser parser = new StoryboardParser();
    return new StageDirections(
        brief.prompt(),
        references,
        words -> parser.parse(words, 1, Cutting.SINGLE).shots().getFirst().setting());
  }

  /** The panels of a storyboard sheet as shots. */
  private Optional<FrameSequence> sheet(Reference reference, Storyboard board, Brief brief) {
    if (!(reference instanceof Reference.OfPicture picture)) {
      return Optional.empty();
    }
    List<Plate> panels = GridPicture.panels(PictureFiles.whole(picture.picture()));
    if (panels.isEmpty()) {
      return Optional.empty();
    }
    int frames = brief.frameCount();
    int shown = Math.min(panels.size(), Math.max(1, frames / (brief.frameRate() / 2)));
    List<Film> shots = new ArrayList<>();
    for (int i = 0; i < shown; i++) {
      int length = PanelFilm.start(i + 1, shown, frames) - PanelFilm.start(i, shown, frames);
      Plate plate = Fitting.cover(panels.get(i), brief.size().width(), brief.size().height());
      shots.add(stills.carried(plate, Carry.NONE, board, brief, length));
    }
    return Optional.of(new PanelFilm(shots, frames));
  }

  private FrameSequence background(Reference reference, Storyboard board, Brief brief) {
    return switch (reference) {
      case Reference.OfPicture picture ->
          stills.photo(
              PictureFilms.covering(picture.picture(), brief), board, brief, new double[0]);
      case Reference.OfClip clip ->
          CastMembers.stage(
              opener, clip.clip(), brief.size().width(), brief.size().height(), brief.frameRate());
    };
  }

  private FrameSequence drawn(Storyboard board, Brief brief, Progress progress) {
    boolean placed =
        board.shots().stream()
            .anyMatch(
                shot -> shot.setting() != Setting.UNSTATED && shot.setting() != Setting.STUDIO);
    if (placed) {
      return scenes.make(inWords(brief), progress);
    }
    Plate studio = StudioBackdrop.paint(brief.size().width(), brief.size().height(), brief.seed());
    return stills.photo(studio, board, brief, new double[0]);
  }

  private static Brief inWords(Brief brief) {
    return new Brief(
        new Material.Words(),
        brief.prompt(),
        brief.negativePrompt(),
        brief.size(),
        brief.frameRate(),
        brief.frameCount(),
        brief.seed(),
        brief.shots(),
        brief.sound());
  }

  private FrameSequence on(
      FrameSequence stage,
      List<Reference> references,
      Set<Integer> cast,
      StageDirections directions,
      Storyboard board,
      Brief brief,
      double entersAfter) {
    int width = brief.size().width();
    int height = brief.size().height();
    Map<Integer, CastFilm.Member> members = new TreeMap<>();
    for (int index : cast) {
      members.put(
          index,
          switch (references.get(index)) {
            case Reference.OfPicture picture ->
                CastMembers.still(
                    CutOut.of(
                        PictureFiles.whole(picture.picture()), height * 6 / 5, width * 3 / 5));
            case Reference.OfClip clip ->
                CastMembers.playing(
                    opener, clip.clip(), width * 3 / 5, height * 7 / 10, brief.frameRate());
          });
    }
    return new CastFilm(
        stage,
        members,
        shots(cast, directions, board, brief),
        width,
        height,
        brief.frameRate(),
        entersAfter,
        new Finish(width, height, brief.seed() + 1));
  }

  /** The storyboard's shots with those of the cast that play in them. */
  private List<Blocking> shots(
      Set<Integer> cast, StageDirections directions, Storyboard board, Brief brief) {
    List<CameraPath.Leg> legs = direction.legs(board, brief.frameCount());
    List<List<StageDirections.Part>> parts = directions.parts(board);
    List<Blocking> shots = new ArrayList<>();
    for (int i = 0; i < board.shots().size() && shots.size() < legs.size(); i++) {
      Shot shot = board.shots().get(i);
      CameraPath.Leg leg = legs.get(shots.size());
      List<StageDirections.Part> present =
          parts.get(i).stream().filter(part -> cast.contains(part.reference())).toList();
      shots.add(new Blocking(leg.from(), leg.to(), present, shot.size(), direction.move(shot)));
    }
    return shots;
  }
}
