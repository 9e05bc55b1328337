package io.wan4j.server;

import io.javalin.http.Context;
import io.wan4j.protocol.error.ErrorName;
import io.wan4j.protocol.error.WireErrors;
import io.wan4j.protocol.error.WireException;
import io.wan4j.protocol.reply.TaskStatus;
import io.wan4j.service.task.TaskQuery;
import java.time.DateTimeException;
import java.time.Duration;
import java.time.Instant;
import java.time.LocalDateTime;
import java.time.ZoneOffset;
import java.time.format.DateTimeFormatter;
import java.time.format.ResolverStyle;
import java.util.EnumSet;
import java.util.Set;
import java.util.function.Function;

/**
 * The query of a list of tasks (DashScope reference, list tasks; SDK notes, answers the SDKs read).
 */
final class ListFilter {
  private static final Duration LONGEST_SPAN = Duration.ofHours(24);

  /** China's time, as everywhere on the wire; which zone the cloud means here is not known. */
  private static final ZoneOffset ZONE = ZoneOffset.ofHours(8);

  private static final DateTimeFormatter COMPACT =
      DateTimeFormatter.ofPattern("uuuuMMddHHmmss").withResolverStyle(ResolverStyle.STRICT);

  private final Function<String, String> query;

  private ListFilter(Context context) {
    this.query =
        name -> {
          String value = context.queryParam(name);
          return value == null ? "" : value.strip();
        };
  }

  /**
   * Which tasks a request asks for.
   *
   * @throws WireException 400 naming the parameter that cannot be read
   */
  static TaskQuery of(Context context, Instant now) {
    return new ListFilter(context).read(now);
  }

  private TaskQuery read(Instant now) {
    boolean hasStart = !query.apply("start_time").isEmpty();
    boolean hasEnd = !query.apply("end_time").isEmpty();
    Instant end = hasEnd ? time("end_time") : now;
    Instant start = hasStart ? time("start_time") : end.minus(LONGEST_SPAN);
    if (hasStart && !hasEnd) {
      end = start.plus(LONGEST_SPAN);
    }
    if (end.isBefore(start) || Duration.between(start, end).compareTo(LONGEST_SPAN) > 0) {
      throw wrong("end_time");
    }
    return new TaskQuery(
        query.apply("task_id"),
        start,
        end,
        query.apply("model_name"),
        statuses(),
        query.apply("api_key_id"),
        number("page_no", 1, Integer.MAX_VALUE),
        Math.min(
            number("page_size", TaskQuery.USUAL_PAGE, Integer.MAX_VALUE), TaskQuery.LARGEST_PAGE));
  }

  /**
   * {@code YYYYMMDDhhmmss} as documented, or milliseconds since 1970 as the Java SDK's test sends.
   */
  private Instant time(String name) {
    String text = query.apply(name);
    try {
      if (text.matches("\\d{14}")) {
        return LocalDateTime.parse(text, COMPACT).toInstant(ZONE);
      }
      if (text.matches("\\d{1,13}")) {
        return Instant.ofEpochMilli(Long.parseLong(text));
      }
    } catch (DateTimeException e) {
      throw wrong(name, e);
    }
    throw wrong(name);
  }

  private Set<TaskStatus> statuses() {
    String text = query.apply("status");
    if (text.isEmpty()) {
      return EnumSet.allOf(TaskStatus.class);
    }
    try {
      return EnumSet.of(TaskStatus.valueOf(text));
    } catch (IllegalArgumentException e) {
      throw wrong("status", e);
    }
  }

  private int number(String name, int usual, int most) {
    String text = query.apply(name);
    if (text.isEmpty()) {
      return usual;
    }
    if (text.matches("\\d{1,9}")) {
      int number = Integer.parseInt(text);
      if (number >= 1 && number <= most) {
        return number;
      }
    }
    throw wrong(name);
  }

  private static WireException wrong(String name) {
    return new WireException(WireErrors.get(ErrorName.PARAMETER_MISSING, name));
  }

  private static WireException wrong(String name, Exception cause) {
    return new WireException(WireErrors.get(ErrorName.PARAMETER_MISSING, name), cause);
  }
}
