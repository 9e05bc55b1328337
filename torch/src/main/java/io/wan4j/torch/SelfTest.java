package io.wan4j.torch;

import static io.wan4j.torch.Aten.*;

import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;

/**
 * Calls every operator in use once, on tiny tensors of the processor, so that an operator whose
 * schema has changed shows at start-up and not in the middle of a film.
 */
final class SelfTest {
  private final Map<Op, Runnable> calls = new LinkedHashMap<>();

  SelfTest() {
    long[] one = {1};
    calls.put(LINEAR, () -> LINEAR.call(ones(2, 3), ones(4, 3), null));
    calls.put(MATMUL, () -> MATMUL.call(ones(2, 3), ones(3, 2)));
    calls.put(BMM, () -> BMM.call(ones(1, 2, 3), ones(1, 3, 2)));
    calls.put(SOFTMAX, () -> SOFTMAX.call(ones(2, 3), -1));
    calls.put(
        ATTENTION,
        () ->
            ATTENTION.call(
                ones(1, 1, 2, 4),
                ones(1, 1, 3, 4),
                ones(1, 1, 3, 4),
                ones(1, 1, 2, 3),
                0.0,
                false,
                1.0));
    calls.put(CONV1D, () -> CONV1D.call(ones(1, 1, 3), ones(1, 1, 3), null));
    calls.put(CONV2D, () -> CONV2D.call(ones(1, 1, 3, 3), ones(1, 1, 3, 3), null));
    calls.put(CONV3D, () -> CONV3D.call(ones(1, 1, 3, 3, 3), ones(1, 1, 3, 3, 3), null));
    calls.put(PAD, () -> PAD.call(ones(1, 1, 3), new long[] {1, 1}, "replicate"));
    calls.put(LAYER_NORM, () -> LAYER_NORM.call(ones(2, 3), new long[] {3}));
    calls.put(RMS_NORM, () -> RMS_NORM.call(ones(2, 3), new long[] {3}, ones(3), 1e-6));
    calls.put(EMBEDDING, () -> EMBEDDING.call(ones(2, 3), Tensor.of(new long[] {1}, 1)));
    calls.put(
        NEAREST_EXACT_2D, () -> NEAREST_EXACT_2D.call(ones(1, 1, 2, 2), null, new double[] {2, 2}));
    calls.put(
        BILINEAR_2D, () -> BILINEAR_2D.call(ones(1, 1, 2, 2), new long[] {3, 3}, false, null));
    calls.put(BICUBIC_2D, () -> BICUBIC_2D.call(ones(1, 1, 2, 2), new long[] {3, 3}, false, null));
    calls.put(QR, () -> QR.callMany(ones(3, 2)));
    for (Op op : List.of(SILU, SILU_IN_PLACE, GELU, NEG, ABS, EXP, SQRT, RSQRT, COS, SIN)) {
      calls.put(op, () -> op.call(ones(2, 2)));
    }
    for (Op op : List.of(MUL, MUL_IN_PLACE, DIV, MAXIMUM, GREATER, COPY)) {
      calls.put(op, () -> op.call(ones(2, 2), ones(2, 2)));
    }
    calls.put(CLAMP, () -> CLAMP.call(ones(2, 2), Tensor.scalar(0), null));
    calls.put(MEAN, () -> MEAN.call(ones(2, 2), one, true));
    calls.put(SUM, () -> SUM.call(ones(2, 2), one, true));
    calls.put(RESHAPE, () -> RESHAPE.call(ones(2, 2), new long[] {4}));
    calls.put(PERMUTE, () -> PERMUTE.call(ones(2, 2), new long[] {1, 0}));
    calls.put(TRANSPOSE, () -> TRANSPOSE.call(ones(2, 2), 0, 1));
    calls.put(SLICE, () -> SLICE.call(ones(2, 2), 0, 0, 1));
    calls.put(SELECT, () -> SELECT.call(ones(2, 2), 0, 0));
    calls.put(UNSQUEEZE, () -> UNSQUEEZE.call(ones(2, 2), 0));
    calls.put(EXPAND, () -> EXPAND.call(ones(1, 2), new long[] {2, 2}));
    calls.put(CHUNK, () -> CHUNK.callList(ones(2, 2), 2, 0));
    calls.put(CONTIGUOUS, () -> CONTIGUOUS.call(ones(2, 2)));
    calls.put(CAT, () -> CAT.call(pair(), 0));
    calls.put(STACK, () -> STACK.call(pair(), 0));
    calls.put(REPEAT_INTERLEAVE, () -> REPEAT_INTERLEAVE.call(ones(2, 2), 2, 0));
    calls.put(INDEX_SELECT, () -> INDEX_SELECT.call(ones(2, 2), 0, Tensor.of(new long[] {1}, 1)));
    calls.put(TO_DTYPE, () -> TO_DTYPE.call(ones(2, 2), DType.BFLOAT16));
    calls.put(TO_DEVICE, () -> TO_DEVICE.call(ones(2, 2), Device.CPU, DType.FLOAT32));
    calls.put(AMAX, () -> AMAX.call(ones(2, 2), one, true));
    calls.put(EMPTY_LIKE, () -> EMPTY_LIKE.call(ones(2, 2)));
    calls.put(RANDN, () -> RANDN.call(new long[] {2, 2}, DType.FLOAT32));
    calls.put(CLONE, () -> CLONE.call(ones(2, 2)));
    calls.put(ZERO, () -> ZERO.call(ones(2, 2)));
  }

  /** The operators that are called. */
  Map<Op, Runnable> calls() {
    return calls;
  }

  /** All failures together, each with the operator's schema and libtorch's words. */
  void run() {
    List<String> failures = new ArrayList<>();
    for (Runnable call : calls.values()) {
      try (Scope _ = Scope.open()) {
        call.run();
      } catch (TorchException e) {
        failures.add(e.getMessage());
      }
    }
    if (!failures.isEmpty()) {
      throw new TorchException(
          "this libtorch does not answer as expected:\n  " + String.join("\n  ", failures));
    }
  }

  private static Tensor ones(long... shape) {
    return Tensor.full(1, DType.FLOAT32, Device.CPU, shape);
  }

  private static Tensor[] pair() {
    return new Tensor[] {ones(2, 2), ones(2, 2)};
  }
}
