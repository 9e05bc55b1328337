package io.wan4j.engine.previz.picture;

import static org.assertj.core.api.Assertions.assertThat;

import io.wan4j.engine.Brief;
import io.wan4j.engine.Clip;
import io.wan4j.engine.Material;
import io.wan4j.engine.Picture;
import io.wan4j.engine.Reference;
import io.wan4j.engine.Voice;
import io.wan4j.engine.previz.FrameSequence;
import java.awt.Color;
import java.awt.Graphics2D;
import java.awt.image.BufferedImage;
import java.io.IOException;
import java.nio.file.Path;
import java.util.Arrays;
import java.util.List;
import java.util.stream.IntStream;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class ReferenceFilmsTest {
  private static final int FRAMES = 90;

  @TempDir Path folder;
  private Picture photo;
  private Picture product;
  private Picture place;
  private Clip clip;

  @BeforeEach
  void bringReferences() throws IOException {
    photo = Fixture.saved(Fixture.landscape(480, 360, 21), folder.resolve("photo.png"));
    product = Fixture.saved(onPlainGround(), folder.resolve("product.png"));
    place = Fixture.saved(Fixture.landscape(640, 384, 22), folder.resolve("place.png"));
    clip = Fixture.pan(folder.resolve("clip.mp4"), 20, 23, frame -> 100 + 6 * frame);
  }

  private static BufferedImage onPlainGround() {
    BufferedImage image = new BufferedImage(400, 400, BufferedImage.TYPE_INT_RGB);
    Graphics2D g = image.createGraphics();
    g.setColor(new Color(0xF2F2F0));
    g.fillRect(0, 0, 400, 400);
    g.drawImage(Fixture.landscape(180, 280, 24), 110, 60, null);
    g.dispose();
    return image;
  }

  private static Reference picture(Picture picture, Reference.Role role) {
    return new Reference.OfPicture(picture, role, new Voice.Any());
  }

  private static boolean found(Picture reference, int[] frame) {
    Plate model = Fitting.within(PictureFiles.whole(reference), 240, 180);
    Plate seen = new Plate(Fixture.WIDTH, Fixture.HEIGHT, frame);
    return Relation.between(model, seen).filter(relation -> relation.inliers() >= 12).isPresent();
  }

  @Test
  void everyReferenceIsFoundAgainWhereItLeads() {
    List<Reference> references =
        List.of(picture(photo, Reference.Role.ANY), picture(product, Reference.Role.ANY));
    Material material = new Material.References(references, List.of());
    Brief brief = Fixture.brief(material, "Image 2 stands beside Image 1", FRAMES);
    int[] sampled = IntStream.range(0, 18).map(i -> i * 5).toArray();
    List<int[]> frames = Fixture.frames(brief, sampled);
    assertThat(frames.subList(1, 9))
        .filteredOn(f -> found(product, f))
        .hasSizeGreaterThanOrEqualTo(5);
    assertThat(frames.subList(11, 18))
        .filteredOn(f -> found(photo, f))
        .hasSizeGreaterThanOrEqualTo(5);
  }

  @Test
  void aPlainGroundIsTakenAwayAndAPhotographBecomesACard() {
    CutOut free = CutOut.of(PictureFiles.whole(product), 200, 200);
    assertThat(free.card()).isFalse();
    assertThat((double) free.plate().width() / free.plate().height()).isBetween(0.60, 0.69);
    CutOut card = CutOut.of(PictureFiles.whole(photo), 200, 200);
    assertThat(card.card()).isTrue();
    assertThat(card.plate().pixels()[0] >>> 24).as("round corner").isLessThan(64);
  }

  @Test
  void aBackgroundFillsTheFrameAndAClipPlaysOn() {
    List<Reference> references =
        List.of(
            picture(place, Reference.Role.BACKGROUND),
            new Reference.OfClip(clip, Reference.Role.ANY, new Voice.Any()));
    Brief brief = Fixture.brief(new Material.References(references, List.of()), "Video 1", FRAMES);
    List<int[]> frames = Fixture.frames(brief, 2, 5, 60);
    int rim = 16 * Fixture.WIDTH;
    assertThat(
            Fixture.difference(
                Arrays.copyOf(frames.get(0), rim),
                Arrays.copyOf(PictureFilms.covering(place, brief).pixels(), rim)))
        .as("the rim above the card shows the place")
        .isLessThan(6);
    assertThat(Fixture.difference(card(frames.get(0)), card(frames.get(1))))
        .as("the clip in the card")
        .isGreaterThan(2);
  }

  /** A part of the frame in which the leading card lies. */
  private static int[] card(int[] frame) {
    return Fitting.crop(new Plate(Fixture.WIDTH, Fixture.HEIGHT, frame), 110, 90, 80, 60).pixels();
  }

  @Test
  void referencesEnterTheGivenFirstFrame() {
    Material material =
        new Material.ReferencesFromFrame(place, List.of(picture(photo, Reference.Role.ANY)));
    Brief brief = Fixture.brief(material, "", FRAMES);
    List<int[]> frames = Fixture.frames(brief, 0, 60);
    assertThat(Fixture.ssim(frames.get(0), PictureFilms.covering(place, brief).pixels()))
        .isGreaterThan(0.98);
    assertThat(found(photo, frames.get(1))).isTrue();
  }

  @Test
  void aStoryboardSheetIsPlayedPanelByPanel() throws IOException {
    BufferedImage sheet = new BufferedImage(660, 404, BufferedImage.TYPE_INT_RGB);
    Graphics2D g = sheet.createGraphics();
    g.setColor(Color.WHITE);
    g.fillRect(0, 0, 660, 404);
    for (int i = 0; i < 4; i++) {
      g.drawImage(Fixture.landscape(316, 190, 30 + i), 8 + i % 2 * 328, 8 + i / 2 * 198, null);
    }
    g.dispose();
    Picture grid = Fixture.saved(sheet, folder.resolve("grid.png"));
    Material material =
        new Material.References(List.of(picture(grid, Reference.Role.ANY)), List.of());
    Brief brief = Fixture.brief(material, "", 120);
    List<int[]> frames = Fixture.frames(brief, 2, 32, 62, 92);
    for (int i = 0; i < 4; i++) {
      Plate panel = Fixture.plate(Fixture.landscape(316, 190, 30 + i));
      Plate seen = new Plate(Fixture.WIDTH, Fixture.HEIGHT, frames.get(i));
      assertThat(Relation.between(panel, seen).orElseThrow().holds()).as("panel %d", i).isTrue();
    }
    try (FrameSequence film = Fixture.film(brief)) {
      assertThat(IntStream.range(0, 120).filter(film::isCut)).containsExactly(30, 60, 90);
    }
  }

  @Test
  void castsByNumberAsThePromptOrders() {
    List<Reference> references =
        List.of(
            picture(photo, Reference.Role.ANY),
            new Reference.OfClip(clip, Reference.Role.ANY, new Voice.Any()),
            picture(product, Reference.Role.ANY));
    assertThat(Casting.order("Image 2 meets Video 1", references)).containsExactly(2, 1, 0);
    assertThat(Casting.order("图2和视频1", references)).containsExactly(2, 1, 0);
    assertThat(Casting.order("character2 waves to character1", references))
        .containsExactly(1, 0, 2);
    assertThat(Casting.order("Image 9 and nothing else", references)).containsExactly(0, 1, 2);
  }
}
