package io.wan4j.torch;

import java.util.Optional;

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

  /**
   * @param name {@code cpu}, {@code cuda} or {@code cuda:1}
   */
  public static Device parse(String name) {
    if (name.equals("cpu")) {
      return CPU;
    }
    if (name.matches("cuda(:\\d{1,3})?")) {
      return cuda(name.equals("cuda") ? 0 : Integer.parseInt(name.substring(5)));
    }
    throw new IllegalArgumentException("no device is called " + name + "; say cpu, cuda or cuda:1");
  }

  /**
   * @param free bytes that nobody holds; libtorch keeps freed blocks, which are not counted here
   * @param total bytes of the card
   */
  public record Memory(long free, long total) {}

  /** Memory of a graphics card; empty for the processor, and where the driver cannot be asked. */
  public Optional<Memory> memory() {
    return CudaCard.of(this)
        .map(CudaCard::memory)
        .map(numbers -> new Memory(numbers[0], numbers[1]));
  }

  /** Waits until a graphics card has done what this thread gave it. */
  public void synchronize() {
    CudaCard.of(this).ifPresent(CudaCard::synchronize);
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
