package io.wan4j.engine.previz.actor;

import static org.assertj.core.api.Assertions.assertThat;

import io.wan4j.engine.previz.paint.Raster;
import java.awt.Graphics2D;
import java.io.IOException;
import java.net.URISyntaxException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.stream.IntStream;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

class RigsTest {
  private static final int SIDE = 1400;

  /** The darkest of an eye. */
  private static final int PUPIL = 0x160E0E;

  /** Every data file and every drawn shape. */
  static List<String> everybody() throws IOException, URISyntaxException {
    List<String> names = new ArrayList<>();
    for (String folder : List.of("species", "birds", "fish", "insects", "people")) {
      Path home = Path.of(RigsTest.class.getResource(folder).toURI());
      try (Stream<Path> files = Files.list(home)) {
        files
            .map(file -> file.getFileName().toString().replace(".properties", ""))
            .filter(name -> !name.equals("wardrobe"))
            .forEach(names::add);
      }
    }
    Arrays.stream(Vehicle.Kind.values()).forEach(kind -> names.add(kind.name().toLowerCase()));
    Arrays.stream(Craft.Kind.values()).forEach(kind -> names.add(kind.name().toLowerCase()));
    names.addAll(List.of("monster", "steam_train", "tractor", "something nobody knows"));
    return names;
  }

  @ParameterizedTest
  @MethodSource("everybody")
  void drawsItselfWithinItsMeasuresInEveryMotion(String name) {
    Rig rig = Rigs.named(name, 3);
    for (Motion motion : Motion.values()) {
      int[] box = drawn(rig, new Pose(motion, 0.7, 0.3, 0.5));
      assertThat(box).as("%s %s", name, motion).isNotNull();
      double tall = SIDE / 2.0 - box[1];
      double wide = Math.max(box[2] - SIDE / 2.0, SIDE / 2.0 - box[0]);
      assertThat(tall).as("%s %s: above its feet", name, motion).isBetween(20.0, rig.reach());
      assertThat(wide)
          .as("%s %s: to a side", name, motion)
          .isLessThan(rig.length() * 0.95 + rig.height() * 0.25);
    }
  }

  @Test
  void whatWalksStandsOnTheGround() throws IOException, URISyntaxException {
    for (String name : List.of("horse", "cheetah", "cat", "elephant", "man", "girl", "penguin")) {
      int[] box = drawn(Rigs.named(name, 3), new Pose(Motion.STAND, 0.7, 0.3, 0));
      assertThat(box[3] - SIDE / 2).as("%s: below its feet", name).isBetween(-5, 5);
    }
  }

  /** Between rump and neck the back of a camel rises, and falls again before the neck. */
  @Test
  void aCamelHasAHumpAndOtherBeastsHaveNone() {
    assertThat(humps("camel")).isTrue();
    assertThat(humps("horse")).isFalse();
    assertThat(humps("cow")).isFalse();
  }

  private static boolean humps(String name) {
    Raster raster = painted(Rigs.named(name, 3), new Pose(Motion.STAND, 0.7, 0.3, 0));
    int[] top = new int[SIDE];
    Arrays.fill(top, SIDE);
    int[] pixels = raster.pixels();
    for (int i = pixels.length - 1; i >= 0; i--) {
      if (pixels[i] >>> 24 > 40) {
        top[i % SIDE] = i / SIDE;
      }
    }
    int back = SIDE / 2 - 60;
    int hump = IntStream.range(back, SIDE / 2 + 30).map(x -> top[x]).min().orElseThrow();
    int before = IntStream.range(SIDE / 2 + 30, SIDE / 2 + 90).map(x -> top[x]).max().orElseThrow();
    return before - hump > 25;
  }

  /** A baby's eyes lie in the lower half of its head, a man's do not. */
  @Test
  void aBabyHasABabysFace() {
    assertThat(eyesDown("baby")).isGreaterThan(0.55);
    assertThat(eyesDown("man")).isLessThan(0.52);
  }

  /** How far down in the head the pupils are, 0 at the crown, 1 at the chin. */
  private static double eyesDown(String name) {
    Rig rig = Rigs.scaled(Rigs.named(name, 3), 2);
    double[] head = rig.head(Motion.STAND);
    int[] pixels = painted(rig, new Pose(Motion.STAND, 0.7, 0.3, 0)).pixels();
    double high = head[2] / 1.12;
    double crown = SIDE / 2.0 + head[1] - high / 2;
    double sum = 0;
    int count = 0;
    for (int i = 0; i < pixels.length; i++) {
      double down = (i / SIDE - crown) / high;
      boolean inside = down > 0.1 && down < 0.9 && Math.abs(i % SIDE - SIDE / 2.0) < high * 0.4;
      if (inside && (pixels[i] & 0xFFFFFF) == PUPIL) {
        sum += down;
        count++;
      }
    }
    assertThat(count).as("pixels of the pupils of a %s", name).isGreaterThan(3);
    return sum / count;
  }

  @Test
  void whoSleepsLiesOnTheGround() {
    for (String name : List.of("dog", "cat", "lion", "horse", "giraffe", "deer", "rabbit")) {
      Rig rig = Rigs.named(name, 3);
      int[] awake = drawn(rig, new Pose(Motion.STAND, 0.7, 0.3, 0));
      int[] asleep = drawn(rig, new Pose(Motion.LIE, 0.7, 0.3, 0));
      assertThat(rig.lies()).as(name).isTrue();
      assertThat(SIDE / 2 - asleep[1]).as(name).isLessThan((SIDE / 2 - awake[1]) * 3 / 4);
      assertThat(asleep[3] - SIDE / 2).as("%s: below the ground", name).isBetween(-5, 2);
    }
    assertThat(Rigs.named("elephant", 3).lies()).isFalse();
    assertThat(Rigs.named("man", 3).lies()).isFalse();
  }

  @Test
  void theSeedDressesPeople() {
    assertThat(Wardrobe.read("woman", 1)).isEqualTo(Wardrobe.read("woman", 1));
    assertThat(Wardrobe.read("woman", 1)).isNotEqualTo(Wardrobe.read("woman", 2));
  }

  @Test
  void nobodyDoesWhatItCannot() {
    assertThat(Rigs.possible(Motion.SWIM, Motion.WALK)).isEqualTo(Motion.SWIM);
    assertThat(Rigs.possible(Motion.DRIVE, Motion.DANCE)).isEqualTo(Motion.DRIVE);
    assertThat(Rigs.named("cow", 1).sits()).isFalse();
    assertThat(Rigs.named("dog", 1).sits()).isTrue();
  }

  /** The box of what is drawn, feet in the middle: left, top, right, bottom; null when nothing. */
  private static int[] drawn(Rig rig, Pose pose) {
    Raster raster = painted(rig, pose);
    int[] box = {SIDE, SIDE, 0, 0};
    int[] pixels = raster.pixels();
    for (int i = 0; i < pixels.length; i++) {
      if (pixels[i] >>> 24 > 40) {
        box[0] = Math.min(box[0], i % SIDE);
        box[1] = Math.min(box[1], i / SIDE);
        box[2] = Math.max(box[2], i % SIDE);
        box[3] = Math.max(box[3], i / SIDE);
      }
    }
    return box[2] == 0 ? null : box;
  }

  /** The rig with its feet in the middle. */
  private static Raster painted(Rig rig, Pose pose) {
    Raster raster = new Raster(SIDE, SIDE);
    Graphics2D brush = raster.brush();
    brush.translate(SIDE / 2.0, SIDE / 2.0);
    rig.draw(brush, pose);
    brush.dispose();
    return raster;
  }
}
