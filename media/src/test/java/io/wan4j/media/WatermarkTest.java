package io.wan4j.media;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.wan4j.engine.Frame;
import io.wan4j.engine.FrameSize;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class WatermarkTest {
  @ParameterizedTest
  @CsvSource({"1280,720", "720,1280", "832,480", "320,192", "64,64"})
  void standsAtTheBottomRightAndNowhereElse(int width, int height) {
    FrameSize size = new FrameSize(width, height);
    Frame plain = Scenery.plain(size, 0x3050A0);
    Frame marked = Scenery.plain(size, 0x3050A0);
    Watermark.of(size).draw(marked);
    int left = width;
    int top = height;
    int right = 0;
    int bottom = 0;
    for (int i = 0; i < size.pixels(); i++) {
      if (marked.luma()[i] != plain.luma()[i]) {
        left = Math.min(left, i % width);
        right = Math.max(right, i % width);
        top = Math.min(top, i / width);
        bottom = Math.max(bottom, i / width);
      }
    }
    int shorter = Math.min(width, height);
    assertThat(bottom - top + 1).as("height").isBetween(shorter / 25, Math.max(16, shorter / 15));
    assertThat(right - left).as("width").isBetween(2 * (bottom - top), 4 * (bottom - top));
    assertThat(width - right).as("right margin").isBetween(2, shorter / 20 + 2);
    assertThat(height - bottom).as("bottom margin").isBetween(2, shorter / 20 + 2);
    for (int i = 0; i < plain.chromaBlue().length; i++) {
      int x = i % (width / 2) * 2;
      int y = i / (width / 2) * 2;
      if (x < left - 2 || y < top - 2) {
        assertThat(marked.chromaBlue()[i]).isEqualTo(plain.chromaBlue()[i]);
        assertThat(marked.chromaRed()[i]).isEqualTo(plain.chromaRed()[i]);
      }
    }
  }

  @ParameterizedTest
  @CsvSource({"FFFFFF", "000000", "808080"})
  void isReadOnAnyGround(String ground) {
    FrameSize size = new FrameSize(1280, 720);
    Frame frame = Scenery.plain(size, Integer.parseInt(ground, 16));
    int before = frame.luma()[0] & 255;
    Watermark.of(size).draw(frame);
    int lightest = 0;
    int darkest = 255;
    for (byte value : frame.luma()) {
      lightest = Math.max(lightest, value & 255);
      darkest = Math.min(darkest, value & 255);
    }
    assertThat(lightest - darkest).as("contrast on %d", before).isGreaterThan(70);
    assertThat(lightest).isLessThanOrEqualTo(235);
    assertThat(darkest).isGreaterThanOrEqualTo(16);
  }

  @Test
  void isTheSameEveryTimeAndLetsTheGroundShineThrough() {
    FrameSize size = new FrameSize(640, 360);
    Frame one = Scenery.clean(size, 1);
    Frame other = Scenery.clean(size, 1);
    Watermark mark = Watermark.of(size);
    mark.draw(one);
    Watermark.of(size).draw(other);
    assertThat(one.luma()).isEqualTo(other.luma());
    Frame dark = Scenery.plain(size, 0x000000);
    Frame light = Scenery.plain(size, 0xFFFFFF);
    mark.draw(dark);
    mark.draw(light);
    for (int i = 0; i < size.pixels(); i++) {
      assertThat(light.luma()[i] & 255).isGreaterThan(dark.luma()[i] & 255);
    }
  }

  @Test
  void refusesAnotherSize() {
    assertThatThrownBy(
            () -> Watermark.of(new FrameSize(64, 64)).draw(new Frame(new FrameSize(32, 32))))
        .hasMessageContaining("64x64")
        .hasMessageContaining("32x32");
  }
}
