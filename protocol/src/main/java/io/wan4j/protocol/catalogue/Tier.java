package io.wan4j.protocol.catalogue;

import com.fasterxml.jackson.annotation.JsonValue;

/** How fine the picture is: what {@code parameters.resolution} names and what a second costs by. */
public enum Tier {
  P480("480P", 480, 832 * 480),
  P720("720P", 720, 1280 * 720),
  P1080("1080P", 1080, 1920 * 1080);

  private final String wireName;
  private final int lines;
  private final int pixels;

  Tier(String wireName, int lines, int pixels) {
    this.wireName = wireName;
    this.lines = lines;
    this.pixels = pixels;
  }

  /** {@code 720P}. */
  @JsonValue
  public String wireName() {
    return wireName;
  }

  /** The {@code SR} of the usage: 480, 720 or 1080. */
  public int lines() {
    return lines;
  }

  /** About how many pixels a frame has whose shape follows the input. */
  public int pixels() {
    return pixels;
  }
}
