package io.wan4j.engine.wan.pipeline;

import io.wan4j.engine.wan.text.PromptCleaning;
import io.wan4j.torch.Tensor;

/**
 * What shall be seen and what not, in words.
 *
 * @param prompt what shall be seen
 * @param negative what shall not be seen
 * @param cleaning what is done to both before they are read
 */
public record Prompts(String prompt, String negative, PromptCleaning cleaning) {
  /** Rows of text that the transformers attend to. */
  static final int ROWS = 512;

  /** Cleaned as the Wan repositories do it. */
  public Prompts(String prompt, String negative) {
    this(prompt, negative, PromptCleaning.REPAIRED);
  }

  /** Both as the transformers take them, [1, 512, width]. */
  record Encoded(Tensor prompt, Tensor negative) {
    Tensor of(Branch branch) {
      return branch.of(prompt, negative);
    }
  }
}
