package io.wan4j.sound;

import java.io.IOException;
import java.io.InputStream;
import java.io.InputStreamReader;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.EnumMap;
import java.util.List;
import java.util.Map;
import java.util.Properties;

/**
 * Which beds lie under a place, by weather and time of day. Places, weathers and times are known by
 * their storyboard names; the table is {@code ambience.properties}.
 */
public final class Ambience {
  private static final double LOUDEST = 1.5;

  private final Properties table = new Properties();

  public Ambience() {
    try (InputStream bytes = Ambience.class.getResourceAsStream("ambience.properties")) {
      if (bytes == null) {
        throw new SoundException("ambience.properties is missing from the class path");
      }
      table.load(new InputStreamReader(bytes, StandardCharsets.UTF_8));
    } catch (IOException e) {
      throw new SoundException("ambience.properties cannot be read", e);
    }
  }

  /**
   * @param place as "FOREST"; an unknown place sounds like open air
   * @param time as "NIGHT"
   * @param weather as "RAIN"; indoors it is heard from outside
   * @param start seconds of the film
   * @param end seconds of the film
   */
  public List<FilmSound.Cue> beds(
      String place, String time, List<String> weather, double start, double end) {
    Map<Sound, Double> levels = new EnumMap<>(Sound.class);
    String row = table.getProperty("place." + place, table.getProperty("place.UNSTATED"));
    String atTime = table.getProperty("place." + place + "." + time, row);
    add(levels, atTime, 1);
    boolean inside = atTime.contains(Sound.ROOM_TONE.name());
    for (String kind : weather) {
      add(levels, table.getProperty("weather." + kind, ""), inside ? 0.3 : 1);
    }
    List<FilmSound.Cue> cues = new ArrayList<>();
    levels.forEach(
        (sound, level) ->
            cues.add(
                new FilmSound.Cue(
                    sound, start, end, Math.min(level, LOUDEST), 0, FilmSound.Intensity.EVEN)));
    return cues;
  }

  private static void add(Map<Sound, Double> levels, String row, double share) {
    for (String part : row.strip().split("\\s+")) {
      if (part.isEmpty()) {
        continue;
      }
      String[] pair = part.split(":");
      levels.merge(Sound.valueOf(pair[0]), Double.parseDouble(pair[1]) * share, Double::sum);
    }
  }
}
