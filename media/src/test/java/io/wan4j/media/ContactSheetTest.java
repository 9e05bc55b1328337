package io.wan4j.media;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.assertj.core.api.Assertions.within;

import io.wan4j.engine.FrameSize;
import java.nio.file.Path;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class ContactSheetTest {
  private static final FrameSize SIZE = new FrameSize(160, 96);

  @TempDir Path folder;

  @Test
  void showsTheFilmFromTheFirstToTheLastPicture() {
    Path film = folder.resolve("film.mp4");
    try (FilmWriter writer = FilmWriter.open(film, FilmFormat.of(SIZE))) {
      for (int i = 0; i < 11; i++) {
        writer.write(Scenery.plain(SIZE, i * 0x141414));
      }
      writer.finish();
    }
    PixelImage sheet = ContactSheet.of(film, 6, 3, 80);
    assertThat(sheet.width()).isEqualTo(3 * 86 + 6);
    assertThat(sheet.height()).isEqualTo(2 * 54 + 6);
    for (int number = 0; number < 6; number++) {
      int x = 6 + number % 3 * 86 + 40;
      int y = 6 + number / 3 * 54 + 24;
      assertThat(sheet.argb()[y * sheet.width() + x] & 255)
          .as("picture %d", number)
          .isCloseTo(2 * number * 0x14, within(4));
    }
    assertThat(ContactSheet.of(film, 50, 20, 80).width()).isEqualTo(11 * 86 + 6);
  }

  @Test
  void wantsAFilm() {
    Path picture = folder.resolve("picture");
    PictureWriter.writePng(Scenery.detailed(SIZE, 0, 0), picture);
    assertThatThrownBy(() -> ContactSheet.of(picture, 4, 2, 80))
        .isInstanceOf(UnknownMediaException.class)
        .hasMessage("picture is not a video");
  }
}
