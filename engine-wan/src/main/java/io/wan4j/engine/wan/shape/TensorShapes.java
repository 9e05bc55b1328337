package io.wan4j.engine.wan.shape;

import io.wan4j.engine.wan.encoder.EncoderLayer;
import java.util.Collections;
import java.util.LinkedHashMap;
import java.util.Map;

/** Names and shapes of a network's tensors, in the order in which they were added. */
public final class TensorShapes {
  private final Map<String, long[]> shapes = new LinkedHashMap<>();

  /** All of them; the arrays are not to be changed. */
  public Map<String, long[]> all() {
    return Collections.unmodifiableMap(shapes);
  }

  /** How many numbers they are together. */
  public long count() {
    return shapes.values().stream().mapToLong(TensorShapes::count).sum();
  }

  /** How many numbers a tensor of that shape has. */
  public static long count(long... shape) {
    long count = 1;
    for (long extent : shape) {
      count *= extent;
    }
    return count;
  }

  TensorShapes add(String name, long... shape) {
    shapes.put(name, shape);
    return this;
  }

  TensorShapes linear(String name, long in, long out) {
    return add(name + ".weight", out, in).add(name + ".bias", out);
  }

  /** A layer's gain and offset. */
  TensorShapes norm(String name, long width) {
    return add(name + ".weight", width).add(name + ".bias", width);
  }

  /** A layer of CLIP's or wav2vec's encoder; the prefix ends in a dot. */
  TensorShapes encoderLayer(String prefix, EncoderLayer.Names names, long width, long feedForward) {
    for (String part : new String[] {"q_proj", "k_proj", "v_proj", "out_proj"}) {
      linear(prefix + names.attention() + "." + part, width, width);
    }
    return norm(prefix + names.firstNorm(), width)
        .linear(prefix + names.widen(), width, feedForward)
        .linear(prefix + names.narrow(), feedForward, width)
        .norm(prefix + names.secondNorm(), width);
  }

  TensorShapes convolution(String name, long in, long out, long... kernel) {
    long[] shape = new long[kernel.length + 2];
    shape[0] = out;
    shape[1] = in;
    System.arraycopy(kernel, 0, shape, 2, kernel.length);
    return add(name + ".weight", shape).add(name + ".bias", out);
  }
}
