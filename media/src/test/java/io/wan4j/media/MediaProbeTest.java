package io.wan4j.media;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.bytedeco.ffmpeg.global.avutil.AVCOL_RANGE_MPEG;
import static org.bytedeco.ffmpeg.global.avutil.AVCOL_SPC_BT709;
import static org.bytedeco.ffmpeg.global.avutil.AV_PIX_FMT_BGRA;

import io.wan4j.engine.FrameSize;
import java.io.IOException;
import java.nio.ByteBuffer;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Arrays;
import java.util.List;
import java.util.Map;
import java.util.Random;
import java.util.stream.IntStream;
import java.util.zip.CRC32;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** What is damaged, foreign or hostile is refused in words; nothing crashes. */
class MediaProbeTest {
  private static final FrameSize SIZE = new FrameSize(160, 96);

  @TempDir Path folder;

  private Path file(byte[] content) {
    try {
      return Files.write(folder.resolve("input.mp4"), content);
    } catch (IOException e) {
      throw new IllegalStateException(e);
    }
  }

  private byte[] film() {
    Path film = folder.resolve("film");
    try (FilmWriter writer = FilmWriter.open(film, FilmFormat.of(SIZE), new Tone(440, 1))) {
      for (int i = 0; i < 20; i++) {
        writer.write(Scenery.clean(SIZE, i));
      }
      writer.finish();
    }
    return bytes(film);
  }

  private byte[] sample(String container, String codec) {
    Path clip = folder.resolve("sample");
    new SampleClip(
            container,
            codec,
            AVCOL_SPC_BT709,
            AVCOL_RANGE_MPEG,
            0,
            IntStream.range(0, 60).map(i -> 40 * i).boxed().toList())
        .write(clip, IntStream.range(0, 60).mapToObj(i -> Scenery.clean(SIZE, i)).toList());
    return bytes(clip);
  }

  private static byte[] bytes(Path file) {
    try {
      return Files.readAllBytes(file);
    } catch (IOException e) {
      throw new IllegalStateException(e);
    }
  }

  @Test
  void sayWhatIsWrongWithAnEmptyFile() {
    assertThatThrownBy(() -> MediaProbe.probe(file(new byte[0])))
        .isInstanceOf(DamagedMediaException.class)
        .hasMessage("input.mp4 is empty");
  }

  @Test
  void namesPicturesOfPhonesThatAreNotRead() {
    byte[] head = "\0\0\0\30ftypheic\0\0\0\0mif1heic".getBytes(StandardCharsets.ISO_8859_1);
    assertThatThrownBy(() -> MediaProbe.probe(file(head)))
        .isInstanceOf(UnknownMediaException.class)
        .hasMessageContaining("save it as jpeg");
  }

  @Test
  void missingFilesAreNamed() {
    assertThatThrownBy(() -> MediaProbe.probe(folder.resolve("none.mp4")))
        .isInstanceOf(MediaException.class)
        .hasMessageContaining("none.mp4");
  }

  @Test
  void noticesThatAFilmWithItsIndexInFrontWasCutOff() {
    byte[] film = film();
    for (int percent : new int[] {5, 50, 90, 99}) {
      byte[] part = Arrays.copyOf(film, film.length * percent / 100);
      assertThatThrownBy(() -> MediaProbe.probe(file(part)))
          .as("%d%% of the file", percent)
          .isInstanceOf(DamagedMediaException.class);
    }
  }

  @Test
  void noticesThatAVideoWithItsIndexBehindWasCutOff() {
    byte[] video = sample("mov", "mpeg4");
    assertThat(MediaProbe.probe(file(video))).isInstanceOf(ClipFacts.class);
    byte[] part = Arrays.copyOf(video, video.length * 8 / 10);
    assertThatThrownBy(() -> MediaProbe.probe(file(part)))
        .isInstanceOf(DamagedMediaException.class)
        .hasMessageContaining("moov atom not found");
  }

  @Test
  void noticesThatAMatroskaFileWasCutOff() {
    byte[] video = sample("matroska", "mpeg4");
    byte[] part = Arrays.copyOf(video, video.length / 2);
    assertThatThrownBy(() -> MediaProbe.probe(file(part)))
        .isInstanceOf(DamagedMediaException.class)
        .hasMessageContaining("cut off");
  }

  @ParameterizedTest
  @ValueSource(strings = {"png", "mjpeg", "bmp", "tiff", "libwebp"})
  void noticesThatAPictureWasCutOff(String encoder) {
    PixelImage image = Scenery.detailed(SIZE, 1, 3);
    byte[] whole =
        switch (encoder) {
          case "png" -> PictureWriter.png(image);
          case "mjpeg" -> PictureWriter.jpeg(image);
          case "tiff" ->
              PictureWriter.encode(
                  image, encoder, org.bytedeco.ffmpeg.global.avutil.AV_PIX_FMT_RGB24, Map.of());
          default -> PictureWriter.encode(image, encoder, AV_PIX_FMT_BGRA, Map.of());
        };
    assertThat(MediaProbe.probe(file(whole))).isInstanceOf(PictureFacts.class);
    for (int percent : new int[] {10, 50, 95}) {
      byte[] part = Arrays.copyOf(whole, whole.length * percent / 100);
      assertThatThrownBy(() -> MediaProbe.probe(file(part)))
          .as("%d%% of the file", percent)
          .isInstanceOf(DamagedMediaException.class);
    }
  }

  /** FFmpeg itself, left to guess, would read the file that these name. */
  @ParameterizedTest
  @ValueSource(
      strings = {
        "#EXTM3U\n#EXT-X-TARGETDURATION:10\n#EXTINF:10,\nsecret.mp4\n#EXT-X-ENDLIST\n",
        "ffconcat version 1.0\nfile secret.mp4\n",
        "<svg xmlns=\"http://www.w3.org/2000/svg\"><image href=\"secret.png\"/></svg>",
        "<?xml version=\"1.0\"?><MPD><BaseURL>secret.mp4</BaseURL></MPD>",
        ";FFMETADATA1\ntitle=secret\n",
        "v=0\no=- 0 0 IN IP4 127.0.0.1\nm=video 5004 RTP/AVP 96\n",
        "The quick brown fox jumps over the lazy dog.",
        "GIF",
        "RIFF"
      })
  void refusesTextInMediaClothes(String text) throws IOException {
    Files.write(folder.resolve("secret.mp4"), film());
    assertThatThrownBy(() -> MediaProbe.probe(file(text.getBytes(StandardCharsets.UTF_8))))
        .isInstanceOf(UnknownMediaException.class)
        .hasMessageContaining("input.mp4 is no picture");
  }

  /** A true MP4 head before a play list must not help it either. */
  @Test
  void refusesAPlayListBehindAnMp4Head() throws IOException {
    Files.write(folder.resolve("secret.mp4"), film());
    byte[] head = Arrays.copyOf(film(), 32);
    byte[] list = "#EXTM3U\n#EXTINF:10,\nsecret.mp4\n".getBytes(StandardCharsets.UTF_8);
    ByteBuffer both = ByteBuffer.allocate(head.length + list.length).put(head).put(list);
    assertThatThrownBy(() -> MediaProbe.probe(file(both.array())))
        .isInstanceOf(DamagedMediaException.class);
  }

  @Test
  void refusesAPictureBombBeforeDecodingIt() {
    assertThatThrownBy(() -> MediaProbe.probe(file(pngDeclaring(30_000, 30_000))))
        .isInstanceOf(OversizedMediaException.class)
        .hasMessageContaining("at most 64000000");
  }

  @Test
  void refusesMoreThanTheLimitsAllow() {
    MediaLimits tight = new MediaLimits(100, 1 << 20, 100, 1);
    byte[] png = PictureWriter.png(Scenery.detailed(SIZE, 0, 0));
    assertThatThrownBy(() -> MediaProbe.probe(file(png), tight))
        .isInstanceOf(OversizedMediaException.class);
    assertThatThrownBy(() -> MediaProbe.probe(file(png), new MediaLimits(1 << 20, 100, 1 << 20, 4)))
        .isInstanceOf(OversizedMediaException.class)
        .hasMessageContaining("100");
    byte[] film = film();
    assertThatThrownBy(() -> MediaProbe.probe(file(film), tight))
        .isInstanceOf(OversizedMediaException.class)
        .hasMessage("input.mp4 has 2 tracks, at most 1 are read");
    assertThatThrownBy(
            () -> MediaProbe.probe(file(film), new MediaLimits(1 << 20, 1 << 20, 100, 4)))
        .isInstanceOf(OversizedMediaException.class)
        .hasMessageContaining("160x96");
  }

  /** Whatever bytes come, either facts or words come back, never a crash or another exception. */
  @Test
  void livesThroughRandomDamage() {
    List<byte[]> wholes =
        List.of(
            film(),
            sample("matroska", "mpeg4"),
            PictureWriter.png(Scenery.detailed(SIZE, 1, 0)),
            PictureWriter.jpeg(Scenery.detailed(SIZE, 1, 0)),
            PictureWriter.encode(
                Scenery.detailed(SIZE, 1, 0), "libwebp", AV_PIX_FMT_BGRA, Map.of()));
    Random random = new Random(7);
    int refused = 0;
    for (byte[] whole : wholes) {
      for (int round = 0; round < 40; round++) {
        byte[] damaged = whole.clone();
        for (int i = 0; i <= random.nextInt(30); i++) {
          int reach = random.nextBoolean() ? damaged.length : Math.min(400, damaged.length);
          damaged[16 + random.nextInt(reach - 16)] = (byte) random.nextInt();
        }
        try {
          assertThat(MediaProbe.probe(file(damaged)).bytes()).isEqualTo(damaged.length);
        } catch (MediaException e) {
          assertThat(e.getMessage()).isNotBlank();
          refused++;
        }
      }
    }
    assertThat(refused).isGreaterThan(20);
  }

  /** A head that promises much, and no content. */
  private static byte[] pngDeclaring(int width, int height) {
    byte[] header =
        ByteBuffer.allocate(17)
            .put("IHDR".getBytes(StandardCharsets.US_ASCII))
            .putInt(width)
            .putInt(height)
            .put(new byte[] {8, 6, 0, 0, 0})
            .array();
    CRC32 crc = new CRC32();
    crc.update(header);
    return ByteBuffer.allocate(64)
        .put(new byte[] {(byte) 0x89, 'P', 'N', 'G', 13, 10, 26, 10})
        .putInt(13)
        .put(header)
        .putInt((int) crc.getValue())
        .putInt(0)
        .put("IDAT".getBytes(StandardCharsets.US_ASCII))
        .putInt(0x35AF061E)
        .putInt(0)
        .put("IEND".getBytes(StandardCharsets.US_ASCII))
        .putInt(0xAE426082)
        .array();
  }
}
