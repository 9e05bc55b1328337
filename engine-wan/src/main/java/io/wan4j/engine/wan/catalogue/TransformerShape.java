package io.wan4j.engine.wan.catalogue;

import io.wan4j.engine.wan.transformer.TransformerConfig;

/**
 * The sizes of a diffusion transformer that decide how long it computes and how much memory it
 * takes. Heads are 128 wide.
 *
 * @param imageTokens that the image branch attends to, 0 without one
 * @param controlLayers blocks of VACE's second stream, 0 without one
 * @param framesBefore frames that each run is told and that are decoded with it (S2V), else 0
 * @param parameters of all tensors together
 */
public record TransformerShape(
    int heads,
    int feedForward,
    int layers,
    int inChannels,
    int outChannels,
    int imageTokens,
    int controlLayers,
    long parameters,
    int headSize,
    int framesBefore) {
  private static final int USUAL_HEAD = 128;

  public TransformerShape {
    headSize = headSize == 0 ? USUAL_HEAD : headSize;
  }

  /** Of a checkpoint at hand. */
  public static TransformerShape of(TransformerConfig config, int controlLayers, long parameters) {
    int imageTokens =
        config.imageWidth() == 0 ? 0 : config.imagePositions() > 0 ? config.imagePositions() : 257;
    return new TransformerShape(
        config.heads(),
        config.feedForward(),
        config.layers(),
        config.inChannels(),
        config.outChannels(),
        imageTokens,
        controlLayers,
        parameters,
        config.headSize(),
        0);
  }

  /** The same where each run is told so many frames before it. */
  public TransformerShape after(int frames) {
    return new TransformerShape(
        heads,
        feedForward,
        layers,
        inChannels,
        outChannels,
        imageTokens,
        controlLayers,
        parameters,
        headSize,
        frames);
  }

  /** The inner width. */
  public long width() {
    return (long) heads * headSize;
  }
}
