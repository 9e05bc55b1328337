package io.wan4j.engine.wan.pipeline;

import java.util.Optional;
import java.util.function.Supplier;

/**
 * One transformer for all noise levels, or two: Wan 2.2 has one for much noise, which lays the film
 * out, and one for little, which works out detail. Where memory is short only the one that works is
 * loaded.
 */
public final class Experts<T extends AutoCloseable> implements AutoCloseable {
  private final Slot<T> high;
  private final Slot<T> low;
  private final double boundary;
  private final boolean together;

  /** A transformer that may be there or not. */
  private static final class Slot<T extends AutoCloseable> {
    private final Supplier<T> loader;
    private Optional<T> loaded = Optional.empty();

    Slot(Supplier<T> loader) {
      this.loader = loader;
    }

    T get() {
      if (loaded.isEmpty()) {
        loaded = Optional.of(loader.get());
      }
      return loaded.get();
    }

    void free() {
      try {
        if (loaded.isPresent()) {
          loaded.get().close();
        }
      } catch (RuntimeException e) {
        throw e;
      } catch (Exception e) {
        throw new IllegalStateException("a transformer could not be closed", e);
      } finally {
        loaded = Optional.empty();
      }
    }
  }

  private Experts(Slot<T> high, Slot<T> low, double boundary, boolean together) {
    this.high = high;
    this.low = low;
    this.boundary = boundary;
    this.together = together;
  }

  public static <T extends AutoCloseable> Experts<T> one(Supplier<T> transformer) {
    Slot<T> slot = new Slot<>(transformer);
    return new Experts<>(slot, slot, 0, true);
  }

  /**
   * @param ratio share of the noise, 0 to 1, from which on the first works
   * @param together whether both stay loaded
   */
  public static <T extends AutoCloseable> Experts<T> two(
      Supplier<T> high, Supplier<T> low, double ratio, boolean together) {
    return new Experts<>(new Slot<>(high), new Slot<>(low), ratio * 1000, together);
  }

  /**
   * @param timestep 0 to 1000
   */
  boolean isHigh(double timestep) {
    return timestep >= boundary;
  }

  T at(double timestep) {
    Slot<T> wanted = isHigh(timestep) ? high : low;
    Slot<T> other = wanted == high ? low : high;
    if (!together && wanted != other) {
      other.free();
    }
    return wanted.get();
  }

  /** Frees what is loaded; it is loaded again when it is needed. */
  @Override
  public void close() {
    high.free();
    low.free();
  }
}
