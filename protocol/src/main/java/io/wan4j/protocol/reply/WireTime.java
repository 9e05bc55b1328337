package io.wan4j.protocol.reply;

import java.time.Instant;
import java.time.ZoneOffset;
import java.time.format.DateTimeFormatter;
import java.util.Locale;

/** Times as task replies have them: China's, to the millisecond, without a zone mark. */
public final class WireTime {
  private static final DateTimeFormatter FORMAT =
      DateTimeFormatter.ofPattern("yyyy-MM-dd HH:mm:ss.SSS", Locale.ROOT)
          .withZone(ZoneOffset.ofHours(8));

  private WireTime() {}

  /** For example {@code 2026-10-24 11:02:03.123}. */
  public static String format(Instant time) {
    return FORMAT.format(time);
  }
}
