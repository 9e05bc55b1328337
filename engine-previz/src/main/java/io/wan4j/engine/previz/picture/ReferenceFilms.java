package io.wan4j.engine.previz.picture;

import io.wan4j.engine.Brief;
import io.wan4j.engine.Material;
import io.wan4j.engine.Progress;
import io.wan4j.engine.Reference;
import io.wan4j.engine.previz.Film;
import io.wan4j.engine.previz.FilmMaker;
import io.wan4j.engine.previz.FrameSequence;
import io.wan4j.storyboard.Setting;
import io.wan4j.storyboard.Shot;
import io.wan4j.storyboard.Storyboard;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;

/** Films in which references are seen. */
final class ReferenceFilms {
  /** A lead stands in front for about this long when the storyboard has one shot only. */
  private static final double BEAT_SECONDS = 2.4;

  private static final double FIRST_ENTRANCE_SECONDS = 0.5;

  private final StillFilms stills;
  private final FilmMaker scenes;
  private final ClipPlates.Opener opener;

  ReferenceFilms(StillFilms stills, FilmMaker scenes, ClipPlates.Opener opener) {
    this.stills = stills;
    this.scenes = scenes;
    this.opener = opener;
  }

  /** References in a place: one they bring, one that is drawn, or a studio. */
  FrameSequence staged(
      List<Reference> references, Storyboard board, Brief brief, Progress progress) {
    List<Reference> cast = new ArrayList<>();
    Optional<FrameSequence> place = Optional.empty();
    for (int index : Casting.order(brief.prompt(), references)) {
      Reference reference = references.get(index);
      Optional<FrameSequence> sheet =
          place.isEmpty() ? sheet(reference, board, brief) : Optional.empty();
      if (sheet.isPresent()) {
        place = sheet;
      } else if (place.isEmpty() && role(reference) == Reference.Role.BACKGROUND) {
        place = Optional.of(background(reference, board, brief));
      } else {
        cast.add(reference);
      }
    }
    FrameSequence stage = place.isPresent() ? place.get() : drawn(board, brief, progress);
    return cast.isEmpty() ? stage : on(stage, cast, board, brief, 0);
  }

  /** References that come into a given picture. */
  FrameSequence entering(Plate first, List<Reference> references, Storyboard board, Brief brief) {
    List<Reference> cast =
        Casting.order(brief.prompt(), references).stream().map(references::get).toList();
    Film stage = stills.carried(first, Carry.NONE, board, brief, brief.frameCount());
    return cast.isEmpty() ? stage : on(stage, cast, board, brief, FIRST_ENTRANCE_SECONDS);
  }

  private static Reference.Role role(Reference reference) {
    return switch (reference) {
      case Reference.OfPicture picture -> picture.role();
      case Reference.OfClip clip -> clip.role();
    };
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
          stills.carried(
              PictureFilms.covering(picture.picture(), brief),
              Carry.NONE,
              board,
              brief,
              brief.frameCount());
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
    return stills.carried(studio, Carry.NONE, board, brief, brief.frameCount());
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
      Storyboard board,
      Brief brief,
      double entersAfter) {
    int width = brief.size().width();
    int height = brief.size().height();
    List<CastFilm.Member> members = new ArrayList<>();
    for (Reference reference : references) {
      members.add(
          switch (reference) {
            case Reference.OfPicture picture ->
                CastMembers.still(
                    CutOut.of(
                        PictureFiles.whole(picture.picture()), height * 4 / 5, width * 3 / 5));
            case Reference.OfClip clip ->
                CastMembers.playing(
                    opener, clip.clip(), width * 3 / 5, height * 7 / 10, brief.frameRate());
          });
    }
    boolean cuts = board.shots().size() > 1;
    return new CastFilm(
        stage,
        members,
        ActionWords.of(board),
        width,
        height,
        brief.frameCount(),
        brief.frameRate(),
        cuts ? shotStarts(board, brief) : beats(members.size(), brief),
        cuts,
        entersAfter,
        new Finish(width, height, brief.seed() + 1));
  }

  private static int[] shotStarts(Storyboard board, Brief brief) {
    return board.shots().stream()
        .map(Shot::start)
        .mapToInt(start -> (int) Math.round(start / board.seconds() * brief.frameCount()))
        .filter(start -> start < brief.frameCount())
        .distinct()
        .toArray();
  }

  private static int[] beats(int members, Brief brief) {
    int count = members == 1 ? 1 : Math.max(members, (int) (brief.seconds() / BEAT_SECONDS));
    count = Math.min(count, brief.frameCount());
    int[] starts = new int[count];
    for (int i = 0; i < count; i++) {
      starts[i] = (int) ((long) i * brief.frameCount() / count);
    }
    return starts;
  }
}
