package io.wan4j.torch;

import java.util.Map;
import java.util.concurrent.ConcurrentHashMap;

/**
 * Numbers as tensors of no dimensions, made once: to make one costs as much as an operator.
 * Networks use few; a number too many is simply made anew. They are shared between threads and
 * never written to, so they are for operands only.
 */
final class Constants {
  private static final int MOST = 512;

  private final Map<Float, Tensor> known = new ConcurrentHashMap<>();

  /** The number for one call; the caller's scope frees it where it is not kept here. */
  Tensor of(double number) {
    Float value = (float) number;
    Tensor found = known.get(value);
    if (found != null) {
      return found;
    }
    if (known.size() >= MOST) {
      return Tensor.scalar(number);
    }
    return known.computeIfAbsent(
        value, key -> new Tensor(LibTorch.scalar(key, CallStack.ofThread()), null, false));
  }
}
