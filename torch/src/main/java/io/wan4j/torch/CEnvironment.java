package io.wan4j.torch;

import java.lang.foreign.Arena;
import java.lang.foreign.FunctionDescriptor;
import java.lang.foreign.Linker;
import java.lang.foreign.ValueLayout;
import java.lang.invoke.MethodHandle;
import java.util.LinkedHashMap;
import java.util.Map;

/**
 * Variables that the native libraries read while they are loaded. Java cannot change the C
 * environment by itself, so {@code setenv} is called; what the user has set stays.
 */
final class CEnvironment {
  private CEnvironment() {}

  static void prepare(int threads, CpuFeatures cpu, Map<String, String> environment) {
    Map<String, String> wanted = new LinkedHashMap<>();
    wanted.put("OMP_NUM_THREADS", Integer.toString(threads));
    wanted.put("OPENBLAS_NUM_THREADS", Integer.toString(threads));
    if (!environment.containsKey("OMP_WAIT_POLICY")) {
      // How often a thread of libgomp looks for work before it sleeps. With the library's own
      // 300000, threads hold each other up where other programs want the processors too: fifteen
      // small operations on two cores then took 54 to 119 ms, with this 2 to 11 ms, and on cores of
      // their own 1.9 ms with either; with 1000 they take 4 ms always.
      wanted.put("GOMP_SPINCOUNT", "3000");
    }
    if (cpu.hasAvx512()) {
      // OpenBLAS takes many AVX-512 processors for Haswell, which halves its speed.
      wanted.put("OPENBLAS_CORETYPE", "SkylakeX");
    }
    // Large tensors in pages of 2 MiB (c10/core/alignment.h and impl/alloc_cpu.cpp): of a new
    // tensor in
    // pages of 4 KiB the system's clearing of each takes longer than most operators that fill it.
    wanted.put("THP_MEM_ALLOC_ENABLE", "1");
    // Blocks that grow in place: long films need a few large buffers of changing size. The user's
    // own words may stand under the older name, which the newer one would override.
    if (!environment.containsKey("PYTORCH_CUDA_ALLOC_CONF")) {
      wanted.put("PYTORCH_ALLOC_CONF", "expandable_segments:True");
    }
    wanted.forEach(CEnvironment::setIfAbsent);
  }

  private static void setIfAbsent(String name, String value) {
    Linker linker = Linker.nativeLinker();
    var setenv = linker.defaultLookup().find("setenv");
    if (setenv.isEmpty()) {
      return; // Windows has none; the defaults of the libraries hold there
    }
    MethodHandle call =
        linker.downcallHandle(
            setenv.get(),
            FunctionDescriptor.of(
                ValueLayout.JAVA_INT,
                ValueLayout.ADDRESS,
                ValueLayout.ADDRESS,
                ValueLayout.JAVA_INT));
    try (Arena arena = Arena.ofConfined()) {
      int rc = (int) call.invokeExact(arena.allocateFrom(name), arena.allocateFrom(value), 0);
      if (rc != 0) {
        throw new TorchException("setenv " + name + " failed with " + rc);
      }
    } catch (Throwable e) {
      throw NativeFailure.of(e);
    }
  }
}
