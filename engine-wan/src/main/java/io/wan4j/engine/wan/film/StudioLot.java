package io.wan4j.engine.wan.film;

import io.wan4j.engine.wan.fit.Placement;
import io.wan4j.engine.wan.pipeline.Checkpoint;
import java.util.Optional;

/**
 * The networks that are loaded on a device: those of the film before stay until another checkpoint
 * is wanted. Used by the device's thread only.
 */
final class StudioLot implements AutoCloseable {
  private Optional<Studio> open = Optional.empty();

  Studio open(Checkpoint checkpoint, Placement placement) {
    if (open.isPresent()) {
      Studio studio = open.get();
      if (studio.serves(checkpoint, placement)) {
        studio.place(placement);
        return studio;
      }
      close();
    }
    Studio studio = new Studio(checkpoint, placement);
    open = Optional.of(studio);
    return studio;
  }

  /** Frees everything. */
  @Override
  public void close() {
    open.ifPresent(Studio::close);
    open = Optional.empty();
  }
}
