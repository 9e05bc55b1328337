package io.wan4j.protocol.catalogue;

import com.fasterxml.jackson.annotation.JsonCreator;
import com.fasterxml.jackson.annotation.JsonValue;

/** A size in pixels, written {@code 1280*720} on the wire. */
public record PixelSize(int width, int height) {
  public PixelSize {
    if (width < 1 || height < 1) {
      throw new IllegalArgumentException(
          "a size needs sides of 1 or more, was " + width + "*" + height);
    }
  }

  /**
   * Reads {@code width*height}.
   *
   * @throws IllegalArgumentException if the text has another form
   */
  @JsonCreator
  public static PixelSize parse(String text) {
    if (!text.matches("[1-9][0-9]{0,4}\\*[1-9][0-9]{0,4}")) {
      throw new IllegalArgumentException("a size is written like 480*832, was " + text);
    }
    int star = text.indexOf('*');
    return new PixelSize(
        Integer.parseInt(text.substring(0, star)), Integer.parseInt(text.substring(star + 1)));
  }

  public long pixels() {
    return (long) width * height;
  }

  /** Width divided by height. */
  public double aspect() {
    return (double) width / height;
  }

  @Override
  @JsonValue
  public String toString() {
    return width + "*" + height;
  }
}
