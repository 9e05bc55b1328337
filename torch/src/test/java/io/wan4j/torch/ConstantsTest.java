package io.wan4j.torch;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.concurrent.CompletableFuture;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.ExtendWith;

@ExtendWith(LibtorchRequired.class)
class ConstantsTest {
  private final Constants constants = new Constants();

  @Test
  void makesANumberOnceAndKeepsItBeyondScopesAndThreads() {
    Tensor half;
    try (Scope scope = Scope.open()) {
      half = constants.of(0.5);
      assertThat(scope.size()).as("owned by no scope").isZero();
      assertThat(constants.of(0.5)).isSameAs(half);
      assertThat(constants.of(-0.0).item()).isEqualTo(-0.0f);
      assertThat(constants.of(0.0).item()).isEqualTo(0.0f);
    }
    assertThat(CompletableFuture.supplyAsync(() -> product(half)).join()).isEqualTo(0.25f);
  }

  @Test
  void aNumberTooManyIsFreedWithItsScope() {
    try (Scope scope = Scope.open()) {
      for (int i = 0; i < 1000; i++) {
        assertThat(constants.of(i).item()).isEqualTo(i);
      }
      int overflow = scope.size();
      assertThat(overflow).isPositive();
      constants.of(1);
      assertThat(scope.size()).isEqualTo(overflow);
    }
  }

  @Test
  void operandsAreNeverWrittenTo() {
    try (Scope _ = Scope.open()) {
      Tensor filled = Tensor.full(3, DType.FLOAT32, Device.CPU, 2);
      filled.timesInPlace(filled);
      Tensor number = Tensor.scalar(3);
      number.timesInPlace(number);
      assertThat(Tensor.full(3, DType.FLOAT32, Device.CPU, 1).times(3).item()).isEqualTo(9);
    }
  }

  private static float product(Tensor number) {
    try (Scope _ = Scope.open()) {
      return number.times(number).item();
    }
  }
}
