package io.wan4j.engine.wan.parity;

import com.fasterxml.jackson.databind.JsonNode;
import io.wan4j.engine.wan.checkpoint.Config;
import io.wan4j.engine.wan.checkpoint.TensorSource;
import io.wan4j.engine.wan.lora.Lora;
import io.wan4j.engine.wan.lora.LoraTensors;
import io.wan4j.engine.wan.transformer.Context;
import io.wan4j.engine.wan.transformer.WanTransformer;
import io.wan4j.torch.DType;
import io.wan4j.torch.LibtorchRequired;
import io.wan4j.torch.Scope;
import io.wan4j.torch.Tensor;
import io.wan4j.torch.Weights;
import java.nio.file.Path;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.ExtendWith;

@ExtendWith(LibtorchRequired.class)
class LoraParityTest {
  private static final double F32 = 2e-5;
  private final ParityTable table = new ParityTable("lora");
  private final Path folder = Fixtures.folder("lora");
  private final Weights cases = Weights.file(folder.resolve("cases.safetensors"));

  @Test
  void mergedNetworksAreEqual() {
    JsonNode json = Fixtures.json(folder.resolve("cases.json"));
    double strength = json.get("strength").doubleValue();
    TensorSource base = TensorSource.of(Weights.folder(folder.resolve("base")));
    try (Scope _ = Scope.open()) {
      check("base", base);
      LoraTensors merged = merged(base, "lora_down_up_alpha", strength);
      for (String name : cases.names()) {
        if (name.startsWith("merged.")) {
          table.check(name, merged.get(name.substring(7)), cases.get(name), F32);
        }
      }
      check("merged", merged);
      check("merged_peft_diff", merged(base, "lora_peft_diff", strength));
    }
    table.print();
  }

  private LoraTensors merged(TensorSource base, String file, double strength) {
    Lora lora = Lora.read(Weights.file(folder.resolve(file + ".safetensors")));
    return new LoraTensors(base, List.of(new LoraTensors.Applied(lora, strength)));
  }

  private void check(String name, TensorSource tensors) {
    Config config = Config.read(folder.resolve("base/config.json"));
    try (Scope _ = Scope.open();
        WanTransformer network =
            WanTransformer.load(config, tensors, DType.FLOAT32, Fixtures.device())) {
      Tensor actual =
          network.velocity(
              cases.get("in.hidden_states"),
              cases.get("in.timestep"),
              Context.ofText(cases.get("in.encoder_hidden_states")));
      table.check("out." + name, actual, cases.get("out." + name), F32);
    }
  }
}
