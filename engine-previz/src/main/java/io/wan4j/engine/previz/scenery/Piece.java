package io.wan4j.engine.previz.scenery;

import io.wan4j.engine.previz.paint.Colour;
import io.wan4j.engine.previz.paint.Layer;

/** A part of a place, as the camera composes it. */
public sealed interface Piece {
  /** How far away it is; 1 is where a person fills most of the frame. */
  double depth();

  /**
   * An upright picture.
   *
   * @param drift units a second it moves to the right by itself, as clouds do
   * @param sway units that its upper rows swing in the wind
   * @param ends where its outermost rows go on for ever
   */
  record Upright(Layer layer, double depth, double drift, double sway, Ends ends)
      implements Piece {}

  /**
   * The light of sun or moon on water: it stays under them, wherever the camera goes.
   *
   * @param centre column under the sun at home, units from the middle
   */
  record Glitter(Colour colour, double depth, double centre, double strength) implements Piece {}

  /** What lies beyond the first and the last row of a layer. */
  enum Ends {
    /** Nothing. */
    OPEN,
    /** Above, its first row again: walls. */
    UP,
    /** On both sides its outermost row again: skies. */
    BOTH
  }

  /**
   * The ground: every row lies at its own depth.
   *
   * @param wave units by which rows wobble, as on water
   */
  record Floor(Layer layer, double depth, double wave) implements Piece {}

  /**
   * Air that thickens in a band of rows.
   *
   * @param centre row of the thickest
   * @param reach rows above and below
   */
  record Air(Colour colour, double depth, double centre, double reach, double strength)
      implements Piece {}
}
