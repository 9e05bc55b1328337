package io.wan4j.torch;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.lang.reflect.Field;
import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.ExtendWith;

@ExtendWith(LibtorchRequired.class)
class TorchTest {
  private final Torch torch = Torch.load();

  @Test
  void reportsWhatItLoaded() {
    System.out.println(torch.report());
    assertThat(torch.version()).matches("2\\.\\d+\\.\\d+");
    assertThat(torch.devices()).contains(Device.CPU);
    assertThat(torch.blas()).isNotBlank();
    assertThat(torch.report()).contains(torch.version(), "cpu", torch.blas(), "bf16");
    assertThat(Torch.load()).isSameAs(torch);
  }

  @Test
  void setsThreads() {
    int before = torch.threads();
    try {
      torch.setThreads(1);
      assertThat(torch.threads()).isEqualTo(1);
    } finally {
      torch.setThreads(before);
    }
    assertThatThrownBy(() -> torch.setThreads(0)).isInstanceOf(IllegalArgumentException.class);
  }

  @Test
  void selfTestPasses() {
    torch.selfTest();
  }

  @Test
  void selfTestCallsEveryOperatorInUse() throws IllegalAccessException {
    List<Op> declared = new ArrayList<>();
    for (Field field : Aten.class.getDeclaredFields()) {
      declared.add((Op) field.get(null));
    }
    assertThat(new SelfTest().calls().keySet()).containsExactlyInAnyOrderElementsOf(declared);
  }

  @Test
  void selfTestNamesAnOperatorThatIsGone() {
    SelfTest test = new SelfTest();
    Op gone = Op.of("aten::no_such_operator(Tensor self) -> Tensor");
    test.calls().put(gone, () -> gone.call(Tensor.scalar(1)));
    assertThatThrownBy(test::run)
        .isInstanceOf(TorchException.class)
        .hasMessageContaining("no_such_operator");
  }
}
