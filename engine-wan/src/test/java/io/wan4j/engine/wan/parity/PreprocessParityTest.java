package io.wan4j.engine.wan.parity;

import com.fasterxml.jackson.databind.JsonNode;
import io.wan4j.engine.wan.image.ImagePreparation;
import io.wan4j.engine.wan.image.ImagePreparation.ClipInput;
import io.wan4j.engine.wan.image.RgbImage;
import io.wan4j.torch.LibtorchRequired;
import io.wan4j.torch.Scope;
import io.wan4j.torch.Tensor;
import io.wan4j.torch.Weights;
import java.nio.file.Path;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.ExtendWith;

@ExtendWith(LibtorchRequired.class)
class PreprocessParityTest {
  /** In units of [0, 1]; values here span twice that, or more after a division by deviations. */
  private static final double ROUNDED = 2 / 255.0;

  private static final double INTERPOLATED = 1e-5;
  private static final ClipInput CLIP =
      new ClipInput(
          28,
          new double[] {0.48145466, 0.4578275, 0.40821073},
          new double[] {0.26862954, 0.26130258, 0.27577711});

  @Test
  void picturesAreEqual() {
    ParityTable table = new ParityTable("preprocess");
    Path folder = Fixtures.folder("preprocess");
    Weights cases = Weights.file(folder.resolve("cases.safetensors"));
    for (JsonNode one : Fixtures.json(folder.resolve("cases.json"))) {
      String file = one.get("file").asText();
      String name = file.replace(".png", ".");
      RgbImage image = Pictures.read(folder.resolve(file));
      int width = one.get("target_width").intValue();
      int height = one.get("target_height").intValue();
      try (Scope _ = Scope.open()) {
        Tensor stretched = ImagePreparation.stretched(image, width, height);
        table.check(
            name + "video_processor", stretched, cases.get(name + "video_processor"), ROUNDED);
        table.check(
            name + "wan_bicubic",
            ImagePreparation.interpolated(image, width, height),
            cases.get(name + "wan_bicubic"),
            INTERPOLATED);
        table.check(
            name + "clip_hf_28",
            ImagePreparation.forClip(image, CLIP).reshape(3, 28, 28),
            cases.get(name + "clip_hf_28"),
            ROUNDED);
        table.check(
            name + "clip_wan_28",
            ImagePreparation.forClipSquashed(image, CLIP),
            cases.get(name + "clip_wan_28"),
            INTERPOLATED);
        table.check(
            name + "ti2v_lanczos_crop",
            ImagePreparation.covering(image, width, height),
            cases.get(name + "ti2v_lanczos_crop"),
            ROUNDED);
        table.check(
            name + "vace_reference",
            ImagePreparation.onWhite(image, width, height).reshape(3, height, width),
            cases.get(name + "vace_reference"),
            ROUNDED);
      }
    }
    table.print();
  }
}
