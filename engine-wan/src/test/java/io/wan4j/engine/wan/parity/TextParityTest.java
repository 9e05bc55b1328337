package io.wan4j.engine.wan.parity;

import com.fasterxml.jackson.databind.JsonNode;
import io.wan4j.engine.wan.checkpoint.Config;
import io.wan4j.engine.wan.checkpoint.TensorSource;
import io.wan4j.engine.wan.text.PromptCleaning;
import io.wan4j.engine.wan.text.Umt5Encoder;
import io.wan4j.engine.wan.text.UnigramTokenizer;
import io.wan4j.torch.DType;
import io.wan4j.torch.LibtorchRequired;
import io.wan4j.torch.Scope;
import io.wan4j.torch.Tensor;
import io.wan4j.torch.Weights;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.ExtendWith;

/** Cleaning, tokenizer and text encoder. */
@ExtendWith(LibtorchRequired.class)
class TextParityTest {
  private static final double F32 = 2e-5;
  private static final double BF16 = 2e-2;
  private static final ParityTable TABLE = new ParityTable("text");

  @AfterAll
  static void print() {
    TABLE.print();
  }

  @Test
  void idsAreEqual() {
    Path folder = Fixtures.folder("tokenizer");
    JsonNode json = Fixtures.json(folder.resolve("cases.json"));
    UnigramTokenizer tokenizer = UnigramTokenizer.load(folder);
    int most = json.get("max_length").intValue();
    int number = 0;
    for (JsonNode one : json.get("cases")) {
      String title = "tokenizer " + number++;
      String cleaned = PromptCleaning.PLAIN.clean(one.get("prompt").asText());
      TABLE.exact(title + " cleaned", cleaned, one.get("cleaned").asText());
      List<Long> expected = new ArrayList<>();
      one.get("ids_with_eos").forEach(id -> expected.add(id.longValue()));
      TABLE.exact(
          title + " ids",
          Arrays.stream(tokenizer.encode(cleaned, most)).boxed().toList(),
          expected);
    }
  }

  @Test
  void statesAreEqual() {
    Path folder = Fixtures.folder("text_encoder");
    Weights cases = Weights.file(folder.resolve("cases.safetensors"));
    for (DType type : List.of(DType.FLOAT32, DType.BFLOAT16)) {
      try (Scope _ = Scope.open();
          Umt5Encoder encoder =
              Umt5Encoder.load(
                  Config.read(folder.resolve("config.json")),
                  TensorSource.of(Weights.file(folder.resolve("model.safetensors"))),
                  type,
                  Fixtures.device())) {
        for (String name : Fixtures.cases(cases, "case")) {
          check(name, type, encoder, cases);
        }
      }
    }
  }

  /** Rows of padding are not computed here, so real rows are compared, and the padded result. */
  private static void check(String name, DType type, Umt5Encoder encoder, Weights cases) {
    boolean coarse = type == DType.BFLOAT16;
    String states = name + (coarse ? ".bf16" : "") + ".last_hidden_state";
    if (!cases.has(states)) {
      return;
    }
    Tensor ids = cases.get(name + ".input_ids");
    for (long row = 0; row < ids.size(0); row++) {
      long[] all = ids.select(0, row).toLongs();
      long[] mask = cases.get(name + ".attention_mask").select(0, row).toLongs();
      long[] real = Arrays.copyOf(all, (int) Arrays.stream(mask).sum());
      String title = "umt5 " + states + " row " + row;
      TABLE.check(
          title,
          encoder.encode(real),
          cases.get(states).slice(0, row, row + 1).slice(1, 0, real.length),
          coarse ? BF16 : F32);
      if (!coarse) {
        TABLE.check(
            title + " padded",
            encoder.encodePadded(real, all.length),
            cases.get(name + ".prompt_embeds").slice(0, row, row + 1),
            F32);
      }
    }
  }
}
