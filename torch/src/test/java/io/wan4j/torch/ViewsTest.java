package io.wan4j.torch;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.lang.foreign.Arena;
import java.util.Arrays;
import java.util.function.Function;
import java.util.stream.Stream;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.ExtendWith;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

/** Views reckoned here against libtorch's own operators: sizes, strides, values, refusals. */
@ExtendWith(LibtorchRequired.class)
class ViewsTest {
  private final Scope scope = Scope.open();

  @AfterEach
  void close() {
    scope.close();
  }

  record Pair(String name, Function<Tensor, Tensor> ours, Function<Tensor, Tensor> theirs) {
    @Override
    public String toString() {
      return name;
    }
  }

  static Stream<Pair> pairs() {
    Stream.Builder<Pair> pairs = Stream.builder();
    for (int[] d : new int[][] {{0, 1}, {-1, 0}, {2, 1}, {1, 1}, {3, 0}, {0, -4}}) {
      pairs.add(
          new Pair(
              "transpose " + Arrays.toString(d),
              x -> x.transpose(d[0], d[1]),
              x -> Aten.TRANSPOSE.call(x, d[0], d[1])));
    }
    for (long[] d : new long[][] {{2, 0, 1}, {-1, 1, 0}, {0, 1, 2}, {0, 1}, {0, 0, 1}, {0, 1, 3}}) {
      pairs.add(
          new Pair(
              "permute " + Arrays.toString(d), x -> x.permute(d), x -> Aten.PERMUTE.call(x, d)));
    }
    long end = Long.MAX_VALUE;
    for (long[] s :
        new long[][] {
          {0, 1, 2, 1},
          {-1, 0, end, 2},
          {1, -2, end, 1},
          {2, 3, 1, 1},
          {2, -9, -1, 3},
          {1, 9, 9, 1},
          {3, 0, 1, 1},
          {0, 0, 1, 0}
        }) {
      pairs.add(
          new Pair(
              "slice, dimension, from, to, step " + Arrays.toString(s),
              x -> x.slice((int) s[0], s[1], s[2], s[3]),
              x -> Aten.SLICE.call(x, s[0], s[1], s[2], s[3])));
    }
    for (int[] s : new int[][] {{0, 0}, {1, -1}, {-1, 3}, {2, 4}, {2, -5}, {3, 0}}) {
      pairs.add(
          new Pair(
              "select " + Arrays.toString(s),
              x -> x.select(s[0], s[1]),
              x -> Aten.SELECT.call(x, s[0], s[1])));
    }
    for (int d : new int[] {0, 1, 3, -1, -4, 4, -5}) {
      pairs.add(new Pair("unsqueeze " + d, x -> x.unsqueeze(d), x -> Aten.UNSQUEEZE.call(x, d)));
    }
    return pairs.build();
  }

  @ParameterizedTest
  @MethodSource("pairs")
  void equalsLibtorchsOperator(Pair pair) {
    Tensor plain = new NormalNoise(1).next(2, 3, 4);
    // A view of a view, whose memory begins elsewhere.
    Tensor part = Aten.SLICE.call(new NormalNoise(2).next(4, 4, 6), 2, 1, 5);
    Tensor turned = Aten.TRANSPOSE.call(part, 0, 2);
    for (Tensor x : new Tensor[] {plain, turned}) {
      assertThat(said(pair.ours(), x)).isEqualTo(said(pair.theirs(), x));
    }
  }

  private static String said(Function<Tensor, Tensor> form, Tensor x) {
    try {
      Tensor view = form.apply(x);
      long[] strides = LibTorch.strides(view.handle(), CallStack.ofThread());
      return view + Arrays.toString(strides) + Arrays.toString(view.toFloats());
    } catch (TorchException e) {
      return e.getMessage();
    }
  }

  @Test
  void sharesMemory() {
    Tensor x = Tensor.of(new float[] {1, 2, 3, 4}, 2, 2);
    x.transpose(0, 1).select(0, 1).copyFrom(Tensor.of(new float[] {8, 9}, 2));
    assertThat(x.toFloats()).containsExactly(1, 8, 3, 9);
  }

  @Test
  void holdsTheMemoryOfAMappedTensor() {
    try (Arena arena = Arena.ofConfined()) {
      Tensor x = Tensor.view(arena.allocate(16, 4), DType.FLOAT32, 2, 2);
      assertThat(x.transpose(0, 1).memory()).isSameAs(x.memory());
    }
  }

  @Test
  void refusesClosedTensors() {
    Tensor x = Tensor.of(new float[] {1, 2}, 2);
    x.close();
    assertThatThrownBy(() -> x.unsqueeze(0)).isInstanceOf(IllegalStateException.class);
    assertThatThrownBy(() -> x.slice(0, 0, 1)).isInstanceOf(IllegalStateException.class);
  }

  /** A bare call is for measuring, and must be a whole call. */
  @Test
  void bareCallsRun() {
    Tensor x = Tensor.of(new float[] {1, 2, 3, 4}, 2, 2);
    BareCalls.of(x, x).values().forEach(Runnable::run);
    assertThat(x.toFloats()).containsExactly(1, 2, 3, 4);
  }
}
