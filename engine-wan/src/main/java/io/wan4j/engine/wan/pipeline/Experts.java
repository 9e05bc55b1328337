package io.wan4j.engine.wan.pipeline;

/**
 * One transformer for all noise levels, or two: Wan 2.2 has one for much noise, which lays the film
 * out, and one for little, which works out detail.
 *
 * @param high works while the timestep is at or above the boundary
 * @param low works below it
 * @param boundary timestep, 0 to 1000; 0 when both are the same
 */
public record Experts<T extends AutoCloseable>(T high, T low, double boundary)
    implements AutoCloseable {

  public static <T extends AutoCloseable> Experts<T> one(T transformer) {
    return new Experts<>(transformer, transformer, 0);
  }

  /**
   * @param ratio share of the noise, 0 to 1
   */
  public static <T extends AutoCloseable> Experts<T> two(T high, T low, double ratio) {
    return new Experts<>(high, low, ratio * 1000);
  }

  boolean isHigh(double timestep) {
    return timestep >= boundary;
  }

  T at(double timestep) {
    return isHigh(timestep) ? high : low;
  }

  @Override
  public void close() {
    try {
      high.close();
      if (low != high) {
        low.close();
      }
    } catch (RuntimeException e) {
      throw e;
    } catch (Exception e) {
      throw new IllegalStateException("a transformer could not be closed", e);
    }
  }
}
