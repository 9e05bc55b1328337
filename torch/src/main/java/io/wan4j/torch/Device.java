package io.wan4j.torch;

/**
 * Where a tensor lies.
 *
 * @param kind processor or graphics card
 * @param index number of the card, -1 for the processor
 */
public record Device(Kind kind, int index) {
  public static final Device CPU = new Device(Kind.CPU, -1);

  /** Kinds with libtorch's DeviceType number (c10/core/DeviceType.h). */
  public enum Kind {
    CPU(0),
    CUDA(1);

    private final int code;

    Kind(int code) {
      this.code = code;
    }

    int code() {
      return code;
    }
  }

  public static Device cuda(int index) {
    return new Device(Kind.CUDA, index);
  }

  public boolean isCpu() {
    return kind == Kind.CPU;
  }

  /** How the C interface takes a device: type in the upper, index in the lower 32 bits. */
  long packed() {
    return ((long) kind.code() << 32) | (index & 0xFFFFFFFFL);
  }

  @Override
  public String toString() {
    return isCpu() ? "cpu" : "cuda:" + index;
  }
}
