package io.wan4j.engine.wan.cache;

import com.fasterxml.jackson.core.type.TypeReference;
import com.fasterxml.jackson.databind.DeserializationFeature;
import com.fasterxml.jackson.databind.PropertyNamingStrategies;
import com.fasterxml.jackson.dataformat.yaml.YAMLMapper;
import io.wan4j.engine.wan.checkpoint.CheckpointException;
import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.util.List;
import java.util.Optional;
import java.util.OptionalDouble;

/** What is known of networks about skipping their blocks: {@code step-caches.yaml}. */
public final class SkippingFigures {
  private static final String FILE = "step-caches.yaml";

  private static final YAMLMapper YAML =
      YAMLMapper.builder()
          .propertyNamingStrategy(PropertyNamingStrategies.SNAKE_CASE)
          .enable(DeserializationFeature.FAIL_ON_UNKNOWN_PROPERTIES)
          .build();

  private final List<Row> rows;

  /**
   * A network that is run.
   *
   * @param control whether it has the second stream of VACE
   * @param experts 2 where another takes over for little noise
   * @param pixels of a frame
   */
  public record Network(
      int layers, int width, int inChannels, boolean control, int experts, long pixels) {}

  /** Figures of one network. */
  record Row(String name, Shape network, TeaFigures teacache, MagFigures magcache) {}

  /** See {@link Network}. */
  record Shape(
      int layers, int width, int inChannels, boolean control, int experts, long mostPixels) {
    boolean is(Network network) {
      return layers == network.layers()
          && width == network.width()
          && inChannels == network.inChannels()
          && control == network.control()
          && Math.max(1, experts) == network.experts()
          && (mostPixels == 0 || network.pixels() <= mostPixels);
    }
  }

  /** The polynomial, highest power first. */
  record TeaFigures(double threshold, double[] coefficients) {}

  /** Ratios of each pass with the prompt and without it in turn. */
  record MagFigures(double threshold, int most, double retention, double[] ratios) {}

  private SkippingFigures(List<Row> rows) {
    this.rows = rows;
  }

  public static SkippingFigures load() {
    try (InputStream in = SkippingFigures.class.getResourceAsStream(FILE)) {
      return new SkippingFigures(YAML.readValue(in, new TypeReference<List<Row>>() {}));
    } catch (IOException e) {
      throw new UncheckedIOException("cannot read " + FILE, e);
    }
  }

  List<Row> rows() {
    return rows;
  }

  /**
   * How skipping is done with a network.
   *
   * @param steps of the sampler
   * @param guided whether there are two passes in each step
   * @throws CheckpointException when nothing is known of the network by which the rule could decide
   */
  public StepCaching caching(Skipping skipping, int steps, boolean guided, Network network) {
    int branches = guided ? 2 : 1;
    Optional<Row> row = rows.stream().filter(one -> one.network().is(network)).findFirst();
    return switch (skipping.rule()) {
      case NONE -> StepCaching.none();
      case TEACACHE -> {
        TeaFigures figures =
            row.map(Row::teacache).orElseThrow(() -> unknown(skipping, network, row));
        // The first step and the last are always computed (TeaCache4Wan2.1, without ret_steps).
        TeaCache.Settings settings =
            new TeaCache.Settings(
                figures.coefficients(),
                skipping.threshold().orElse(figures.threshold()),
                branches,
                branches * (steps - 1),
                false);
        yield StepCaching.by(() -> new TeaCache(settings));
      }
      case MAGCACHE -> {
        MagFigures figures =
            row.map(Row::magcache).orElseThrow(() -> unknown(skipping, network, row));
        MagCache.Settings settings =
            new MagCache.Settings(
                    figures.ratios(),
                    skipping.threshold().orElse(figures.threshold()),
                    figures.most(),
                    figures.retention(),
                    network.experts() == 2)
                .stretched(steps, branches);
        yield StepCaching.by(() -> new MagCache(settings));
      }
    };
  }

  /** The threshold that a network's figures recommend; empty where there are none for the rule. */
  public OptionalDouble threshold(Skipping.Rule rule, Network network) {
    for (Row row : rows) {
      if (row.network().is(network)) {
        return switch (rule) {
          case NONE -> OptionalDouble.empty();
          case TEACACHE ->
              row.teacache() == null
                  ? OptionalDouble.empty()
                  : OptionalDouble.of(row.teacache().threshold());
          case MAGCACHE ->
              row.magcache() == null
                  ? OptionalDouble.empty()
                  : OptionalDouble.of(row.magcache().threshold());
        };
      }
    }
    return OptionalDouble.empty();
  }

  private static CheckpointException unknown(
      Skipping skipping, Network network, Optional<Row> row) {
    return new CheckpointException(
        "steps cannot be skipped by %s: no figures are known for %s; use %s"
            .formatted(
                skipping.rule().word(),
                row.map(Row::name)
                    .orElse(
                        "a network of %d layers, width %d and %d channels"
                            .formatted(network.layers(), network.width(), network.inChannels())),
                row.map(one -> one.teacache() == null ? "magcache" : "teacache").orElse("none")));
  }
}
