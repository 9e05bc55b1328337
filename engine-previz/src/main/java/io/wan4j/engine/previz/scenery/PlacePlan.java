package io.wan4j.engine.previz.scenery;

import io.wan4j.engine.EngineException;
import java.io.BufferedReader;
import java.io.IOException;
import java.io.InputStream;
import java.io.InputStreamReader;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;

/**
 * A place as the files of {@code places/} have it.
 *
 * @param material the file of its colours; empty for what is only added to places
 * @param air what floats in its air
 * @param light what it does to the light of the hour: {@code open} or {@code underwater}
 * @param floating whether there is no ground to stand on
 * @param lines what stands in it, from far to near
 */
record PlacePlan(
    String material, String air, String light, boolean floating, List<PlaceLine> lines) {

  private static final Set<String> LIGHTS = Set.of("open", "underwater");

  PlacePlan {
    if (!LIGHTS.contains(light)) {
      throw new EngineException("no light of a place is called " + light + "; known are " + LIGHTS);
    }
  }

  /** The places of a file, by their names. */
  static Map<String, PlacePlan> read(String file) {
    try (InputStream stream = PlacePlan.class.getResourceAsStream("places/" + file);
        BufferedReader lines =
            new BufferedReader(new InputStreamReader(stream, StandardCharsets.UTF_8))) {
      return parse(lines.lines().toList(), file);
    } catch (IOException e) {
      throw new EngineException("the places of " + file + " cannot be read", e);
    }
  }

  /**
   * Reads places.
   *
   * @param file its name, for complaints
   */
  static Map<String, PlacePlan> parse(List<String> text, String file) {
    Map<String, PlacePlan> plans = new LinkedHashMap<>();
    String name = "";
    Head head = new Head();
    List<PlaceLine> lines = new ArrayList<>();
    for (int i = 0; i <= text.size(); i++) {
      String line = i < text.size() ? text.get(i).strip() : "[]";
      String where = file + ":" + (i + 1);
      if (line.isEmpty() || line.startsWith("#")) {
        continue;
      }
      if (line.startsWith("[") && line.endsWith("]")) {
        if (!name.isEmpty() && plans.put(name, head.plan(lines)) != null) {
          throw new EngineException(where + ": there is a place " + name + " already");
        }
        name = line.substring(1, line.length() - 1);
        head = new Head();
        lines = new ArrayList<>();
      } else if (name.isEmpty()) {
        throw new EngineException(where + ": stands before the first [place]");
      } else if (!head.takes(line)) {
        lines.add(PlaceLine.of(line, where));
      }
    }
    return plans;
  }

  /** What is told of a place before its lines. */
  private static final class Head {
    private String material = "";
    private String air = "none";
    private String light = "open";
    private boolean floating;

    boolean takes(String line) {
      String[] words = line.split("\\s+", 2);
      switch (words[0]) {
        case "material" -> material = words[1];
        case "air" -> air = words[1];
        case "light" -> light = words[1];
        case "floating" -> floating = true;
        default -> {
          return false;
        }
      }
      return true;
    }

    PlacePlan plan(List<PlaceLine> lines) {
      return new PlacePlan(material, air, light, floating, List.copyOf(lines));
    }
  }

  /** Sets the place up. */
  void build(Studio studio) {
    SetBuilder builder = new SetBuilder(studio);
    lines.forEach(line -> builder.add(line.fresh()));
  }
}
