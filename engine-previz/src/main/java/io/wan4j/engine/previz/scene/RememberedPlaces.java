package io.wan4j.engine.previz.scene;

import io.wan4j.engine.previz.scenery.Scenery;
import io.wan4j.engine.previz.scenery.Stage;
import java.lang.ref.SoftReference;
import java.util.LinkedHashMap;
import java.util.Map;

/**
 * Keeps the places painted last: while a prompt is written its places stay the same from one sheet
 * to the next. What is kept is given up when memory runs short.
 */
final class RememberedPlaces implements PlacePainter {
  /** About 30 MB each at the size of a sheet's panels. */
  private static final int MOST = 8;

  private record Key(Stage stage, Location location) {}

  private final PlacePainter painter;
  private final Map<Key, SoftReference<Scenery>> kept =
      new LinkedHashMap<>(MOST * 2, 0.75f, true) {
        @Override
        protected boolean removeEldestEntry(Map.Entry<Key, SoftReference<Scenery>> eldest) {
          return size() > MOST;
        }
      };

  RememberedPlaces(PlacePainter painter) {
    this.painter = painter;
  }

  /** Two that ask for the same new place at a time paint it twice: both need it at once. */
  @Override
  public Scenery paint(Stage stage, Location location) {
    Key key = new Key(stage, location);
    Scenery known = known(key);
    if (known != null) {
      return known;
    }
    Scenery painted = painter.paint(stage, location);
    synchronized (kept) {
      kept.put(key, new SoftReference<>(painted));
    }
    return painted;
  }

  private Scenery known(Key key) {
    synchronized (kept) {
      SoftReference<Scenery> known = kept.get(key);
      return known == null ? null : known.get();
    }
  }
}
