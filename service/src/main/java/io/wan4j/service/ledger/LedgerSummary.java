package io.wan4j.service.ledger;

import java.math.BigDecimal;

/**
 * What a key was charged for a model over some time.
 *
 * @param films how many
 * @param seconds charged seconds, input and output
 * @param price in the currency's main unit
 */
public record LedgerSummary(
    String keyId,
    String model,
    long films,
    BigDecimal seconds,
    BigDecimal price,
    String currency) {}
