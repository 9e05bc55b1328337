package io.wan4j.storyboard;

import java.util.Objects;

/**
 * A colour by the name the prompt gives it.
 *
 * @param rgb 0xRRGGBB
 */
public record Colour(String name, int rgb) {
  public Colour {
    Objects.requireNonNull(name, "name is null");
  }
}
