package io.wan4j.torch;

import java.lang.foreign.Linker;
import java.lang.foreign.MemorySegment;
import java.lang.foreign.SymbolLookup;
import java.lang.invoke.MethodHandle;
import java.util.Optional;

/**
 * Keeps the destructors of libtorch's libraries from running when the process ends.
 *
 * <p>The JVM leaves through C's {@code exit}, after SIGTERM as after {@code System.exit} and {@code
 * halt}, and does not wait for a thread that is inside an operator. Destructors then take away what
 * the operator works on: OpenBLAS waits for its own busy threads for ever ({@code gotoblas_quit}),
 * or unmaps the memory they write to. Nothing of libtorch needs them at the end of a process, so
 * {@code _exit} is registered as what {@code exit} calls first, with the exit status (GNU libc,
 * on_exit(3): last registered, first called). It is registered when the libraries are open and once
 * more when the JVM shuts down, before whatever operators registered between. Shutdown hooks have
 * all ended when the JVM calls {@code exit}; C's output streams, which nothing here uses, are not
 * flushed.
 */
final class ProcessExit {
  private static final String REGISTER = "on_exit";
  private static final String LEAVE = "_exit";

  private ProcessExit() {}

  /** Does nothing where the C library has no such registration. */
  static void passDestructorsBy() {
    if (register()) {
      Runtime.getRuntime()
          .addShutdownHook(Thread.ofPlatform().name("torch-exit").unstarted(ProcessExit::register));
    }
  }

  private static boolean register() {
    Linker linker = Linker.nativeLinker();
    SymbolLookup library = linker.defaultLookup();
    Optional<MemorySegment> register = library.find(REGISTER);
    Optional<MemorySegment> leave = library.find(LEAVE);
    if (register.isEmpty() || leave.isEmpty()) {
      return false;
    }
    MethodHandle call = linker.downcallHandle(register.get(), NativeLibraries.descriptor("IJJ"));
    try {
      return (int) call.invokeExact(leave.get().address(), 0L) == 0;
    } catch (Throwable e) {
      throw NativeFailure.of(e);
    }
  }
}
