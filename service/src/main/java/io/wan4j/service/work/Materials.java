package io.wan4j.service.work;

import io.wan4j.engine.Document;
import io.wan4j.engine.Material;
import io.wan4j.engine.Picture;
import io.wan4j.engine.Recording;
import io.wan4j.engine.Reference;
import io.wan4j.protocol.MediaFacts;
import io.wan4j.protocol.VideoTask;
import io.wan4j.protocol.catalogue.MediaRole;
import java.util.ArrayList;
import java.util.List;
import java.util.stream.Stream;

/** Turns the wire's task and its files into what an engine takes. */
final class Materials {
  private Materials() {}

  static Material of(VideoTask task, Supplies supplies) {
    return switch (task) {
      case VideoTask.Text() -> new Material.Words(documents(supplies));
      case VideoTask.FirstFrame() ->
          new Material.FirstFrame(supplies.one(MediaRole.FIRST_FRAME).picture());
      case VideoTask.FirstAndLastFrame() ->
          new Material.FirstAndLastFrame(
              supplies.one(MediaRole.FIRST_FRAME).picture(),
              supplies.one(MediaRole.LAST_FRAME).picture());
      case VideoTask.Continuation() ->
          new Material.Continuation(supplies.one(MediaRole.FIRST_CLIP).clip());
      case VideoTask.ContinuationToFrame() ->
          new Material.ContinuationToFrame(
              supplies.one(MediaRole.FIRST_CLIP).clip(),
              supplies.one(MediaRole.LAST_FRAME).picture());
      case VideoTask.References() ->
          new Material.References(
              references(supplies, List.of()), sounds(supplies), documents(supplies));
      case VideoTask.ReferencesFromFrame() ->
          new Material.ReferencesFromFrame(
              supplies.one(MediaRole.FIRST_FRAME).picture(), references(supplies, List.of()));
      case VideoTask.Effect(String template) ->
          new Material.Effect(template, supplies.one(MediaRole.FIRST_FRAME).picture());
      case VideoTask.Edit() ->
          new Material.Edit(supplies.one(MediaRole.VIDEO).clip(), pictures(supplies));
      case VideoTask.ImageReference(List<VideoTask.Subject> subjects) ->
          new Material.References(references(supplies, subjects), List.of());
      case VideoTask.Repaint(String control, double strength) ->
          new Material.Repaint(
              supplies.one(MediaRole.VIDEO).clip(), control, strength, pictures(supplies));
      case VideoTask.MaskedEdit edit ->
          new Material.MaskedEdit(
              supplies.one(MediaRole.VIDEO).clip(),
              mask(edit, supplies),
              edit.expandRatio(),
              edit.expandMode(),
              pictures(supplies),
              edit.control());
      case VideoTask.Extension extension ->
          new Material.Extension(
              end(supplies, MediaRole.FIRST_FRAME, MediaRole.FIRST_CLIP),
              end(supplies, MediaRole.LAST_FRAME, MediaRole.LAST_CLIP),
              guide(extension.control(), supplies));
      case VideoTask.Outpaint(double top, double bottom, double left, double right) ->
          new Material.Outpaint(supplies.one(MediaRole.VIDEO).clip(), top, bottom, left, right);
    };
  }

  /**
   * Pictures and clips in the order of the request.
   *
   * @param subjects what each shows, as far as the request says
   */
  private static List<Reference> references(Supplies supplies, List<VideoTask.Subject> subjects) {
    List<Reference> references = new ArrayList<>();
    for (Supply supply : supplies.all()) {
      if (!supply.input().role().isReference()) {
        continue;
      }
      int place = references.size();
      Reference.Role role =
          place < subjects.size() ? role(subjects.get(place)) : Reference.Role.ANY;
      switch (supply.facts()) {
        case MediaFacts.Image image ->
            references.add(new Reference.OfPicture(supply.picture(), role, supply.voice()));
        case MediaFacts.Video video ->
            references.add(new Reference.OfClip(supply.clip(), role, supply.voice()));
        case MediaFacts.Audio audio -> {}
        case MediaFacts.Other other -> {}
      }
    }
    return references;
  }

  private static Reference.Role role(VideoTask.Subject subject) {
    return switch (subject) {
      case OBJECT -> Reference.Role.SUBJECT;
      case BACKGROUND -> Reference.Role.BACKGROUND;
    };
  }

  private static List<Recording> sounds(Supplies supplies) {
    return supplies.each(MediaRole.REFERENCE_AUDIO).stream().map(Supply::recording).toList();
  }

  private static List<Document> documents(Supplies supplies) {
    return Stream.of(MediaRole.FILE, MediaRole.LINK)
        .flatMap(role -> supplies.each(role).stream())
        .map(supply -> new Document(supply.file(), DocumentText.of(supply.file(), supply.facts())))
        .toList();
  }

  private static Material.Guide guide(String control, Supplies supplies) {
    return supplies
        .first(MediaRole.VIDEO)
        .<Material.Guide>map(supply -> new Material.Guide.Following(supply.clip(), control))
        .orElseGet(Material.Guide.Free::new);
  }

  private static List<Picture> pictures(Supplies supplies) {
    return supplies.each(MediaRole.REFERENCE_IMAGE).stream().map(Supply::picture).toList();
  }

  private static Material.Mask mask(VideoTask.MaskedEdit edit, Supplies supplies) {
    return supplies
        .first(MediaRole.MASK_VIDEO)
        .<Material.Mask>map(supply -> new Material.Mask.Moving(supply.clip()))
        .orElseGet(
            () ->
                new Material.Mask.Still(
                    supplies.one(MediaRole.MASK_IMAGE).picture(),
                    edit.maskFrame(),
                    edit.tracked()));
  }

  private static Material.End end(Supplies supplies, MediaRole frame, MediaRole clip) {
    return supplies
        .first(frame)
        .<Material.End>map(supply -> new Material.End.OnPicture(supply.picture()))
        .or(() -> supplies.first(clip).map(supply -> new Material.End.OnClip(supply.clip())))
        .orElseGet(Material.End.Open::new);
  }
}
