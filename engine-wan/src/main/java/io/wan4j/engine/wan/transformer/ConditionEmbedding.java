package io.wan4j.engine.wan.transformer;

import io.wan4j.engine.wan.checkpoint.Linear;
import io.wan4j.engine.wan.checkpoint.Parameters;
import io.wan4j.torch.Device;
import io.wan4j.torch.Functions;
import io.wan4j.torch.Tensor;
import java.util.List;

/** Timestep, text and image in the width of the transformer (condition_embedder in diffusers). */
final class ConditionEmbedding {
  private final Device device;
  private final TimeEmbedding time;
  private final Linear textFirst;
  private final Linear textSecond;
  private final List<ImageEmbedding> image;

  ConditionEmbedding(Parameters parameters, TransformerConfig config) {
    device = parameters.device();
    time = new TimeEmbedding(parameters, config);
    textFirst = parameters.linear("text_embedder.linear_1", config.textWidth(), config.width());
    textSecond = parameters.linear("text_embedder.linear_2", config.width(), config.width());
    image =
        config.imageWidth() == 0
            ? List.of()
            : List.of(new ImageEmbedding(parameters.at("image_embedder"), config));
  }

  TimeEmbedding.Embedded time(Tensor timestep) {
    return time.apply(timestep);
  }

  Context context(Context given) {
    if (given.images().isEmpty() != image.isEmpty()) {
      throw new IllegalArgumentException(
          image.isEmpty()
              ? "this transformer has no image branch"
              : "this transformer needs image tokens");
    }
    Tensor text = textSecond.apply(Functions.geluTanh(textFirst.apply(given.text().to(device))));
    List<Tensor> images =
        image.isEmpty()
            ? List.of()
            : given.images().stream()
                .map(picture -> everyRow(image.getFirst().apply(picture.to(device)), text))
                .toList();
    return new Context(text, images);
  }

  /** What is seen is the same for every row of words. */
  private static Tensor everyRow(Tensor image, Tensor text) {
    return image.size(0) == text.size(0)
        ? image
        : image.expand(text.size(0), image.size(1), image.size(2));
  }
}
