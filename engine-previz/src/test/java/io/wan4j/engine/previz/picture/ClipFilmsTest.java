package io.wan4j.engine.previz.picture;

import static org.assertj.core.api.Assertions.assertThat;

import io.wan4j.engine.Brief;
import io.wan4j.engine.Clip;
import io.wan4j.engine.Frame;
import io.wan4j.engine.FrameSize;
import io.wan4j.engine.Material;
import io.wan4j.engine.Picture;
import io.wan4j.media.FilmFormat;
import io.wan4j.media.FilmWriter;
import java.awt.Color;
import java.awt.GradientPaint;
import java.awt.Graphics2D;
import java.awt.image.BufferedImage;
import java.io.IOException;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.stream.IntStream;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class ClipFilmsTest {
  private static final int CLIP_FRAMES = 30;
  private static final int FRAMES = 60;

  @TempDir static Path folder;
  private static Clip clip;
  private static Picture end;
  private static List<int[]> clipFrames;

  @BeforeAll
  static void shoot() throws IOException {
    clip = Fixture.pan(folder.resolve("pan.mp4"), CLIP_FRAMES, 4, frame -> 40 + 3 * frame);
    end = Fixture.saved(Fixture.landscape(640, 384, 8), folder.resolve("end.png"));
    clipFrames = new ArrayList<>();
    try (ClipPlates plates = MediaClips.open(clip, Fixture.WIDTH, Fixture.HEIGHT, Fixture.RATE)) {
      plates.next().ifPresent(plate -> clipFrames.add(plate.pixels()));
      for (var next = plates.next(); next.isPresent(); next = plates.next()) {
        clipFrames.add(next.get().pixels());
      }
    }
    assertThat(clipFrames).hasSize(CLIP_FRAMES);
  }

  private static List<int[]> all(Material material, String prompt) {
    return Fixture.frames(
        Fixture.brief(material, prompt, FRAMES), IntStream.range(0, FRAMES).toArray());
  }

  @Test
  void continuesAClipWithoutAJolt() {
    List<int[]> film = all(new Material.Continuation(clip), "");
    assertThat(film).hasSize(FRAMES);
    for (int i = 0; i < CLIP_FRAMES; i++) {
      assertThat(Fixture.decibels(film.get(i), clipFrames.get(i)))
          .as("frame %d", i)
          .isGreaterThan(32);
    }
    double usual = 0;
    for (int i = CLIP_FRAMES - 11; i < CLIP_FRAMES; i++) {
      usual += Fixture.difference(film.get(i - 1), film.get(i)) / 11;
    }
    double joint = Fixture.difference(film.get(CLIP_FRAMES - 1), film.get(CLIP_FRAMES));
    // The encoder writes a clip's last frame sharper than those before, which is a step of the
    // clip.
    double lastStep = Fixture.difference(film.get(CLIP_FRAMES - 2), film.get(CLIP_FRAMES - 1));
    assertThat(joint)
        .as("at the joint; usual is %.2f, the clip's own last step %.2f", usual, lastStep)
        .isLessThan(1.1 * Math.max(usual, lastStep));
    assertThat(joint).as("the swing goes on").isGreaterThan(0.5 * usual);
    double late = Fixture.difference(film.get(FRAMES - 2), film.get(FRAMES - 1));
    assertThat(late).as("the swing dies away").isLessThan(0.9 * usual);
  }

  @Test
  void measuresTheSwingOfAPan() {
    List<Plate> last =
        clipFrames.subList(CLIP_FRAMES - 13, CLIP_FRAMES).stream()
            .map(pixels -> new Plate(Fixture.WIDTH, Fixture.HEIGHT, pixels))
            .toList();
    Carry carry = Carry.measure(last, 1, Fixture.RATE);
    assertThat(carry.step().shiftX()).isBetween(-3.3, -2.7);
    assertThat(Math.abs(carry.step().shiftY())).isLessThan(0.3);
    assertThat(carry.frames() / Fixture.RATE).isBetween(0.05, 0.8);
  }

  @Test
  void endsExactlyOnThePicture() {
    Brief brief = Fixture.brief(new Material.ContinuationToFrame(clip, end), "", FRAMES);
    List<int[]> film = Fixture.frames(brief, 0, FRAMES - 1);
    assertThat(Fixture.decibels(film.get(0), clipFrames.get(0))).isGreaterThan(32);
    assertThat(Fixture.ssim(film.get(1), PictureFilms.covering(end, brief).pixels()))
        .isGreaterThan(0.98);
  }

  @Test
  void leadsToAClip() {
    Material.End open = new Material.End.Open();
    List<int[]> film = all(new Material.Extension(open, new Material.End.OnClip(clip)), "");
    int joint = FRAMES - CLIP_FRAMES;
    assertThat(film.get(FRAMES - 1)).isEqualTo(clipFrames.getLast());
    assertThat(Fixture.ssim(film.get(joint - 1), clipFrames.getFirst())).isGreaterThan(0.75);
    Material between =
        new Material.Extension(new Material.End.OnPicture(end), new Material.End.OnClip(clip));
    List<int[]> bridged = all(between, "");
    Brief brief = Fixture.brief(between, "", FRAMES);
    assertThat(Fixture.ssim(bridged.getFirst(), PictureFilms.covering(end, brief).pixels()))
        .isGreaterThan(0.98);
    assertThat(bridged.get(joint)).isEqualTo(clipFrames.getFirst());
  }

  @Test
  void anEditIsSeenAndKeepsTheStructure() {
    List<int[]> film = all(new Material.Edit(clip, List.of(end)), "");
    assertThat(Fixture.difference(film.get(10), clipFrames.get(10))).isGreaterThan(4);
    assertThat(Fixture.ssim(film.get(0), clipFrames.get(0))).isBetween(0.4, 0.98);
  }

  @Test
  void everyControlRepaintsInItsOwnWay() {
    List<int[]> seen = new ArrayList<>();
    seen.add(clipFrames.get(5));
    for (String control : List.of("posebodyface", "posebody", "depth", "scribble")) {
      Material material = new Material.Repaint(clip, control, 1, List.of());
      seen.add(Fixture.frames(Fixture.brief(material, "", FRAMES), 5).getFirst());
    }
    for (int i = 0; i < seen.size(); i++) {
      for (int j = 0; j < i; j++) {
        assertThat(Fixture.difference(seen.get(i), seen.get(j)))
            .as("%d, %d", i, j)
            .isGreaterThan(2);
      }
    }
  }

  @Test
  void aMaskedPartIsReplacedWhereverItGoes() throws IOException {
    BufferedImage mask =
        new BufferedImage(Fixture.WIDTH, Fixture.HEIGHT, BufferedImage.TYPE_INT_RGB);
    Graphics2D g = mask.createGraphics();
    g.setColor(Color.WHITE);
    g.fillRect(200, 100, 50, 50);
    g.dispose();
    Picture picture = Fixture.saved(mask, folder.resolve("mask.png"));
    Material material =
        new Material.MaskedEdit(
            clip, new Material.Mask.Still(picture, 1, true), 0.02, "hull", List.of());
    List<int[]> film = Fixture.frames(Fixture.brief(material, "", CLIP_FRAMES), 0, 20);
    assertThat(changedColumns(film.get(0), clipFrames.get(0))).isBetween(210.0, 240.0);
    assertThat(changedColumns(film.get(1), clipFrames.get(20))).isBetween(150.0, 180.0);
  }

  /** The middle of the columns that were changed. */
  private static double changedColumns(int[] film, int[] clip) {
    double sum = 0;
    int count = 0;
    for (int i = 0; i < film.length; i++) {
      if (film[i] != clip[i]) {
        sum += i % Fixture.WIDTH;
        count++;
      }
    }
    assertThat(count).isPositive().isLessThan(film.length / 4);
    return sum / count;
  }

  @Test
  void outpaintingKeepsTheCentre() {
    Material material = new Material.Outpaint(clip, 1.5, 1.0, 1.25, 1.25);
    int[] frame = Fixture.frames(Fixture.brief(material, "", CLIP_FRAMES), 7).getFirst();
    Outpainting.Place place =
        Outpainting.Place.of(Fixture.WIDTH, Fixture.HEIGHT, 1.5, 1.0, 1.25, 1.25);
    assertThat(place).isEqualTo(new Outpainting.Place(32, 38, 256, 154));
    Plate inner;
    try (ClipPlates plates = MediaClips.open(clip, place.width(), place.height(), Fixture.RATE)) {
      for (int i = 0; i < 7; i++) {
        assertThat(plates.next()).isPresent();
      }
      inner = plates.next().orElseThrow();
    }
    Plate cut =
        Fitting.crop(
            new Plate(Fixture.WIDTH, Fixture.HEIGHT, frame),
            place.left(),
            place.top(),
            place.width(),
            place.height());
    assertThat(cut.pixels()).isEqualTo(inner.pixels());
    assertThat(frame).as("nothing is left black").doesNotContain(0, 0xFF000000);
  }

  /** Under a control the ground about a body stays as it was, and the body does not. */
  @Test
  void aMaskWithAControlLeavesNoVeil() throws IOException {
    Picture mask = Fixture.saved(disc(Color.BLACK, Color.WHITE, 150), folder.resolve("veil.png"));
    Clip ball = still(disc(new Color(120, 150, 190), new Color(196, 60, 40), 60), "ball.mp4");
    Material material =
        new Material.MaskedEdit(
            ball, new Material.Mask.Still(mask, 1, false), 0.0, "hull", List.of(), "depth");
    int[] film =
        Fixture.frames(Fixture.brief(material, "A black and white film at night", 8), 4).getFirst();
    int[] before = clipFrames(ball, 4);

    assertThat(apart(film, before, 0)).as("in the ball").isGreaterThan(8);
    assertThat(apart(film, before, 55)).as("on the ground under the mask").isLessThan(4);
  }

  /** The colours of the upper edge go on: the sky is not mirrored into a second horizon. */
  @Test
  void aboveAnOutpaintedClipTheSkyGoesOn() {
    BufferedImage image =
        new BufferedImage(Fixture.WIDTH, Fixture.HEIGHT, BufferedImage.TYPE_INT_RGB);
    Graphics2D g = image.createGraphics();
    g.setPaint(
        new GradientPaint(0, 0, new Color(30, 40, 90), 0, Fixture.HEIGHT, new Color(250, 180, 90)));
    g.fillRect(0, 0, Fixture.WIDTH, Fixture.HEIGHT);
    g.dispose();
    Material material = new Material.Outpaint(still(image, "sky.mp4"), 2, 1, 1, 1);
    int[] frame = Fixture.frames(Fixture.brief(material, "", 8), 4).getFirst();

    assertThat(frame[2 * Fixture.WIDTH + 160] >> 16 & 255).isLessThan(70);
    assertThat(frame[(Fixture.HEIGHT - 3) * Fixture.WIDTH + 160] >> 16 & 255).isGreaterThan(195);
  }

  private static BufferedImage disc(Color ground, Color disc, int across) {
    BufferedImage image =
        new BufferedImage(Fixture.WIDTH, Fixture.HEIGHT, BufferedImage.TYPE_INT_RGB);
    Graphics2D g = image.createGraphics();
    g.setColor(ground);
    g.fillRect(0, 0, Fixture.WIDTH, Fixture.HEIGHT);
    g.setColor(disc);
    g.fillOval((Fixture.WIDTH - across) / 2, (Fixture.HEIGHT - across) / 2, across, across);
    g.dispose();
    return image;
  }

  private static Clip still(BufferedImage image, String name) {
    FrameSize size = new FrameSize(Fixture.WIDTH, Fixture.HEIGHT);
    Path file = folder.resolve(name);
    try (FilmWriter writer = FilmWriter.open(file, FilmFormat.of(size))) {
      Frame frame = new Frame(size);
      frame.setRgb(Fixture.plate(image).pixels());
      for (int i = 0; i < 8; i++) {
        writer.write(frame);
      }
      writer.finish();
    }
    return new Clip(file, Fixture.WIDTH, Fixture.HEIGHT, 8.0 / Fixture.RATE, false);
  }

  private static int[] clipFrames(Clip given, int number) {
    try (ClipPlates plates = MediaClips.open(given, Fixture.WIDTH, Fixture.HEIGHT, Fixture.RATE)) {
      for (int i = 0; i < number; i++) {
        assertThat(plates.next()).isPresent();
      }
      return plates.next().orElseThrow().pixels();
    }
  }

  /** Mean difference in a small square, so far to the right of the middle. */
  private static double apart(int[] one, int[] other, int right) {
    double sum = 0;
    for (int y = Fixture.HEIGHT / 2 - 5; y < Fixture.HEIGHT / 2 + 5; y++) {
      for (int x = Fixture.WIDTH / 2 + right - 5; x < Fixture.WIDTH / 2 + right + 5; x++) {
        int at = y * Fixture.WIDTH + x;
        for (int shift = 0; shift < 24; shift += 8) {
          sum += Math.abs((one[at] >> shift & 255) - (other[at] >> shift & 255));
        }
      }
    }
    return sum / 300;
  }
}
