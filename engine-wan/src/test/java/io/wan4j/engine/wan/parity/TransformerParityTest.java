package io.wan4j.engine.wan.parity;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import io.wan4j.engine.wan.checkpoint.Config;
import io.wan4j.engine.wan.checkpoint.TensorSource;
import io.wan4j.engine.wan.transformer.AnimateTransformer;
import io.wan4j.engine.wan.transformer.Context;
import io.wan4j.engine.wan.transformer.SpeechTransformer;
import io.wan4j.engine.wan.transformer.StepCache;
import io.wan4j.engine.wan.transformer.VaceTransformer;
import io.wan4j.engine.wan.transformer.VideoTransformer;
import io.wan4j.engine.wan.transformer.WanTransformer;
import io.wan4j.torch.DType;
import io.wan4j.torch.LibtorchRequired;
import io.wan4j.torch.Scope;
import io.wan4j.torch.Tensor;
import io.wan4j.torch.Weights;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.stream.Stream;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.DynamicTest;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestFactory;
import org.junit.jupiter.api.extension.ExtendWith;

/** Every transformer of the fixtures, found by its folder; its class follows from config.json. */
@ExtendWith(LibtorchRequired.class)
class TransformerParityTest {
  private static final double F32 = 2e-5;
  private static final double F32_WIDE_SINUSOID = 1e-4;
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

  @TestFactory
  Stream<DynamicTest> controlledTransformers() {
    return Fixtures.folders("transformer").stream()
        .filter(folder -> kind(folder).equals("WanVACETransformer3DModel"))
        .map(
            folder -> DynamicTest.dynamicTest(folder.getFileName().toString(), () -> vace(folder)));
  }

  @TestFactory
  Stream<DynamicTest> animatingTransformers() {
    return Fixtures.folders("transformer").stream()
        .filter(folder -> kind(folder).equals("WanAnimateTransformer3DModel"))
        .map(
            folder ->
                DynamicTest.dynamicTest(folder.getFileName().toString(), () -> animate(folder)));
  }

  @TestFactory
  Stream<DynamicTest> speakingTransformers() {
    return Fixtures.folders("transformer").stream()
        .filter(folder -> kind(folder).equals("WanModel_S2V"))
        .map(
            folder ->
                DynamicTest.dynamicTest(folder.getFileName().toString(), () -> speak(folder)));
  }

  @Test
  void everyFolderHasItsTest() {
    List<String> known =
        List.of(
            "WanTransformer3DModel",
            "WanVACETransformer3DModel",
            "WanAnimateTransformer3DModel",
            "WanModel_S2V");
    assertThat(Fixtures.folders("transformer")).allMatch(folder -> known.contains(kind(folder)));
  }

  private static Config config(Path folder) {
    return Config.read(folder.resolve("config.json"));
  }

  private static TensorSource tensors(Path folder) {
    return TensorSource.of(Weights.file(folder.resolve("diffusion_pytorch_model.safetensors")));
  }

  private static void vace(Path folder) {
    Weights cases = Weights.file(folder.resolve("cases.safetensors"));
    for (DType type : List.of(DType.FLOAT32, DType.BFLOAT16)) {
      try (Scope _ = Scope.open();
          VaceTransformer network =
              VaceTransformer.load(config(folder), tensors(folder), type, Fixtures.device())) {
        for (String name : Fixtures.cases(cases, "case")) {
          String expected = name + (type == DType.FLOAT32 ? ".out" : ".bf16.out");
          if (cases.has(expected)) {
            String scale = name + ".in.control_hidden_states_scale";
            List<Double> strengths = new ArrayList<>(network.strengths(1));
            if (cases.has(scale)) {
              float[] given = cases.get(scale).toFloats();
              for (int i = 0; i < given.length; i++) {
                strengths.set(i, (double) given[i]);
              }
            }
            Tensor actual =
                network.velocity(
                    cases.get(name + ".in.hidden_states"),
                    cases.get(name + ".in.timestep"),
                    Context.ofText(cases.get(name + ".in.encoder_hidden_states")),
                    cases.get(name + ".in.control_hidden_states"),
                    strengths,
                    StepCache.none());
            compare(folder.getFileName() + " " + expected, actual, cases, expected);
          }
        }
      }
    }
  }

  private static void animate(Path folder) {
    Weights cases = Weights.file(folder.resolve("cases.safetensors"));
    try (Scope _ = Scope.open();
        AnimateTransformer network =
            AnimateTransformer.load(
                config(folder), tensors(folder), DType.FLOAT32, Fixtures.device())) {
      for (String name : Fixtures.cases(cases, "case")) {
        Tensor actual =
            network.velocity(
                cases.get(name + ".in.hidden_states"),
                cases.get(name + ".in.timestep"),
                new Context(
                    cases.get(name + ".in.encoder_hidden_states"),
                    List.of(cases.get(name + ".in.encoder_hidden_states_image"))),
                cases.get(name + ".in.pose_hidden_states"),
                cases.get(name + ".in.face_pixel_values"));
        compare(folder.getFileName() + " " + name, actual, cases, name + ".out");
      }
    }
  }

  private static void speak(Path folder) {
    Weights cases = Weights.file(folder.resolve("cases.safetensors"));
    JsonNode json = Fixtures.json(folder.resolve("cases.json"));
    try (Scope _ = Scope.open();
        SpeechTransformer network =
            SpeechTransformer.load(
                config(folder), tensors(folder), DType.FLOAT32, Fixtures.device())) {
      for (String name : Fixtures.cases(cases, "case")) {
        boolean drop = json.get(name).get("drop_motion_frames").booleanValue();
        Tensor motion = cases.get(name + ".in.motion_latents").unsqueeze(0);
        Tensor actual =
            network.velocity(
                cases.get(name + ".in.x").unsqueeze(0),
                cases.get(name + ".in.t"),
                cases.get(name + ".in.context").unsqueeze(0),
                new SpeechTransformer.Conditions(
                    cases.get(name + ".in.ref_latents").unsqueeze(0),
                    drop ? List.of() : List.of(motion),
                    cases.get(name + ".in.cond_states").unsqueeze(0),
                    cases.get(name + ".in.audio_input")));
        Tensor expected = cases.get(name + ".out").unsqueeze(0);
        // The Wan repositories compute the timestep's sinusoid in 64 bits.
        TABLE.check(folder.getFileName() + " " + name, actual, expected, F32_WIDE_SINUSOID);
      }
    }
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
                  Fixtures.device())) {
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
      compare(title, actual, cases, expected);
    }
  }

  private static void compare(String title, Tensor actual, Weights cases, String expected) {
    boolean coarse = cases.dtype(expected) == DType.BFLOAT16;
    TABLE.check(title, actual, cases.get(expected), coarse ? BF16 : F32);
    if (coarse) {
      TABLE.check(title + ", mean", Fixtures.meanError(actual, cases.get(expected)), BF16_MEAN);
    }
  }
}
