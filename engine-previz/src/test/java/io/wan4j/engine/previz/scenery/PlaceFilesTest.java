package io.wan4j.engine.previz.scenery;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.wan4j.engine.EngineException;
import io.wan4j.engine.FrameSize;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.MethodSource;

/** Every file of places says what can be painted, and a slip of the pen is found where it is. */
class PlaceFilesTest {
  private static final Set<String> AIRS = Set.of("none", "dust", "leaves", "petals", "bubbles");

  static Stream<Map.Entry<String, PlacePlan>> places() {
    return Stream.of("natural.txt", "water.txt", "towns.txt")
        .flatMap(file -> PlacePlan.read(file).entrySet().stream());
  }

  @ParameterizedTest
  @MethodSource("places")
  void everyLineOfEveryPlaceIsUnderstood(Map.Entry<String, PlacePlan> place) {
    PlacePlan plan = place.getValue();
    Studio studio = studio(Materials.of(plan.material()));

    plan.build(studio);

    assertThat(plan.air()).isIn(AIRS);
    assertThat(studio.pieces()).hasSizeGreaterThanOrEqualTo(plan.lines().size());
    assertThat(Places.names()).contains(place.getKey());
  }

  @Test
  void whatIsPutBesideSomebodyIsUnderstoodToo() {
    Map<String, PlacePlan> beside = PlacePlan.read("beside.txt");

    assertThat(beside).containsKeys("tree", "cherry", "palm", "pine", "bare", "acacia");
    for (PlacePlan plan : beside.values()) {
      Studio studio = studio(Materials.of("meadow"));
      plan.build(studio);
      assertThat(studio.pieces()).hasSize(1);
    }
  }

  @ParameterizedTest
  @CsvSource(
      delimiter = ';',
      textBlock =
          """
          hils haze 1 lift 2; no verb hils
          hills haze 0.5 lift 12 swing 40 length 420 depth 20; lacks salt
          hills haze 0.5 lift 12 swing 40 length 420 depth 20 salt 3 sault 4; knows no sault
          clouds wool amount 0.5; no clouds of the kind
          clouds heaps amount many; must be a number
          draw castel depth 3 top foot-9 bottom foot; nobody paints
          draw fence depth 3 top feet-9 bottom foot; must be a row
          foreground tall 1 tall 2 amount 3; named twice
          """)
  void aSlipIsNamedWithItsLine(String line, String complaint) {
    List<String> text = List.of("# a place", "[here]", "material meadow", "sky", line);

    assertThatThrownBy(
            () ->
                PlacePlan.parse(text, "test.txt").get("here").build(studio(Materials.of("meadow"))))
        .isInstanceOf(EngineException.class)
        .hasMessageContaining("test.txt:5")
        .hasMessageContaining(complaint);
  }

  private static Studio studio(Materials materials) {
    return new Studio(new Stage(new FrameSize(64, 36), 1), Light.of("day"), materials, 0.1);
  }
}
