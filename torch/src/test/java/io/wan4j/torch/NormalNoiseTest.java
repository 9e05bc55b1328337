package io.wan4j.torch;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;
import static org.junit.jupiter.api.Assumptions.assumeTrue;

import java.lang.foreign.MemorySegment;
import java.lang.foreign.ValueLayout;
import java.lang.invoke.MethodHandle;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.ExtendWith;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

@ExtendWith(LibtorchRequired.class)
class NormalNoiseTest {
  private static final String DEFAULT_GENERATOR = "_ZN2at6detail22getDefaultCPUGeneratorEv";
  private static final String SET_SEED = "_ZN2at16CPUGeneratorImpl16set_current_seedEm";
  private static final Op RANDN =
      Op.of(
          "aten::randn(SymInt[] size, *, ScalarType? dtype=None, Layout? layout=None,"
              + " Device? device=None, bool? pin_memory=None) -> Tensor");

  private final Scope scope = Scope.open();

  @AfterEach
  void close() {
    scope.close();
  }

  /** Numbers that PyTorch prints after {@code torch.manual_seed(0)}. */
  @Test
  void equalsThePublishedNumbers() {
    assertThat(new NormalNoise(0).next(3).toFloats())
        .usingComparatorWithPrecision(5e-5f)
        .containsExactly(1.5410f, -0.2934f, -2.1788f);
    assertThat(new NormalNoise(0).next(4, 4).slice(0, 0, 1).toFloats())
        .usingComparatorWithPrecision(5e-5f)
        .containsExactly(-1.1258f, -1.1524f, -0.2506f, -0.4339f);
  }

  /** One generator, several draws: the kept second number of a pair included. */
  @ParameterizedTest
  @CsvSource({"0", "1", "42", "1234567890123", "-1"})
  void equalsLibtorchsGenerator(long seed) throws Throwable {
    NormalNoise ours = new NormalNoise(seed);
    seedLibtorch(seed);
    for (long[] shape :
        new long[][] {{1}, {3}, {15}, {16}, {17}, {31}, {5}, {48}, {1, 16, 3, 4, 6}, {1001}, {2}}) {
      float[] expected = RANDN.call(shape).toFloats();
      float[] actual = ours.next(shape).toFloats();
      assertThat(actual).hasSameSizeAs(expected);
      for (int i = 0; i < actual.length; i++) {
        assertThat(actual[i])
            .as("number %d of %d", i, actual.length)
            .isEqualTo(expected[i], within(2e-6f));
      }
    }
  }

  @Test
  void isNormal() {
    float[] values = new NormalNoise(7).nextFloats(100_000);
    double sum = 0;
    double squares = 0;
    for (float value : values) {
      sum += value;
      squares += value * value;
    }
    assertThat(sum / values.length).isEqualTo(0, within(0.01));
    assertThat(squares / values.length).isEqualTo(1, within(0.02));
  }

  /** The C interface knows no generators, so the test reaches for the C++ one. */
  private static void seedLibtorch(long seed) throws Throwable {
    NativeLibraries libraries = LibTorch.libraries();
    assumeTrue(libraries.has(DEFAULT_GENERATOR) && libraries.has(SET_SEED));
    MethodHandle generator = libraries.bind(DEFAULT_GENERATOR, "J");
    MethodHandle setSeed = libraries.bind(SET_SEED, "VJJ");
    long reference = (long) generator.invokeExact();
    long implementation =
        MemorySegment.ofAddress(reference).reinterpret(8).get(ValueLayout.JAVA_LONG, 0);
    setSeed.invokeExact(implementation, seed);
  }
}
