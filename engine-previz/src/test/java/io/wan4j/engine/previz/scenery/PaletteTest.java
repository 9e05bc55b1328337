package io.wan4j.engine.previz.scenery;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.wan4j.engine.EngineException;
import java.io.IOException;
import java.net.URISyntaxException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

class PaletteTest {
  static List<String> hours() {
    return Places.HOURS;
  }

  static List<String> materials() throws IOException, URISyntaxException {
    Path folder = Path.of(PaletteTest.class.getResource("material").toURI());
    try (Stream<Path> files = Files.list(folder)) {
      return files.map(file -> file.getFileName().toString().replace(".properties", "")).toList();
    }
  }

  @ParameterizedTest
  @MethodSource("hours")
  void lightsAreComplete(String hour) {
    Light light = Light.of(hour);
    assertThat(light.skyAt()).isSorted().hasSize(light.sky().size());
    assertThat(light.skyAt()[0]).isZero();
    assertThat(light.skyAt()[light.skyAt().length - 1]).isEqualTo(1);
    assertThat(light.glow()).isBetween(0.0, 1.0);
    assertThat(light.rim()).isBetween(0.0, 1.0);
    assertThat(light.exposure()).isBetween(0.3, 1.0);
    assertThat(light.lamps()).isBetween(0.0, 1.0);
    assertThat(light.shadow().brightness()).as("shadows are dark").isLessThan(0.35);
    assertThat(light.shadow().rgb()).as("and never black").isNotZero();
  }

  @ParameterizedTest
  @MethodSource("materials")
  void materialsAreComplete(String place) {
    assertThat(Materials.of(place).accents()).isNotEmpty();
  }

  @Test
  void whatIsMissingIsNamed() {
    assertThatThrownBy(() -> Light.of("noon"))
        .isInstanceOf(EngineException.class)
        .hasMessageContaining("light/noon.properties");
    assertThatThrownBy(() -> Palette.read("light/day.properties").colour("moon"))
        .isInstanceOf(EngineException.class)
        .hasMessageContaining("light/day.properties lacks moon");
  }

  @Test
  void cloudsHideTheSunAndTheStars() {
    Light night = Light.of("night");
    assertThat(night.overcast(1).stars()).isZero();
    assertThat(night.overcast(1).sunRadius()).isZero();
    assertThat(Light.of("day").overcast(0.8).glow()).isLessThan(Light.of("day").glow() / 2);
  }
}
