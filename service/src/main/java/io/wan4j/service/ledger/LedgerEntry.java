package io.wan4j.service.ledger;

import java.math.BigDecimal;
import java.time.Instant;

/**
 * What one finished film was charged.
 *
 * @param seconds charged seconds, input and output
 * @param price in the currency's main unit
 * @param currency for example CNY
 */
public record LedgerEntry(
    String taskId,
    String account,
    String keyId,
    String model,
    Instant at,
    BigDecimal seconds,
    BigDecimal price,
    String currency) {}
