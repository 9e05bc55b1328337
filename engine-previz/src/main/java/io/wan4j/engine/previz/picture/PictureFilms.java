package io.wan4j.engine.previz.picture;

import io.wan4j.engine.Brief;
import io.wan4j.engine.Clip;
import io.wan4j.engine.EngineException;
import io.wan4j.engine.Material;
import io.wan4j.engine.Picture;
import io.wan4j.engine.Progress;
import io.wan4j.engine.previz.Film;
import io.wan4j.engine.previz.FilmMaker;
import io.wan4j.engine.previz.FrameSequence;
import io.wan4j.storyboard.Storyboard;
import java.util.List;
import java.util.function.Function;

/** Makes the films that begin with given material: one kind of film for each kind of material. */
public final class PictureFilms implements FilmMaker {
  private final Function<Brief, Storyboard> reading;
  private final ReferenceFilms references;
  private final ClipFilms clips;
  private final EffectCatalogue effects = EffectCatalogue.load();
  private final StillFilms stills;

  /**
   * @param reading understands the prompt of a brief
   * @param scenes draws a place for references that bring none
   */
  public PictureFilms(Function<Brief, Storyboard> reading, FilmMaker scenes) {
    this.reading = reading;
    Direction direction = new Direction(CameraMoves.load());
    this.stills = new StillFilms(direction);
    this.references = new ReferenceFilms(stills, direction, scenes, MediaClips::open);
    this.clips = new ClipFilms(stills, MediaClips::open);
  }

  @Override
  public FrameSequence make(Brief brief, Progress progress) {
    progress.throwIfCancelled();
    Storyboard board = reading.apply(brief);
    int width = brief.size().width();
    int height = brief.size().height();
    return switch (brief.material()) {
      case Material.FirstFrame given ->
          stills.photo(covering(given.first(), brief), board, brief, Beats.of(brief));
      case Material.FirstAndLastFrame given ->
          stills.between(
              covering(given.first(), brief),
              covering(given.last(), brief),
              Carry.NONE,
              brief,
              brief.frameCount());
      case Material.Continuation given -> clips.continued(given.clip(), board, brief);
      case Material.ContinuationToFrame given ->
          clips.continuedTo(given.clip(), covering(given.last(), brief), brief);
      case Material.References given ->
          references.staged(given.references(), board, brief, progress);
      case Material.ReferencesFromFrame given ->
          references.entering(covering(given.first(), brief), given.references(), board, brief);
      case Material.Effect given -> effect(given, brief, width, height);
      case Material.Edit given -> clips.edited(given, board, brief);
      case Material.Repaint given -> clips.repainted(given, board, brief);
      case Material.MaskedEdit given -> clips.masked(given, board, brief);
      case Material.Extension given -> clips.extended(given, board, brief);
      case Material.Outpaint given -> clips.outpainted(given, brief);
      case Material.Words _ ->
          throw new EngineException("a film of words alone has no picture to begin with");
    };
  }

  private Film effect(Material.Effect given, Brief brief, int width, int height) {
    return new EffectFilm(
        covering(given.first(), brief),
        effects.get(given.template()),
        brief.frameCount(),
        brief.frameRate(),
        brief.seed(),
        new Finish(width, height, brief.seed()));
  }

  static Plate covering(Picture picture, Brief brief) {
    return PictureFiles.covering(picture, brief.size().width(), brief.size().height());
  }

  /** How many frames of the film a clip lasts. */
  static int framesOf(Clip clip, Brief brief) {
    return (int) Math.max(1, Math.round(clip.seconds() * brief.frameRate()));
  }

  static List<CutOut> cutOuts(List<Picture> pictures, Brief brief) {
    int width = brief.size().width();
    int height = brief.size().height();
    return pictures.stream()
        .map(picture -> CutOut.of(PictureFiles.whole(picture), height, width))
        .toList();
  }
}
