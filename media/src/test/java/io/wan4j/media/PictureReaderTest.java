package io.wan4j.media;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;
import static org.bytedeco.ffmpeg.global.avutil.AV_PIX_FMT_BGRA;

import io.wan4j.engine.FrameSize;
import java.awt.image.BufferedImage;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Map;
import javax.imageio.ImageIO;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

class PictureReaderTest {
  private static final FrameSize SIZE = new FrameSize(90, 62);

  @TempDir Path folder;

  @ParameterizedTest
  @ValueSource(strings = {"png", "bmp", "tiff"})
  void losslessPicturesComeExactly(String format) throws IOException {
    PixelImage image = Scenery.detailed(SIZE, 1, 6);
    Path file = saved(image, BufferedImage.TYPE_INT_RGB, format);
    assertThat(PictureReader.read(file).argb()).isEqualTo(image.argb());
    assertThat(MediaProbe.probe(file))
        .isEqualTo(new PictureFacts(format, 90, 62, false, Files.size(file)));
  }

  @Test
  void alphaComesExactlyAndStraight() throws IOException {
    PixelImage image = withAlpha(Scenery.detailed(SIZE, 2, 0));
    Path file = saved(image, BufferedImage.TYPE_INT_ARGB, "png");
    assertThat(PictureReader.read(file).argb()).isEqualTo(image.argb());
    assertThat(MediaProbe.probe(file))
        .isEqualTo(new PictureFacts("png", 90, 62, true, Files.size(file)));
  }

  @Test
  void greyPicturesComeExactly() throws IOException {
    BufferedImage grey = new BufferedImage(64, 64, BufferedImage.TYPE_BYTE_GRAY);
    for (int i = 0; i < 64 * 64; i++) {
      grey.getRaster().setSample(i % 64, i / 64, 0, i / 16);
    }
    Path file = folder.resolve("grey");
    ImageIO.write(grey, "png", file.toFile());
    PixelImage read = PictureReader.read(file);
    for (int i = 0; i < 64 * 64; i++) {
      assertThat(read.argb()[i]).isEqualTo(0xFF000000 | i / 16 * 0x010101);
    }
  }

  /** A decoder of another make must agree; it would not if range or matrix were taken wrong. */
  @Test
  void jpegHasTheColoursTheJdkSees() throws IOException {
    Path file = saved(smooth(), BufferedImage.TYPE_INT_RGB, "jpg");
    BufferedImage expected = ImageIO.read(file.toFile());
    PixelImage read = PictureReader.read(file);
    assertThat(meanDifference(read, pixels(expected))).isLessThan(1.2);
    assertThat(MediaProbe.probe(file))
        .isEqualTo(new PictureFacts("jpeg", 90, 62, false, Files.size(file)));
  }

  @ParameterizedTest
  @CsvSource({"1,0.0", "0,4.0"})
  void readsWebp(String lossless, double difference) throws IOException {
    PixelImage image = smooth();
    Path file = folder.resolve("picture");
    Files.write(
        file,
        PictureWriter.encode(image, "libwebp", AV_PIX_FMT_BGRA, Map.of("lossless", lossless)));
    assertThat(meanDifference(PictureReader.read(file), image.argb()))
        .isLessThanOrEqualTo(difference);
    assertThat(MediaProbe.probe(file))
        .isEqualTo(new PictureFacts("webp", 90, 62, false, Files.size(file)));
  }

  @Test
  void readsTheFirstPictureOfAGif() throws IOException {
    PixelImage plain = PixelImage.of(Scenery.plain(SIZE, 0x3060C0));
    Path file = saved(plain, BufferedImage.TYPE_INT_RGB, "gif");
    assertThat(meanDifference(PictureReader.read(file), plain.argb())).isLessThan(3);
    assertThat(((PictureFacts) MediaProbe.probe(file)).format()).isEqualTo("gif");
  }

  /** The picture was stored turned; reading turns it back whatever way it was held. */
  @ParameterizedTest
  @CsvSource({"1", "2", "3", "4", "5", "6", "7", "8"})
  void turnsPhotographsUpright(int orientation) throws IOException {
    PixelImage upright = smooth();
    PixelImage stored = upright;
    int inverse = orientation == 6 ? 8 : orientation == 8 ? 6 : orientation;
    stored = ExifOrientation.upright(stored, inverse);
    byte[] jpeg = bytes(stored, BufferedImage.TYPE_INT_RGB, "jpg");
    Path file = folder.resolve("photograph");
    Files.write(file, ExifSample.tagged(jpeg, orientation));
    PixelImage read = PictureReader.read(file);
    assertThat(read.width()).isEqualTo(90);
    assertThat(read.height()).isEqualTo(62);
    assertThat(meanDifference(read, upright.argb())).isLessThan(3);
    PictureFacts facts = (PictureFacts) MediaProbe.probe(file);
    assertThat(facts.width()).isEqualTo(90);
    assertThat(facts.height()).isEqualTo(62);
  }

  @Test
  void whatIsWrittenIsReadBack() {
    PixelImage image = withAlpha(Scenery.detailed(SIZE, 3, 3));
    PictureWriter.writePng(image, folder.resolve("a.png"));
    assertThat(PictureReader.read(folder.resolve("a.png")).argb()).isEqualTo(image.argb());
    PictureWriter.writeJpeg(smooth(), folder.resolve("a.jpg"));
    assertThat(meanDifference(PictureReader.read(folder.resolve("a.jpg")), smooth().argb()))
        .isCloseTo(0, within(2.0));
  }

  private static PixelImage smooth() {
    int[] pixels = new int[90 * 62];
    for (int i = 0; i < pixels.length; i++) {
      int x = i % 90;
      int y = i / 90;
      pixels[i] = 0xFF000000 | (x * 255 / 89) << 16 | (y * 255 / 61) << 8 | (255 - x * 200 / 89);
    }
    return new PixelImage(90, 62, pixels);
  }

  private static PixelImage withAlpha(PixelImage image) {
    int[] pixels = image.argb().clone();
    for (int i = 0; i < pixels.length; i++) {
      pixels[i] = pixels[i] & 0xFFFFFF | (1 + i % 255) << 24;
    }
    return new PixelImage(image.width(), image.height(), pixels);
  }

  private static double meanDifference(PixelImage image, int[] expected) {
    assertThat(image.argb()).hasSameSizeAs(expected);
    long sum = 0;
    for (int i = 0; i < expected.length; i++) {
      for (int shift = 0; shift < 32; shift += 8) {
        sum += Math.abs((image.argb()[i] >> shift & 255) - (expected[i] >> shift & 255));
      }
    }
    return sum / (3.0 * expected.length);
  }

  private Path saved(PixelImage image, int type, String format) throws IOException {
    return Files.write(folder.resolve("picture.txt"), bytes(image, type, format));
  }

  private static byte[] bytes(PixelImage image, int type, String format) throws IOException {
    BufferedImage buffer = new BufferedImage(image.width(), image.height(), type);
    buffer.setRGB(0, 0, image.width(), image.height(), image.argb(), 0, image.width());
    ByteArrayOutputStream out = new ByteArrayOutputStream();
    assertThat(ImageIO.write(buffer, format, out)).isTrue();
    return out.toByteArray();
  }

  private static int[] pixels(BufferedImage image) {
    int width = image.getWidth();
    return image.getRGB(0, 0, width, image.getHeight(), null, 0, width);
  }
}
