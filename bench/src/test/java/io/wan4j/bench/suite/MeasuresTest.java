package io.wan4j.bench.suite;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.Random;
import org.junit.jupiter.api.Test;

/** The measures themselves: they see what is there, and nothing where nothing is. */
class MeasuresTest {
  private static final int WIDTH = 160;
  private static final int HEIGHT = 96;

  @Test
  void flowSeesWhereThePictureGoes() {
    FlowMeter meter = new FlowMeter(WIDTH, HEIGHT);
    byte[] home = picture(1, 0, 0);
    assertThat(sense(meter.between(home, home))).isEqualTo(CameraSense.STATIC);
    assertThat(sense(meter.between(home, picture(1, 3, 0)))).isEqualTo(CameraSense.PAN_LEFT);
    assertThat(sense(meter.between(home, picture(1, -3, 0)))).isEqualTo(CameraSense.PAN_RIGHT);
    assertThat(sense(meter.between(home, picture(1, 0, 3)))).isEqualTo(CameraSense.TILT_UP);
    assertThat(sense(meter.between(home, picture(1, 0, -3)))).isEqualTo(CameraSense.TILT_DOWN);
    assertThat(sense(meter.between(home, picture(1.05, 0, 0)))).isEqualTo(CameraSense.IN);
    assertThat(sense(meter.between(home, picture(0.95, 0, 0)))).isEqualTo(CameraSense.OUT);
  }

  private static CameraSense sense(FlowMeter.Flow flow) {
    return CameraReading.of(List.of(flow), 0.1).sense();
  }

  /** Soft blots, seen larger or moved. */
  private static byte[] picture(double zoom, double right, double down) {
    byte[] luma = new byte[WIDTH * HEIGHT];
    Random random = new Random(5);
    double[][] blots = new double[160][];
    for (int i = 0; i < blots.length; i++) {
      blots[i] =
          new double[] {
            random.nextDouble() * WIDTH,
            random.nextDouble() * HEIGHT,
            4 + 5 * random.nextDouble(),
            60 * random.nextGaussian()
          };
    }
    for (int y = 0; y < HEIGHT; y++) {
      for (int x = 0; x < WIDTH; x++) {
        double u = (x - right - WIDTH / 2.0) / zoom + WIDTH / 2.0;
        double v = (y - down - HEIGHT / 2.0) / zoom + HEIGHT / 2.0;
        double light = 120;
        for (double[] blot : blots) {
          double d = (Math.pow(u - blot[0], 2) + Math.pow(v - blot[1], 2)) / (blot[2] * blot[2]);
          light += d < 9 ? blot[3] * Math.exp(-d) : 0;
        }
        luma[y * WIDTH + x] = (byte) Math.max(0, Math.min(255, light));
      }
    }
    return luma;
  }

  @Test
  void aCutIsAChangeThatStandsAlone() {
    List<Double> steps = new ArrayList<>(Collections.nCopies(40, 1.5));
    assertThat(Cuts.in(steps)).isEmpty();
    steps.set(19, 30.0);
    assertThat(Cuts.in(steps)).containsExactly(20);
    steps.set(20, 28.0);
    assertThat(Cuts.in(steps)).as("a flash or a whip pan").isEmpty();
  }

  @Test
  void coloursSayWhatAnEyeWould() {
    ShotColours night = plain(0x101a30);
    ShotColours sunset = plain(0xd07a3a);
    ShotColours meadow = plain(0x5a9a3c);
    assertThat(night.brightness()).isLessThan(0.15);
    assertThat(night.warmth()).isNegative();
    assertThat(sunset.warmth()).isGreaterThan(0.3);
    assertThat(meadow.groundHue()).isBetween(70.0, 130.0);
    assertThat(meadow.distance(plain(0x5a9a3c))).isZero();
    assertThat(meadow.distance(sunset)).isGreaterThan(20);
  }

  private static ShotColours plain(int rgb) {
    ShotColours colours = new ShotColours();
    int[] pixels = new int[64 * 36];
    java.util.Arrays.fill(pixels, rgb);
    colours.add(pixels, 64, 36);
    return colours;
  }
}
