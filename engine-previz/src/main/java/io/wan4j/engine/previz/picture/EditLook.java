package io.wan4j.engine.previz.picture;

import io.wan4j.storyboard.Look;
import io.wan4j.storyboard.Shot;
import io.wan4j.storyboard.TimeOfDay;
import io.wan4j.storyboard.Weather;
import java.io.IOException;
import java.io.InputStreamReader;
import java.io.Reader;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Properties;

/**
 * How a clip is to look after an edit: a manner of painting, grades, and weather that falls through
 * it. Read from {@code edit-looks.properties} by the storyboard's words.
 *
 * @param brush how the picture is painted anew
 * @param grades one after the other
 * @param weather swarms over the picture
 */
record EditLook(Brush brush, List<ColourLook> grades, List<ParticleField> weather) {
  private static final String FILE = "edit-looks.properties";

  static EditLook of(Shot shot, long seed) {
    Properties file = load();
    Brush brush = Brush.NONE;
    List<ColourLook> grades = new ArrayList<>();
    List<ParticleField> weather = new ArrayList<>();
    if (shot.look().style() != Look.Style.UNSTATED) {
      String key = "style." + word(shot.look().style());
      brush = Brush.named(file.getProperty(key + ".brush", "none"));
      addGrade(file, key, grades);
      addWeather(file, key, weather, seed);
    }
    if (shot.time() != TimeOfDay.UNSTATED) {
      addGrade(file, "time." + word(shot.time()), grades);
    }
    for (Weather kind : shot.weather()) {
      addGrade(file, "weather." + word(kind), grades);
      addWeather(file, "weather." + word(kind), weather, seed + weather.size());
    }
    for (Look.Mood mood : shot.look().moods()) {
      addGrade(file, "mood." + word(mood), grades);
    }
    if (brush == Brush.NONE && grades.isEmpty() && weather.isEmpty()) {
      addGrade(file, "style.cinematic", grades);
    }
    return new EditLook(brush, List.copyOf(grades), List.copyOf(weather));
  }

  private static Properties load() {
    Properties file = new Properties();
    try (Reader reader =
        new InputStreamReader(EditLook.class.getResourceAsStream(FILE), StandardCharsets.UTF_8)) {
      file.load(reader);
    } catch (IOException e) {
      throw new UncheckedIOException("cannot read " + FILE, e);
    }
    return file;
  }

  private static String word(Enum<?> value) {
    return value.name().toLowerCase(Locale.ROOT).replace('_', '-');
  }

  private static void addGrade(Properties file, String key, List<ColourLook> grades) {
    String line = file.getProperty(key + ".grade");
    if (line == null) {
      return;
    }
    String[] part = line.trim().split("\\s+");
    grades.add(
        new ColourLook(
            0xFF000000 | Integer.parseInt(part[0], 16),
            0xFF000000 | Integer.parseInt(part[1], 16),
            Double.parseDouble(part[2]),
            Double.parseDouble(part[3]),
            Double.parseDouble(part[4]),
            Double.parseDouble(part[5]),
            0));
  }

  private static void addWeather(
      Properties file, String key, List<ParticleField> weather, long seed) {
    String line = file.getProperty(key + ".particles");
    if (line == null) {
      return;
    }
    String[] part = line.trim().split("\\s+");
    ParticleArt.Shape shape = ParticleArt.Shape.valueOf(part[0].toUpperCase(Locale.ROOT));
    weather.add(
        new ParticleField(
            shape,
            new int[] {0xFF000000 | Integer.parseInt(part[4], 16)},
            Integer.parseInt(part[1]),
            Double.parseDouble(part[2]),
            ParticleField.Motion.valueOf(part[3].toUpperCase(Locale.ROOT)),
            shape == ParticleArt.Shape.FLAKE || shape == ParticleArt.Shape.SPARK,
            seed));
  }

  /** Gives a frame this look. */
  void apply(int[] frame, int width, int height, double seconds) {
    brush.paint(frame, width, height);
    for (ColourLook grade : grades) {
      grade.apply(frame, width, height, 1);
    }
    for (ParticleField swarm : weather) {
      swarm.paint(frame, width, height, seconds + 3, 1);
    }
  }
}
