package io.wan4j.engine;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.assertj.core.api.Assertions.within;

import java.util.Random;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class FrameTest {
  private static final FrameSize SIZE = new FrameSize(16, 16);

  /** The corners of the BT.709 limited range cube. */
  @ParameterizedTest
  @CsvSource({
    "000000,16,128,128",
    "FFFFFF,235,128,128",
    "FF0000,63,102,240",
    "00FF00,173,42,26",
    "0000FF,32,240,118",
    "FFFF00,219,16,138"
  })
  void knowsTheColoursOfTheStandard(String rgb, int luma, int blue, int red) {
    Frame frame = filled(Integer.parseInt(rgb, 16));
    assertThat(frame.luma()[17] & 255).isEqualTo(luma);
    assertThat(frame.chromaBlue()[5] & 255).isEqualTo(blue);
    assertThat(frame.chromaRed()[5] & 255).isEqualTo(red);
  }

  @ParameterizedTest
  @CsvSource({"12C8A0", "808080", "F01090", "FFFFFF", "000000"})
  void comesBackWithinRounding(String rgb) {
    int colour = Integer.parseInt(rgb, 16);
    int[] back = new int[256];
    filled(colour).getRgb(back);
    for (int shift = 0; shift <= 16; shift += 8) {
      assertThat(back[100] >> shift & 255).isCloseTo(colour >> shift & 255, within(2));
    }
  }

  /** Whatever the unused top byte holds. */
  @Test
  void chromaIsTheMeanOfEachBlock() {
    Random random = new Random(3);
    int[] pixels = random.ints(SIZE.pixels()).toArray();
    Frame frame = new Frame(SIZE);
    frame.setRgb(pixels);
    for (int y = 0; y < 8; y++) {
      for (int x = 0; x < 8; x++) {
        int at = 2 * y * 16 + 2 * x;
        double red = 0;
        double green = 0;
        double blue = 0;
        for (int pixel : new int[] {pixels[at], pixels[at + 1], pixels[at + 16], pixels[at + 17]}) {
          red += (pixel >> 16 & 255) / 4.0;
          green += (pixel >> 8 & 255) / 4.0;
          blue += (pixel & 255) / 4.0;
        }
        double luma = 0.2126 * red + 0.7152 * green + 0.0722 * blue;
        int block = y * 8 + x;
        assertThat((double) (frame.chromaBlue()[block] & 255))
            .isCloseTo(128 + (blue - luma) / 1.8556 * 224 / 255, within(0.6));
        assertThat((double) (frame.chromaRed()[block] & 255))
            .isCloseTo(128 + (red - luma) / 1.5748 * 224 / 255, within(0.6));
      }
    }
  }

  @Test
  void refusesPixelsOfAnotherSize() {
    Frame frame = new Frame(SIZE);
    assertThatThrownBy(() -> frame.setRgb(new int[10])).hasMessageContaining("256");
    assertThatThrownBy(() -> frame.copyFrom(new Frame(new FrameSize(32, 16))))
        .hasMessageContaining("32x16");
  }

  @Test
  void refusesOddSizes() {
    assertThatThrownBy(() -> new FrameSize(17, 16)).hasMessageContaining("17");
  }

  private static Frame filled(int colour) {
    int[] pixels = new int[SIZE.pixels()];
    java.util.Arrays.fill(pixels, colour);
    Frame frame = new Frame(SIZE);
    frame.setRgb(pixels);
    return frame;
  }
}
