package io.wan4j.engine.wan.parity;

import static org.assertj.core.api.Assertions.assertThat;

import io.wan4j.torch.Tensor;
import java.util.Arrays;

/** Compares and prints one line a case: name, error, tolerance. */
final class ParityTable {
  private final StringBuilder lines = new StringBuilder();

  ParityTable(String title) {
    lines.append("%n%-56s %10s %10s%n".formatted(title, "error", "tolerance"));
  }

  /** Fails beyond the tolerance of the fixtures' README. */
  void check(String name, Tensor actual, Tensor expected, double tolerance) {
    assertThat(Arrays.toString(actual.shape()))
        .as(name)
        .isEqualTo(Arrays.toString(expected.shape()));
    check(name, Fixtures.error(actual, expected), tolerance);
  }

  void check(String name, double error, double tolerance) {
    lines.append("%-56s %10.2e %10.0e%n".formatted(name, error, tolerance));
    assertThat(error).as(name).isLessThanOrEqualTo(tolerance);
  }

  /** An error that is only shown. */
  void note(String name, double error) {
    lines.append("%-56s %10.2e %10s%n".formatted(name, error, "-"));
  }

  /** A case that is equal or not. */
  void exact(String name, Object actual, Object expected) {
    lines.append(
        "%-56s %10s %10s%n"
            .formatted(name, actual.equals(expected) ? "equal" : "DIFFERS", "exact"));
    assertThat(actual).as(name).isEqualTo(expected);
  }

  void print() {
    System.out.print(lines);
  }
}
