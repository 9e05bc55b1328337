package io.wan4j.torch;

import java.util.LinkedHashMap;
import java.util.Map;

/**
 * Operators called with nothing but what the C interface demands: handles of the arguments, the
 * call, the result deleted. What {@link Tensor}'s own methods take beyond it is this binding's
 * share of a call, the rest is libtorch's; for measuring.
 */
public final class BareCalls {
  private final CallStack stack = CallStack.ofThread();
  private final Tensor x;
  private final Tensor y;

  private BareCalls(Tensor x, Tensor y) {
    this.x = x;
    this.y = y;
  }

  /**
   * Calls by the name of the operator, for the calling thread.
   *
   * @param x [2, 2]
   * @param y [2, 2]
   */
  public static Map<String, Runnable> of(Tensor x, Tensor y) {
    BareCalls bare = new BareCalls(x, y);
    Map<String, Runnable> calls = new LinkedHashMap<>();
    calls.put("mul", () -> bare.call(Aten.MUL, bare.copy(x), bare.copy(y)));
    calls.put("add", bare::add);
    calls.put("silu", () -> bare.call(Aten.SILU, bare.copy(x)));
    calls.put("linear", () -> bare.call(Aten.LINEAR, bare.copy(x), bare.copy(y), 0));
    calls.put("transpose", () -> bare.view(2, 1));
    calls.put("permute", () -> bare.view(2, 1));
    calls.put("slice", () -> bare.view(1, 2));
    calls.put("reshape", () -> bare.call(Aten.RESHAPE, bare.copy(x), bare.list()));
    return calls;
  }

  private void call(Op op, long... slots) {
    for (int i = 0; i < slots.length; i++) {
      stack.put(i, slots[i]);
    }
    op.callBare(stack);
    LibTorch.delete(stack.get(0));
  }

  private void add() {
    LibTorch.delete(LibTorch.subtract(x.handle(), y.handle(), -1, stack));
  }

  private void view(long size, long stride) {
    stack.putDimension(0, size, stride);
    stack.putDimension(1, 2, 1);
    LibTorch.delete(LibTorch.reinterpret(x.handle(), 2, 0, stack));
  }

  private long copy(Tensor tensor) {
    return LibTorch.copyHandle(tensor.handle(), stack);
  }

  private long list() {
    long list = LibTorch.newList(1, stack);
    LibTorch.push(list, 4);
    return list;
  }
}
