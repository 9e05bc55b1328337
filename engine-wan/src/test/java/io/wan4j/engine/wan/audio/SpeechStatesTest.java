package io.wan4j.engine.wan.audio;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import io.wan4j.torch.LibtorchRequired;
import io.wan4j.torch.Scope;
import io.wan4j.torch.Tensor;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.ExtendWith;

/** Two seconds of states that grow by one each moment, in a layer of one channel. */
@ExtendWith(LibtorchRequired.class)
class SpeechStatesTest {
  private static final int MOMENTS = 100;

  @Test
  void eachFrameHasTheStatesOfItsMoment() {
    float[] values = of(0, 40);
    // Sixteen frames a second, of thirty moments: 0, 1.875 -> 2, 3.75 -> 4, 5.625 -> 6, 7.5 -> 8.
    double pace = (MOMENTS - 1) / 59.0;
    for (int frame = 0; frame < 32; frame++) {
      double expected = Math.rint(frame * 30 / 16.0) * pace;
      assertThat((double) values[frame]).as("frame %d", frame).isCloseTo(expected, within(1e-3));
    }
    assertThat(values[4] / pace).isCloseTo(8, within(1e-3));
    assertThat(values[12] / pace).as("22.5 goes to the even one").isCloseTo(22, within(1e-3));
  }

  @Test
  void afterTheRecordingThereIsNothing() {
    float[] values = of(0, 40);
    assertThat(values[31]).isGreaterThan(90);
    for (int frame = 32; frame < 40; frame++) {
      assertThat(values[frame]).as("frame %d", frame).isZero();
    }
  }

  @Test
  void aClipGoesOnWhereTheOneBeforeEnds() {
    float[] whole = of(0, 32);
    assertThat(of(16, 16)).isEqualTo(java.util.Arrays.copyOfRange(whole, 16, 32));
  }

  private static float[] of(int from, int frames) {
    float[] values = new float[MOMENTS];
    for (int i = 0; i < MOMENTS; i++) {
      values[i] = i;
    }
    try (Scope _ = Scope.open()) {
      SpeechStates states = new SpeechStates(Tensor.of(values, 1, MOMENTS, 1));
      Tensor chosen = states.of(from, frames, 16);
      assertThat(chosen.shape()).containsExactly(1, 1, 1, frames);
      return chosen.toFloats();
    }
  }
}
