package io.wan4j.engine.wan.bench;

import io.wan4j.engine.wan.checkpoint.Config;
import io.wan4j.engine.wan.fit.Operations;
import io.wan4j.engine.wan.transformer.Context;
import io.wan4j.engine.wan.transformer.TransformerConfig;
import io.wan4j.engine.wan.transformer.WanTransformer;
import io.wan4j.engine.wan.vae.VaeConfig;
import io.wan4j.engine.wan.vae.WanVae;
import io.wan4j.torch.DType;
import io.wan4j.torch.Device;
import io.wan4j.torch.Functions;
import io.wan4j.torch.Kernels;
import io.wan4j.torch.NormalNoise;
import io.wan4j.torch.Scope;
import io.wan4j.torch.Tensor;
import io.wan4j.torch.Torch;
import java.io.IOException;
import java.io.PrintStream;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.function.Consumer;
import java.util.function.LongToDoubleFunction;
import java.util.function.Supplier;

/**
 * How fast this machine runs what films are made of, and how near the networks come to the
 * machine's own limit, which is a large matrix product.
 */
public final class TorchBenchmark {
  private static final int RUNS = 3;
  private static final int SIDE = 2048;
  private static final int TEXT_ROWS = 512;

  /** 480 x 272 pixels, 17 frames, as latents. */
  private static final long[] LATENTS = {1, 16, 5, 34, 60};

  /** What is decoded: the film above, or the first of these that this machine ends in time. */
  private static final List<long[]> DECODED =
      List.of(
          LATENTS,
          new long[] {1, 16, 3, 34, 60},
          new long[] {1, 16, 2, 34, 60},
          new long[] {1, 16, 2, 16, 30},
          new long[] {1, 16, 2, 12, 22});

  private static final int VAE_PIXELS = 8;
  private static final int VAE_FRAMES = 4;

  private static final int LAYERS = 30;

  /** For each of the long measurements: the transformer's pass, a decode of each type. */
  private static final double MOST_SECONDS = 20;

  /** For everything; what is late shrinks what comes after it, or leaves it out. */
  private static final double MOST_SECONDS_IN_ALL = 200;

  private static final int LONG_MEASUREMENTS = 3;

  private static final double MOST_KERNEL_SECONDS = 4;
  private static final long MOST_ROWS = 4096;

  /** Of its ceiling; what a network is taken to reach when its size is chosen. */
  private static final double USUAL_SHARE = 0.6;

  private final Torch torch = Torch.load();
  private final PrintStream out;
  private final boolean whole;
  private final Stopwatch stopwatch;
  private final NormalNoise noise = new NormalNoise(0);
  private final long start = System.nanoTime();

  /**
   * @param shared whether other programs use the machine: then processor time is measured, of one
   *     thread
   * @param whole whether the transformer and the decoder are measured in full size, however long
   *     that takes
   */
  public TorchBenchmark(PrintStream out, boolean shared, boolean whole) {
    this.out = out;
    this.whole = whole;
    this.stopwatch = shared ? Stopwatch.PROCESSOR : Stopwatch.WALL;
    if (shared) {
      torch.setThreads(1);
    }
  }

  /** Everything; unless whole, about two minutes of work, also on a slow machine. */
  public void run() {
    out.println(torch.report());
    new CallCosts(out, stopwatch).run();
    kernels(DType.FLOAT32);
    double ceiling = kernels(DType.BFLOAT16);
    transformer(1, new long[] {1, 16, 1, 60, 104}, "one 1.3B block, 1560 tokens");
    int layers = layersWithinLimit(ceiling);
    String depth = layers < LAYERS ? ", %d layers".formatted(layers) : "";
    inTime("1.3B transformer, 480x272x17" + depth, name -> transformer(layers, LATENTS, name));
    for (DType type : List.of(DType.BFLOAT16, DType.FLOAT32)) {
      inTime("VAE decode " + type, _ -> vae(type));
    }
    out.printf("%-44s %8.0f MiB%n", "peak resident memory", peakMebibytes());
    out.printf("%-44s %8.0f s%n", "all of this took", seconds());
  }

  /** A long measurement, left out where the time for everything is up. */
  private void inTime(String name, Consumer<String> measurement) {
    if (whole || seconds() < MOST_SECONDS_IN_ALL) {
      measurement.accept(name);
    } else {
      out.printf("%-44s left out: the machine is too slow or too busy%n", name);
    }
  }

  /** Since the beginning. */
  private double seconds() {
    return (System.nanoTime() - start) * 1e-9;
  }

  /** As many layers as this machine usually passes in the time for them. */
  private int layersWithinLimit(double ceiling) {
    int layers = LAYERS;
    while (layers > 1 && !isInTime(Operations.pass(config(layers), LATENTS), ceiling)) {
      layers--;
    }
    return layers;
  }

  private boolean isInTime(double operations, double ceiling) {
    if (whole) {
      return true;
    }
    double left = (MOST_SECONDS_IN_ALL - seconds()) / LONG_MEASUREMENTS;
    return 1e-9 * operations / (USUAL_SHARE * ceiling) <= Math.min(MOST_SECONDS, left);
  }

  /** Prints what the networks are made of; gives the ceiling in GFLOP/s. */
  private double kernels(DType type) {
    try (Scope _ = Scope.open()) {
      double ceiling = ceiling(type);
      boolean widened = Kernels.attentionForm(Device.CPU, type) == Kernels.AttentionForm.WIDENED;
      out.printf(
          "%n%s%s: matmul %d³ is the ceiling, %.0f GFLOP/s%n",
          type, widened ? " computed in FLOAT32" : "", SIDE, ceiling);
      long linearRows = rows(MOST_ROWS, ceiling, rows -> 2.0 * rows * 1536 * 8960);
      Tensor x = normal(type, linearRows, 1536);
      Tensor w = normal(type, 8960, 1536);
      line(
          "linear [" + linearRows + ",1536] x [8960,1536]",
          2.0 * linearRows * 1536 * 8960,
          ceiling,
          () -> Functions.linear(x, w, null));
      for (Kernels.AttentionForm form :
          widened
              ? List.of(Kernels.AttentionForm.WIDENED)
              : List.of(Kernels.AttentionForm.FUSED, Kernels.AttentionForm.BLOCKED)) {
        // The plain loop that 16 bits fall back to would take minutes at full length.
        boolean slow =
            form == Kernels.AttentionForm.FUSED && Kernels.attentionForm(Device.CPU, type) != form;
        long rows = rows(slow ? 512 : MOST_ROWS, ceiling, TorchBenchmark::attentionOperations);
        Tensor q = normal(type, 1, 12, rows, 128);
        line(
            "attention " + form + " [1,12," + rows + ",128]",
            attentionOperations(rows),
            ceiling,
            () -> Kernels.attention(q, q, q, form));
      }
      Tensor video = normal(type, 1, 96, 5, 120, 208);
      Tensor kernel = normal(type, 96, 96, 3, 3, 3);
      line(
          "conv3d 96 to 96 [5,120,208]",
          convolutionOperations(),
          ceiling,
          () -> convolve(video, kernel));
      return ceiling;
    }
  }

  /** As many rows as the machine is done with in seconds. */
  private static long rows(long most, double ceiling, LongToDoubleFunction operations) {
    long rows = most;
    while (rows > 512 && 1e-9 * operations.applyAsDouble(rows) / ceiling > MOST_KERNEL_SECONDS) {
      rows /= 2;
    }
    return rows;
  }

  private static double attentionOperations(long rows) {
    return 4.0 * 12 * rows * rows * 128;
  }

  private static double convolutionOperations() {
    return 2.0 * 96 * 96 * 27 * 3 * 120 * 208;
  }

  private static Tensor convolve(Tensor video, Tensor kernel) {
    return Functions.conv3d(video, kernel, null, new long[] {1, 1, 1}, new long[] {0, 1, 1});
  }

  /** GFLOP/s of a large product. */
  private double ceiling(DType type) {
    try (Scope _ = Scope.open()) {
      Tensor a = normal(type, SIDE, SIDE);
      Tensor b = normal(type, SIDE, SIDE);
      return 2e-9 * SIDE * SIDE * SIDE / stopwatch.best(RUNS, () -> a.matmul(b));
    }
  }

  private void line(String name, double operations, double ceiling, Supplier<Tensor> work) {
    double rate = 1e-9 * operations / stopwatch.best(RUNS, work);
    out.printf("%-44s %8.0f GFLOP/s %4.0f %%%n", name, rate, 100 * rate / ceiling);
  }

  private static TransformerConfig config(int layers) {
    return TransformerConfig.read(TransformerJson.small(layers));
  }

  /** A network of the 1.3B's shape in bf16, with fewer layers where asked. */
  private void transformer(int layers, long[] latentShape, String name) {
    Config json = TransformerJson.small(layers);
    TransformerConfig config = config(layers);
    DType type = DType.BFLOAT16;
    try (Scope _ = Scope.open();
        WanTransformer network =
            WanTransformer.load(
                json, RandomTensors.transformer(config, type, Device.CPU), type, Device.CPU)) {
      Tensor latents = noise.next(latentShape);
      Tensor timestep = Tensor.of(new float[] {500}, 1);
      Context context = Context.ofText(noise.next(1, TEXT_ROWS, config.textWidth()));
      double before = ceiling(type);
      Supplier<Tensor> pass = () -> network.velocity(latents, timestep, context);
      double seconds = layers == 1 ? stopwatch.best(RUNS, pass) : stopwatch.once(pass);
      double ceiling = Math.max(before, ceiling(type));
      double operations = Operations.pass(config, latentShape);
      double rate = 1e-9 * operations / seconds;
      out.printf(
          "%n%-44s %8.0f GFLOP/s %4.0f %%, %.2f s%n", name, rate, 100 * rate / ceiling, seconds);
    }
  }

  private void vae(DType type) {
    VaeConfig config = VaeConfig.published("2.1");
    try (Scope _ = Scope.open();
        WanVae vae =
            WanVae.load(config, RandomTensors.vae(config, type, Device.CPU), type, Device.CPU)) {
      Tensor video = normal(type, 1, 96, 5, 120, 208);
      Tensor kernel = normal(type, 96, 96, 3, 3, 3);
      double before = convolutionRate(video, kernel);
      long[] shape =
          DECODED.stream()
              .filter(latents -> isInTime(Operations.decoding(config, latents), before))
              .findFirst()
              .orElse(DECODED.getLast());
      Tensor latents = noise.next(shape);
      double seconds =
          stopwatch.once(
              () -> {
                vae.decode(latents, chunk -> {});
                return latents;
              });
      double ceiling = Math.max(before, convolutionRate(video, kernel));
      double rate = 1e-9 * Operations.decoding(config, shape) / seconds;
      long frames = 1 + (shape[2] - 1) * VAE_FRAMES;
      out.printf(
          "%-44s %8.0f GFLOP/s %4.0f %% of its convolutions, %.2f frames/s%n",
          "VAE decode %dx%dx%d %s%s"
              .formatted(
                  shape[4] * VAE_PIXELS,
                  shape[3] * VAE_PIXELS,
                  frames,
                  type,
                  shape == LATENTS ? "" : ", smaller to end in time"),
          rate,
          100 * rate / ceiling,
          frames / seconds);
    }
  }

  private double convolutionRate(Tensor video, Tensor kernel) {
    return 1e-9 * convolutionOperations() / stopwatch.best(RUNS, () -> convolve(video, kernel));
  }

  private static Tensor normal(DType type, long... shape) {
    return Tensor.anyNormal(type, Device.CPU, shape);
  }

  /** As Linux counts it; 0 elsewhere. */
  private static double peakMebibytes() {
    Path status = Path.of("/proc/self/status");
    if (!Files.exists(status)) {
      return 0;
    }
    try {
      return Files.readAllLines(status).stream()
          .filter(line -> line.startsWith("VmHWM:"))
          .mapToDouble(line -> Double.parseDouble(line.replaceAll("\\D+", "")) / 1024)
          .findFirst()
          .orElse(0);
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }
}
