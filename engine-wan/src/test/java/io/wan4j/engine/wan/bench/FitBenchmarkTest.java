package io.wan4j.engine.wan.bench;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import io.wan4j.torch.LibtorchRequired;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.condition.EnabledIf;
import org.junit.jupiter.api.extension.ExtendWith;

/** The estimate of memory is held to what a process really takes; five sizes by the benchmark. */
@ExtendWith(LibtorchRequired.class)
class FitBenchmarkTest {
  private static final double TOLERANCE = 0.15;

  @Test
  @EnabledIf("io.wan4j.engine.wan.bench.FitBenchmark#isPossible")
  void estimatesWhatIsTaken() {
    for (FitCase film :
        List.of(FitCase.SMALL, FitCase.SMALL_IN_EIGHT_BITS, FitCase.SMALL_IN_PAIRS)) {
      List<FitBenchmark.Line> lines = FitBenchmark.lines(film);
      System.out.println(lines);
      assertThat(lines).hasSize(2);
      assertThat(lines)
          .allSatisfy(line -> assertThat(line.error()).isEqualTo(0, within(TOLERANCE)));
    }
  }
}
