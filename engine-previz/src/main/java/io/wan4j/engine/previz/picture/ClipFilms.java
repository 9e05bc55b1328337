package io.wan4j.engine.previz.picture;

import io.wan4j.engine.Brief;
import io.wan4j.engine.Clip;
import io.wan4j.engine.EngineException;
import io.wan4j.engine.Material;
import io.wan4j.engine.previz.Film;
import io.wan4j.engine.previz.FrameSequence;
import io.wan4j.storyboard.Storyboard;

/** Films that begin with a clip or are made of one. */
final class ClipFilms {
  private final StillFilms stills;
  private final ClipPlates.Opener opener;

  ClipFilms(StillFilms stills, ClipPlates.Opener opener) {
    this.stills = stills;
    this.opener = opener;
  }

  FrameSequence continued(Clip clip, Storyboard board, Brief brief) {
    return new ContinuedFilm(
        open(clip, brief),
        PictureFilms.framesOf(clip, brief),
        brief.frameCount(),
        brief.frameRate(),
        (last, carry, frames) -> stills.carried(last, carry, board, brief, frames));
  }

  FrameSequence continuedTo(Clip clip, Plate end, Brief brief) {
    return new ContinuedFilm(
        open(clip, brief),
        Math.min(PictureFilms.framesOf(clip, brief), brief.frameCount() - 1),
        brief.frameCount(),
        brief.frameRate(),
        (last, carry, frames) -> stills.between(last, end, carry, brief, frames));
  }

  FrameSequence edited(Material.Edit given, Storyboard board, Brief brief) {
    int width = brief.size().width();
    int height = brief.size().height();
    EditLook look = EditLook.of(board.shots().getFirst(), brief.seed());
    InsertedCards cards =
        new InsertedCards(
            PictureFilms.cutOuts(given.references(), brief), width, height, brief.frameRate());
    return new EditedFilm(
        continued(given.video(), board, brief),
        (frame, argb) -> {
          look.apply(argb, width, height, (double) frame / brief.frameRate());
          cards.apply(frame, argb);
        });
  }

  FrameSequence repainted(Material.Repaint given, Storyboard board, Brief brief) {
    Plate[] model =
        given.references().stream()
            .limit(1)
            .map(picture -> PictureFilms.covering(picture, brief))
            .toArray(Plate[]::new);
    return new EditedFilm(
        continued(given.video(), board, brief),
        new Repainting(
            given.control(),
            EditLook.of(board.shots().getFirst(), brief.seed()),
            model,
            given.strength(),
            brief.size().width(),
            brief.size().height(),
            brief.frameRate()));
  }

  FrameSequence masked(Material.MaskedEdit given, Storyboard board, Brief brief) {
    MaskedFilm.Masks masks =
        switch (given.mask()) {
          case Material.Mask.Still still when still.tracked() ->
              MaskTracks.following(
                  PictureFilms.covering(still.picture(), brief), Math.max(0, still.frame() - 1));
          case Material.Mask.Still still ->
              MaskTracks.fixed(PictureFilms.covering(still.picture(), brief));
          case Material.Mask.Moving moving -> MaskTracks.moving(open(moving.clip(), brief));
        };
    CutOut[] model =
        PictureFilms.cutOuts(given.references().stream().limit(1).toList(), brief)
            .toArray(CutOut[]::new);
    double growth = "original".equals(given.expandMode()) ? 0 : given.expandRatio();
    boolean box = "bbox".equals(given.expandMode());
    MaskedFilm.Filling filling =
        given.control().isEmpty()
            ? MaskedFilm.Filling.fromAround(model)
            : MaskedFilm.Filling.repainted(repainting(given, board, brief));
    return new MaskedFilm(open(given.video(), brief), masks, filling, growth, box);
  }

  private static Repainting repainting(Material.MaskedEdit given, Storyboard board, Brief brief) {
    Plate[] model =
        given.references().stream()
            .limit(1)
            .map(picture -> PictureFilms.covering(picture, brief))
            .toArray(Plate[]::new);
    return new Repainting(
        given.control(),
        EditLook.of(board.shots().getFirst(), brief.seed()),
        model,
        1,
        brief.size().width(),
        brief.size().height(),
        brief.frameRate());
  }

  FrameSequence outpainted(Material.Outpaint given, Brief brief) {
    int width = brief.size().width();
    int height = brief.size().height();
    Outpainting.Place place =
        Outpainting.Place.of(
            width, height, given.top(), given.bottom(), given.left(), given.right());
    ClipPlates clip = opener.open(given.video(), place.width(), place.height(), brief.frameRate());
    return new Outpainting(clip, place, width, height, brief.seed());
  }

  FrameSequence extended(Material.Extension given, Storyboard board, Brief brief) {
    Sequel sequel = sequel(given.guide(), board, brief);
    return switch (given.end()) {
      case Material.End.Open _ -> openEnded(given.start(), sequel, brief);
      case Material.End.OnPicture end ->
          endingOn(PictureFilms.covering(end.picture(), brief), given.start(), sequel, brief);
      case Material.End.OnClip end -> {
        int clipFrames = Math.min(PictureFilms.framesOf(end.clip(), brief), brief.frameCount() - 1);
        int leadFrames = brief.frameCount() - clipFrames;
        Brief lead = withFrames(brief, leadFrames + 1);
        FrameSequence before = endingOn(firstFrame(end.clip(), brief), given.start(), sequel, lead);
        yield new ThenClip(before, leadFrames, open(end.clip(), brief));
      }
    };
  }

  /** What becomes of a picture from which a film goes on, or to which it leads backwards. */
  private interface Sequel {
    Film make(Plate plate, Carry carry, int frames, boolean backward);
  }

  private Sequel sequel(Material.Guide guide, Storyboard board, Brief brief) {
    return switch (guide) {
      case Material.Guide.Free _ ->
          (plate, carry, frames, backward) -> stills.carried(plate, carry, board, brief, frames);
      case Material.Guide.Following following -> {
        MotionTrack track = MotionTrack.of(open(following.video(), brief), brief.frameCount());
        yield (plate, carry, frames, backward) ->
            stills.guided(plate, backward ? track.backward(frames) : track, brief, frames);
      }
    };
  }

  private FrameSequence openEnded(Material.End start, Sequel sequel, Brief brief) {
    return switch (start) {
      case Material.End.OnPicture picture ->
          sequel.make(
              PictureFilms.covering(picture.picture(), brief),
              Carry.NONE,
              brief.frameCount(),
              false);
      case Material.End.OnClip clip ->
          new ContinuedFilm(
              open(clip.clip(), brief),
              PictureFilms.framesOf(clip.clip(), brief),
              brief.frameCount(),
              brief.frameRate(),
              (last, carry, frames) -> sequel.make(last, carry, frames, false));
      case Material.End.Open _ ->
          throw new EngineException("an extension needs a picture or a clip at one end at least");
    };
  }

  private FrameSequence endingOn(Plate end, Material.End start, Sequel sequel, Brief brief) {
    return switch (start) {
      case Material.End.OnPicture picture ->
          stills.between(
              PictureFilms.covering(picture.picture(), brief),
              end,
              Carry.NONE,
              brief,
              brief.frameCount());
      case Material.End.OnClip clip -> continuedTo(clip.clip(), end, brief);
      case Material.End.Open _ ->
          new BackwardFilm(
              sequel.make(end, Carry.NONE, brief.frameCount(), true), brief.frameCount());
    };
  }

  private Plate firstFrame(Clip clip, Brief brief) {
    try (ClipPlates plates = open(clip, brief)) {
      return plates
          .next()
          .orElseThrow(
              () -> new EngineException("clip " + clip.file().getFileName() + " has no frames"));
    }
  }

  private ClipPlates open(Clip clip, Brief brief) {
    return opener.open(clip, brief.size().width(), brief.size().height(), brief.frameRate());
  }

  private static Brief withFrames(Brief brief, int frames) {
    return new Brief(
        brief.material(),
        brief.prompt(),
        brief.negativePrompt(),
        brief.size(),
        brief.frameRate(),
        frames,
        brief.seed(),
        brief.shots(),
        brief.sound());
  }
}
