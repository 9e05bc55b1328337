package io.wan4j.engine.previz.actor;

import static org.assertj.core.api.Assertions.assertThat;

import io.wan4j.engine.previz.paint.Colour;
import io.wan4j.engine.previz.paint.Raster;
import io.wan4j.engine.previz.paint.Shapes;
import java.awt.Color;
import java.awt.Graphics2D;
import java.util.Optional;
import org.junit.jupiter.api.Test;

class ReliefTest {
  private static final int SIDE = 256;

  @Test
  void aFlatDiscBecomesABallThatIsLitFromAbove() {
    int[] flat = disc().pixels().clone();
    Raster raster = disc();

    Relief.of(raster, Optional.empty());

    int[] round = raster.pixels();
    assertThat(green(round, 0.2)).isGreaterThan(green(round, 0.5) + 10);
    assertThat(green(round, 0.5)).isGreaterThan(green(round, 0.85) + 20);
    for (int i = 0; i < flat.length; i++) {
      assertThat(round[i] >>> 24).as("alpha").isEqualTo(flat[i] >>> 24);
    }
  }

  /** A green disc painted red is red, and as light as it was. */
  @Test
  void whatIsColouredTakesAnotherColour() {
    Raster raster = disc();

    Relief.of(raster, Optional.of(new Colour(0xC03030)));

    int middle = raster.pixels()[SIDE / 2 * SIDE + SIDE / 2];
    assertThat(middle >> 16 & 255).isGreaterThan((middle >> 8 & 255) + 60);
  }

  @Test
  void itIsDrawnAtAnySize() {
    Relief relief = Relief.of(disc(), Optional.empty());
    for (int side : new int[] {12, 60, 200, 700}) {
      Raster raster = new Raster(side, side);
      Graphics2D brush = raster.brush();
      relief.draw(brush, side);
      brush.dispose();
      assertThat(raster.pixels()[side / 2 * side + side / 2] >>> 24).isEqualTo(255);
      assertThat(raster.pixels()[0]).isZero();
    }
  }

  private static Raster disc() {
    Raster raster = new Raster(SIDE, SIDE);
    Graphics2D brush = raster.brush();
    brush.setColor(new Color(120, 160, 90));
    brush.fill(Shapes.disc(SIDE / 2.0, SIDE / 2.0, SIDE * 0.42));
    brush.dispose();
    return raster;
  }

  /** The mean green of a row about the middle. */
  private static double green(int[] pixels, double down) {
    int row = (int) (down * SIDE);
    double sum = 0;
    for (int x = SIDE / 2 - 20; x < SIDE / 2 + 20; x++) {
      sum += pixels[row * SIDE + x] >> 8 & 255;
    }
    return sum / 40;
  }
}
