package io.wan4j.engine.previz.picture;

import static org.assertj.core.api.Assertions.assertThat;

import io.wan4j.engine.Brief;
import io.wan4j.engine.Material;
import io.wan4j.engine.Picture;
import io.wan4j.engine.previz.FrameSequence;
import java.io.IOException;
import java.nio.file.Path;
import java.util.List;
import java.util.concurrent.CompletableFuture;
import java.util.stream.IntStream;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class StillFilmsTest {
  @TempDir Path folder;
  private Picture first;
  private Picture alike;
  private Picture other;

  @BeforeEach
  void takePictures() throws IOException {
    var scene = Fixture.landscape(960, 576, 1);
    first = Fixture.saved(scene.getSubimage(60, 60, 800, 480), folder.resolve("first.png"));
    alike = Fixture.saved(scene.getSubimage(150, 96, 700, 420), folder.resolve("alike.png"));
    other = Fixture.saved(Fixture.landscape(500, 500, 2), folder.resolve("other.png"));
  }

  @Test
  void beginsWithThePictureAndMovesOn() {
    Brief brief = Fixture.brief(new Material.FirstFrame(first), "", 90);
    int[] still = PictureFilms.covering(first, brief).pixels();
    List<int[]> frames = Fixture.frames(brief, 0, 1, 15, 30, 45, 60, 75, 89);
    assertThat(Fixture.ssim(frames.get(0), still)).isGreaterThan(0.98);
    assertThat(Fixture.ssim(frames.get(1), still)).as("no jump after frame 0").isGreaterThan(0.9);
    for (int i = 2; i < frames.size(); i++) {
      assertThat(Fixture.difference(frames.get(i - 1), frames.get(i)))
          .as("half a second before sample %d", i)
          .isGreaterThan(0.5);
    }
    assertThat(Fixture.difference(frames.getLast(), still)).isGreaterThan(4);
  }

  @Test
  void goesFromOnePictureToTheNextAndArrives() {
    for (Picture last : List.of(alike, other)) {
      Brief brief = Fixture.brief(new Material.FirstAndLastFrame(first, last), "", 60);
      List<int[]> frames = Fixture.frames(brief, 0, 30, 58, 59);
      assertThat(Fixture.ssim(frames.get(0), PictureFilms.covering(first, brief).pixels()))
          .isGreaterThan(0.98);
      assertThat(Fixture.ssim(frames.get(3), PictureFilms.covering(last, brief).pixels()))
          .isGreaterThan(0.98);
      assertThat(Fixture.ssim(frames.get(2), frames.get(3)))
          .as("arrives softly")
          .isGreaterThan(0.8);
    }
  }

  @Test
  void tellsPicturesOfOnePlaceFromOthers() {
    Brief brief = Fixture.brief(new Material.FirstFrame(first), "", 2);
    Plate here = PictureFilms.covering(first, brief);
    Relation related = Relation.between(here, PictureFilms.covering(alike, brief)).orElseThrow();
    assertThat(related.holds()).as("%s", related).isTrue();
    assertThat(related.move().scale()).isBetween(1.08, 1.2);
    assertThat(Relation.between(here, PictureFilms.covering(other, brief)).filter(Relation::holds))
        .isEmpty();
  }

  @Test
  void aMorphIsSharperInTheMiddleThanACrossFade() {
    Brief brief = Fixture.brief(new Material.FirstAndLastFrame(first, alike), "", 61);
    int[] middle = Fixture.frames(brief, 30).getFirst();
    int[] faded = new int[middle.length];
    Mixing.mix(
        PictureFilms.covering(first, brief).pixels(),
        PictureFilms.covering(alike, brief).pixels(),
        0.5,
        faded);
    assertThat(sharpness(middle)).isGreaterThan(1.15 * sharpness(faded));
  }

  private static double sharpness(int[] pixels) {
    double sum = 0;
    for (int i = 1; i < pixels.length; i++) {
      sum += Math.abs((pixels[i] >> 8 & 255) - (pixels[i - 1] >> 8 & 255));
    }
    return sum / pixels.length;
  }

  @Test
  void anyThreadPaintsTheSameFrame() {
    Brief brief = Fixture.brief(new Material.FirstAndLastFrame(first, alike), "", 40);
    List<int[]> alone = Fixture.frames(brief, IntStream.range(0, 40).toArray());
    try (FrameSequence film = Fixture.film(brief)) {
      List<FrameSequence.Painting> begun = IntStream.range(0, 40).mapToObj(film::begin).toList();
      List<CompletableFuture<int[]>> together =
          begun.stream()
              .map(
                  painting ->
                      CompletableFuture.supplyAsync(
                          () -> {
                            int[] pixels = new int[brief.size().pixels()];
                            painting.paint(pixels);
                            return pixels;
                          }))
              .toList();
      for (int i = 0; i < 40; i++) {
        assertThat(together.get(i).join()).as("frame %d", i).isEqualTo(alone.get(i));
      }
    }
  }

  @Test
  void neverShowsWhatLiesBeyondTheBorder() {
    DepthField depth = DepthGuess.of(Fixture.landscapePlate(3));
    Coverage coverage = new Coverage(depth, Fixture.WIDTH, Fixture.HEIGHT);
    CameraMoves moves = CameraMoves.load();
    for (var kind : io.wan4j.storyboard.CameraMove.Kind.values()) {
      Pose whole = moves.of(kind);
      CameraPath path =
          CameraPath.of(
              List.of(
                  new CameraPath.Leg(0, 60, Pose.HOME, share -> whole.part(Easing.smooth(share)))),
              Fixture.RATE,
              frame -> Pose.HOME,
              coverage);
      for (int frame = 0; frame < 60; frame += 3) {
        assertThat(coverage.missingZoom(path.at(frame)))
            .as("%s at frame %d", kind, frame)
            .isLessThan(1.012);
      }
      assertThat(path.at(0)).isEqualTo(Pose.HOME);
    }
  }

  @Test
  void aBeatOfTheSoundIsSeen() {
    double[] loudness = new double[60];
    for (int i = 0; i < 60; i++) {
      loudness[i] = i % 15 == 0 ? 1 : 0.05;
    }
    double[] pushes = Beats.pushes(loudness, Fixture.RATE);
    assertThat(pushes[0]).isZero();
    assertThat(pushes[30]).isGreaterThan(2 * pushes[29]).isGreaterThan(0.5);
    assertThat(pushes[31]).isLessThan(pushes[30]);
    assertThat(CameraPath.pulse(pushes[30]).zoom()).isGreaterThan(1.005);
  }
}
