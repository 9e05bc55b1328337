package io.wan4j.engine.previz.picture;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.wan4j.engine.EngineException;
import java.util.Map;
import java.util.TreeMap;
import org.junit.jupiter.api.Test;

class EffectFilmTest {
  private static final int FRAMES = 150;
  private static final int[] SAMPLED = {45, 75, 105};

  /** The names of the reference, templates. */
  private static final String[] NAMES = {
    "squish", "rotation", "poke", "inflate", "dissolve", "carousel", "singleheart", "flying",
    "rose", "crystalrose", "hug", "frenchkiss", "coupleheart", "melt", "icecream", "dance1",
    "dance2", "dance3", "dance4", "dance5", "mermaid", "graduation", "dragon", "money",
    "jellyfish", "pupil", "hanfu-1", "solaron", "magazine", "mech1", "mech2"
  };

  private final EffectCatalogue catalogue = EffectCatalogue.load();
  private final Plate plate = Fixture.landscapePlate(5);

  @Test
  void knowsEveryTemplateOfTheReferenceAndNoOther() {
    assertThat(catalogue.names()).containsExactlyInAnyOrder(NAMES);
    assertThatThrownBy(() -> catalogue.get("moonwalk"))
        .isInstanceOf(EngineException.class)
        .hasMessageContaining("moonwalk")
        .hasMessageContaining("squish");
  }

  @Test
  void beginsWithThePictureAndIsLikeNoOther() {
    Map<String, int[][]> films = new TreeMap<>();
    for (String name : NAMES) {
      EffectFilm film =
          new EffectFilm(
              plate,
              catalogue.get(name),
              FRAMES,
              Fixture.RATE,
              9,
              new Finish(Fixture.WIDTH, Fixture.HEIGHT, 9));
      int[] frame = new int[Fixture.WIDTH * Fixture.HEIGHT];
      film.paint(0, frame);
      assertThat(Fixture.ssim(frame, plate.pixels())).as(name).isGreaterThan(0.95);
      film.paint(1, frame);
      assertThat(Fixture.ssim(frame, plate.pixels())).as("%s, frame 1", name).isGreaterThan(0.9);
      int[][] sampled = new int[SAMPLED.length][frame.length];
      for (int i = 0; i < SAMPLED.length; i++) {
        film.paint(SAMPLED[i], sampled[i]);
      }
      films.put(name, sampled);
    }
    for (String one : NAMES) {
      assertThat(
              apart(films.get(one), new int[][] {plate.pixels(), plate.pixels(), plate.pixels()}))
          .as("%s from the still", one)
          .isGreaterThan(2);
      for (String other : NAMES) {
        if (one.compareTo(other) < 0) {
          assertThat(apart(films.get(one), films.get(other)))
              .as("%s from %s", one, other)
              .isGreaterThan(2);
        }
      }
    }
  }

  private static double apart(int[][] one, int[][] other) {
    double sum = 0;
    for (int i = 0; i < one.length; i++) {
      sum += Fixture.difference(one[i], other[i]);
    }
    return sum / one.length;
  }
}
