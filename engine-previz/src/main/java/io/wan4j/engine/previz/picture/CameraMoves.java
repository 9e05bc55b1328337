package io.wan4j.engine.previz.picture;

import io.wan4j.storyboard.CameraMove;
import java.io.IOException;
import java.io.InputStreamReader;
import java.io.Reader;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.util.Map;
import java.util.Properties;
import java.util.TreeMap;

/** What each move of the camera does before a picture, from {@code camera-moves.properties}. */
final class CameraMoves {
  private static final String FILE = "camera-moves.properties";

  private final Map<String, Pose> moves;

  private CameraMoves(Map<String, Pose> moves) {
    this.moves = moves;
  }

  static CameraMoves load() {
    Properties file = new Properties();
    try (Reader reader =
        new InputStreamReader(
            CameraMoves.class.getResourceAsStream(FILE), StandardCharsets.UTF_8)) {
      file.load(reader);
    } catch (IOException e) {
      throw new UncheckedIOException("cannot read " + FILE, e);
    }
    Map<String, Pose> moves = new TreeMap<>();
    for (String name : file.stringPropertyNames()) {
      String[] n = file.getProperty(name).trim().split("\\s+");
      double[] v = new double[8];
      for (int i = 0; i < 8; i++) {
        v[i] = Double.parseDouble(n[i]);
      }
      moves.put(name, new Pose(v[0], v[1], v[2], v[3], v[4], v[5], v[6], v[7]));
    }
    return new CameraMoves(moves);
  }

  /** The whole move. */
  Pose of(CameraMove.Kind kind) {
    return moves.get(Direction.nameOf(kind));
  }

  /** What the camera does when nothing is said. */
  Pose usual() {
    return moves.get("gentle");
  }
}
