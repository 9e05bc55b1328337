package io.wan4j.bench.suite;

import com.fasterxml.jackson.core.type.TypeReference;
import com.fasterxml.jackson.dataformat.yaml.YAMLMapper;
import io.wan4j.storyboard.Setting;
import io.wan4j.storyboard.TimeOfDay;
import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.util.ArrayList;
import java.util.EnumSet;
import java.util.List;
import java.util.Map;
import java.util.Set;

/** What pictures of an hour and of a setting measure, from {@code light.yaml}. */
final class LightRanges {
  private static final String FILE = "light.yaml";

  /** Places whose light is not that of the hour. */
  private static final Set<Setting> OWN_LIGHT =
      EnumSet.of(Setting.UNDERWATER, Setting.SPACE, Setting.PLANET);

  private final Map<String, Map<String, Map<String, double[]>>> ranges;

  private LightRanges(Map<String, Map<String, Map<String, double[]>>> ranges) {
    this.ranges = ranges;
  }

  static LightRanges read() {
    try (InputStream in = LightRanges.class.getResourceAsStream(FILE)) {
      return new LightRanges(new YAMLMapper().readValue(in, new TypeReference<>() {}));
    } catch (IOException e) {
      throw new UncheckedIOException("cannot read " + FILE, e);
    }
  }

  /**
   * What does not agree.
   *
   * @return empty when all does
   */
  List<String> faults(Setting setting, TimeOfDay time, ShotColours colours) {
    List<String> faults = new ArrayList<>();
    if (!setting.indoors() && !OWN_LIGHT.contains(setting)) {
      check("hours", time.name(), colours, faults);
    }
    if (time == TimeOfDay.DAY || OWN_LIGHT.contains(setting) || setting.indoors()) {
      check("settings", setting.name(), colours, faults);
    }
    return faults;
  }

  private void check(String group, String name, ShotColours colours, List<String> faults) {
    ranges
        .get(group)
        .getOrDefault(name, Map.of())
        .forEach(
            (measure, range) -> {
              double value = value(measure, colours);
              if (!(value >= range[0] && value <= range[1])) {
                faults.add(
                    "%s %.2f, %s has %.2f to %.2f"
                        .formatted(measure, value, name, range[0], range[1]));
              }
            });
  }

  private static double value(String measure, ShotColours colours) {
    return switch (measure) {
      case "brightness" -> colours.brightness();
      case "warmth" -> colours.warmth();
      case "saturation" -> colours.saturation();
      case "hue" -> colours.hue();
      case "ground-hue" -> colours.groundHue();
      default -> throw new IllegalArgumentException("no measure " + measure + " in " + FILE);
    };
  }
}
