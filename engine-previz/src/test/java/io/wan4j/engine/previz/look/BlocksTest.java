package io.wan4j.engine.previz.look;

import static org.assertj.core.api.Assertions.assertThat;

import io.wan4j.engine.FrameSize;
import java.util.Arrays;
import org.junit.jupiter.api.Test;

class BlocksTest {
  private static final FrameSize SIZE = new FrameSize(320, 288);

  /** Half way between two of its colours, half of the pixels have the one and half the other. */
  @Test
  void aToneBetweenTwoColoursIsADitherOfBoth() {
    int[] argb = new int[SIZE.pixels()];
    Arrays.fill(argb, 0xFF545454);

    new Blocks(SIZE).apply(argb, 0);

    long light = Arrays.stream(argb).filter(pixel -> (pixel & 255) == 96).count();
    long dark = Arrays.stream(argb).filter(pixel -> (pixel & 255) == 72).count();
    assertThat(light + dark).isEqualTo(argb.length);
    assertThat((double) light / argb.length).isBetween(0.45, 0.55);
    assertThat(argb[0]).as("neighbours differ").isNotEqualTo(argb[2]);
  }

  @Test
  void oneOfItsColoursStaysAsItIs() {
    int[] argb = new int[SIZE.pixels()];
    Arrays.fill(argb, 0xFF606060);

    new Blocks(SIZE).apply(argb, 0);

    assertThat(Arrays.stream(argb).distinct().toArray()).containsExactly(0xFF606060);
  }
}
