package io.wan4j.engine.previz.scene;

import static org.assertj.core.api.Assertions.assertThat;

import io.wan4j.engine.FrameSize;
import io.wan4j.engine.previz.Film;
import io.wan4j.storyboard.Action;
import io.wan4j.storyboard.CameraMove;
import io.wan4j.storyboard.CastMember;
import io.wan4j.storyboard.Setting;
import io.wan4j.storyboard.Shot;
import io.wan4j.storyboard.Species;
import io.wan4j.storyboard.TimeOfDay;
import io.wan4j.storyboard.Weather;
import java.util.Arrays;
import java.util.List;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import java.util.stream.DoubleStream;
import java.util.stream.IntStream;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;

class SceneFilmTest {
  private static final FrameSize SMALL = new FrameSize(320, 180);
  private static ExecutorService painters;

  @BeforeAll
  static void hire() {
    painters = Executors.newFixedThreadPool(2);
  }

  @AfterAll
  static void dismiss() {
    painters.shutdownNow();
  }

  @Test
  void cutsFallOnTheNearestFrame() {
    Film film =
        Shots.film(
            SMALL,
            1,
            painters,
            plain(1, 0, 0.99, Setting.MEADOW),
            plain(2, 0.99, 2.02, Setting.DESERT),
            plain(3, 2.02, 3, Setting.SNOW));
    for (int frame = 0; frame < 90; frame++) {
      assertThat(film.isCut(frame)).as("frame %d", frame).isEqualTo(frame == 30 || frame == 61);
    }
    assertThat(difference(painted(film, 29, SMALL), painted(film, 30, SMALL)))
        .as("across a cut")
        .as("against the grain between two frames of a shot")
        .isGreaterThan(4 * difference(painted(film, 28, SMALL), painted(film, 29, SMALL)));
  }

  @Test
  void theSameFrameIsPaintedAlikeByAnyThread() throws Exception {
    Film film = chase(3);
    int[] alone = painted(film, 20, SMALL);
    Future<int[]> one = painters.submit(() -> painted(film, 20, SMALL));
    Future<int[]> other = painters.submit(() -> painted(film, 20, SMALL));
    assertThat(one.get()).isEqualTo(alone);
    assertThat(other.get()).isEqualTo(alone);
    painted(film, 3, SMALL);
    assertThat(painted(film, 20, SMALL)).as("after another frame").isEqualTo(alone);
  }

  @Test
  void theSameSeedMakesTheSameFilmAndAnotherSeedAnother() {
    assertThat(painted(chase(3), 12, SMALL)).isEqualTo(painted(chase(3), 12, SMALL));
    assertThat(painted(chase(3), 12, SMALL)).isNotEqualTo(painted(chase(4), 12, SMALL));
  }

  @Test
  void lightningLightsUpAThunderstormAndNoOtherRain() {
    assertThat(brightest(Weather.THUNDERSTORM) - darkest(Weather.THUNDERSTORM)).isGreaterThan(20);
    assertThat(brightest(Weather.RAIN) - darkest(Weather.RAIN)).isLessThan(8);
  }

  private static double brightest(Weather weather) {
    return brightness(weather).max().orElseThrow();
  }

  private static double darkest(Weather weather) {
    return brightness(weather).min().orElseThrow();
  }

  /** The mean green of every frame of the first second and a half. */
  private static DoubleStream brightness(Weather weather) {
    Film film =
        Shots.film(
            SMALL,
            7,
            painters,
            Shots.shot(
                1, 0, 3, Setting.OPEN_SEA, TimeOfDay.DAY, List.of(), List.of(), List.of(weather)));
    return IntStream.range(0, 45)
        .mapToObj(frame -> painted(film, frame, SMALL))
        .mapToDouble(frame -> Arrays.stream(frame).map(p -> p >> 8 & 255).average().orElseThrow());
  }

  @Test
  void aChaseMovesAndTheChaserGains() {
    Film film = chase(3);
    assertThat(difference(painted(film, 5, SMALL), painted(film, 6, SMALL))).isGreaterThan(1.0);
  }

  /**
   * Every camera move at its ends, far out and close by: no pixel of the canvas may be left over.
   */
  @Test
  void noCameraMoveSeesAnEdge() {
    int[] sentinel = new int[SMALL.pixels()];
    for (CameraMove.Kind kind : CameraMove.Kind.values()) {
      Film film =
          Shots.film(
              SMALL,
              5,
              painters,
              Shots.shot(
                  1,
                  0,
                  4,
                  Setting.SAVANNA,
                  TimeOfDay.DAY,
                  List.of(
                      new CameraMove(
                          kind,
                          CameraMove.Speed.VERY_FAST,
                          CameraMove.Strength.WIDE,
                          CameraMove.Easing.LINEAR,
                          0,
                          1)),
                  List.of(Shots.member(Species.HORSE, "horse", Action.RUN)),
                  List.of()));
      for (int frame : new int[] {0, 60, 119}) {
        Arrays.fill(sentinel, 0x00FF00FF);
        film.paint(frame, sentinel);
        for (int i = 0; i < sentinel.length; i++) {
          boolean painted = sentinel[i] >>> 24 == 255 && !magenta(sentinel[i]);
          if (!painted) {
            throw new AssertionError(
                "%s leaves pixel %d,%d of frame %d unpainted"
                    .formatted(kind, i % SMALL.width(), i / SMALL.width(), frame));
          }
        }
      }
    }
  }

  private static boolean magenta(int pixel) {
    return (pixel >> 16 & 255) > 200 && (pixel >> 8 & 255) < 20 && (pixel & 255) > 200;
  }

  private static Shot plain(int number, double start, double end, Setting setting) {
    return Shots.shot(number, start, end, setting, TimeOfDay.DAY, List.of(), List.of(), List.of());
  }

  private static Film chase(long seed) {
    List<CastMember> cast =
        List.of(
            Shots.member(Species.CHEETAH, "cheetah", Action.CHASE),
            Shots.member(Species.ANTELOPE, "antelope", Action.FLEE));
    return Shots.film(
        SMALL,
        seed,
        painters,
        Shots.shot(
            1, 0, 2, Setting.SAVANNA, TimeOfDay.SUNSET, List.of(), cast, List.of(Weather.RAIN)));
  }

  private static int[] painted(Film film, int frame, FrameSize size) {
    int[] pixels = new int[size.pixels()];
    film.paint(frame, pixels);
    return pixels;
  }

  /** Mean difference of the green channel, 0 to 255. */
  private static double difference(int[] a, int[] b) {
    double sum = 0;
    for (int i = 0; i < a.length; i++) {
      sum += Math.abs((a[i] >> 8 & 255) - (b[i] >> 8 & 255));
    }
    return sum / a.length;
  }
}
