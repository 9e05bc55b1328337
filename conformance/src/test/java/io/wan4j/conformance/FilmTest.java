package io.wan4j.conformance;

import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.wan4j.media.ClipFacts;
import io.wan4j.media.MediaProbe;
import java.nio.file.Path;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** The checks that the other tests rely on refuse a film that is not the right one. */
class FilmTest {
  @TempDir static Path folder;
  private static Path clip;
  private static Film film;

  @BeforeAll
  static void make() {
    clip = folder.resolve("clip.mp4");
    Clips.write(clip, 1, 640, 480, 2);
    film = new Film(clip, (ClipFacts) MediaProbe.probe(clip));
  }

  @Test
  void sizeAndLengthCount() {
    film.is(640, 480, 2).hasSound(true).isHeard();
    assertFails(() -> film.is(640, 482, 2));
    assertFails(() -> film.is(640, 480, 3));
    assertFails(() -> film.hasSound(false));
  }

  @Test
  void anotherPictureIsNoticed() {
    Path other = folder.resolve("other.png");
    Pictures.write(other, 2, 640, 480, "png");
    assertFails(() -> film.beginsWith(other));
    assertFails(() -> film.endsWith(other));
  }

  @Test
  void anotherClipIsNoticed() {
    Path other = folder.resolve("other.mp4");
    Clips.write(other, 2, 640, 480, 1);
    film.beginsWithClip(clip, 2);
    assertFails(() -> film.beginsWithClip(other, 1));
  }

  @Test
  void anotherSoundIsNoticed() {
    Path same = folder.resolve("same.wav");
    Sounds.writeWav(same, 1, 2);
    Path other = folder.resolve("other.wav");
    Sounds.writeWav(other, 2, 2);
    film.soundsLike(same, 2);
    assertFails(() -> film.soundsLike(other, 2));
    assertFails(() -> film.isSilentFrom(1));
  }

  @Test
  void aCutThatIsNotThereIsMissed() {
    assertFails(() -> film.cutsAt(1));
  }

  private static void assertFails(Runnable check) {
    assertThatThrownBy(check::run).isInstanceOf(AssertionError.class);
  }
}
