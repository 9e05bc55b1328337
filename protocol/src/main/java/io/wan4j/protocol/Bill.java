package io.wan4j.protocol;

import java.math.BigDecimal;
import java.util.Currency;

/**
 * What a film costs when it succeeds; a failed one costs nothing.
 *
 * @param inputSeconds seconds of input video that are charged
 * @param outputSeconds seconds of the film
 * @param pricePerSecond by tier and sound
 * @param total price times input and output seconds
 */
public record Bill(
    BigDecimal inputSeconds,
    BigDecimal outputSeconds,
    BigDecimal pricePerSecond,
    BigDecimal total,
    Currency currency) {
  /** Input and output seconds together. */
  public BigDecimal billedSeconds() {
    return inputSeconds.add(outputSeconds);
  }
}
