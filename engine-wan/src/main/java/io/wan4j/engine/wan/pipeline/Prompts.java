package io.wan4j.engine.wan.pipeline;

import io.wan4j.engine.wan.text.PromptCleaning;
import io.wan4j.engine.wan.text.Umt5Encoder;
import io.wan4j.engine.wan.text.UnigramTokenizer;
import io.wan4j.torch.Tensor;

/**
 * What shall be seen and what not, in words.
 *
 * @param prompt what shall be seen
 * @param negative what shall not be seen
 */
public record Prompts(String prompt, String negative) {
  /** Rows of text that the transformers attend to. */
  static final int ROWS = 512;

  /** Both as the transformers take them, [1, 512, width]. */
  record Encoded(Tensor prompt, Tensor negative) {
    Tensor of(boolean positive) {
      return positive ? prompt : negative;
    }
  }

  Encoded encode(UnigramTokenizer tokenizer, Umt5Encoder encoder) {
    return new Encoded(encode(prompt, tokenizer, encoder), encode(negative, tokenizer, encoder));
  }

  private static Tensor encode(String text, UnigramTokenizer tokenizer, Umt5Encoder encoder) {
    return encoder.encodePadded(tokenizer.encode(PromptCleaning.clean(text), ROWS), ROWS);
  }
}
