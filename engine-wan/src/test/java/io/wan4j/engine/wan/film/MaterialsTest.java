package io.wan4j.engine.wan.film;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.wan4j.engine.Brief;
import io.wan4j.engine.Clip;
import io.wan4j.engine.EngineException;
import io.wan4j.engine.Frame;
import io.wan4j.engine.Material;
import io.wan4j.engine.Picture;
import io.wan4j.engine.Progress;
import io.wan4j.engine.Reference;
import io.wan4j.engine.Take;
import io.wan4j.engine.Voice;
import io.wan4j.engine.wan.WanEngine;
import io.wan4j.media.PixelImage;
import io.wan4j.torch.LibtorchRequired;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.ExtendWith;
import org.junit.jupiter.api.io.TempDir;

/** What a brief can bring, through the pipeline that takes it. */
@ExtendWith(LibtorchRequired.class)
class MaterialsTest {
  private static final int RED = 0xC03020;
  private static final int BLUE = 0x2040C0;

  /** What two encoders and two conversions of colour leave of a difference. */
  private static final double NEARLY = 6;

  @TempDir Path folder;

  @Test
  void aContinuationBeginsWithTheClipAndGoesOnFromItsLastFrame() {
    Clip clip = Films.clip(folder, "clip.mp4", RED, 10);
    for (String kind : List.of("tiny-ti2v", "tiny-vace")) {
      List<PixelImage> film = film(new Material.Continuation(clip), "", 16, kind);
      assertThat(Films.difference(film.get(9), Films.plain(RED))).as(kind).isLessThan(NEARLY);
      double joint = Films.difference(film.get(10), Films.plain(RED));
      double later = Films.difference(film.get(15), Films.plain(RED));
      assertThat(later).as("%s, later", kind).isGreaterThan(NEARLY);
      // The film is noise and changes by itself, but it comes from the clip.
      assertThat(joint).as("%s, at the joint", kind).isLessThan(later / 2);
    }
  }

  @Test
  void aFilmBetweenAClipAndAPictureEndsOnThePicture() {
    Clip clip = Films.clip(folder, "clip.mp4", RED, 6);
    Picture last = Films.picture(folder, "last.png", Films.plain(BLUE));
    List<PixelImage> film =
        film(new Material.ContinuationToFrame(clip, last), "", 16, "tiny-i2v-a14b");
    assertThat(Films.difference(film.getFirst(), Films.plain(RED))).isLessThan(NEARLY);
    assertThat(Films.difference(film.getLast(), Films.plain(BLUE))).isLessThan(NEARLY);
  }

  @Test
  void anExtensionEndsWithItsClip() {
    Picture first = Films.picture(folder, "first.png", Films.plain(RED));
    Clip clip = Films.clip(folder, "clip.mp4", BLUE, 6);
    Material extension =
        new Material.Extension(new Material.End.OnPicture(first), new Material.End.OnClip(clip));
    List<PixelImage> film = film(extension, "", 16, "tiny-vace");
    assertThat(Films.difference(film.getFirst(), Films.plain(RED))).isLessThan(NEARLY);
    assertThat(Films.difference(film.get(9), Films.plain(BLUE))).isLessThan(NEARLY);
    assertThat(Films.difference(film.get(15), Films.plain(BLUE))).isLessThan(NEARLY);
  }

  @Test
  void referencesAndEditsGoThroughVace() {
    Picture actor = Films.picture(folder, "actor.png", Films.plain(BLUE));
    Clip clip = Films.clip(folder, "clip.mp4", RED, 8);
    Material references =
        new Material.References(
            List.of(
                new Reference.OfPicture(actor, Reference.Role.SUBJECT, new Voice.Any()),
                new Reference.OfClip(clip, Reference.Role.ANY, new Voice.Any())),
            List.of());
    for (Material material :
        List.of(
            references,
            new Material.Edit(clip, List.of(actor)),
            new Material.Repaint(clip, "scribble", 1, List.of()),
            new Material.Effect("melt", actor))) {
      assertThat(film(material, "a walk", 8, "tiny-vace")).hasSize(8);
    }
  }

  @Test
  void whatAMaskDoesNotCoverStaysAsItWas() {
    Clip clip = Films.clip(folder, "clip.mp4", RED, 8);
    int[] half = new int[Films.SIZE.pixels()];
    for (int i = 0; i < half.length; i++) {
      half[i] = i % Films.SIZE.width() < Films.SIZE.width() / 2 ? 0xFFFFFFFF : 0xFF000000;
    }
    PixelImage mask = new PixelImage(Films.SIZE.width(), Films.SIZE.height(), half);
    Material edit =
        new Material.MaskedEdit(
            clip,
            new Material.Mask.Still(Films.picture(folder, "mask.png", mask), 1, false),
            0,
            "original",
            List.of());
    PixelImage frame = film(edit, "", 8, "tiny-vace").get(4);
    PixelImage plain = Films.plain(RED);
    int middle = Films.SIZE.width() / 2;
    assertThat(
            Films.difference(
                frame.crop(middle + 2, 0, middle - 2, 64), plain.crop(0, 0, middle - 2, 64)))
        .as("kept")
        .isLessThan(NEARLY);
    assertThat(Films.difference(frame.crop(0, 0, middle - 2, 64), plain.crop(0, 0, middle - 2, 64)))
        .as("made anew")
        .isGreaterThan(NEARLY);
  }

  @Test
  void anOutpaintedClipStandsInItsPlace() {
    Clip clip = Films.clip(folder, "clip.mp4", RED, 8);
    PixelImage frame = film(new Material.Outpaint(clip, 1, 1, 1.5, 1.5), "", 8, "tiny-vace").get(3);
    assertThat(Films.difference(frame.crop(40, 0, 32, 64), Films.plain(RED).crop(40, 0, 32, 64)))
        .isLessThan(NEARLY);
    assertThat(Films.difference(frame.crop(0, 0, 16, 64), Films.plain(RED).crop(0, 0, 16, 64)))
        .isGreaterThan(NEARLY);
  }

  @Test
  void shotsAreCutWhereThePromptCutsThem() {
    Brief brief =
        Films.brief(
            new Material.Words(),
            "Shot 1 [0-1s] a red boat on the sea. Shot 2 [1-2s] a cat in a room.",
            60);
    List<Integer> cuts = new ArrayList<>();
    try (WanEngine engine = Films.engine(folder, "tiny-vace");
        Take take = engine.render(brief, Progress.NONE)) {
      Frame frame = new Frame(take.size());
      for (int i = 0; take.read(frame); i++) {
        if (take.atCut()) {
          cuts.add(i);
        }
      }
    }
    assertThat(cuts).containsExactly(30);
  }

  @Test
  void aCheckpointThatCannotTakeItIsRefusedByName() {
    Picture first = Films.picture(folder, "first.png", Films.plain(RED));
    Brief brief = Films.brief(new Material.FirstFrame(first), "", 8);
    try (WanEngine engine = Films.engine(folder, "tiny-t2v")) {
      assertThatThrownBy(() -> engine.render(brief, Progress.NONE))
          .isInstanceOf(EngineException.class)
          .hasMessageContaining("first frame")
          .hasMessageContaining("tiny-t2v");
    }
  }

  private List<PixelImage> film(Material material, String prompt, int frames, String kind) {
    try (WanEngine engine = Films.engine(folder, kind);
        Take take = engine.render(Films.brief(material, prompt, frames), Progress.NONE)) {
      List<PixelImage> film = Films.all(take);
      assertThat(film).hasSize(frames);
      return film;
    }
  }
}
