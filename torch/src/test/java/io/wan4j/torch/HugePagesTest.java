package io.wan4j.torch;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assumptions.assumeThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.ExtendWith;

/** Where Linux has pages of 2 MiB to give, large tensors lie in them. */
@ExtendWith(LibtorchRequired.class)
class HugePagesTest {
  private static final Path SETTING = Path.of("/sys/kernel/mm/transparent_hugepage/enabled");
  private static final Path MAPPINGS = Path.of("/proc/self/smaps");
  private static final long BYTES = 64L << 20;

  @Test
  void aLargeTensorLiesInHugePages() throws IOException {
    assumeThat(SETTING).exists();
    assumeThat(Files.readString(SETTING)).doesNotContain("[never]");
    Torch.load();
    try (Scope _ = Scope.open()) {
      Tensor tensor = Tensor.full(1, DType.FLOAT32, Device.CPU, BYTES / 4);
      assertThat(hugeBytesAt(tensor.bytes().address())).isGreaterThan(BYTES / 2);
    }
  }

  /** Bytes in huge pages of the mapping in which an address lies (proc(5), smaps). */
  private static long hugeBytesAt(long address) throws IOException {
    boolean inside = false;
    for (String line : Files.readAllLines(MAPPINGS)) {
      String[] words = line.split("\\s+");
      if (words[0].contains("-") && !words[0].endsWith(":")) {
        String[] ends = words[0].split("-");
        inside =
            Long.parseUnsignedLong(ends[0], 16) <= address
                && address < Long.parseUnsignedLong(ends[1], 16);
      } else if (inside && words[0].equals("AnonHugePages:")) {
        return Long.parseLong(words[1]) << 10;
      }
    }
    return 0;
  }
}
