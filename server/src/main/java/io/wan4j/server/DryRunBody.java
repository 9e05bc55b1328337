package io.wan4j.server;

import com.fasterxml.jackson.databind.node.ArrayNode;
import com.fasterxml.jackson.databind.node.JsonNodeFactory;
import com.fasterxml.jackson.databind.node.ObjectNode;
import io.wan4j.service.DryRun;
import java.math.BigDecimal;
import java.math.RoundingMode;

/** What a dry run found, as JSON; always sent with status 200, also when the order is refused. */
final class DryRunBody {
  private DryRunBody() {}

  static ObjectNode of(DryRun found, String requestId) {
    ObjectNode body = JsonNodeFactory.instance.objectNode();
    body.put("request_id", requestId);
    ObjectNode run = body.putObject("dry_run");
    switch (found) {
      case DryRun.Refused(var error) -> {
        run.put("possible", false);
        run.put("code", error.code());
        run.put("message", error.message());
      }
      case DryRun.Possible possible -> describe(run, possible);
    }
    return body;
  }

  private static void describe(ObjectNode run, DryRun.Possible possible) {
    run.put("possible", true);
    run.put("size", possible.size().toString());
    run.put("size_follows_input", possible.sizeFollowsInput());
    run.put("seconds", decimal(possible.outputSeconds()));
    run.put("prompt", possible.prompt());
    ArrayNode shots = run.putArray("shots");
    for (DryRun.Shot shot : possible.shots()) {
      shots
          .addObject()
          .put("from", decimal(shot.from()))
          .put("until", decimal(shot.until()))
          .put("summary", shot.summary());
    }
    run.putObject("price_at_most")
        .put("input_seconds", possible.atMost().inputSeconds())
        .put("output_seconds", possible.atMost().outputSeconds())
        .put("per_second", possible.atMost().pricePerSecond())
        .put("total", possible.atMost().total())
        .put("currency", possible.atMost().currency().getCurrencyCode());
    run.put("expected_seconds", decimal(possible.expectedSeconds()));
  }

  /** Whole numbers without a point, others with up to three places. */
  private static BigDecimal decimal(double value) {
    BigDecimal rounded =
        BigDecimal.valueOf(value).setScale(3, RoundingMode.HALF_UP).stripTrailingZeros();
    return rounded.scale() < 0 ? rounded.setScale(0) : rounded;
  }
}
