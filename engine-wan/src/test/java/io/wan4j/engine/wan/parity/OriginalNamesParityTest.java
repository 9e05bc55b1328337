package io.wan4j.engine.wan.parity;

import com.fasterxml.jackson.databind.JsonNode;
import io.wan4j.engine.wan.checkpoint.Config;
import io.wan4j.engine.wan.checkpoint.NameRules;
import io.wan4j.engine.wan.checkpoint.RenamedTensors;
import io.wan4j.engine.wan.checkpoint.TensorSource;
import io.wan4j.engine.wan.transformer.Context;
import io.wan4j.engine.wan.transformer.WanTransformer;
import io.wan4j.engine.wan.vae.VaeConfig;
import io.wan4j.engine.wan.vae.WanVae;
import io.wan4j.torch.DType;
import io.wan4j.torch.Functions;
import io.wan4j.torch.LibtorchRequired;
import io.wan4j.torch.Scope;
import io.wan4j.torch.Tensor;
import io.wan4j.torch.Weights;
import java.nio.file.Path;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.ExtendWith;

/** The same networks under the names of the Wan repositories. */
@ExtendWith(LibtorchRequired.class)
class OriginalNamesParityTest {
  /** The Wan repositories compute the timestep's sinusoid in 64 bits. */
  private static final double TRANSFORMER = 1e-4;

  private static final int TEXT_ROWS = 512;
  private static final double ENCODE = 2e-5;
  private static final double DECODE = 1e-4;

  private final ParityTable table = new ParityTable("original names");
  private final Path folder = Fixtures.folder("original_names");
  private final Weights cases = Weights.file(folder.resolve("cases.safetensors"));

  @Test
  void networksAreEqual() {
    try (Scope _ = Scope.open()) {
      transformer();
      vae("vae21", VaeConfig.published("2.1"));
      vae("vae22", VaeConfig.published("2.2"));
    }
    table.print();
  }

  private TensorSource tensors(String file, NameRules rules) {
    return new RenamedTensors(
        TensorSource.of(Weights.file(folder.resolve(file + "_original.safetensors"))), rules);
  }

  private void transformer() {
    try (WanTransformer network =
        WanTransformer.load(
            Config.read(folder.resolve("t2v_original_config.json")),
            tensors("t2v", NameRules.transformer()),
            DType.FLOAT32,
            Fixtures.device())) {
      Tensor context = cases.get("t2v.in.context").unsqueeze(0);
      table.check(
          "t2v",
          network.velocity(
              cases.get("t2v.in.x").unsqueeze(0),
              cases.get("t2v.in.t"),
              Context.ofText(Functions.pad(context, 0, 0, 0, TEXT_ROWS - context.size(1)))),
          cases.get("t2v.out").unsqueeze(0),
          TRANSFORMER);
    }
  }

  /** The published structure in the fixture's small widths. */
  private void vae(String name, VaeConfig published) {
    JsonNode json = Fixtures.json(folder.resolve("vae_original_config.json")).get(name);
    int width = json.get("dim").intValue();
    VaeConfig config =
        new VaeConfig(
            width,
            json.has("dec_dim") ? json.get("dec_dim").intValue() : width,
            json.get("z_dim").intValue(),
            published.multipliers(),
            json.get("num_res_blocks").intValue(),
            published.halvesTime(),
            published.residual(),
            published.patch(),
            numbers(json, "latents_mean", published.mean()),
            numbers(json, "latents_std", published.deviation()));
    NameRules rules = NameRules.vae(config.residual(), config.residualBlocks());
    try (WanVae vae = WanVae.load(config, tensors(name, rules), DType.FLOAT32, Fixtures.device())) {
      table.check(
          name + " encode",
          vae.normalize(vae.encode(cases.get(name + ".in.video"))),
          cases.get(name + ".latent_normalized"),
          ENCODE);
      table.check(
          name + " decode",
          vae.decode(vae.denormalize(cases.get(name + ".in.latent_normalized"))),
          cases.get(name + ".video"),
          DECODE);
    }
  }

  private static double[] numbers(JsonNode json, String key, double[] otherwise) {
    if (!json.has(key)) {
      return otherwise;
    }
    double[] numbers = new double[json.get(key).size()];
    for (int i = 0; i < numbers.length; i++) {
      numbers[i] = json.get(key).get(i).doubleValue();
    }
    return numbers;
  }
}
