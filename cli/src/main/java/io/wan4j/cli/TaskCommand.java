package io.wan4j.cli;

import com.fasterxml.jackson.databind.JsonNode;
import java.io.PrintStream;
import java.time.Instant;
import java.time.ZoneId;
import java.time.format.DateTimeFormatter;
import java.util.LinkedHashMap;
import java.util.Map;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Option;
import picocli.CommandLine.Parameters;

/** {@code wan4j task get|list|cancel}: looks after tasks on a server. */
@Command(
    name = "task",
    mixinStandardHelpOptions = true,
    description = "Look after tasks on a server.")
final class TaskCommand {
  private final PrintStream out;
  private final Map<String, String> environment;

  TaskCommand(PrintStream out, Map<String, String> environment) {
    this.out = out;
    this.environment = environment;
  }

  @Command(
      name = "get",
      mixinStandardHelpOptions = true,
      description = "Print the reply to a query for one task.")
  int get(
      @Mixin ServerOptions server,
      @Parameters(paramLabel = "TASK_ID", description = "The id that creation gave.") String id) {
    try (DashScopeClient client = server.connect(environment)) {
      JsonNode reply = client.task(id);
      out.println(reply.toPrettyString());
      return switch (reply.path("output").path("task_status").asText()) {
        case "FAILED", "UNKNOWN" -> ExitCode.FAILED.status();
        default -> ExitCode.OK.status();
      };
    }
  }

  @Command(
      name = "list",
      mixinStandardHelpOptions = true,
      description = "List the tasks of the last 24 hours.")
  int list(
      @Mixin ServerOptions server,
      @Option(
              names = "--status",
              defaultValue = "",
              description = "PENDING, RUNNING, SUCCEEDED, FAILED or CANCELED.")
          String status,
      @Option(names = "--model", defaultValue = "", description = "Only tasks of this model.")
          String model,
      @Option(names = "--page", defaultValue = "1", description = "Page, from 1.") int page,
      @Option(names = "--page-size", defaultValue = "20", description = "Rows a page.") int size,
      @Option(names = "--json", description = "Print the reply as it came.") boolean raw) {
    Map<String, String> filters = new LinkedHashMap<>();
    filters.put("page_no", Integer.toString(page));
    filters.put("page_size", Integer.toString(size));
    filters.put("status", status);
    filters.put("model_name", model);
    try (DashScopeClient client = server.connect(environment)) {
      JsonNode reply = client.tasks(filters);
      if (raw) {
        out.println(reply.toPrettyString());
      } else {
        print(reply);
      }
      return ExitCode.OK.status();
    }
  }

  @Command(
      name = "cancel",
      mixinStandardHelpOptions = true,
      description = "Cancel a task that has not begun.")
  int cancel(
      @Mixin ServerOptions server,
      @Parameters(paramLabel = "TASK_ID", description = "The id that creation gave.") String id) {
    try (DashScopeClient client = server.connect(environment)) {
      client.cancel(id);
      out.println(id + " canceled");
      return ExitCode.OK.status();
    }
  }

  private void print(JsonNode reply) {
    DateTimeFormatter clock =
        DateTimeFormatter.ofPattern("yyyy-MM-dd HH:mm:ss").withZone(ZoneId.systemDefault());
    for (JsonNode row : reply.path("data")) {
      out.printf(
          "%s  %-9s  %s  %s%n",
          row.path("task_id").asText(),
          row.path("status").asText(),
          clock.format(Instant.ofEpochMilli(row.path("gmt_create").asLong())),
          row.path("model_name").asText());
    }
    out.printf(
        "page %d of %d, %d tasks%n",
        reply.path("page_no").asInt(),
        reply.path("total_page").asInt(),
        reply.path("total").asInt());
  }
}
