package io.wan4j.engine.previz.scene;

import static org.assertj.core.api.Assertions.assertThat;

import io.wan4j.engine.FrameSize;
import io.wan4j.engine.previz.Film;
import io.wan4j.storyboard.Action;
import io.wan4j.storyboard.Setting;
import io.wan4j.storyboard.Species;
import io.wan4j.storyboard.TimeOfDay;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;

class PlacesTest {
  private static final List<FrameSize> RATIOS =
      List.of(
          new FrameSize(256, 144),
          new FrameSize(144, 256),
          new FrameSize(160, 160),
          new FrameSize(192, 144),
          new FrameSize(144, 192));

  private static ExecutorService painters;

  @BeforeAll
  static void hire() {
    painters = Executors.newFixedThreadPool(2);
  }

  @AfterAll
  static void dismiss() {
    painters.shutdownNow();
  }

  @ParameterizedTest
  @EnumSource(Setting.class)
  void everySettingFillsTheFrameInEveryRatio(Setting setting) {
    TimeOfDay time = TimeOfDay.values()[1 + setting.ordinal() % 5];
    for (FrameSize size : RATIOS) {
      int[] pixels = painted(size, setting, time);
      assertThat(unpainted(pixels)).as("%s at %s, unpainted pixels", setting, size).isZero();
      assertThat(deviation(pixels))
          .as("%s at %s, deviation of light", setting, size)
          .isGreaterThan(6);
    }
  }

  /** The ten places that must be told apart at a glance: thumbnails of colour differ clearly. */
  @Test
  void placesLookDifferent() {
    FrameSize size = RATIOS.getFirst();
    List<Setting> settings =
        List.of(
            Setting.SAVANNA,
            Setting.MEADOW,
            Setting.FOREST,
            Setting.MOUNTAINS,
            Setting.DESERT,
            Setting.SNOW,
            Setting.BEACH,
            Setting.CITY,
            Setting.ROOM,
            Setting.UNDERWATER,
            Setting.SPACE,
            Setting.STAGE);
    List<double[]> thumbnails = new ArrayList<>();
    for (Setting setting : settings) {
      thumbnails.add(thumbnail(painted(size, setting, TimeOfDay.DAY), size));
    }
    for (int i = 0; i < settings.size(); i++) {
      for (int k = i + 1; k < settings.size(); k++) {
        assertThat(distance(thumbnails.get(i), thumbnails.get(k)))
            .as("%s and %s", settings.get(i), settings.get(k))
            .isGreaterThan(7);
      }
    }
  }

  @Test
  void hoursLookDifferent() {
    FrameSize size = RATIOS.getFirst();
    List<double[]> thumbnails = new ArrayList<>();
    List<TimeOfDay> hours =
        List.of(TimeOfDay.DAWN, TimeOfDay.DAY, TimeOfDay.SUNSET, TimeOfDay.DUSK, TimeOfDay.NIGHT);
    for (TimeOfDay hour : hours) {
      thumbnails.add(thumbnail(painted(size, Setting.MEADOW, hour), size));
    }
    for (int i = 0; i < hours.size(); i++) {
      for (int k = i + 1; k < hours.size(); k++) {
        assertThat(distance(thumbnails.get(i), thumbnails.get(k)))
            .as("%s and %s", hours.get(i), hours.get(k))
            .isGreaterThan(15);
      }
    }
  }

  private static int[] painted(FrameSize size, Setting setting, TimeOfDay time) {
    Film film =
        Shots.film(
            size,
            2,
            painters,
            Shots.shot(
                1,
                0,
                1,
                setting,
                time,
                List.of(),
                List.of(Shots.member(Species.PERSON, "woman", Action.STAND)),
                List.of()));
    int[] pixels = new int[size.pixels()];
    Arrays.fill(pixels, 0x00FF00FF);
    film.paint(15, pixels);
    return pixels;
  }

  private static long unpainted(int[] pixels) {
    return Arrays.stream(pixels)
        .filter(
            pixel ->
                pixel >>> 24 != 255
                    || (pixel >> 16 & 255) > 200 && (pixel >> 8 & 255) < 20 && (pixel & 255) > 200)
        .count();
  }

  private static double deviation(int[] pixels) {
    double mean = Arrays.stream(pixels).map(pixel -> pixel >> 8 & 255).average().orElseThrow();
    return Math.sqrt(
        Arrays.stream(pixels)
            .mapToDouble(pixel -> Math.pow((pixel >> 8 & 255) - mean, 2))
            .average()
            .orElseThrow());
  }

  /** Mean colours of 8 by 6 fields. */
  private static double[] thumbnail(int[] pixels, FrameSize size) {
    double[] fields = new double[8 * 6 * 3];
    double share = 48.0 / pixels.length;
    for (int i = 0; i < pixels.length; i++) {
      int field = i / size.width() * 6 / size.height() * 8 + i % size.width() * 8 / size.width();
      fields[3 * field] += (pixels[i] >> 16 & 255) * share;
      fields[3 * field + 1] += (pixels[i] >> 8 & 255) * share;
      fields[3 * field + 2] += (pixels[i] & 255) * share;
    }
    return fields;
  }

  /** Root mean square difference of two thumbnails, 0 to 255. */
  private static double distance(double[] a, double[] b) {
    double sum = 0;
    for (int i = 0; i < a.length; i++) {
      sum += (a[i] - b[i]) * (a[i] - b[i]);
    }
    return Math.sqrt(sum / a.length);
  }
}
