package io.wan4j.torch;

import java.lang.foreign.Arena;
import java.lang.foreign.MemorySegment;
import java.util.ArrayList;
import java.util.List;

/**
 * One operator of libtorch, described by its schema text and called through the stable dispatcher
 * entry. Arguments are given in the schema's order; those left out at the end take the schema's
 * defaults; {@code null} stands for None. Integers may be {@code Integer} or {@code Long}, lists
 * are {@code long[]}, {@code double[]} or {@code Tensor[]}.
 */
public final class Op {
  private final String text;
  private final Schema schema;
  private final Schema.Parameter[] parameters;
  private final long name;
  private final long overload;

  private Op(String text) {
    this.text = text;
    this.schema = Schema.parse(text);
    this.parameters = schema.parameters().toArray(Schema.Parameter[]::new);
    if (parameters.length > CallStack.ARGUMENTS) {
      throw new IllegalArgumentException("too many parameters: " + text);
    }
    this.name = Arena.global().allocateFrom(schema.name()).address();
    this.overload = Arena.global().allocateFrom(schema.overload()).address();
  }

  /** Declares an operator; libtorch is asked at the first call, see {@link SelfTest}. */
  public static Op of(String schemaText) {
    return new Op(schemaText);
  }

  /** Calls an operator with one tensor as result. */
  public Tensor call(Object... arguments) {
    CallStack stack = invoke(arguments);
    return new Tensor(stack.get(0), memoryOf(arguments));
  }

  /** Calls an operator whose results are several tensors. */
  public List<Tensor> callMany(Object... arguments) {
    CallStack stack = invoke(arguments);
    int count = schema.results().size();
    long[] handles = new long[count];
    for (int i = 0; i < count; i++) {
      handles[i] = stack.get(i);
    }
    List<Tensor> results = new ArrayList<>(count);
    for (int i = 0; i < count; i++) {
      if (schema.results().get(i) == Schema.Kind.TENSOR) {
        results.add(new Tensor(handles[i], memoryOf(arguments)));
      }
    }
    return results;
  }

  /** Calls an operator whose result is a list of tensors, such as split. */
  public List<Tensor> callList(Object... arguments) {
    CallStack stack = invoke(arguments);
    long list = stack.get(0);
    int count = LibTorch.listSize(list, stack);
    List<Tensor> results = new ArrayList<>(count);
    for (int i = 0; i < count; i++) {
      results.add(new Tensor(LibTorch.listItem(list, i, stack), memoryOf(arguments)));
    }
    LibTorch.deleteList(list);
    return results;
  }

  /** With the arguments that the stack holds already, and the results left there. */
  void callBare(CallStack stack) {
    LibTorch.call(name, overload, stack.address(), this);
  }

  private CallStack invoke(Object[] arguments) {
    check(arguments);
    Scope.requireOpen();
    CallStack stack = CallStack.ofThread();
    for (int i = 0; i < parameters.length; i++) {
      stack.put(i, slot(parameters[i], value(arguments, i), stack));
    }
    callBare(stack);
    return stack;
  }

  /** Before anything is handed to libtorch, which would leak if a later argument were refused. */
  private void check(Object[] arguments) {
    if (arguments.length > parameters.length) {
      throw new IllegalArgumentException(arguments.length + " arguments for " + text);
    }
    for (int i = 0; i < parameters.length; i++) {
      Object value = value(arguments, i);
      Schema.Parameter parameter = parameters[i];
      if (value == Schema.Parameter.REQUIRED || (value == null && !parameter.optional())) {
        throw new IllegalArgumentException("argument " + parameter.name() + " of " + text);
      }
      if (value != null && !fits(parameter.kind(), value)) {
        throw new IllegalArgumentException(
            "argument "
                + parameter.name()
                + " is a "
                + value.getClass().getSimpleName()
                + " in "
                + text);
      }
    }
  }

  private Object value(Object[] arguments, int index) {
    if (index < arguments.length) {
      return arguments[index];
    }
    Object given = parameters[index].given();
    return given == Schema.Parameter.NONE ? null : given;
  }

  private static boolean fits(Schema.Kind kind, Object value) {
    return switch (kind) {
      case TENSOR -> value instanceof Tensor tensor && tensor.handle() != 0;
      case INT -> value instanceof Long || value instanceof Integer;
      case FLOAT -> value instanceof Number;
      case BOOL -> value instanceof Boolean;
      case STRING -> value instanceof String;
      case DTYPE -> value instanceof DType;
      case MEMORY_FORMAT -> value instanceof MemoryFormat;
      case DEVICE -> value instanceof Device;
      case INT_LIST -> value instanceof long[];
      case FLOAT_LIST -> value instanceof double[];
      case TENSOR_LIST, OPTIONAL_TENSOR_LIST -> value instanceof Tensor[] list && open(list);
      case LAYOUT, GENERATOR, SCALAR -> false;
    };
  }

  private static boolean open(Tensor[] list) {
    for (Tensor tensor : list) {
      if (tensor != null) {
        tensor.handle();
      }
    }
    return true;
  }

  /** The 64 bits that carry one argument; torch/csrc/stable/stableivalue_conversions.h. */
  private static long slot(Schema.Parameter parameter, Object value, CallStack stack) {
    if (parameter.optional()) {
      return value == null ? 0 : LibTorch.box(bits(parameter.kind(), value, stack), stack);
    }
    return bits(parameter.kind(), value, stack);
  }

  private static long bits(Schema.Kind kind, Object value, CallStack stack) {
    return switch (kind) {
      case TENSOR -> LibTorch.copyHandle(((Tensor) value).handle(), stack); // the callee frees it
      case INT -> ((Number) value).longValue();
      case FLOAT -> Double.doubleToRawLongBits(((Number) value).doubleValue());
      case BOOL -> (Boolean) value ? 1 : 0;
      case DTYPE -> ((DType) value).code();
      case MEMORY_FORMAT -> ((MemoryFormat) value).code();
      case DEVICE -> ((Device) value).packed();
      case STRING -> string((String) value, stack);
      case INT_LIST -> list((long[]) value, stack);
      case FLOAT_LIST -> list((double[]) value, stack);
      case TENSOR_LIST -> list((Tensor[]) value, false, stack);
      case OPTIONAL_TENSOR_LIST -> list((Tensor[]) value, true, stack);
      case LAYOUT, GENERATOR, SCALAR -> throw new IllegalArgumentException(kind.toString());
    };
  }

  private static long string(String value, CallStack stack) {
    try (Arena arena = Arena.ofConfined()) {
      MemorySegment utf8 = arena.allocateFrom(value);
      return LibTorch.newString(utf8, stack);
    }
  }

  private static long list(long[] values, CallStack stack) {
    long list = LibTorch.newList(values.length, stack);
    for (long value : values) {
      LibTorch.push(list, value);
    }
    return list;
  }

  private static long list(double[] values, CallStack stack) {
    long list = LibTorch.newList(values.length, stack);
    for (double value : values) {
      LibTorch.push(list, Double.doubleToRawLongBits(value));
    }
    return list;
  }

  private static long list(Tensor[] values, boolean optional, CallStack stack) {
    long list = LibTorch.newList(values.length, stack);
    for (Tensor value : values) {
      long handle = value == null ? 0 : LibTorch.copyHandle(value.handle(), stack);
      LibTorch.push(list, optional && handle != 0 ? LibTorch.box(handle, stack) : handle);
    }
    return list;
  }

  /** The Java-owned memory that a result may look into, so that it outlives the result. */
  private Object memoryOf(Object[] arguments) {
    return schema.aliases() && arguments.length > 0 && arguments[0] instanceof Tensor first
        ? first.memory()
        : null;
  }

  @Override
  public String toString() {
    return text;
  }
}
