package io.wan4j.engine.previz;

import static org.assertj.core.api.Assertions.assertThat;

import io.wan4j.engine.Clip;
import io.wan4j.engine.Frame;
import io.wan4j.engine.FrameSize;
import io.wan4j.engine.Material;
import io.wan4j.engine.Picture;
import io.wan4j.engine.Reference;
import io.wan4j.engine.SoundPlan;
import io.wan4j.engine.Voice;
import io.wan4j.media.Similarity;
import java.nio.file.Path;
import java.util.List;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** What is promised of given pictures, held against ten real photographs and decoded films. */
class PhotographsTest {
  private static final FrameSize SIZE = new FrameSize(480, 272);
  private static final FrameSize CAST_SIZE = new FrameSize(720, 416);
  private static final double LEAST_SSIM = 0.95;
  private static final double LEAST_DECIBELS = 32;

  @TempDir static Path folder;

  private static List<Picture> photographs;
  private static PrevizEngine engine;

  @BeforeAll
  static void find() {
    photographs = Photographs.ten();
    engine = new PrevizEngine();
  }

  @AfterAll
  static void close() {
    if (engine != null) {
      engine.close();
    }
  }

  private static FilmOnDisk film(
      Material material, String prompt, FrameSize size, double seconds, String name) {
    return FilmOnDisk.of(
        engine,
        FilmOnDisk.brief(material, prompt, size, seconds, new SoundPlan.Silent()),
        folder.resolve(name + ".mp4"));
  }

  @Test
  void filmsBeginAndEndOnTheirPhotographs() {
    for (int i = 0; i < photographs.size(); i++) {
      Picture first = photographs.get(i);
      Picture last = photographs.get((i + 1) % photographs.size());
      FilmOnDisk film =
          film(new Material.FirstAndLastFrame(first, last), "", SIZE, 0.6, "between" + i);

      assertThat(Similarity.ssim(film.first(), FilmOnDisk.covering(first, SIZE)))
          .as("first frame, %s", first.file().getFileName())
          .isGreaterThanOrEqualTo(LEAST_SSIM);
      assertThat(Similarity.ssim(film.last(), FilmOnDisk.covering(last, SIZE)))
          .as("last frame, %s", last.file().getFileName())
          .isGreaterThanOrEqualTo(LEAST_SSIM);
    }
  }

  @Test
  void continuationsKeepTheirClipAndGoOn() {
    for (int i = 0; i < photographs.size(); i++) {
      String name = photographs.get(i).file().getFileName().toString();
      String move = i % 2 == 0 ? "pan right" : "the camera dollies in";
      Clip clip =
          film(new Material.FirstFrame(photographs.get(i)), move, SIZE, 0.5, "clip" + i).clip();
      FilmOnDisk film = film(new Material.Continuation(clip), "", SIZE, 0.7, "goes-on" + i);
      List<Frame> given =
          new FilmOnDisk(clip.file(), SIZE, (int) Math.round(clip.seconds() * FilmOnDisk.RATE))
              .frames(1);
      List<Frame> made = film.frames(1);

      for (int frame = 0; frame < given.size(); frame++) {
        assertThat(Similarity.decibels(made.get(frame), given.get(frame)))
            .as("frame %d of %s", frame, name)
            .isGreaterThanOrEqualTo(LEAST_DECIBELS);
      }
      int joint = given.size();
      double least = Double.MAX_VALUE;
      for (int step = joint - 5; step < joint; step++) {
        least = Math.min(least, Similarity.decibels(made.get(step), made.get(step - 1)));
      }
      assertThat(Similarity.decibels(made.get(joint), made.get(joint - 1)))
          .as("the step at the joint of %s, against the clip's own last steps", name)
          .isGreaterThan(least - 2);
    }
  }

  @Test
  void everyReferenceIsFoundAgainInItsShots() {
    for (int i = 0; i + 1 < photographs.size(); i += 2) {
      List<Picture> pair = photographs.subList(i, i + 2);
      List<Reference> references =
          pair.stream()
              .<Reference>map(
                  picture -> new Reference.OfPicture(picture, Reference.Role.ANY, new Voice.Any()))
              .toList();
      String prompt =
          "Shot 1 [0-1s] Image 1 %s. Shot 2 [1-2s] Image 2 dances, medium shot."
                  .formatted(i == 0 ? "in a park at noon" : "walks")
              + " Shot 3 [2-3s] Image 1 and Image 2 laugh together.";
      FilmOnDisk film =
          film(new Material.References(references, List.of()), prompt, CAST_SIZE, 3, "cast" + i);
      List<Rediscovery.Features> frames =
          film.frames(9).stream().map(Rediscovery.Features::of).toList();
      assertFound(pair.get(0), frames.subList(0, 4), frames.subList(7, 10));
      assertFound(pair.get(1), frames.subList(4, 7), frames.subList(7, 10));
    }
  }

  private static void assertFound(
      Picture picture, List<Rediscovery.Features> alone, List<Rediscovery.Features> together) {
    Rediscovery search = new Rediscovery(picture);
    long found = alone.stream().filter(search::in).count();
    long besides = together.stream().filter(search::in).count();
    assertThat((double) (found + besides) / (alone.size() + together.size()))
        .as("%s, alone %d, together %d", picture.file().getFileName(), found, besides)
        .isGreaterThanOrEqualTo(0.6);
  }
}
