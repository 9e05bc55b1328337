package io.wan4j.engine.wan.cache;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.wan4j.engine.wan.cache.SkippingFigures.Network;
import io.wan4j.engine.wan.checkpoint.CheckpointException;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.OptionalDouble;
import org.junit.jupiter.api.Test;

class SkippingFiguresTest {
  private static final Network SMALL = new Network(30, 1536, 16, false, 1, 832 * 480);
  private static final Network EXPERTS = new Network(40, 5120, 16, false, 2, 832 * 480);

  private final SkippingFigures figures = SkippingFigures.load();

  @Test
  void everyRowIsWhole() {
    assertThat(figures.rows()).hasSizeGreaterThanOrEqualTo(10);
    for (SkippingFigures.Row row : figures.rows()) {
      assertThat(row.network().layers()).as(row.name()).isPositive();
      if (row.teacache() != null) {
        assertThat(row.teacache().threshold()).as(row.name()).isPositive();
        assertThat(row.teacache().coefficients().length).as(row.name()).isIn(2, 5);
      }
      assertThat(row.magcache().threshold()).as(row.name()).isPositive();
      assertThat(row.magcache().most()).as(row.name()).isPositive();
      assertThat(row.magcache().retention()).as(row.name()).isBetween(0.1, 0.5);
      assertThat(row.magcache().ratios().length).as(row.name()).isIn(40, 80, 100);
      assertThat(Arrays.stream(row.magcache().ratios()).boxed())
          .as(row.name())
          .allMatch(ratio -> ratio > 0.5 && ratio < 2);
    }
  }

  @Test
  void settingsAreReadAndRefused() {
    assertThat(Skipping.parse("none")).isEqualTo(Skipping.NONE);
    assertThat(Skipping.parse("TeaCache:0.08"))
        .isEqualTo(new Skipping(Skipping.Rule.TEACACHE, OptionalDouble.of(0.08)));
    assertThat(Skipping.parse("magcache").threshold()).isEmpty();
    assertThatThrownBy(() -> Skipping.parse("toffee"))
        .hasMessageContaining("\"toffee\"")
        .hasMessageContaining("none, teacache, magcache");
    assertThatThrownBy(() -> Skipping.parse("teacache:much")).hasMessageContaining("teacache:much");
    assertThatThrownBy(() -> Skipping.parse("teacache:0")).hasMessageContaining("above 0");
  }

  @Test
  void aNetworkWithoutFiguresIsRefusedWithWhatThereIs() {
    assertThatThrownBy(() -> figures.caching(Skipping.parse("teacache"), 40, true, EXPERTS))
        .isInstanceOf(CheckpointException.class)
        .hasMessageContaining("wan2.2-t2v-a14b")
        .hasMessageContaining("use magcache");
    Network foreign = new Network(7, 99, 16, false, 1, 100);
    assertThatThrownBy(() -> figures.caching(Skipping.parse("magcache"), 40, true, foreign))
        .hasMessageContaining("7 layers, width 99");
  }

  /** MagCache's figures of the 1.3B network at 50 steps: 60 of 100 passes or more are saved. */
  @Test
  void thePublishedFiguresSaveWhatIsPublished() {
    assertThat(computed(magCache(SMALL, 50, true), 50, 2, 100)).isBetween(35, 45);
    assertThat(computed(magCache(SMALL, 50, false), 50, 1, 50)).isBetween(17, 23);
  }

  /** Where a second expert takes over, the first lays the film out and is computed whole. */
  @Test
  void nothingIsSkippedBeforeTheSecondExpert() {
    int steps = 40;
    int change = 13;
    assertThat(computed(magCache(EXPERTS, steps, true), steps, 2, 2 * steps)).isEqualTo(80);
    MagCache rule = magCache(EXPERTS, steps, true);
    List<Integer> skipped = new ArrayList<>();
    for (int call = 0; call < 2 * steps; call++) {
      if (call == 2 * change) {
        rule.forget();
      }
      if (!rule.compute(call % 2, 0)) {
        skipped.add(call);
      }
    }
    int always = (int) ((2 * steps - 2 * change) * 0.4);
    assertThat(skipped).isNotEmpty().allMatch(call -> call >= 2 * change + always);
  }

  private MagCache magCache(Network network, int steps, boolean guided) {
    SkippingFigures.MagFigures row =
        figures.rows().stream()
            .filter(one -> one.network().is(network))
            .findFirst()
            .orElseThrow()
            .magcache();
    return new MagCache(
        new MagCache.Settings(
                row.ratios(), row.threshold(), row.most(), row.retention(), network.experts() == 2)
            .stretched(steps, guided ? 2 : 1));
  }

  private static int computed(SkipRule rule, int steps, int branches, int calls) {
    int computed = 0;
    for (int call = 0; call < calls; call++) {
      computed += rule.compute(call % branches, 0) ? 1 : 0;
    }
    return computed;
  }
}
