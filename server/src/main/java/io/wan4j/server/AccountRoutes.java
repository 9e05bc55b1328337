package io.wan4j.server;

import com.fasterxml.jackson.databind.node.ArrayNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import io.javalin.http.Context;
import io.wan4j.protocol.error.ErrorName;
import io.wan4j.protocol.error.WireErrors;
import io.wan4j.protocol.error.WireException;
import io.wan4j.service.VideoService;
import io.wan4j.service.key.ApiKey;
import io.wan4j.service.key.Caller;
import io.wan4j.service.ledger.LedgerEntry;
import io.wan4j.service.task.QueueCount;
import io.wan4j.service.work.Abilities;
import java.math.BigDecimal;
import java.time.Clock;
import java.time.DateTimeException;
import java.time.Instant;
import java.time.LocalDate;
import java.time.ZoneId;
import java.time.ZoneOffset;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.TreeMap;

/** Who the caller is here, what the house can do for it, and what it has spent day by day. */
final class AccountRoutes {
  private static final int MOST_DAYS = 366;
  private static final int USUAL_DAYS = 30;

  private final VideoService service;
  private final Access access;
  private final String region;
  private final Clock clock;

  /**
   * @param region as the cloud names it
   */
  AccountRoutes(VideoService service, Access access, String region, Clock clock) {
    this.service = service;
    this.access = access;
    this.region = region;
    this.clock = clock;
  }

  List<Route> routes() {
    return List.of(
        Route.get("/wan4j/v1/account", this::account),
        Route.get("/wan4j/v1/engines", this::engines),
        Route.get("/wan4j/v1/queue", this::queue),
        Route.get("/wan4j/v1/usage/daily", this::daily));
  }

  private void account(Context context) {
    Caller caller = access.caller(context);
    ObjectNode body = Reply.object(context);
    body.put("account", caller.account())
        .put("api_key_id", caller.keyId())
        .put(
            "label",
            service.keys().list().stream()
                .filter(key -> key.id().equals(caller.keyId()))
                .findFirst()
                .map(ApiKey::label)
                .orElse(""))
        .put("region", region)
        .put("price_list", service.settings().region().name().toLowerCase(Locale.ROOT))
        .put("engine", service.abilities().engine())
        .put("task_life_seconds", service.settings().taskLife().toSeconds())
        .put("largest_upload_megabytes", service.settings().uploads().largestMegabytes());
    Reply.send(context, 200, body);
  }

  private void engines(Context context) {
    access.caller(context);
    ObjectNode body = Reply.object(context);
    Abilities abilities = service.abilities();
    ObjectNode engine = body.putArray("engines").addObject();
    engine
        .put("name", abilities.engine())
        .put("slots", service.settings().work().slots())
        .put("healthy", service.isHealthy());
    ArrayNode tasks = engine.putArray("tasks");
    for (Abilities.Verdict verdict : abilities.verdicts()) {
      ObjectNode row = tasks.addObject().put("task", verdict.task());
      switch (verdict) {
        case Abilities.Able able ->
            row.put("possible", true)
                .put("expected_seconds", Math.round(able.seconds() * 10) / 10.0)
                .put("memory_bytes", able.bytes());
        case Abilities.Unable unable -> row.put("possible", false).put("reason", unable.reason());
      }
    }
    Reply.send(context, 200, body);
  }

  private void queue(Context context) {
    QueueCount count = service.films().count(access.caller(context));
    ObjectNode body = Reply.object(context);
    body.put("slots", service.settings().work().slots())
        .put("healthy", service.isHealthy())
        .put("waiting", count.waiting())
        .put("running", count.running())
        .put("own_waiting", count.ownWaiting())
        .put("own_running", count.ownRunning());
    Reply.send(context, 200, body);
  }

  /** One row for each day with a film, model and currency; days are those of the asked zone. */
  private void daily(Context context) {
    Caller caller = access.caller(context);
    int days = days(context.queryParam("days"));
    ZoneId zone = zone(context.queryParam("zone"));
    Instant now = clock.instant();
    LocalDate first = LocalDate.ofInstant(now, zone).minusDays(days - 1L);
    ObjectNode body = Reply.object(context);
    body.put("from", first.toString()).put("until", LocalDate.ofInstant(now, zone).toString());
    ArrayNode rows = body.putArray("days");
    Instant from = first.atStartOfDay(zone).toInstant();
    sums(service.ledger().entries(caller.account(), from, now.plusSeconds(1)), zone)
        .values()
        .forEach(
            sum ->
                rows.addObject()
                    .put("day", sum.day.toString())
                    .put("model_name", sum.model)
                    .put("films", sum.films)
                    .put("seconds", sum.seconds)
                    .put("price", sum.price)
                    .put("currency", sum.currency));
    Reply.send(context, 200, body);
  }

  private record Sum(
      LocalDate day,
      String model,
      long films,
      BigDecimal seconds,
      BigDecimal price,
      String currency) {
    Sum with(Sum other) {
      return new Sum(
          day,
          model,
          films + other.films,
          seconds.add(other.seconds),
          price.add(other.price),
          currency);
    }
  }

  private static Map<String, Sum> sums(List<LedgerEntry> entries, ZoneId zone) {
    Map<String, Sum> sums = new TreeMap<>();
    for (LedgerEntry entry : entries) {
      LocalDate day = LocalDate.ofInstant(entry.at(), zone);
      sums.merge(
          day + " " + entry.model() + " " + entry.currency(),
          new Sum(day, entry.model(), 1, entry.seconds(), entry.price(), entry.currency()),
          Sum::with);
    }
    return sums;
  }

  private static int days(String text) {
    if (text == null || text.isBlank()) {
      return USUAL_DAYS;
    }
    int days = text.matches("\\d{1,3}") ? Integer.parseInt(text) : 0;
    if (days < 1 || days > MOST_DAYS) {
      throw wrong("days");
    }
    return days;
  }

  private static ZoneId zone(String text) {
    try {
      return text == null || text.isBlank() ? ZoneOffset.UTC : ZoneId.of(text);
    } catch (DateTimeException e) {
      throw wrong("zone");
    }
  }

  private static WireException wrong(String name) {
    return new WireException(WireErrors.get(ErrorName.PARAMETER_MISSING, name));
  }
}
