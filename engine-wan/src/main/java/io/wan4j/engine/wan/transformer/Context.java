package io.wan4j.engine.wan.transformer;

import io.wan4j.torch.Tensor;
import java.util.List;

/**
 * What the tokens attend to besides themselves.
 *
 * @param text rows of the text encoder, [B, S, width]; S is 512 in practice, zeros after the prompt
 * @param images tokens of the image encoder, [B, S', width], or none
 */
public record Context(Tensor text, List<Tensor> images) {
  public Context {
    images = List.copyOf(images);
  }

  public static Context ofText(Tensor text) {
    return new Context(text, List.of());
  }
}
