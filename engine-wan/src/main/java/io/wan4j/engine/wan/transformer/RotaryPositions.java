package io.wan4j.engine.wan.transformer;

import io.wan4j.torch.Device;
import io.wan4j.torch.Kernels;
import io.wan4j.torch.Tensor;

/**
 * Rotary positions on three axes (RoPE, arXiv 2104.09864, as in wan/modules/model.py): of each
 * head's pairs the first part turns with time, then equal parts with row and column. Angles are
 * {@code position · 10000^(−2j/m)} for the j-th pair of an axis of width m, computed in 64 bits.
 */
final class RotaryPositions {
  private static final double BASE = 10000;

  private final int timePairs;
  private final int sidePairs;

  /** Turns of every token: cosine and sine, [1, L, 1, headSize/2]. */
  record Turns(Tensor cos, Tensor sin) {
    /** x is [B, L, H, headSize]. */
    Tensor apply(Tensor x) {
      return Kernels.rotate(x, cos, sin);
    }
  }

  /** Where a token stands. */
  record Position(double time, double row, double column) {}

  RotaryPositions(int headSize) {
    sidePairs = headSize / 6;
    timePairs = headSize / 2 - 2 * sidePairs;
  }

  /** Positions are the grid's own indices, counted from 0. */
  Turns of(TokenGrid grid, Device device) {
    Position[] positions = new Position[Math.toIntExact(grid.tokens())];
    int token = 0;
    for (int t = 0; t < grid.frames(); t++) {
      for (int h = 0; h < grid.rows(); h++) {
        for (int w = 0; w < grid.columns(); w++) {
          positions[token++] = new Position(t, h, w);
        }
      }
    }
    return of(positions, device);
  }

  Turns of(Position[] positions, Device device) {
    int pairs = timePairs + 2 * sidePairs;
    float[] cos = new float[positions.length * pairs];
    float[] sin = new float[positions.length * pairs];
    int at = 0;
    for (Position position : positions) {
      at = put(position.time(), timePairs, cos, sin, at);
      at = put(position.row(), sidePairs, cos, sin, at);
      at = put(position.column(), sidePairs, cos, sin, at);
    }
    long[] shape = {1, positions.length, 1, pairs};
    return new Turns(Tensor.of(cos, shape).to(device), Tensor.of(sin, shape).to(device));
  }

  private static int put(double position, int pairs, float[] cos, float[] sin, int at) {
    for (int j = 0; j < pairs; j++) {
      double angle = position * Math.pow(BASE, -(double) j / pairs);
      cos[at + j] = (float) Math.cos(angle);
      sin[at + j] = (float) Math.sin(angle);
    }
    return at + pairs;
  }
}
