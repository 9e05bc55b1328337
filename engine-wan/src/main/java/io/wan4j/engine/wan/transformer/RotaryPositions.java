package io.wan4j.engine.wan.transformer;

import io.wan4j.torch.Device;
import io.wan4j.torch.Kernels;
import io.wan4j.torch.Scope;
import io.wan4j.torch.Tensor;
import java.util.List;
import java.util.Optional;

/**
 * Rotary positions on three axes (RoPE, arXiv 2104.09864, as in wan/modules/model.py): of each
 * head's pairs the first part turns with time, then equal parts with row and column. Angles are
 * {@code position · 10000^(−2j/m)} for the j-th pair of an axis of width m, computed in 64 bits.
 */
final class RotaryPositions implements AutoCloseable {
  private static final double BASE = 10000;

  private final int timePairs;
  private final int sidePairs;
  private Optional<TokenGrid> lastGrid = Optional.empty();
  private List<Turns> last = List.of();

  /** Turns of every token: cosine and sine, [1, L, 1, headSize/2]. */
  record Turns(Tensor cos, Tensor sin) {
    /** All heads together are normalised, then each is turned: [B, L, d] to [B, L, H, headSize]. */
    Tensor applyToNormed(Tensor x, Tensor weight, double epsilon) {
      return Kernels.rotatedRmsNorm(x, weight, epsilon, cos, sin);
    }

    private void close() {
      cos.close();
      sin.close();
    }
  }

  /** Where a token stands. */
  record Position(double time, double row, double column) {}

  RotaryPositions(int headSize) {
    sidePairs = headSize / 6;
    timePairs = headSize / 2 - 2 * sidePairs;
  }

  /**
   * Positions are the grid's own indices, counted from 0. The turns of the last grid are kept, for
   * they are the same in every step of a film, and belong to this object.
   */
  Turns of(TokenGrid grid, Device device) {
    if (!lastGrid.equals(Optional.of(grid))) {
      close();
      try (Scope scope = Scope.open()) {
        Turns turns = of(positions(grid), device);
        last = List.of(new Turns(scope.release(turns.cos()), scope.release(turns.sin())));
        lastGrid = Optional.of(grid);
      }
    }
    return last.getFirst();
  }

  private static Position[] positions(TokenGrid grid) {
    Position[] positions = new Position[Math.toIntExact(grid.tokens())];
    int token = 0;
    for (int t = 0; t < grid.frames(); t++) {
      for (int h = 0; h < grid.rows(); h++) {
        for (int w = 0; w < grid.columns(); w++) {
          positions[token++] = new Position(t, h, w);
        }
      }
    }
    return positions;
  }

  Turns of(Position[] positions, Device device) {
    int pairs = timePairs + 2 * sidePairs;
    float[] cos = new float[positions.length * pairs];
    float[] sin = new float[positions.length * pairs];
    double[] time = frequencies(timePairs);
    double[] side = frequencies(sidePairs);
    int at = 0;
    for (Position position : positions) {
      at = put(position.time(), time, cos, sin, at);
      at = put(position.row(), side, cos, sin, at);
      at = put(position.column(), side, cos, sin, at);
    }
    long[] shape = {1, positions.length, 1, pairs};
    return new Turns(Tensor.of(cos, shape).to(device), Tensor.of(sin, shape).to(device));
  }

  private static int put(double position, double[] frequencies, float[] cos, float[] sin, int at) {
    for (int j = 0; j < frequencies.length; j++) {
      double angle = position * frequencies[j];
      cos[at + j] = (float) Math.cos(angle);
      sin[at + j] = (float) Math.sin(angle);
    }
    return at + frequencies.length;
  }

  private static double[] frequencies(int pairs) {
    double[] frequencies = new double[pairs];
    for (int j = 0; j < pairs; j++) {
      frequencies[j] = Math.pow(BASE, -(double) j / pairs);
    }
    return frequencies;
  }

  /** Frees the turns that were kept. */
  @Override
  public void close() {
    last.forEach(Turns::close);
    last = List.of();
    lastGrid = Optional.empty();
  }
}
