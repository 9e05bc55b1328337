package io.wan4j.torch;

import java.lang.foreign.Arena;
import java.lang.foreign.MemorySegment;
import java.lang.foreign.ValueLayout;
import java.lang.invoke.MethodHandle;
import java.util.List;

/**
 * The attention kernels of NVIDIA cards one by one, for measuring: which of them
 * scaled_dot_product_attention takes is libtorch's choice. cuDNN's and FlashAttention's go through
 * the C functions of libtorch_cuda (torch/csrc/inductor/aoti_torch/generated/c_shim_cuda.h): the
 * dispatcher's C entry does not hand back their results, which mix tensors and integers.
 */
final class CudaAttention {
  private static final int RESULTS = 9;

  /** Two of the nine results are integers, not tensors to be freed. */
  private static final List<Integer> INTEGERS = List.of(4, 5);

  private CudaAttention() {}

  static Tensor cudnn(Tensor q, Tensor k, Tensor v) {
    MethodHandle function =
        LibTorch.libraries()
            .bind(
                "aoti_torch_cuda__scaled_dot_product_cudnn_attention",
                "IJJJJIDIIJ" + "J".repeat(RESULTS));
    try (Arena arena = Arena.ofConfined()) {
      MemorySegment out = arena.allocate(ValueLayout.JAVA_LONG, RESULTS);
      long r = out.address();
      int rc =
          (int)
              function.invokeExact(
                  q.handle(),
                  k.handle(),
                  v.handle(),
                  0L,
                  0,
                  0.0,
                  0,
                  0,
                  0L,
                  r,
                  r + 8,
                  r + 16,
                  r + 24,
                  r + 32,
                  r + 40,
                  r + 48,
                  r + 56,
                  r + 64);
      return attention(rc, out);
    } catch (Throwable e) {
      throw NativeFailure.of(e);
    }
  }

  static Tensor flash(Tensor q, Tensor k, Tensor v) {
    MethodHandle function =
        LibTorch.libraries()
            .bind(
                "aoti_torch_cuda__scaled_dot_product_flash_attention",
                "IJJJDIIJ" + "J".repeat(RESULTS));
    try (Arena arena = Arena.ofConfined()) {
      MemorySegment out = arena.allocate(ValueLayout.JAVA_LONG, RESULTS);
      long r = out.address();
      int rc =
          (int)
              function.invokeExact(
                  q.handle(),
                  k.handle(),
                  v.handle(),
                  0.0,
                  0,
                  0,
                  0L,
                  r,
                  r + 8,
                  r + 16,
                  r + 24,
                  r + 32,
                  r + 40,
                  r + 48,
                  r + 56,
                  r + 64);
      return attention(rc, out);
    } catch (Throwable e) {
      throw NativeFailure.of(e);
    }
  }

  static Tensor efficient(Tensor q, Tensor k, Tensor v) {
    List<Tensor> results = AtenCuda.EFFICIENT_ATTENTION.callMany(q, k, v, null, false);
    results.subList(1, results.size()).forEach(Tensor::close);
    return results.getFirst();
  }

  /** The first result; the others serve a backward pass. */
  private static Tensor attention(int rc, MemorySegment results) {
    LibTorch.check(rc, "attend on an NVIDIA card");
    for (int i = 1; i < RESULTS; i++) {
      long handle = results.getAtIndex(ValueLayout.JAVA_LONG, i);
      if (!INTEGERS.contains(i) && handle != 0) {
        LibTorch.delete(handle);
      }
    }
    return new Tensor(results.getAtIndex(ValueLayout.JAVA_LONG, 0), null);
  }
}
