package io.wan4j.engine.wan.fit;

import java.util.Locale;

/** Sizes for people. */
public final class Bytes {
  private static final double GIB = 1L << 30;
  private static final double MIB = 1L << 20;

  private Bytes() {}

  /** Such as 12.3 GiB or 210 MiB. */
  public static String words(long bytes) {
    return Math.abs(bytes) >= GIB
        ? String.format(Locale.ROOT, "%.1f GiB", bytes / GIB)
        : String.format(Locale.ROOT, "%.0f MiB", bytes / MIB);
  }
}
