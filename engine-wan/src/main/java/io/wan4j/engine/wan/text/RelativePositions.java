package io.wan4j.engine.wan.text;

import io.wan4j.engine.wan.checkpoint.Parameters;
import io.wan4j.torch.DType;
import io.wan4j.torch.Functions;
import io.wan4j.torch.Tensor;

/**
 * The bias that a block adds to its scores by the distance between two tokens (T5, arXiv
 * 1910.10683, section 2.1): half of the buckets for each direction, near distances one by one, far
 * ones on a logarithmic scale. In UMT5 every block has a table of its own.
 */
final class RelativePositions {
  private final Tensor table;
  private final int buckets;
  private final int maxDistance;

  RelativePositions(Parameters parameters, Umt5Config config) {
    this.table = parameters.get("weight", config.buckets(), config.heads());
    this.buckets = config.buckets();
    this.maxDistance = config.maxDistance();
  }

  /** [1, H, length, length], 32-bit floats. */
  Tensor bias(int length) {
    long[] bucketOf = new long[length * length];
    for (int query = 0; query < length; query++) {
      for (int key = 0; key < length; key++) {
        bucketOf[query * length + key] = bucket(key - query, buckets, maxDistance);
      }
    }
    Tensor indices = Tensor.of(bucketOf, length, length).to(table.device());
    return Functions.embedding(table, indices).permute(2, 0, 1).unsqueeze(0).to(DType.FLOAT32);
  }

  /** The bucket of key position minus query position; the logarithm in 32 bits as in PyTorch. */
  static int bucket(int relative, int buckets, int maxDistance) {
    int side = buckets / 2;
    int near = side / 2;
    int direction = relative > 0 ? side : 0;
    int distance = Math.abs(relative);
    if (distance < near) {
      return direction + distance;
    }
    float scale =
        (float) Math.log((float) distance / near)
            / (float) Math.log((double) maxDistance / near)
            * (side - near);
    return direction + Math.min(side - 1, near + (int) scale);
  }
}
