package io.wan4j.engine.wan.film;

import io.wan4j.engine.Clip;
import io.wan4j.engine.Material;

/** A clip along which a film is made, frame by frame. */
sealed interface Guide {
  Clip clip();

  /** The clip is made anew everywhere, along what is seen in it. */
  record Anew(Clip clip) implements Guide {}

  /** Only the clip's lines are kept. */
  record Lines(Clip clip) implements Guide {}

  /** Only the clip's light and shade are kept. */
  record Shades(Clip clip) implements Guide {}

  /**
   * The masked part is made anew.
   *
   * @param growth 0 to 1, by how much of its size the mask is grown
   * @param box whether the mask is made a rectangle
   */
  record Masked(Clip clip, Material.Mask mask, double growth, boolean box) implements Guide {}

  /** What lies around the clip is made; each side is 1 to 2 as in {@link Material.Outpaint}. */
  record Around(Clip clip, double top, double bottom, double left, double right) implements Guide {}
}
