package io.wan4j.engine.wan.bench;

import io.wan4j.engine.wan.checkpoint.Config;
import io.wan4j.engine.wan.fit.Operations;
import io.wan4j.engine.wan.pipeline.FilmSize;
import io.wan4j.engine.wan.transformer.Context;
import io.wan4j.engine.wan.transformer.NetworkPrecision;
import io.wan4j.engine.wan.transformer.TransformerConfig;
import io.wan4j.engine.wan.transformer.WanTransformer;
import io.wan4j.engine.wan.vae.VaeConfig;
import io.wan4j.engine.wan.vae.WanVae;
import io.wan4j.torch.DType;
import io.wan4j.torch.Device;
import io.wan4j.torch.Fp8;
import io.wan4j.torch.Functions;
import io.wan4j.torch.Kernels;
import io.wan4j.torch.MemoryFormat;
import io.wan4j.torch.Scope;
import io.wan4j.torch.Tensor;
import io.wan4j.torch.Torch;
import io.wan4j.torch.TorchException;
import java.io.IOException;
import java.io.PrintStream;
import java.util.Arrays;
import java.util.List;
import java.util.function.Supplier;

/**
 * How fast a graphics card runs the published shapes, and how near that is to the card's own limit,
 * a large matrix product measured in the same run. Weights are random and made on the card.
 */
public final class GpuBenchmark {
  private static final int SIDE = 8192;
  private static final int TEXT_ROWS = 512;

  /** Tokens of a film of 480 x 832 x 81. */
  private static final long ROWS = 32760;

  private static final DType TYPE = DType.BFLOAT16;

  /** What the 1.3B checkpoint makes at home: five seconds, in so many steps (its model card). */
  private static final FilmSize FILM = new FilmSize(832, 480, 81);

  private static final int FILM_STEPS = 50;

  private final Device device;
  private final PrintStream out;
  private double ceiling;

  public GpuBenchmark(Device device, PrintStream out) {
    this.device = device;
    this.out = out;
  }

  /** A transformer of a published size on the latents of a film. */
  private record Film(String name, Config config, long[] latents) {}

  private static final List<Film> FILMS =
      List.of(
          film("1.3B 480x832x81", 12, 8960, 30, 16, 1, 16, 21, 60, 104),
          film("TI2V-5B 704x1280x121", 24, 14336, 30, 48, 1, 48, 31, 44, 80),
          film("14B 480x832x81", 40, 13824, 40, 16, 1, 16, 21, 60, 104),
          film("14B 720x1280x81", 40, 13824, 40, 16, 1, 16, 21, 90, 160));

  private static Film film(
      String name, int heads, int feedForward, int layers, int channels, long... latents) {
    return new Film(name, TransformerJson.of(name, heads, feedForward, layers, channels), latents);
  }

  /** Names of sections: kernels, vae, steps, fp8, pair, film; all without a name. */
  public static void main(String[] arguments) throws IOException {
    List<String> wanted =
        arguments.length == 0
            ? List.of("kernels", "vae", "steps", "fp8", "pair", "film")
            : Arrays.asList(arguments);
    new GpuBenchmark(Device.cuda(0), System.out).run(wanted);
    if (wanted.contains("pair")) {
      new PairBenchmark(System.out, Device.cuda(0)).run();
    }
    if (wanted.contains("film")) {
      new WanBenchmark(System.out, Device.cuda(0), FILM, FILM_STEPS, true).run();
    }
  }

  public void run(List<String> sections) {
    out.println(Torch.load().report());
    try (Scope _ = Scope.open()) {
      Tensor a = normal(SIDE, SIDE);
      Tensor b = normal(SIDE, SIDE);
      Tensor x = normal(ROWS, 5120);
      Tensor w = normal(13824, 5120);
      double square = rate(2.0 * SIDE * SIDE * SIDE, 20, () -> a.matmul(b));
      double layer = rate(2.0 * ROWS * 5120 * 13824, 20, () -> Functions.linear(x, w, null));
      ceiling = Math.max(square, layer);
      out.printf(
          "bf16 matmul %d\u00b3 %.0f TFLOP/s, %d x 5120 x 13824 %.0f; the larger is the ceiling%n",
          SIDE, square, ROWS, layer);
    }
    if (sections.contains("kernels")) {
      kernels();
    }
    if (sections.contains("vae")) {
      attempt("VAE", this::vae);
    }
    for (boolean eightBits : new boolean[] {false, true}) {
      if (sections.contains(eightBits ? "fp8" : "steps")) {
        for (Film film : FILMS) {
          attempt(film.name(), () -> step(film, eightBits));
        }
      }
    }
  }

  /** One section that cannot be run must not cost the others. */
  private void attempt(String name, Runnable section) {
    try (Scope _ = Scope.open()) {
      section.run();
    } catch (TorchException e) {
      out.println(name + ": " + e.getMessage().lines().limit(3).toList());
    }
  }

  private void kernels() {
    for (int heads : new int[] {12, 40}) {
      for (Kernels.AttentionForm form :
          List.of(
              Kernels.AttentionForm.FUSED,
              Kernels.AttentionForm.CUDNN,
              Kernels.AttentionForm.FLASH,
              Kernels.AttentionForm.EFFICIENT)) {
        attempt(
            "attention " + form,
            () -> {
              long rows = 32760;
              Tensor q = normal(1, rows, heads, 128).transpose(1, 2);
              Tensor k = normal(1, rows, heads, 128).transpose(1, 2);
              Tensor v = normal(1, rows, heads, 128).transpose(1, 2);
              line(
                  "attention " + form + " " + heads + " heads, 32760 rows",
                  4.0 * heads * rows * rows * 128,
                  () -> Kernels.attention(q, k, v, form));
            });
      }
    }
    for (long[] shape : new long[][] {{32760, 1536, 8960}, {32760, 5120, 13824}}) {
      attempt("linear", () -> linear(shape[0], shape[1], shape[2]));
    }
    attempt("rows", this::rows);
    for (long[] shape : new long[][] {{96, 6, 480, 832}, {192, 6, 240, 416}, {384, 4, 120, 208}}) {
      attempt("conv3d", () -> convolution(shape));
    }
  }

  private void linear(long rows, long in, long width) {
    Tensor x = normal(rows, in);
    Tensor w = normal(width, in);
    double operations = 2.0 * rows * in * width;
    String shape = rows + " x " + in + " x " + width;
    line("linear bf16 " + shape, operations, () -> Functions.linear(x, w, null));
    Fp8.Rows weight = Fp8.quantize(w);
    Fp8.Rows given = Fp8.quantize(x);
    line("linear fp8, given rows " + shape, operations, () -> Fp8.linear(given, weight, null));
    line(
        "linear fp8, with rounding " + shape,
        operations,
        () -> Fp8.linear(Fp8.quantize(x), weight, null));
  }

  /** What runs between the products, in GB/s of what must be read and written. */
  private void rows() {
    long tokens = 32760;
    long width = 5120;
    Tensor x = normal(1, tokens, width);
    Tensor y = normal(1, tokens, width);
    Tensor m = Tensor.anyNormal(DType.FLOAT32, device, 1, 1, width);
    Tensor w = normal(width);
    double once = 2.0 * tokens * width;
    speed("modulated norm", 2 * once, () -> Kernels.modulatedNorm(x, m, m, 1e-6));
    speed("gated add", 3 * once, () -> Kernels.gatedAdd(x, y, m));
    speed("gated add, norm", 4 * once, () -> Kernels.addThenModulatedNorm(x, y, m, m, 1e-6).sum());
    Tensor angles = Tensor.anyNormal(DType.FLOAT32, device, 1, tokens, 1, 64);
    speed("rms norm, turn", 2 * once, () -> Kernels.rotatedRmsNorm(x, w, 1e-6, angles, angles));
    speed("to fp8", 1.5 * once, () -> Fp8.quantize(x).values());
  }

  private void convolution(long[] shape) {
    long channels = shape[0];
    long frames = shape[1] - 2;
    Tensor plain = normal(1, channels, shape[1], shape[2], shape[3]);
    Tensor weight = normal(channels, channels, 3, 3, 3);
    Tensor last = plain.contiguous(MemoryFormat.CHANNELS_LAST_3D);
    Tensor lastWeight = weight.contiguous(MemoryFormat.CHANNELS_LAST_3D);
    double operations = 2.0 * channels * channels * 27 * frames * shape[2] * shape[3];
    long[] one = {1, 1, 1};
    long[] sides = {0, 1, 1};
    String name = Arrays.toString(shape);
    line("conv3d " + name, operations, () -> Functions.conv3d(plain, weight, null, one, sides));
    line(
        "conv3d channels last " + name,
        operations,
        () -> Functions.conv3d(last, lastWeight, null, one, sides));
    Tensor pictures = normal(frames, 3 * channels, shape[2], shape[3]);
    Tensor flat = pictures.contiguous(MemoryFormat.CHANNELS_LAST);
    Tensor flatWeight = normal(channels, 3 * channels, 3, 3).contiguous(MemoryFormat.CHANNELS_LAST);
    line(
        "conv2d of three frames " + name,
        operations,
        () -> Functions.conv2d(flat, flatWeight, null, 1, 1));
    speed(
        "channel norm, plain",
        4.0 * plain.count(),
        () -> Kernels.channelNorm(plain, gain(channels), 1e-12, true));
    speed(
        "channel norm, channels last",
        4.0 * plain.count(),
        () -> Kernels.channelNorm(last, gain(channels), 1e-12, true));
  }

  private Tensor gain(long channels) {
    return Tensor.full(1, DType.FLOAT32, device, channels, 1, 1, 1);
  }

  private void step(Film film, boolean eightBits) {
    Config json = film.config();
    TransformerConfig config = TransformerConfig.read(json);
    RandomTensors tensors = RandomTensors.transformer(config, TYPE, device);
    try (WanTransformer network =
        eightBits
            ? WanTransformer.load(json, tensors, NetworkPrecision.ofEightBits(TYPE, device))
            : WanTransformer.load(json, tensors, TYPE, device)) {
      Tensor latents = Tensor.anyNormal(DType.FLOAT32, device, film.latents());
      Tensor timestep = Tensor.of(new float[] {500}, 1);
      Context context = Context.ofText(normal(1, TEXT_ROWS, config.textWidth()));
      line(
          film.name() + (eightBits ? " fp8" : " bf16") + ", one pass",
          Operations.pass(config, film.latents()),
          () -> network.velocity(latents, timestep, context));
      out.printf(
          "    free %.1f GB of %.1f%n",
          device.memory().map(memory -> memory.free() * 1e-9).orElse(0.0),
          device.memory().map(memory -> memory.total() * 1e-9).orElse(0.0));
    }
  }

  private void vae() {
    VaeConfig config = VaeConfig.published("2.1");
    long[] shape = {1, 16, 21, 60, 104};
    try (WanVae vae = WanVae.load(config, RandomTensors.vae(config, TYPE, device), TYPE, device)) {
      Tensor latents = Tensor.anyNormal(DType.FLOAT32, device, shape);
      line(
          "VAE 2.1 decode 480x832x81",
          Operations.decoding(config, shape),
          () -> {
            vae.decode(latents, chunk -> {});
            return latents;
          });
    }
  }

  private Tensor normal(long... shape) {
    return Tensor.anyNormal(TYPE, device, shape);
  }

  private void line(String name, double operations, Supplier<Tensor> work) {
    double rate = rate(operations, 3, work);
    out.printf(
        "%-56s %9.2f ms %7.0f TFLOP/s %4.0f %%%n",
        name, operations / rate * 1e-9, rate, 100 * rate / ceiling);
    out.flush();
  }

  private void speed(String name, double bytes, Supplier<Tensor> work) {
    double seconds = seconds(5, work);
    out.printf("%-56s %9.3f ms %7.0f GB/s%n", name, seconds * 1e3, bytes / seconds * 1e-9);
  }

  private double rate(double operations, int runs, Supplier<Tensor> work) {
    return operations / seconds(runs, work) * 1e-12;
  }

  /** The median of several runs after one to warm up, each waited for. */
  private double seconds(int runs, Supplier<Tensor> work) {
    Stopwatch.WALL.once(device, work);
    return Arrays.stream(new double[runs])
        .map(_ -> Stopwatch.WALL.once(device, work))
        .sorted()
        .skip(runs / 2)
        .findFirst()
        .orElseThrow();
  }
}
