package io.wan4j.torch;

import java.util.Optional;

/**
 * The channel norm of {@code rows.cu}, for channels that lie planes apart (row by row layout) and
 * for channels that lie side by side (channels last).
 */
final class ChannelKernels {
  private static final int VECTOR = 8;
  private static final int WARP = 32;
  private static final int THREADS = 256;
  private static final int MOST_VECTORS = 4;

  /** Channels that a warp holds. */
  private static final int MOST_CHANNELS = MOST_VECTORS * WARP * VECTOR;

  private final CudaCard card;
  private final boolean half;
  private final boolean channelsLast;

  private ChannelKernels(CudaCard card, boolean half, boolean channelsLast) {
    this.card = card;
    this.half = half;
    this.channelsLast = channelsLast;
  }

  /** For 16-bit videos or pictures on an NVIDIA card whose layout the kernels know. */
  static Optional<ChannelKernels> of(Tensor x) {
    if (x.device().isCpu() || (x.dtype() != DType.BFLOAT16 && x.dtype() != DType.FLOAT16)) {
      return Optional.empty();
    }
    long channels = x.size(1);
    boolean last = isChannelsLast(x) && channels % VECTOR == 0 && channels <= MOST_CHANNELS;
    boolean planes = x.isContiguous() && plane(x) % VECTOR == 0;
    return last || planes
        ? CudaCard.of(x.device())
            .map(card -> new ChannelKernels(card, x.dtype() == DType.FLOAT16, last))
        : Optional.empty();
  }

  private static long plane(Tensor x) {
    return x.count() / (x.size(0) * x.size(1));
  }

  /** Whether the channels of a position lie side by side, and positions in their usual order. */
  private static boolean isChannelsLast(Tensor x) {
    long[] shape = x.shape();
    long[] strides = LibTorch.strides(x.handle(), CallStack.ofThread());
    boolean as = strides[1] == 1;
    long expected = shape[1];
    for (int i = shape.length - 1; i > 1; i--) {
      as &= shape[i] == 1 || strides[i] == expected;
      expected *= shape[i];
    }
    return as && (shape[0] == 1 || strides[0] == expected);
  }

  /** How many threads share a position, and how many vectors each of them holds. */
  private record Share(int lanes, int vectors) {
    /** As few idle threads as possible, then as few vectors a thread. */
    static Share of(long channels) {
      Share best = new Share(WARP, MOST_VECTORS);
      for (int vectors = 1; vectors <= MOST_VECTORS; vectors++) {
        for (int lanes = 1; lanes <= WARP; lanes *= 2) {
          long room = (long) lanes * vectors * VECTOR;
          if (room >= channels && room < (long) best.lanes * best.vectors * VECTOR) {
            best = new Share(lanes, vectors);
          }
        }
      }
      return best;
    }
  }

  Tensor norm(Tensor x, Tensor gain, double least, boolean silu) {
    Tensor out = Aten.EMPTY_LIKE.call(x);
    long channels = x.size(1);
    long positions = x.count() / channels;
    long from = LibTorch.dataAddress(x.handle(), CallStack.ofThread());
    long to = LibTorch.dataAddress(out.handle(), CallStack.ofThread());
    long gains = LibTorch.dataAddress(gain.handle(), CallStack.ofThread());
    if (channelsLast) {
      Share share = Share.of(channels);
      long threads = positions * share.lanes();
      card.launch(
          "channel_norm_rows",
          share.vectors(),
          half,
          (threads + THREADS - 1) / THREADS,
          1,
          THREADS,
          from,
          to,
          gains,
          channels,
          positions,
          CudaDriver.bits(least),
          silu ? 1 : 0,
          share.lanes());
    } else {
      long plane = plane(x);
      long pieces = (plane / VECTOR + THREADS - 1) / THREADS;
      card.launch(
          "channel_norm",
          1,
          half,
          pieces,
          x.size(0),
          THREADS,
          from,
          to,
          gains,
          channels,
          plane,
          CudaDriver.bits(least),
          silu ? 1 : 0);
    }
    return out;
  }
}
