package io.wan4j.torch;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.BufferedReader;
import java.io.IOException;
import java.lang.management.ManagementFactory;
import java.lang.management.ThreadMXBean;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.TimeUnit;
import java.util.stream.Stream;
import org.junit.jupiter.api.condition.EnabledOnOs;
import org.junit.jupiter.api.condition.OS;
import org.junit.jupiter.api.extension.ExtendWith;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/**
 * A process that is ended in the middle of an operator ends, without waiting for it and without a
 * crash. Each way to end is tried in a process of its own.
 */
@ExtendWith(LibtorchRequired.class)
@EnabledOnOs(OS.LINUX)
class ProcessExitTest {
  private static final int MOST_SECONDS = 30;

  @TempDir Path folder;

  @ParameterizedTest
  @CsvSource({"SIGTERM, 143", "EXIT, 7", "HALT, 8"})
  void endsInTheMiddleOfAnOperator(Ending ending, int status) throws Exception {
    Process process = start(ending);
    try (BufferedReader said = process.inputReader()) {
      assertThat(said.readLine()).isEqualTo("working");
      if (ending == Ending.SIGTERM) {
        process.toHandle().destroy(); // the process's own method closes its output as well
      }
      assertThat(process.waitFor(MOST_SECONDS, TimeUnit.SECONDS)).as("ended").isTrue();
      assertThat(process.exitValue()).isEqualTo(status);
      assertThat(said.lines())
          .containsExactlyElementsOf(ending == Ending.HALT ? List.of() : List.of("hook"));
      assertThat(crashReports()).isEmpty();
    } finally {
      process.destroyForcibly();
    }
  }

  private Process start(Ending ending) throws IOException {
    ProcessBuilder builder =
        new ProcessBuilder(
            Path.of(System.getProperty("java.home"), "bin", "java").toString(),
            "--enable-native-access=ALL-UNNAMED",
            "-XX:ErrorFile=" + folder.resolve("crash.log"),
            "-cp",
            System.getProperty("java.class.path"),
            Work.class.getName(),
            ending.name());
    builder.environment().put("WAN4J_TORCH_THREADS", "2");
    return builder.redirectErrorStream(true).start();
  }

  private List<Path> crashReports() throws IOException {
    try (Stream<Path> files = Files.list(folder)) {
      return files.toList();
    }
  }

  enum Ending {
    SIGTERM,
    EXIT,
    HALT
  }

  /** What the child process runs: a product of some seconds, ended in its midst. */
  static final class Work {
    private static final int SIDE = 6000;
    private static final long INSIDE_NANOS = 100_000_000;

    private Work() {}

    public static void main(String[] arguments) throws InterruptedException {
      Runtime.getRuntime().addShutdownHook(new Thread(() -> System.out.println("hook")));
      CountDownLatch entering = new CountDownLatch(1);
      Thread product = Thread.ofPlatform().start(() -> multiply(entering));
      entering.await();
      ThreadMXBean threads = ManagementFactory.getThreadMXBean();
      long start = threads.getThreadCpuTime(product.threadId());
      while (threads.getThreadCpuTime(product.threadId()) < start + INSIDE_NANOS) {
        Thread.onSpinWait();
      }
      System.out.println("working");
      switch (Ending.valueOf(arguments[0])) {
        case SIGTERM -> product.join();
        case EXIT -> System.exit(7);
        case HALT -> Runtime.getRuntime().halt(8);
      }
    }

    private static void multiply(CountDownLatch entering) {
      try (Scope _ = Scope.open()) {
        Tensor x = Tensor.full(1, DType.FLOAT32, Device.CPU, SIDE, SIDE);
        entering.countDown();
        x.matmul(x);
        System.out.println("done");
      }
    }
  }
}
