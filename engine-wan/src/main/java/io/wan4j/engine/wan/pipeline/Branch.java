package io.wan4j.engine.wan.pipeline;

import io.wan4j.torch.Functions;
import io.wan4j.torch.Tensor;
import java.util.Arrays;

/** With which words a transformer is asked; guidance asks with both. */
enum Branch {
  PROMPT(1),
  NEGATIVE(1),
  /** In one pass: the first row with the prompt, the second with the negative prompt. */
  BOTH(2);

  private final int rows;

  Branch(int rows) {
    this.rows = rows;
  }

  /** What both rows have in common, [1, …], for each of them. */
  Tensor rows(Tensor one) {
    return this == BOTH ? Functions.cat(0, one, one) : one;
  }

  /** What differs between them. */
  Tensor of(Tensor prompt, Tensor negative) {
    return switch (this) {
      case PROMPT -> prompt;
      case NEGATIVE -> negative;
      case BOTH -> Functions.cat(0, prompt, negative);
    };
  }

  /** The timestep of each row. */
  Tensor timestep(float timestep) {
    float[] all = new float[rows];
    Arrays.fill(all, timestep);
    return Tensor.of(all, rows);
  }
}
