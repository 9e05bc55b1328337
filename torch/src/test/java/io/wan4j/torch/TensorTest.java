package io.wan4j.torch;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.assertj.core.api.Assertions.within;

import java.lang.foreign.Arena;
import java.lang.foreign.MemorySegment;
import java.lang.foreign.ValueLayout;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.ExtendWith;

@ExtendWith(LibtorchRequired.class)
class TensorTest {
  private final Scope scope = Scope.open();
  private final Tensor x = Tensor.of(new float[] {1, -2, 3, 4, 5, -6}, 2, 3);

  @AfterEach
  void close() {
    scope.close();
  }

  @Test
  void knowsWhatItIs() {
    assertThat(x.shape()).containsExactly(2, 3);
    assertThat(x.rank()).isEqualTo(2);
    assertThat(x.size(-1)).isEqualTo(3);
    assertThat(x.count()).isEqualTo(6);
    assertThat(x.dtype()).isEqualTo(DType.FLOAT32);
    assertThat(x.device()).isEqualTo(Device.CPU);
    assertThat(x.toString()).isEqualTo("Tensor[2, 3] FLOAT32 on cpu");
  }

  @Test
  void calculates() {
    assertThat(x.plus(x).toFloats()).containsExactly(2, -4, 6, 8, 10, -12);
    assertThat(x.plus(x, 0.5).toFloats()).containsExactly(1.5f, -3, 4.5f, 6, 7.5f, -9);
    assertThat(x.plus(1).toFloats()).containsExactly(2, -1, 4, 5, 6, -5);
    assertThat(x.minus(x).toFloats()).containsOnly(0);
    assertThat(x.times(x).toFloats()).containsExactly(1, 4, 9, 16, 25, 36);
    assertThat(x.times(2).toFloats()).containsExactly(2, -4, 6, 8, 10, -12);
    assertThat(x.over(2).toFloats()).containsExactly(0.5f, -1, 1.5f, 2, 2.5f, -3);
    assertThat(x.negate().abs().toFloats()).containsExactly(1, 2, 3, 4, 5, 6);
    assertThat(x.clamp(-1, 3).toFloats()).containsExactly(1, -1, 3, 3, 3, -1);
    assertThat(x.atLeast(0).toFloats()).containsExactly(1, 0, 3, 4, 5, 0);
    assertThat(x.maximum(x.negate()).toFloats()).containsExactly(1, 2, 3, 4, 5, 6);
    assertThat(x.isGreaterThan(2).toFloats()).containsExactly(0, 0, 1, 1, 1, 0);
    assertThat(x.mean(1).toFloats()).containsExactly(2f / 3, 1);
    assertThat(x.sum(0, 1).item()).isEqualTo(5);
    assertThat(x.exp().toFloats()[1]).isEqualTo((float) Math.exp(-2), within(1e-6f));
    assertThat(x.matmul(x.transpose(0, 1)).toFloats()).containsExactly(14, -24, -24, 77);
    Tensor own = x.copy();
    own.timesInPlace(Tensor.scalar(3));
    assertThat(own.toFloats()).containsExactly(3, -6, 9, 12, 15, -18);
    assertThat(x.toFloats()).containsExactly(1, -2, 3, 4, 5, -6);
  }

  @Test
  void reshapes() {
    assertThat(x.permute(1, 0).toFloats()).containsExactly(1, 4, -2, 5, 3, -6);
    assertThat(x.reshape(3, 2).select(0, 1).toFloats()).containsExactly(3, 4);
    assertThat(x.slice(1, 1, 3).toFloats()).containsExactly(-2, 3, 5, -6);
    assertThat(x.slice(1, 0, 3, 2).toFloats()).containsExactly(1, 3, 4, -6);
    assertThat(x.unsqueeze(0).expand(2, 2, 3).count()).isEqualTo(12);
    assertThat(x.chunk(3, 1).get(2).toFloats()).containsExactly(3, -6);
    assertThat(x.select(0, 0).repeatInterleave(2, 0).toFloats())
        .containsExactly(1, 1, -2, -2, 3, 3);
    assertThat(x.indexSelect(1, Tensor.of(new long[] {2, 0}, 2)).toFloats())
        .containsExactly(3, 1, -6, 4);
    assertThat(Functions.cat(0, x, x).shape()).containsExactly(4, 3);
    assertThat(Functions.stack(0, x, x).shape()).containsExactly(2, 2, 3);
  }

  @Test
  void numbersNeverWiden() {
    Tensor half = x.to(DType.BFLOAT16);
    assertThat(half.times(0.1).dtype()).isEqualTo(DType.BFLOAT16);
    assertThat(half.plus(0.1).dtype()).isEqualTo(DType.BFLOAT16);
    assertThat(half.times(x).dtype()).isEqualTo(DType.FLOAT32);
    assertThat(x.to(DType.FLOAT8_E4M3).to(DType.FLOAT32).toFloats())
        .containsExactly(1, -2, 3, 4, 5, -6);
  }

  @Test
  void viewsSharedMemory() {
    MemorySegment memory = Arena.ofAuto().allocate(16, 8);
    Tensor view = Tensor.view(memory, DType.FLOAT32, 4);
    memory.setAtIndex(ValueLayout.JAVA_FLOAT, 2, 7);
    assertThat(view.toFloats()).containsExactly(0, 0, 7, 0);
    view.slice(0, 3, 4).copyFrom(Tensor.scalar(5));
    assertThat(memory.getAtIndex(ValueLayout.JAVA_FLOAT, 3)).isEqualTo(5);
    assertThat(view.slice(0, 1, 2).memory())
        .as("a view of a view holds the memory")
        .isSameAs(memory);
    assertThatThrownBy(() -> Tensor.view(memory, DType.FLOAT32, 5))
        .isInstanceOf(IllegalArgumentException.class);
    assertThatThrownBy(() -> Tensor.view(MemorySegment.ofArray(new float[4]), DType.FLOAT32, 4))
        .isInstanceOf(IllegalArgumentException.class);
  }

  @Test
  void refusesWhatDoesNotFit() {
    assertThatThrownBy(() -> Tensor.of(new float[5], 2, 3))
        .isInstanceOf(IllegalArgumentException.class);
    assertThatThrownBy(() -> x.transpose(0, 1).bytes()).isInstanceOf(IllegalStateException.class);
    assertThatThrownBy(x::item).isInstanceOf(IllegalStateException.class);
  }
}
