package io.wan4j.engine;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.assertj.core.api.Assertions.within;

import java.awt.image.BufferedImage;
import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.util.random.RandomGenerator;
import javax.imageio.ImageIO;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class PreviewTest {
  @ParameterizedTest
  @CsvSource({
    "1920,1080,480,270",
    "1280,720,480,270",
    "720,1280,270,480",
    "832,480,480,276",
    "320,192,320,192",
    "8192,16,480,16"
  })
  void isAJpegThatFitsAndKeepsTheShape(int width, int height, int smallWidth, int smallHeight)
      throws IOException {
    Preview preview = Preview.of(halves(new FrameSize(width, height)));
    assertThat(preview.width()).isEqualTo(smallWidth);
    assertThat(preview.height()).isEqualTo(smallHeight);
    BufferedImage image = ImageIO.read(new ByteArrayInputStream(preview.jpeg()));
    assertThat(image.getWidth()).isEqualTo(smallWidth);
    assertThat(image.getHeight()).isEqualTo(smallHeight);
    assertThat(preview.jpeg().length).isLessThan(30_000);
    assertColour(image.getRGB(smallWidth / 4, smallHeight / 2), 0xE08020);
    assertColour(image.getRGB(3 * smallWidth / 4, smallHeight / 2), 0x2040A0);
  }

  @Test
  void staysWithinItsBoundWhateverThePicture() {
    Frame noise = new Frame(new FrameSize(480, 480));
    RandomGenerator random = RandomGenerator.of("L64X128MixRandom");
    random.nextBytes(noise.luma());
    random.nextBytes(noise.chromaBlue());
    random.nextBytes(noise.chromaRed());
    assertThat(Preview.of(noise).jpeg().length).isLessThanOrEqualTo(Preview.LARGEST_BYTES);
  }

  @Test
  void refusesWhatIsTooLarge() {
    assertThatThrownBy(() -> new Preview(new byte[Preview.LARGEST_BYTES + 1], 10, 10))
        .hasMessageContaining("262145");
    assertThatThrownBy(() -> new Preview(new byte[1], 481, 10)).hasMessageContaining("481");
    assertThatThrownBy(() -> new Preview(new byte[0], 10, 10)).hasMessageContaining("0");
  }

  /** Orange on the left, blue on the right. */
  private static Frame halves(FrameSize size) {
    int[] pixels = new int[size.pixels()];
    for (int i = 0; i < pixels.length; i++) {
      pixels[i] = i % size.width() < size.width() / 2 ? 0xE08020 : 0x2040A0;
    }
    Frame frame = new Frame(size);
    frame.setRgb(pixels);
    return frame;
  }

  private static void assertColour(int rgb, int expected) {
    for (int shift = 0; shift <= 16; shift += 8) {
      assertThat(rgb >> shift & 255).isCloseTo(expected >> shift & 255, within(8));
    }
  }
}
