package io.wan4j.torch;

import static org.assertj.core.api.Assertions.assertThat;

import java.lang.foreign.FunctionDescriptor;
import java.lang.foreign.Linker;
import java.lang.foreign.MemorySegment;
import java.lang.foreign.ValueLayout;
import java.lang.invoke.MethodHandle;
import java.util.Optional;
import java.util.concurrent.CompletableFuture;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.condition.EnabledOnOs;
import org.junit.jupiter.api.condition.OS;
import org.junit.jupiter.api.extension.ExtendWith;

@ExtendWith(LibtorchRequired.class)
@EnabledOnOs(value = OS.LINUX, architectures = "amd64")
class AutogradKeysTest {
  private static final String IS_EXCLUDED =
      "_ZN3c104impl28tls_is_dispatch_key_excludedENS_11DispatchKeyE";

  @Test
  void everyThreadThatCallsPassesTheLayersBy() {
    assertThat(excluded()).as("this thread").isEqualTo(2);
    assertThat(CompletableFuture.supplyAsync(AutogradKeysTest::excluded).join())
        .as("another thread")
        .isEqualTo(2);
  }

  @Test
  void viewsStillShareMemory() {
    try (Scope _ = Scope.open()) {
      Tensor x = Tensor.of(new float[] {1, 2, 3, 4}, 2, 2);
      x.slice(0, 1, 2).timesInPlace(Tensor.scalar(10));
      x.transpose(0, 1).select(0, 0).copyFrom(Tensor.scalar(7));
      assertThat(x.toFloats()).containsExactly(7, 2, 7, 40);
    }
  }

  /** How many of the layers this thread leaves out, as libtorch has it. */
  private static int excluded() {
    CallStack.ofThread();
    Optional<MemorySegment> function = LibTorch.libraries().find(IS_EXCLUDED);
    assertThat(function).isPresent();
    MethodHandle ask =
        Linker.nativeLinker()
            .downcallHandle(
                function.get(),
                FunctionDescriptor.of(ValueLayout.JAVA_BOOLEAN, ValueLayout.JAVA_INT));
    int count = 0;
    try {
      for (int key : LibTorch.autogradKeys().numbers()) {
        count += (boolean) ask.invokeExact(key) ? 1 : 0;
      }
    } catch (Throwable e) {
      throw NativeFailure.of(e);
    }
    return count;
  }
}
