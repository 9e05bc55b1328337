package io.wan4j.engine.wan;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.wan4j.engine.wan.cache.Skipping;
import io.wan4j.engine.wan.fit.EightBits;
import io.wan4j.torch.DType;
import io.wan4j.torch.Device;
import java.nio.file.Path;
import java.util.List;
import java.util.Optional;
import java.util.OptionalInt;
import java.util.OptionalLong;
import org.junit.jupiter.api.Test;

class WanSettingsTest {
  private static final Path FOLDER = Path.of("work");

  @Test
  void nothingThatChangesTheFilmIsOnUnlessAskedFor() {
    assertThat(WanSettings.in(FOLDER))
        .isEqualTo(
            new WanSettings(
                FOLDER,
                List.of(Device.CPU),
                Optional.empty(),
                OptionalInt.empty(),
                OptionalLong.empty(),
                false,
                Skipping.NONE,
                EightBits.NEVER));
  }

  @Test
  void eachSettingLeavesTheOthersAsTheyAre() {
    WanSettings all =
        WanSettings.in(FOLDER)
            .withDevices(List.of(Device.cuda(1)))
            .withEightBits(EightBits.ALWAYS)
            .withType(DType.BFLOAT16)
            .withSteps(4)
            .withMemory(1 << 30)
            .keepingRate()
            .withSkipping(Skipping.NONE);
    assertThat(all)
        .isEqualTo(
            new WanSettings(
                FOLDER,
                List.of(Device.cuda(1)),
                Optional.of(DType.BFLOAT16),
                OptionalInt.of(4),
                OptionalLong.of(1 << 30),
                true,
                Skipping.NONE,
                EightBits.ALWAYS));
  }

  @Test
  void weightsHaveTheWordsOfTheCommandLine() {
    assertThat(List.of("bf16", "auto", "fp8"))
        .map(EightBits::parse)
        .containsExactly(EightBits.NEVER, EightBits.WHERE_NEEDED, EightBits.ALWAYS);
    assertThatThrownBy(() -> EightBits.parse("int4"))
        .isInstanceOf(IllegalArgumentException.class)
        .hasMessageContaining("bf16, fp8 or auto, not int4");
  }
}
