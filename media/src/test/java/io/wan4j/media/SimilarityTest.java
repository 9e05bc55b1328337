package io.wan4j.media;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.assertj.core.api.Assertions.within;

import io.wan4j.engine.Frame;
import io.wan4j.engine.FrameSize;
import org.junit.jupiter.api.Test;

class SimilarityTest {
  private static final FrameSize SIZE = new FrameSize(160, 96);

  @Test
  void equalFramesAreEqual() {
    Frame frame = Scenery.grainy(SIZE, 1);
    assertThat(Similarity.ssim(frame, Scenery.grainy(SIZE, 1))).isEqualTo(1, within(1e-9));
    assertThat(Similarity.decibels(frame, frame)).isEqualTo(Similarity.EQUAL);
  }

  /** A difference of 10 everywhere is 10 log10(255^2 / 100) = 28.13 dB. */
  @Test
  void knowsTheDecibelsOfAKnownDifference() {
    Frame brighter = Scenery.clean(SIZE, 1);
    Frame frame = Scenery.clean(SIZE, 1);
    for (int i = 0; i < SIZE.pixels(); i++) {
      frame.luma()[i] = (byte) Math.min(200, frame.luma()[i] & 255);
      brighter.luma()[i] = (byte) ((frame.luma()[i] & 255) + 10);
    }
    assertThat(Similarity.decibels(frame, brighter)).isEqualTo(28.13, within(0.01));
    assertThat(Similarity.ssim(frame, brighter)).isBetween(0.9, 0.999);
  }

  @Test
  void blurAndStrangersScoreLow() {
    Frame frame = Scenery.clean(SIZE, 1);
    Frame blurred = PixelImage.of(frame).scale(40, 24).scale(160, 96).toFrame(SIZE);
    assertThat(Similarity.ssim(frame, blurred)).isBetween(0.2, 0.85);
    assertThat(Similarity.ssim(frame, Scenery.clean(SIZE, 300))).isLessThan(0.3);
  }

  @Test
  void comparesOnlyTheSameSize() {
    assertThatThrownBy(() -> Similarity.ssim(new Frame(SIZE), new Frame(new FrameSize(16, 16))))
        .hasMessageContaining("16x16");
  }
}
