package io.wan4j.torch;

/** Turns what {@code MethodHandle.invokeExact} may throw into something unchecked. */
final class NativeFailure {
  private NativeFailure() {}

  static RuntimeException of(Throwable thrown) {
    if (thrown instanceof RuntimeException unchecked) {
      return unchecked;
    }
    if (thrown instanceof Error error) {
      throw error;
    }
    return new TorchException("native call failed", thrown);
  }
}
