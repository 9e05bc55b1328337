package io.wan4j.engine.wan.pipeline;

import io.wan4j.torch.Scope;
import io.wan4j.torch.Tensor;
import java.util.function.Consumer;

/** Decoded frames as packed pixels. */
public final class PixelRows {
  private PixelRows() {}

  /**
   * Hands over each frame of a chunk as {@code 0xFFRRGGBB}, row by row, cut to eight bits as the
   * references' film writers do.
   *
   * @param chunk [1, 3, n, H, W] in [-1, 1]
   * @param frames is given the same array for every frame
   */
  public static void packed(Tensor chunk, Consumer<int[]> frames) {
    int count = Math.toIntExact(chunk.size(2));
    int pixels = Math.toIntExact(chunk.size(3) * chunk.size(4));
    int[] packed = new int[pixels];
    for (int f = 0; f < count; f++) {
      float[] planes;
      try (Scope _ = Scope.open()) {
        planes = chunk.select(2, f).times(0.5).plus(0.5).clamp(0, 1).times(255).toFloats();
      }
      for (int i = 0; i < pixels; i++) {
        int red = (int) planes[i];
        int green = (int) planes[pixels + i];
        int blue = (int) planes[2 * pixels + i];
        packed[i] = 0xFF000000 | red << 16 | green << 8 | blue;
      }
      frames.accept(packed);
    }
  }
}
