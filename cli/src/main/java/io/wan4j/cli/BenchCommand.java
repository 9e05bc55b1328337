package io.wan4j.cli;

import io.wan4j.bench.ApiBenchmark;
import io.wan4j.bench.PrevizBenchmark;
import io.wan4j.engine.wan.bench.FitBenchmark;
import io.wan4j.engine.wan.bench.PairBenchmark;
import io.wan4j.engine.wan.bench.SkippingBenchmark;
import io.wan4j.engine.wan.bench.TemporaryFolder;
import io.wan4j.engine.wan.bench.TorchBenchmark;
import io.wan4j.engine.wan.bench.WanBenchmark;
import io.wan4j.engine.wan.pipeline.FilmSize;
import io.wan4j.engine.wan.tiny.TinyCheckpoint;
import io.wan4j.torch.DType;
import io.wan4j.torch.Device;
import java.io.IOException;
import java.io.PrintStream;
import java.nio.file.Path;
import picocli.CommandLine.Command;
import picocli.CommandLine.Option;

/** {@code wan4j bench previz|api|torch|wan|fit|pair|skipping}: measures this machine. */
@Command(name = "bench", mixinStandardHelpOptions = true, description = "Measure this machine.")
final class BenchCommand {
  private final PrintStream out;

  BenchCommand(PrintStream out) {
    this.out = out;
  }

  @Command(
      name = "previz",
      mixinStandardHelpOptions = true,
      description =
          "Films of the embedded engine, end to end, then the API under 64 connections, then"
              + " memory.")
  int previz(
      @Option(names = "--runs", defaultValue = "3", description = "Runs of each film.") int runs)
      throws IOException, InterruptedException {
    new PrevizBenchmark(out).run(runs);
    new ApiBenchmark(out).run();
    return ExitCode.OK.status();
  }

  @Command(
      name = "torch",
      mixinStandardHelpOptions = true,
      description =
          "What the Wan networks are made of, against this machine's own limit, a large matrix"
              + " product.")
  int torch(
      @Option(
              names = "--shared",
              description = "The machine has other work: count one thread's processor time.")
          boolean shared,
      @Option(
              names = "--whole",
              description =
                  "The transformer and the decoder in full size, however long that takes (a quarter"
                      + " of an hour on two cores).")
          boolean whole) {
    new TorchBenchmark(out, shared, whole).run();
    return ExitCode.OK.status();
  }

  @Command(
      name = "wan",
      mixinStandardHelpOptions = true,
      description =
          "A film with the 1.3B shape and random weights: seconds by stage and share of the matmul"
              + " ceiling.")
  int wan(
      @Option(
              names = "--size",
              paramLabel = "WxHxFRAMES",
              defaultValue = "480x272x17",
              description = "Size of the film (default: ${DEFAULT-VALUE}).")
          String size,
      @Option(
              names = "--steps",
              defaultValue = "4",
              description = "Steps of the sampler (default: ${DEFAULT-VALUE}).")
          int steps,
      @Option(
              names = "--device",
              paramLabel = "cpu|cuda|cuda:N",
              defaultValue = "cpu",
              description = "On what it computes (default: ${DEFAULT-VALUE}).")
          String device,
      @Option(
              names = "--whole",
              description =
                  "On a processor too all 30 blocks, however long that takes; else as many as are"
                      + " done in five minutes, and the rest is reckoned.")
          boolean whole)
      throws IOException {
    String[] sides = size.split("x");
    if (sides.length != 3) {
      throw new CommandException(ExitCode.USAGE, "--size is like 480x272x17, not " + size);
    }
    FilmSize film =
        new FilmSize(
            Integer.parseInt(sides[0]), Integer.parseInt(sides[1]), Integer.parseInt(sides[2]));
    new WanBenchmark(out, Device.parse(device), film, steps, whole).run();
    return ExitCode.OK.status();
  }

  @Command(
      name = "fit",
      mixinStandardHelpOptions = true,
      description =
          "Estimated against measured peak memory of one pass and one decoding, for five sizes.")
  int fit() {
    if (!FitBenchmark.isPossible()) {
      throw new CommandException(
          ExitCode.UNAVAILABLE, "the kernel does not tell the peak of memory; Linux does");
    }
    new FitBenchmark(out).run();
    return ExitCode.OK.status();
  }

  @Command(
      name = "pair",
      mixinStandardHelpOptions = true,
      description =
          "Both prompts of guidance in one pass against one after the other, by turns, for films of"
              + " growing size.")
  int pair(
      @Option(
              names = "--device",
              paramLabel = "cpu|cuda|cuda:N",
              defaultValue = "cpu",
              description = "On what it computes (default: ${DEFAULT-VALUE}).")
          String device) {
    new PairBenchmark(out, Device.parse(device)).run();
    return ExitCode.OK.status();
  }

  @Command(
      name = "skipping",
      mixinStandardHelpOptions = true,
      description =
          "What --step-cache saves with a checkpoint that films from words, and how far the film"
              + " moves; without a checkpoint a tiny one of random weights.")
  int skipping(
      @Option(names = "--checkpoint", paramLabel = "DIR", description = "A folder.")
          Path checkpoint,
      @Option(
              names = "--frames",
              defaultValue = "5",
              description = "Frames of the film, 4n + 1 (default: ${DEFAULT-VALUE}).")
          int frames,
      @Option(
              names = "--steps",
              defaultValue = "20",
              description = "Steps of the sampler (default: ${DEFAULT-VALUE}).")
          int steps) {
    try (TemporaryFolder folder = new TemporaryFolder()) {
      Path given =
          checkpoint == null
              ? TinyCheckpoint.of("tiny-t2v", 1).write(folder.path().resolve("tiny-t2v"))
              : checkpoint;
      new SkippingBenchmark(out, given, frames, steps, DType.FLOAT32).run(SkippingBenchmark.SHARES);
    }
    return ExitCode.OK.status();
  }

  @Command(
      name = "api",
      mixinStandardHelpOptions = true,
      description = "Requests a second and their latency, 64 connections.")
  int api() throws IOException, InterruptedException {
    new ApiBenchmark(out).run();
    return ExitCode.OK.status();
  }
}
