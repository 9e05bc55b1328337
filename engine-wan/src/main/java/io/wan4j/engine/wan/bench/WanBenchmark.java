package io.wan4j.engine.wan.bench;

import io.wan4j.engine.wan.cache.StepCaching;
import io.wan4j.engine.wan.catalogue.TransformerShape;
import io.wan4j.engine.wan.checkpoint.Config;
import io.wan4j.engine.wan.fit.FitPlanner;
import io.wan4j.engine.wan.fit.MachineSpeed;
import io.wan4j.engine.wan.fit.Operations;
import io.wan4j.engine.wan.pipeline.Denoising;
import io.wan4j.engine.wan.pipeline.Experts;
import io.wan4j.engine.wan.pipeline.FilmSize;
import io.wan4j.engine.wan.pipeline.PromptEncoder;
import io.wan4j.engine.wan.pipeline.Prompts;
import io.wan4j.engine.wan.pipeline.TextToVideo;
import io.wan4j.engine.wan.sampler.SigmaSchedule;
import io.wan4j.engine.wan.sampler.UniPcSampler;
import io.wan4j.engine.wan.shape.EncoderShapes;
import io.wan4j.engine.wan.text.Umt5Config;
import io.wan4j.engine.wan.text.Umt5Encoder;
import io.wan4j.engine.wan.text.UnigramTokenizer;
import io.wan4j.engine.wan.tiny.TinyCheckpoint;
import io.wan4j.engine.wan.transformer.TransformerConfig;
import io.wan4j.engine.wan.transformer.WanTransformer;
import io.wan4j.engine.wan.vae.VaeConfig;
import io.wan4j.engine.wan.vae.WanVae;
import io.wan4j.torch.DType;
import io.wan4j.torch.Device;
import io.wan4j.torch.NormalNoise;
import io.wan4j.torch.Scope;
import io.wan4j.torch.Tensor;
import io.wan4j.torch.Torch;
import java.io.IOException;
import java.io.PrintStream;
import java.nio.file.Files;
import java.nio.file.Path;

/**
 * A film from prompt to MP4 with networks of the 1.3B checkpoint's shape and random weights in 16
 * bits: seconds of each stage, and how near the networks come to this machine's own limit, a large
 * matrix product measured in the same run. How long it takes does not depend on what a network has
 * learned.
 */
public final class WanBenchmark {
  private static final double SHIFT = 5;
  private static final double GUIDANCE = 5;
  private static final int SIDE = 2048;

  /** A card does not get warm on less. */
  private static final int CARD_SIDE = 8192;

  private static final int RUNS = 3;

  private static final int LAYERS = 30;

  /** What a processor is given for denoising and decoding; what is more is reckoned. */
  private static final double MOST_SECONDS = 300;

  private static final int FEWEST_LAYERS = 2;

  private static final int TEXT_LAYERS = 24;

  /** On a processor: the whole text encoder, 11 GB, fits few machines, and all layers are alike. */
  private static final int TEXT_LAYERS_RUN = 2;

  private static final Prompts PROMPTS =
      new Prompts("a sailing boat on the calm sea at sunset, the camera moves slow", "people");

  private static final String TEXT_ENCODER =
      """
      {"d_model": 4096, "d_kv": 64, "num_heads": 64, "d_ff": 10240, "num_layers": %d,
       "vocab_size": 512, "relative_attention_num_buckets": 32, "layer_norm_epsilon": 1e-6,
       "feed_forward_proj": "gated-gelu", "dense_act_fn": "gelu_new"}\
      """;

  private final Torch torch = Torch.load();
  private final PrintStream out;
  private final Device device;
  private final FilmSize size;
  private final int steps;
  private final DType type = DType.BFLOAT16;
  private final boolean whole;
  private final int textLayers;

  /**
   * @param whole whether a processor too runs all of the transformer's blocks, however long that
   *     takes
   */
  public WanBenchmark(PrintStream out, Device device, FilmSize size, int steps, boolean whole) {
    this.out = out;
    this.device = device;
    this.size = size;
    this.steps = steps;
    this.whole = whole || !device.isCpu();
    this.textLayers = device.isCpu() ? TEXT_LAYERS_RUN : TEXT_LAYERS;
  }

  /** Some minutes of work and 5 GiB of memory on a processor; 16 GiB of a card's. */
  public void run() throws IOException {
    out.println(torch.report());
    try (Scope _ = Scope.open();
        TemporaryFolder folder = new TemporaryFolder()) {
      double ceiling = ceiling();
      out.printf("%nbf16 matmul %d³, the ceiling: %.0f GFLOP/s%n", side(), ceiling);
      film(folder.path(), folder.path().resolve("film.mp4"), ceiling);
      out.printf("bf16 matmul once more: %.0f GFLOP/s%n", ceiling());
    }
  }

  private void film(Path folder, Path film, double ceiling) throws IOException {
    UnigramTokenizer tokenizer =
        UnigramTokenizer.load(
            TinyCheckpoint.of("tiny-t2v", 1).write(folder.resolve("tiny")).resolve("tokenizer"));
    VaeConfig vaeConfig = VaeConfig.published("2.1");
    int layers = layers(vaeConfig, ceiling);
    Config json = TransformerJson.small(layers);
    TransformerConfig config = shape(layers);
    try (Umt5Encoder text = textEncoder();
        WanTransformer transformer =
            WanTransformer.load(
                json, RandomTensors.transformer(config, type, device), type, device);
        WanVae vae =
            WanVae.load(vaeConfig, RandomTensors.vae(vaeConfig, type, device), type, device);
        PromptEncoder prompts = new PromptEncoder(tokenizer, () -> text)) {
      device.synchronize();
      double start = now();
      prompts.remember(PROMPTS);
      device.synchronize();
      double words = (now() - start) * TEXT_LAYERS / textLayers;
      out.printf(
          "%n1.3B shape, %s, %d steps with guidance%n",
          "%dx%dx%d".formatted(size.width(), size.height(), size.frames()), steps);
      line(
          "text, both prompts (%d layers, reckoned from %d)".formatted(TEXT_LAYERS, textLayers),
          words,
          0,
          ceiling);
      TextToVideo pipeline = new TextToVideo(prompts, Experts.one(() -> transformer), vae);
      Tensor noise = size.noise(vaeConfig, 1);
      start = now();
      Tensor latents = pipeline.latents(PROMPTS, noise, denoising());
      device.synchronize();
      double denoise = now() - start;
      double passes = 2.0 * steps * Operations.pass(config, noise.shape());
      String cut = " (%d of %d blocks)".formatted(layers, LAYERS);
      line("denoise" + (layers < LAYERS ? cut : ""), denoise, passes, ceiling);
      if (layers < LAYERS) {
        denoise *= 2.0 * steps * Operations.pass(shape(LAYERS), noise.shape()) / passes;
        line("denoise, all blocks by that", denoise, 0, ceiling);
      }
      if (!Double.isFinite(latents.reshape(-1).sum(0).item())) {
        throw new IllegalStateException("random weights gave what is no number");
      }
      DecodedFilm.Times times = DecodedFilm.write(pipeline, latents, size, film);
      line("VAE decode", times.decoding(), Operations.decoding(vaeConfig, size), ceiling);
      line("encode", times.encoding(), 0, ceiling);
      out.printf(
          "%-50s %8.2f s, %.0f %% of the encoding within the decoding%n",
          "decode and encode together", times.together(), 100 * times.overlap());
      out.printf(
          "%-50s %8.2f s, file of %d bytes%n",
          "prompt to MP4", words + denoise + times.together(), Files.size(film));
    }
  }

  /** As many blocks as a processor is through with in time; all are alike. */
  private int layers(VaeConfig vae, double ceiling) {
    double rate = MachineSpeed.SHARE * 1e9 * ceiling;
    double decoding = Operations.decoding(vae, size) / rate;
    double pass =
        Operations.pass(TransformerShape.of(shape(LAYERS), 0, 0), FitPlanner.tokens(vae, size));
    double denoising = 2 * steps * pass / rate;
    out.printf(
        "by that, with networks at %.0f %%: denoising about %.0f s, decoding about %.0f s%n",
        100 * MachineSpeed.SHARE, denoising, decoding);
    double share = (MOST_SECONDS - decoding) / denoising;
    return whole ? LAYERS : Math.clamp((int) (share * LAYERS), FEWEST_LAYERS, LAYERS);
  }

  private static TransformerConfig shape(int layers) {
    return TransformerConfig.read(TransformerJson.small(layers));
  }

  private Umt5Encoder textEncoder() {
    String json = TEXT_ENCODER.formatted(textLayers);
    Umt5Config config = Umt5Config.read(Config.parse("UMT5-XXL", json));
    return Umt5Encoder.load(
        Config.parse("UMT5-XXL", json),
        RandomTensors.of(EncoderShapes.text(config), type, device),
        type,
        device);
  }

  private Denoising denoising() {
    return new Denoising(
        () -> new UniPcSampler(SigmaSchedule.of(SigmaSchedule.Rule.UNIPC_WAN, steps, SHIFT)),
        GUIDANCE,
        GUIDANCE,
        StepCaching.none(),
        (step, all, high, latents) -> {});
  }

  private void line(String stage, double seconds, double operations, double ceiling) {
    String share =
        operations == 0
            ? ""
            : "%6.0f GFLOP/s %4.0f %% of the ceiling"
                .formatted(operations * 1e-9 / seconds, operations * 1e-7 / seconds / ceiling);
    out.printf("%-50s %8.2f s %s%n", stage, seconds, share);
  }

  private int side() {
    return device.isCpu() ? SIDE : CARD_SIDE;
  }

  private double ceiling() {
    try (Scope _ = Scope.open()) {
      int side = side();
      Tensor a = normal(side, 0);
      Tensor b = normal(side, 1);
      double seconds =
          Stopwatch.WALL.best(
              RUNS,
              () -> {
                Tensor product = a.matmul(b);
                device.synchronize();
                return product;
              });
      return 2e-9 * side * side * side / seconds;
    }
  }

  private Tensor normal(int side, int seed) {
    return device.isCpu()
        ? new NormalNoise(seed).next(side, side).to(type)
        : Tensor.anyNormal(type, device, side, side);
  }

  private static double now() {
    return System.nanoTime() * 1e-9;
  }
}
