package io.wan4j.server;

import io.javalin.http.Context;
import io.javalin.router.Endpoint;
import io.micrometer.core.instrument.Gauge;
import io.micrometer.core.instrument.Timer;
import io.micrometer.core.instrument.binder.jvm.JvmMemoryMetrics;
import io.micrometer.core.instrument.binder.jvm.JvmThreadMetrics;
import io.micrometer.core.instrument.binder.system.ProcessorMetrics;
import io.micrometer.core.instrument.binder.system.UptimeMetrics;
import io.micrometer.prometheusmetrics.PrometheusConfig;
import io.micrometer.prometheusmetrics.PrometheusMeterRegistry;
import io.wan4j.service.task.TaskDesk;
import io.wan4j.service.task.TaskRecord;
import io.wan4j.service.task.TaskState;
import io.wan4j.service.task.TaskWatch;
import java.time.Duration;

/** Figures of requests and of this process, for Prometheus. */
final class Metrics implements AutoCloseable {
  /** All requests that no route answers count as one: their paths are for anyone to make up. */
  private static final String NO_ROUTE = "none";

  private final PrometheusMeterRegistry registry =
      new PrometheusMeterRegistry(PrometheusConfig.DEFAULT);
  private final TaskWatch.Subscription listening;

  /**
   * Listens to the desk.
   *
   * @param desk whose tasks are counted, as this process brings them about
   */
  Metrics(TaskDesk desk) {
    new JvmMemoryMetrics().bindTo(registry);
    new JvmThreadMetrics().bindTo(registry);
    new ProcessorMetrics().bindTo(registry);
    new UptimeMetrics().bindTo(registry);
    Gauge.builder("wan4j.queue.depth", desk, TaskDesk::waiting)
        .description("Tasks of all accounts and processes that wait for a worker")
        .register(registry);
    this.listening = desk.onChange(this::task);
  }

  private void task(TaskRecord task) {
    registry.counter("wan4j.tasks", "status", task.status().name()).increment();
    if (task.state() instanceof TaskState.Succeeded done) {
      Timer.builder("wan4j.render")
          .description("Time from a worker's taking up a task to its film")
          .register(registry)
          .record(Duration.between(done.scheduledAt(), done.endedAt()));
    }
  }

  /** Counts an answered request. */
  void request(Context context, float millis) {
    Endpoint endpoint = context.endpoints().lastHttpEndpoint();
    Timer.builder("wan4j.http.requests")
        .description("Requests answered, and the time they took")
        .tag("method", context.method().isHttpMethod() ? context.method().name() : NO_ROUTE)
        .tag("route", endpoint == null || endpoint.path.isEmpty() ? NO_ROUTE : endpoint.path)
        .tag("status", Integer.toString(context.statusCode()))
        .publishPercentileHistogram(false)
        .serviceLevelObjectives(
            Duration.ofMillis(10), Duration.ofMillis(100), Duration.ofSeconds(1))
        .register(registry)
        .record(Duration.ofNanos((long) (millis * 1_000_000)));
  }

  @Override
  public void close() {
    listening.close();
    registry.close();
  }

  /** The text that a scraper reads. */
  String text() {
    return registry.scrape();
  }
}
