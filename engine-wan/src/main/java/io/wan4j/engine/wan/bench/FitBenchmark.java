package io.wan4j.engine.wan.bench;

import io.wan4j.engine.wan.fit.DeviceMemory;
import io.wan4j.engine.wan.fit.FitPlanner;
import io.wan4j.engine.wan.fit.MemoryEstimate;
import io.wan4j.engine.wan.fit.Options;
import io.wan4j.engine.wan.fit.PartBytes;
import io.wan4j.engine.wan.fit.Placement;
import io.wan4j.engine.wan.fit.Residence;
import io.wan4j.torch.DType;
import io.wan4j.torch.Device;
import io.wan4j.torch.Kernels;
import java.io.BufferedReader;
import java.io.IOException;
import java.io.PrintStream;
import java.io.UncheckedIOException;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.concurrent.TimeUnit;

/** Estimated against measured peak memory, for five sizes, each in a process of its own. */
public final class FitBenchmark {
  private static final long LIMIT_MINUTES = 5;
  private static final double MIB = 1 << 20;

  private final PrintStream out;

  public FitBenchmark(PrintStream out) {
    this.out = out;
  }

  /** Peaks of one phase of one film, in bytes. */
  public record Line(String film, String phase, long estimated, long measured) {
    /** How much too large the estimate is, as a share of what was measured. */
    public double error() {
      return (double) estimated / measured - 1;
    }
  }

  /** Linux alone counts what is measured. */
  public static boolean isPossible() {
    return ProcessMemory.isCounted();
  }

  /** Prints a table. */
  public List<Line> run() {
    out.printf("%-22s %-10s %14s %14s %7s%n", "film", "phase", "estimated", "measured", "error");
    List<Line> lines = new ArrayList<>();
    for (FitCase film : FitCase.ALL) {
      for (Line line : lines(film)) {
        out.printf(
            "%-22s %-10s %10.0f MiB %10.0f MiB %+6.1f%%%n",
            line.film(),
            line.phase(),
            line.estimated() / MIB,
            line.measured() / MIB,
            100 * line.error());
        lines.add(line);
      }
    }
    return lines;
  }

  static List<Line> lines(FitCase film) {
    Map<String, Long> measured = measure(film);
    MemoryEstimate estimate = estimate(film);
    return List.of(
        new Line(film.name(), "denoising", estimate.denoising(), measured.get("denoising")),
        new Line(film.name(), "decoding", estimate.decoding(), measured.get("decoding")));
  }

  private static MemoryEstimate estimate(FitCase film) {
    DeviceMemory memory = new DeviceMemory(Device.CPU, Long.MAX_VALUE, Long.MAX_VALUE);
    Options options =
        Options.DEFAULT
            .withTypes(film.type(), film.vaeType())
            .withSixteenBits(Kernels.attentionForm(Device.CPU, DType.BFLOAT16));
    Placement placement =
        new Placement(
            Device.CPU,
            film.type(),
            film.vaeType(),
            film.eightBits(),
            Residence.OFFLOADED,
            Residence.OFFLOADED,
            false,
            film.paired());
    PartBytes parts = film.parts();
    return new FitPlanner(memory, options)
        .estimate(placement, film.shape(), parts, film.vae(), film.size());
  }

  private static Map<String, Long> measure(FitCase film) {
    try {
      ProcessBuilder probe =
          new ProcessBuilder(
                  Path.of(System.getProperty("java.home"), "bin", "java").toString(),
                  "--enable-native-access=ALL-UNNAMED",
                  "-Xms256m",
                  "-Xmx256m",
                  "-XX:+AlwaysPreTouch",
                  "-cp",
                  System.getProperty("java.class.path"),
                  FitProbe.class.getName(),
                  film.name())
              .redirectError(ProcessBuilder.Redirect.INHERIT);
      // Memory is the same with one thread, which loses less where cores are shared.
      probe.environment().put("WAN4J_TORCH_THREADS", "1");
      // As the large tensors of real films are: mapped, and given back when they are freed.
      probe.environment().put("MALLOC_MMAP_THRESHOLD_", "262144");
      Process process = probe.start();
      Map<String, Long> measured = new HashMap<>();
      try (BufferedReader lines = process.inputReader()) {
        for (String line = lines.readLine(); line != null; line = lines.readLine()) {
          String[] words = line.split(" ");
          measured.put(words[0], Long.parseLong(words[1]));
        }
      }
      if (!process.waitFor(LIMIT_MINUTES, TimeUnit.MINUTES)) {
        process.destroyForcibly();
      }
      if (process.exitValue() != 0) {
        throw new IllegalStateException("the probe ended with " + process.exitValue());
      }
      return measured;
    } catch (IOException e) {
      throw new UncheckedIOException("cannot start the probe", e);
    } catch (InterruptedException e) {
      Thread.currentThread().interrupt();
      throw new IllegalStateException("interrupted", e);
    }
  }

  /** The table alone. */
  public static void main(String[] arguments) {
    new FitBenchmark(System.out).run();
  }
}
