package io.wan4j.torch;

import java.util.ArrayList;
import java.util.List;
import java.util.function.Supplier;

/**
 * Owns the tensors that its thread makes while it is the innermost open one, and frees them on
 * close, in that thread, at that moment. Scopes nest; results leave by {@link #keep} to the scope
 * outside, or by {@link #release} to the caller.
 */
public final class Scope implements AutoCloseable {
  private static final ThreadLocal<Scope> INNERMOST = new ThreadLocal<>();

  private final Thread owner = Thread.currentThread();
  private final Scope outside = INNERMOST.get();
  private final List<Tensor> tensors = new ArrayList<>();
  private boolean closed;

  private Scope() {
    INNERMOST.set(this);
  }

  public static Scope open() {
    return new Scope();
  }

  /** Runs the work in a scope of its own; its result lives on in the scope outside. */
  public static Tensor keeping(Supplier<Tensor> work) {
    try (Scope scope = open()) {
      return scope.keep(work.get());
    }
  }

  /** Hands a tensor of this scope over to the scope outside. */
  public Tensor keep(Tensor tensor) {
    requireUsable();
    if (outside == null) {
      throw new IllegalStateException(
          "no scope outside that could keep the tensor; release() hands it to the caller");
    }
    if (remove(tensor)) {
      outside.tensors.add(tensor);
    } else {
      requireAlive(tensor);
    }
    return tensor;
  }

  /** Hands a tensor of this scope over to the caller, who must close it. */
  public Tensor release(Tensor tensor) {
    requireUsable();
    if (!remove(tensor)) {
      throw new IllegalStateException("the tensor does not belong to this scope");
    }
    return tensor;
  }

  /** Takes a tensor over from the scope that owns it now, which must be one inside this one. */
  public Tensor adopt(Tensor tensor) {
    requireUsable();
    for (Scope scope = INNERMOST.get(); scope != null; scope = scope.outside) {
      if (scope == this || scope.remove(tensor)) {
        if (scope != this) {
          tensors.add(tensor);
        }
        return tensor;
      }
    }
    throw new IllegalStateException("this scope is not open");
  }

  /** Frees everything made in this scope and not handed over. */
  @Override
  public void close() {
    if (closed) {
      return;
    }
    if (Thread.currentThread() != owner) {
      throw new IllegalStateException("a scope is closed by the thread that opened it");
    }
    if (INNERMOST.get() != this) {
      throw new IllegalStateException("scopes are closed from the inside out");
    }
    closed = true;
    if (outside == null) {
      INNERMOST.remove();
    } else {
      INNERMOST.set(outside);
    }
    for (int i = tensors.size() - 1; i >= 0; i--) {
      tensors.get(i).close();
    }
    tensors.clear();
  }

  /** How many tensors the scope owns now. */
  public int size() {
    return tensors.size();
  }

  static void register(Tensor tensor) {
    requireOpen().tensors.add(tensor);
  }

  static Scope requireOpen() {
    Scope scope = INNERMOST.get();
    if (scope == null) {
      throw new IllegalStateException("no Scope is open in this thread: tensors need an owner");
    }
    return scope;
  }

  private void requireUsable() {
    if (closed) {
      throw new IllegalStateException("the scope is closed");
    }
    if (Thread.currentThread() != owner) {
      throw new IllegalStateException("a scope is used by the thread that opened it");
    }
  }

  /** From the end: what is kept was mostly made last. */
  private boolean remove(Tensor tensor) {
    for (int i = tensors.size() - 1; i >= 0; i--) {
      if (tensors.get(i) == tensor) {
        tensors.remove(i);
        return true;
      }
    }
    return false;
  }

  /** A tensor of an outer scope, or one that nobody frees behind our back, is kept as it is. */
  private static void requireAlive(Tensor tensor) {
    tensor.handle();
  }
}
