package io.wan4j.engine.wan.parity;

import io.wan4j.engine.wan.checkpoint.Config;
import io.wan4j.engine.wan.checkpoint.TensorSource;
import io.wan4j.engine.wan.transformer.Context;
import io.wan4j.engine.wan.transformer.VideoTransformer;
import io.wan4j.engine.wan.transformer.WanTransformer;
import io.wan4j.torch.DType;
import io.wan4j.torch.Device;
import io.wan4j.torch.LibtorchRequired;
import io.wan4j.torch.Scope;
import io.wan4j.torch.Tensor;
import io.wan4j.torch.Weights;
import java.nio.file.Path;
import java.util.List;
import java.util.stream.Stream;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.DynamicTest;
import org.junit.jupiter.api.TestFactory;
import org.junit.jupiter.api.extension.ExtendWith;

/** Every transformer of the fixtures, found by its folder; its class follows from config.json. */
@ExtendWith(LibtorchRequired.class)
class TransformerParityTest {
  private static final double F32 = 2e-5;
  private static final double BF16 = 2e-2;
  private static final double BF16_MEAN = 4e-3;
  private static final ParityTable TABLE = new ParityTable("transformer");

  @AfterAll
  static void print() {
    TABLE.print();
  }

  @TestFactory
  Stream<DynamicTest> plainTransformers() {
    return Fixtures.folders("transformer").stream()
        .filter(folder -> kind(folder).equals("WanTransformer3DModel"))
        .map(folder -> DynamicTest.dynamicTest(folder.getFileName().toString(), () -> run(folder)));
  }

  private static String kind(Path folder) {
    return Config.read(folder.resolve("config.json")).text("_class_name");
  }

  private static void run(Path folder) {
    Weights cases = Weights.file(folder.resolve("cases.safetensors"));
    for (DType type : List.of(DType.FLOAT32, DType.BFLOAT16)) {
      try (Scope _ = Scope.open();
          VideoTransformer network =
              WanTransformer.load(
                  Config.read(folder.resolve("config.json")),
                  TensorSource.of(
                      Weights.file(folder.resolve("diffusion_pytorch_model.safetensors"))),
                  type,
                  Device.CPU)) {
        for (String name : Fixtures.cases(cases, "case")) {
          String expected = name + (type == DType.FLOAT32 ? ".out" : ".bf16.out");
          if (cases.has(expected)) {
            check(folder.getFileName() + " " + expected, network, cases, name, expected);
          }
        }
      }
    }
  }

  private static void check(
      String title, VideoTransformer network, Weights cases, String name, String expected) {
    try (Scope _ = Scope.open()) {
      String image = name + ".in.encoder_hidden_states_image";
      Tensor actual =
          network.velocity(
              cases.get(name + ".in.hidden_states"),
              cases.get(name + ".in.timestep"),
              new Context(
                  cases.get(name + ".in.encoder_hidden_states"),
                  cases.has(image) ? List.of(cases.get(image)) : List.of()));
      boolean coarse = cases.dtype(expected) == DType.BFLOAT16;
      TABLE.check(title, actual, cases.get(expected), coarse ? BF16 : F32);
      if (coarse) {
        TABLE.check(title + ", mean", Fixtures.meanError(actual, cases.get(expected)), BF16_MEAN);
      }
    }
  }
}
