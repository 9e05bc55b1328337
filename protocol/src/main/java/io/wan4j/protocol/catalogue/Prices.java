package io.wan4j.protocol.catalogue;

import java.math.BigDecimal;
import java.util.Map;
import java.util.Objects;

/**
 * What a second costs (DashScope, model pricing).
 *
 * @param mainland the list of the Chinese regions
 * @param international the list of Singapore and Virginia; where the cloud publishes none,
 *     mainland's
 */
public record Prices(BillingRule billing, PriceTable mainland, PriceTable international) {
  /** Whose price list holds. */
  public enum Region {
    MAINLAND,
    INTERNATIONAL
  }

  /**
   * One list.
   *
   * @param currency for example CNY
   * @param second a second with sound, or of a model whose price does not depend on it
   * @param silentSecond a second with the sound switched off; empty if that costs the same
   */
  public record PriceTable(
      String currency, Map<Tier, BigDecimal> second, Map<Tier, BigDecimal> silentSecond) {
    public PriceTable {
      Objects.requireNonNull(currency, "a price list has no currency");
      second = second == null ? Map.of() : Map.copyOf(second);
      silentSecond = silentSecond == null ? Map.of() : Map.copyOf(silentSecond);
    }
  }

  public Prices {
    Objects.requireNonNull(mainland, "there is no mainland price list");
    billing = billing == null ? BillingRule.OUTPUT : billing;
    international = international == null ? mainland : international;
  }

  public PriceTable of(Region region) {
    return region == Region.MAINLAND ? mainland : international;
  }
}
