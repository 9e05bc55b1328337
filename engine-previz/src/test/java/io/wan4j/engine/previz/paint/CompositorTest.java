package io.wan4j.engine.previz.paint;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import java.util.Random;
import org.junit.jupiter.api.Test;

class CompositorTest {
  private static final int WIDTH = 90;
  private static final int HEIGHT = 20;

  /** The leap over empty pixels must not change what is painted, wherever the layer repeats. */
  @Test
  void sparseLayersArePaintedLikeFullOnes() {
    Random random = new Random(4);
    for (int round = 0; round < 60; round++) {
      Raster painting = new Raster(61 + random.nextInt(80), HEIGHT);
      int[] pixels = painting.pixels();
      for (int i = 0; i < 9; i++) {
        pixels[random.nextInt(pixels.length)] = 0xFF40A060;
      }
      pixels[0] = 0xFF102030;
      pixels[pixels.length - 1] = 0xFF102030;
      Layer layer = Layer.of(painting, 0);
      double column = random.nextInt(300) - 150 + random.nextDouble();
      double step = 0.4 + random.nextDouble();
      int[] frame = new int[WIDTH * HEIGHT];
      LaidLayer laid =
          new LaidLayer(
              layer,
              new SampleRows(WIDTH),
              0,
              HEIGHT,
              (y, place) -> {
                place[0] = y;
                place[1] = column;
                place[2] = step;
                return true;
              },
              false,
              1);
      Overlay.layAll(List.of(laid), frame, WIDTH);
      for (int i = 0; i < frame.length; i++) {
        int expected = sampled(layer, i / WIDTH, column, step, i % WIDTH);
        assertThat(frame[i] >>> 24)
            .as("round %d, pixel %d", round, i)
            .isCloseTo(expected, within(2));
      }
    }
  }

  @Test
  void anOpaquePixelHidesWhatIsBelow() {
    assertThat(Compositor.blend(0xFF123456, 0xFFABCDEF)).isEqualTo(0xFFABCDEF);
    assertThat(Compositor.blend(0xFF123456, 0)).isEqualTo(0xFF123456);
  }

  private static org.assertj.core.data.Offset<Integer> within(int levels) {
    return org.assertj.core.data.Offset.offset(levels);
  }

  /** Alpha of a pixel by plain arithmetic. */
  private static int sampled(Layer layer, int row, double column, double step, int x) {
    long period = (long) layer.width() << 16;
    long start = Math.floorMod((long) (column * 65536), period);
    long u = (start + x * (long) (step * 65536)) % period;
    int left = (int) (u >> 16);
    double part = (u >> 8 & 255) / 256.0;
    int a = layer.pixels()[row * layer.stride() + left] >>> 24;
    int b = layer.pixels()[row * layer.stride() + left + 1] >>> 24;
    return (int) (a * (1 - part) + b * part);
  }
}
