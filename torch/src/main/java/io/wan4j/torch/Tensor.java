package io.wan4j.torch;

import java.lang.foreign.MemorySegment;
import java.lang.foreign.ValueLayout;
import java.util.Arrays;
import java.util.List;

/**
 * A tensor of libtorch. It belongs to the {@link Scope} that was innermost when it was made, and is
 * freed with it; using it afterwards is an {@link IllegalStateException}. Methods return new
 * tensors unless their name ends in {@code InPlace}; views share memory as in PyTorch. Operations
 * between element types follow PyTorch's promotion rules; a plain number never widens a floating
 * tensor.
 */
public final class Tensor implements AutoCloseable {
  private long handle;

  /** Java-owned memory this tensor looks into; holding it keeps the mapping alive. */
  private final Object memory;

  private static final Constants CONSTANTS = new Constants();

  Tensor(long handle, Object memory) {
    this(handle, memory, true);
  }

  /** Owned by the innermost scope, or by none. */
  Tensor(long handle, Object memory, boolean owned) {
    this.handle = handle;
    this.memory = memory;
    if (owned) {
      Scope.register(this);
    }
  }

  // --- making tensors

  /** Memory with whatever it holds. */
  public static Tensor empty(DType type, Device device, long... shape) {
    Scope.requireOpen();
    return new Tensor(LibTorch.empty(device, type, shape, CallStack.ofThread()), null);
  }

  public static Tensor zeros(DType type, Device device, long... shape) {
    Tensor tensor = empty(type, device, shape);
    Aten.ZERO.call(tensor).close();
    return tensor;
  }

  /**
   * Standard normal numbers made on the device itself, fast and of no known seed: for measuring.
   * {@link NormalNoise} makes those of a film.
   */
  public static Tensor anyNormal(DType type, Device device, long... shape) {
    return Aten.RANDN.call(shape, type, null, device);
  }

  public static Tensor full(double value, DType type, Device device, long... shape) {
    Tensor tensor = empty(type, device, shape);
    Aten.COPY.call(tensor, CONSTANTS.of(value)).close();
    return tensor;
  }

  /** A copy of the array, on the processor. */
  public static Tensor of(float[] values, long... shape) {
    Tensor tensor = empty(DType.FLOAT32, Device.CPU, shape);
    requireCount(values.length, shape);
    MemorySegment.copy(values, 0, tensor.bytes(), ValueLayout.JAVA_FLOAT, 0, values.length);
    return tensor;
  }

  /** A copy of the array, on the processor. */
  public static Tensor of(long[] values, long... shape) {
    Tensor tensor = empty(DType.INT64, Device.CPU, shape);
    requireCount(values.length, shape);
    MemorySegment.copy(values, 0, tensor.bytes(), ValueLayout.JAVA_LONG, 0, values.length);
    return tensor;
  }

  /** A number as a tensor of no dimensions, which does not change a partner's element type. */
  public static Tensor scalar(double value) {
    Scope.requireOpen();
    return new Tensor(LibTorch.scalar((float) value, CallStack.ofThread()), null);
  }

  /** A view of native memory, row by row; nothing is copied. The tensor holds the segment. */
  public static Tensor view(MemorySegment segment, DType type, long... shape) {
    if (!segment.isNative()) {
      throw new IllegalArgumentException("only native memory can be viewed as a tensor");
    }
    long needed = count(shape) * type.bytes();
    if (segment.byteSize() < needed) {
      throw new IllegalArgumentException(
          segment.byteSize() + " bytes for a tensor of " + needed + " bytes");
    }
    Scope.requireOpen();
    long handle = LibTorch.fromMemory(segment.address(), type, shape, CallStack.ofThread());
    return new Tensor(handle, segment);
  }

  // --- what it is

  public int rank() {
    return LibTorch.rank(handle(), CallStack.ofThread());
  }

  public long[] shape() {
    return LibTorch.sizes(handle(), CallStack.ofThread());
  }

  /** One extent; negative dimensions count from the end. */
  public long size(int dimension) {
    long[] shape = shape();
    return shape[dimension < 0 ? dimension + shape.length : dimension];
  }

  public long count() {
    return count(shape());
  }

  public DType dtype() {
    return DType.ofCode(LibTorch.dtype(handle(), CallStack.ofThread()));
  }

  public Device device() {
    return LibTorch.device(handle(), CallStack.ofThread());
  }

  boolean isContiguous() {
    return Views.isContiguous(this);
  }

  /** The values in row order, whatever type, device and layout the tensor has. */
  public float[] toFloats() {
    try (Scope _ = Scope.open()) {
      Tensor plain = to(DType.FLOAT32).to(Device.CPU).contiguous();
      return plain.bytes().toArray(ValueLayout.JAVA_FLOAT_UNALIGNED);
    }
  }

  public long[] toLongs() {
    try (Scope _ = Scope.open()) {
      Tensor plain = to(DType.INT64).to(Device.CPU).contiguous();
      return plain.bytes().toArray(ValueLayout.JAVA_LONG_UNALIGNED);
    }
  }

  /** The single value of a tensor of one element. */
  public float item() {
    if (count() != 1) {
      throw new IllegalStateException("item() of " + this);
    }
    return toFloats()[0];
  }

  /** The memory itself, of a contiguous tensor on the processor; valid while the tensor is open. */
  public MemorySegment bytes() {
    if (!device().isCpu() || !isContiguous()) {
      throw new IllegalStateException(
          "bytes() needs a contiguous tensor on the processor: " + this);
    }
    long address = LibTorch.dataAddress(handle(), CallStack.ofThread());
    return MemorySegment.ofAddress(address).reinterpret(count() * dtype().bytes());
  }

  // --- shape

  public Tensor reshape(long... shape) {
    return Aten.RESHAPE.call(this, shape);
  }

  public Tensor permute(long... dimensions) {
    return Views.permute(this, dimensions);
  }

  public Tensor transpose(int first, int second) {
    return Views.transpose(this, first, second);
  }

  /** Elements from..to-1 of a dimension. */
  public Tensor slice(int dimension, long from, long to) {
    return Views.slice(this, dimension, from, to, 1);
  }

  public Tensor slice(int dimension, long from, long to, long step) {
    return Views.slice(this, dimension, from, to, step);
  }

  /** One element of a dimension, which disappears. */
  public Tensor select(int dimension, long index) {
    return Views.select(this, dimension, index);
  }

  public Tensor unsqueeze(int dimension) {
    return Views.unsqueeze(this, dimension);
  }

  public Tensor expand(long... shape) {
    return Aten.EXPAND.call(this, shape);
  }

  /** Equal parts along a dimension. */
  public List<Tensor> chunk(int parts, int dimension) {
    return Aten.CHUNK.callList(this, parts, dimension);
  }

  /** Each element of a dimension repeated in place. */
  public Tensor repeatInterleave(long times, int dimension) {
    return Aten.REPEAT_INTERLEAVE.call(this, times, dimension);
  }

  public Tensor indexSelect(int dimension, Tensor index) {
    return Aten.INDEX_SELECT.call(this, dimension, index);
  }

  public Tensor contiguous() {
    return Aten.CONTIGUOUS.call(this);
  }

  public Tensor contiguous(MemoryFormat format) {
    return Aten.CONTIGUOUS.call(this, format);
  }

  /** A copy with memory of its own. */
  public Tensor copy() {
    return Aten.CLONE.call(this);
  }

  public Tensor to(DType type) {
    return Aten.TO_DTYPE.call(this, type);
  }

  public Tensor to(Device device) {
    return Aten.TO_DEVICE.call(this, device, dtype());
  }

  /** Overwrites this tensor's elements, converting type and device. */
  public void copyFrom(Tensor source) {
    Aten.COPY.call(this, source).close();
  }

  // --- arithmetic

  public Tensor plus(Tensor other) {
    return plus(other, 1);
  }

  /** {@code this + factor * other}. */
  public Tensor plus(Tensor other, double factor) {
    Scope.requireOpen();
    long sum = LibTorch.subtract(handle(), other.handle(), -factor, CallStack.ofThread());
    return new Tensor(sum, null);
  }

  public Tensor plus(double number) {
    return plus(CONSTANTS.of(number));
  }

  public Tensor minus(Tensor other) {
    return plus(other, -1);
  }

  public Tensor times(Tensor other) {
    return Aten.MUL.call(this, other);
  }

  public Tensor times(double number) {
    return Aten.MUL.call(this, CONSTANTS.of(number));
  }

  /** Multiplies this tensor's own elements. */
  public Tensor timesInPlace(Tensor other) {
    Aten.MUL_IN_PLACE.call(this, other).close();
    return this;
  }

  public Tensor over(Tensor other) {
    return Aten.DIV.call(this, other);
  }

  public Tensor over(double number) {
    return Aten.DIV.call(this, CONSTANTS.of(number));
  }

  public Tensor negate() {
    return Aten.NEG.call(this);
  }

  public Tensor abs() {
    return Aten.ABS.call(this);
  }

  public Tensor exp() {
    return Aten.EXP.call(this);
  }

  public Tensor sqrt() {
    return Aten.SQRT.call(this);
  }

  public Tensor rsqrt() {
    return Aten.RSQRT.call(this);
  }

  public Tensor cos() {
    return Aten.COS.call(this);
  }

  public Tensor sin() {
    return Aten.SIN.call(this);
  }

  public Tensor maximum(Tensor other) {
    return Aten.MAXIMUM.call(this, other);
  }

  /** 1 where an element is greater than the number, 0 elsewhere, in this tensor's type. */
  public Tensor isGreaterThan(double number) {
    return Aten.GREATER.call(this, CONSTANTS.of(number)).to(dtype());
  }

  public Tensor clamp(double least, double most) {
    return Aten.CLAMP.call(this, CONSTANTS.of(least).to(device()), CONSTANTS.of(most).to(device()));
  }

  public Tensor atLeast(double least) {
    return Aten.CLAMP.call(this, CONSTANTS.of(least).to(device()), null);
  }

  public Tensor matmul(Tensor other) {
    return Products.matmul(this, other);
  }

  public Tensor softmax(int dimension) {
    return Aten.SOFTMAX.call(this, dimension);
  }

  /** Mean over dimensions that stay with extent 1. */
  public Tensor mean(long... dimensions) {
    return Aten.MEAN.call(this, dimensions, true);
  }

  /** Sum over dimensions that stay with extent 1. */
  public Tensor sum(long... dimensions) {
    return Aten.SUM.call(this, dimensions, true);
  }

  // --- life

  long handle() {
    if (handle == 0) {
      throw new IllegalStateException("the tensor is closed");
    }
    return handle;
  }

  Object memory() {
    return memory;
  }

  public boolean isOpen() {
    return handle != 0;
  }

  /** Frees the tensor now; closing again does nothing. */
  @Override
  public void close() {
    long open = handle;
    handle = 0;
    if (open != 0) {
      LibTorch.delete(open);
    }
  }

  static long count(long[] shape) {
    return Arrays.stream(shape).reduce(1, (a, b) -> a * b);
  }

  private static void requireCount(long given, long[] shape) {
    if (given != count(shape)) {
      throw new IllegalArgumentException(given + " values for the shape " + Arrays.toString(shape));
    }
  }

  @Override
  public String toString() {
    return handle == 0
        ? "Tensor (closed)"
        : "Tensor" + Arrays.toString(shape()) + " " + dtype() + " on " + device();
  }
}
