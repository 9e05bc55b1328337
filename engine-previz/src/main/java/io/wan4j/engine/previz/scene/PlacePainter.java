package io.wan4j.engine.previz.scene;

import io.wan4j.engine.previz.scenery.Places;
import io.wan4j.engine.previz.scenery.Scenery;
import io.wan4j.engine.previz.scenery.Stage;
import java.util.concurrent.ExecutorService;

/** Paints the place of a shot. Safe for use by several threads at a time. */
interface PlacePainter {
  Scenery paint(Stage stage, Location location);

  /**
   * Paints each place anew.
   *
   * @param painters threads that paint layers; never the one that calls
   */
  static PlacePainter on(ExecutorService painters) {
    return (stage, where) ->
        Places.paint(stage, where.place(), where.hour(), where.weather(), painters);
  }
}
