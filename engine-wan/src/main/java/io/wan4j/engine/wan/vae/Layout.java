package io.wan4j.engine.wan.vae;

import io.wan4j.engine.wan.checkpoint.Parameters;
import io.wan4j.torch.MemoryFormat;
import io.wan4j.torch.Scope;
import io.wan4j.torch.Tensor;

/**
 * How videos lie in memory: row by row, or with the channels of each position side by side, which
 * the convolutions of graphics cards want. Operations keep the layout of what they are given.
 */
enum Layout {
  ROWS(MemoryFormat.CONTIGUOUS, MemoryFormat.CONTIGUOUS),
  CHANNELS_LAST(MemoryFormat.CHANNELS_LAST, MemoryFormat.CHANNELS_LAST_3D);

  private final MemoryFormat pictures;
  private final MemoryFormat videos;

  Layout(MemoryFormat pictures, MemoryFormat videos) {
    this.pictures = pictures;
    this.videos = videos;
  }

  /** What the device of these parameters is fastest with. */
  static Layout of(Parameters parameters) {
    return parameters.device().isCpu() ? ROWS : CHANNELS_LAST;
  }

  /** A video [B, C, T, H, W] in this layout. */
  Tensor video(Tensor video) {
    return video.contiguous(videos);
  }

  /** A kernel [out, in, h, w] or [out, in, t, h, w] in this layout. */
  Tensor weight(Parameters parameters, String name, long... shape) {
    Tensor weight = parameters.get(name, shape);
    if (this == ROWS) {
      return weight;
    }
    try (Scope scope = Scope.open()) {
      return parameters.own(weight.contiguous(shape.length == 4 ? pictures : videos), scope);
    }
  }
}
