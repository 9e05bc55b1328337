package io.wan4j.engine.wan.film;

import io.wan4j.torch.TorchException;
import java.util.Locale;

/** Tells libtorch's failures to get memory from its other failures. */
final class OutOfMemory {
  /** Words of c10/core/CPUAllocator.cpp, c10/cuda/CUDACachingAllocator.cpp and cuDNN. */
  private static final String[] SIGNS = {
    "out of memory",
    "not enough memory",
    "can't allocate memory",
    "cannot allocate memory",
    "alloc_failed",
    "std::bad_alloc"
  };

  private OutOfMemory() {}

  static boolean is(Throwable failure) {
    if (failure instanceof OutOfMemoryError) {
      return true;
    }
    if (!(failure instanceof TorchException) || failure.getMessage() == null) {
      return false;
    }
    String words = failure.getMessage().toLowerCase(Locale.ROOT);
    for (String sign : SIGNS) {
      if (words.contains(sign)) {
        return true;
      }
    }
    return false;
  }
}
