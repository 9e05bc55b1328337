package io.wan4j.torch;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Set;

/** What the processor says it can do; empty where the system has no {@code /proc/cpuinfo}. */
record CpuFeatures(Set<String> flags) {
  private static final Path CPU_INFO = Path.of("/proc/cpuinfo");

  static CpuFeatures read() {
    try {
      if (!Files.isReadable(CPU_INFO)) {
        return new CpuFeatures(Set.of());
      }
      for (String line : Files.readAllLines(CPU_INFO)) {
        if (line.startsWith("flags") || line.startsWith("Features")) {
          return new CpuFeatures(
              Set.copyOf(List.of(line.substring(line.indexOf(':') + 1).strip().split("\\s+"))));
        }
      }
      return new CpuFeatures(Set.of());
    } catch (IOException e) {
      return new CpuFeatures(Set.of()); // only advice is lost
    }
  }

  /** The instruction sets that OpenBLAS's SkylakeX kernels need. */
  boolean hasAvx512() {
    return flags.containsAll(Set.of("avx512f", "avx512bw", "avx512dq", "avx512vl", "avx512cd"));
  }

  /** Products of 16-bit brain floats in hardware: fast bf16. */
  boolean hasBf16() {
    return flags.contains("avx512_bf16") || flags.contains("amx_bf16") || flags.contains("bf16");
  }
}
