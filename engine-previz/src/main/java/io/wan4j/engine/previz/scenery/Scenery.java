package io.wan4j.engine.previz.scenery;

import java.util.List;

/**
 * A painted place.
 *
 * @param pieces from far to near, as they are laid over each other; the first is opaque
 * @param light how it is lit, for actors too
 * @param sunX where the light comes from at home, units
 * @param sunY likewise
 * @param particles what floats in the air: none, dust, petals, leaves, fireflies, bubbles, stars
 * @param floating whether there is no ground to stand on, so that shadows fall nowhere
 */
public record Scenery(
    Stage stage,
    List<Piece> pieces,
    Light light,
    double sunX,
    double sunY,
    String particles,
    boolean floating) {
  public Scenery {
    pieces = List.copyOf(pieces);
  }
}
