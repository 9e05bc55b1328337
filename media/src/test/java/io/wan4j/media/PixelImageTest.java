package io.wan4j.media;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.assertj.core.api.Assertions.within;

import io.wan4j.engine.Frame;
import io.wan4j.engine.FrameSize;
import java.util.Arrays;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class PixelImageTest {
  private static final FrameSize SIZE = new FrameSize(160, 96);

  @Test
  void aPictureOfTheRightSizeIsNotTouched() {
    PixelImage image = Scenery.detailed(SIZE, 0, 5);
    assertThat(image.cover(SIZE).argb()).isEqualTo(image.argb());
    assertThat(image.contain(SIZE, 0).argb()).isEqualTo(image.argb());
  }

  @ParameterizedTest
  @CsvSource({"40,24", "80,48", "320,192", "37,91"})
  void scalingKeepsTheLightOfEveryPlace(int width, int height) {
    PixelImage scaled = ramp(160, 96).scale(width, height);
    PixelImage direct = ramp(width, height);
    assertThat(scaled.width()).isEqualTo(width);
    for (int i = 0; i < direct.argb().length; i++) {
      assertThat(scaled.argb()[i] >> 16 & 255).isCloseTo(direct.argb()[i] >> 16 & 255, within(4));
      assertThat(scaled.argb()[i] & 255).isCloseTo(direct.argb()[i] & 255, within(4));
      assertThat(scaled.argb()[i] >>> 24).isEqualTo(255);
    }
  }

  /** Nearest neighbour would give stripes, a bad window a wrong mean. */
  @Test
  void shrinkingAFinePatternGivesItsMean() {
    int[] pixels = new int[128 * 128];
    for (int i = 0; i < pixels.length; i++) {
      pixels[i] = (i % 128 + i / 128) % 2 == 0 ? 0xFFFFFFFF : 0xFF000000;
    }
    PixelImage small = new PixelImage(128, 128, pixels).scale(30, 30);
    for (int pixel : small.argb()) {
      assertThat(pixel & 255).isCloseTo(128, within(6));
    }
  }

  @Test
  void hiddenColoursDoNotBleed() {
    int[] pixels = new int[64 * 64];
    for (int i = 0; i < pixels.length; i++) {
      pixels[i] = i % 64 < 32 ? 0xFFFF0000 : 0x0000FF00;
    }
    for (int pixel : new PixelImage(64, 64, pixels).scale(23, 23).argb()) {
      assertThat(pixel >> 8 & 255).as("green in %08x", pixel).isLessThan(2);
    }
  }

  @Test
  void coverCutsEvenlyAndContainAddsEvenly() {
    int[] pixels = new int[200 * 100];
    for (int i = 0; i < pixels.length; i++) {
      pixels[i] = i % 200 < 50 ? 0xFFFF0000 : i % 200 < 150 ? 0xFF00FF00 : 0xFF0000FF;
    }
    PixelImage image = new PixelImage(200, 100, pixels);
    FrameSize square = new FrameSize(100, 100);
    assertThat(image.cover(square).argb()).containsOnly(0xFF00FF00);
    PixelImage whole = image.contain(square, 0xFF123456);
    assertThat(whole.argb()[10 * 100 + 50]).isEqualTo(0xFF123456);
    assertThat(whole.argb()[90 * 100 + 50]).isEqualTo(0xFF123456);
    assertThat(whole.argb()[50 * 100 + 10]).isEqualTo(0xFFFF0000);
    assertThat(whole.argb()[50 * 100 + 90]).isEqualTo(0xFF0000FF);
  }

  @Test
  void layingOverAGroundMixesByAlpha() {
    PixelImage image = new PixelImage(3, 1, new int[] {0x80FF0000, 0x00FFFFFF, 0xFF010203});
    assertThat(image.hasTransparency()).isTrue();
    assertThat(image.over(0xFF0000FF).argb()).containsExactly(0xFF80007F, 0xFF0000FF, 0xFF010203);
  }

  @Test
  void becomesAFrameAndComesBack() {
    PixelImage image = Scenery.detailed(SIZE, 0, 0);
    Frame frame = image.toFrame(SIZE);
    Frame expected = new Frame(SIZE);
    expected.setRgb(image.argb());
    assertThat(frame.luma()).isEqualTo(expected.luma());
    assertThat(Similarity.decibels(PixelImage.of(frame).toFrame(SIZE), frame)).isGreaterThan(45);
  }

  @Test
  void refusesWhatIsNotThere() {
    PixelImage image = ramp(20, 10);
    assertThatThrownBy(() -> image.crop(15, 0, 6, 5)).hasMessageContaining("20x10");
    assertThatThrownBy(() -> image.scale(0, 5)).hasMessageContaining("0x5");
    assertThatThrownBy(() -> new PixelImage(2, 2, new int[3])).hasMessageContaining("3");
    assertThat(image.crop(15, 5, 5, 5).argb()[0]).isEqualTo(image.argb()[5 * 20 + 15]);
  }

  private static PixelImage ramp(int width, int height) {
    int[] pixels = new int[width * height];
    Arrays.setAll(
        pixels,
        i ->
            0xFF000000
                | (int) ((i % width + 0.5) / width * 200 + 20) << 16
                | (int) ((i / width + 0.5) / height * 200 + 20));
    return new PixelImage(width, height, pixels);
  }
}
