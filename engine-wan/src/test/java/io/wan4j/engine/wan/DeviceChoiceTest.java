package io.wan4j.engine.wan;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.wan4j.engine.EngineException;
import io.wan4j.torch.Device;
import java.util.List;
import java.util.Optional;
import org.junit.jupiter.api.Test;

class DeviceChoiceTest {
  private static final List<Device> PROCESSOR = List.of(Device.CPU);
  private static final List<Device> CARDS =
      List.of(Device.CPU, Device.cuda(0), Device.cuda(1), Device.cuda(2));

  @Test
  void autoTakesEveryCardAndElseTheProcessor() {
    assertThat(chosen("auto", CARDS))
        .containsExactly(Device.cuda(0), Device.cuda(1), Device.cuda(2));
    assertThat(chosen("auto", PROCESSOR)).containsExactly(Device.CPU);
  }

  @Test
  void aDeviceIsTakenByName() {
    assertThat(chosen("cpu", CARDS)).containsExactly(Device.CPU);
    assertThat(chosen("cuda", CARDS)).hasSize(3);
    assertThat(chosen("cuda:1", CARDS)).containsExactly(Device.cuda(1));
    assertThat(chosen("cuda:2,cuda:0", CARDS)).containsExactly(Device.cuda(2), Device.cuda(0));
    assertThat(chosen("cuda:1,cuda", CARDS)).hasSize(3).startsWith(Device.cuda(1));
  }

  @Test
  void aDeviceThatIsNotThereIsRefusedWithThoseThatAre() {
    assertThatThrownBy(() -> chosen("cuda:7", CARDS))
        .isInstanceOf(EngineException.class)
        .hasMessageContaining("no device cuda:7; there is: cpu, cuda:0, cuda:1, cuda:2 (libtorch")
        .hasMessageNotContaining("WAN4J_PYTHON");
    assertThatThrownBy(() -> chosen("cuda", PROCESSOR))
        .isInstanceOf(EngineException.class)
        .hasMessageContaining("there is: cpu (libtorch")
        .hasMessageContaining("no driver")
        .hasMessageContaining("WAN4J_PYTHON");
  }

  @Test
  void otherWordsAreRefused() {
    for (String word : List.of("", "gpu", "cuda:", "cuda:x", "auto,cpu", "cuda:0,", "CPU")) {
      assertThatThrownBy(() -> new DeviceChoice(word))
          .as(word)
          .isInstanceOf(IllegalArgumentException.class)
          .hasMessageContaining("auto, cpu, cuda or cuda:N");
    }
  }

  private static List<Device> chosen(String word, List<Device> there) {
    return new DeviceChoice(word).among(there, "libtorch 2.10.0", Optional.of("no driver"));
  }
}
