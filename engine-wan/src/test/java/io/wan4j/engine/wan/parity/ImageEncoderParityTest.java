package io.wan4j.engine.wan.parity;

import io.wan4j.engine.wan.checkpoint.Config;
import io.wan4j.engine.wan.checkpoint.TensorSource;
import io.wan4j.engine.wan.image.ClipImageEncoder;
import io.wan4j.torch.DType;
import io.wan4j.torch.LibtorchRequired;
import io.wan4j.torch.Scope;
import io.wan4j.torch.Weights;
import java.nio.file.Path;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.ExtendWith;

@ExtendWith(LibtorchRequired.class)
class ImageEncoderParityTest {
  private static final double F32 = 2e-5;

  @Test
  void penultimateStateIsEqual() {
    ParityTable table = new ParityTable("image encoder");
    Path folder = Fixtures.folder("image_encoder");
    Weights cases = Weights.file(folder.resolve("cases.safetensors"));
    try (Scope _ = Scope.open();
        ClipImageEncoder encoder =
            ClipImageEncoder.load(
                Config.read(folder.resolve("image_encoder/config.json")),
                TensorSource.of(Weights.folder(folder.resolve("image_encoder"))),
                DType.FLOAT32,
                Fixtures.device())) {
      table.check(
          "clip",
          encoder.encode(cases.get("pixel_values")),
          cases.get("penultimate_hidden_state"),
          F32);
    }
    table.print();
  }
}
