package io.wan4j.engine.wan.bench;

import io.wan4j.engine.wan.cache.ResidualMeasure;
import io.wan4j.engine.wan.cache.Skipping;
import io.wan4j.engine.wan.cache.SkippingFigures;
import io.wan4j.engine.wan.cache.StepCaching;
import io.wan4j.engine.wan.catalogue.CheckpointCard;
import io.wan4j.engine.wan.catalogue.FolderCard;
import io.wan4j.engine.wan.catalogue.NativeFilm;
import io.wan4j.engine.wan.pipeline.Checkpoint;
import io.wan4j.engine.wan.pipeline.Denoising;
import io.wan4j.engine.wan.pipeline.FilmSize;
import io.wan4j.engine.wan.pipeline.Prompts;
import io.wan4j.engine.wan.pipeline.TextToVideo;
import io.wan4j.engine.wan.sampler.SigmaSchedule;
import io.wan4j.engine.wan.sampler.UniPcSampler;
import io.wan4j.engine.wan.transformer.TransformerConfig;
import io.wan4j.torch.DType;
import io.wan4j.torch.Device;
import io.wan4j.torch.Scope;
import io.wan4j.torch.Tensor;
import java.io.PrintStream;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.OptionalDouble;

/**
 * What skipping blocks saves with a checkpoint that films from words, and what it costs: the same
 * film without it and by each rule, and how far apart they are. With random weights only the way is
 * seen, not the quality.
 */
public final class SkippingBenchmark {
  private static final Prompts PROMPTS =
      new Prompts("a sailing boat on the calm sea at sunset", "people");

  /** Of the thresholds that a network's figures recommend, from dear to cheap. */
  public static final double[] SHARES = {0.5, 1, 2};

  private final PrintStream out;
  private final Checkpoint checkpoint;
  private final CheckpointCard card;
  private final FilmSize size;
  private final int steps;
  private final DType type;
  private final SkippingFigures figures = SkippingFigures.load();

  /**
   * @param folder of a checkpoint that films from words
   * @param frames of the film, 4n + 1
   */
  public SkippingBenchmark(PrintStream out, Path folder, int frames, int steps, DType type) {
    this.out = out;
    this.checkpoint = Checkpoint.open(folder);
    this.card = FolderCard.read(folder);
    NativeFilm.Pixels pixels = card.film().sizes().getLast();
    this.size = new FilmSize(pixels.width(), pixels.height(), frames);
    this.steps = steps;
    this.type = type;
  }

  /** One run. */
  private record Run(Tensor film, double seconds, int computed, int skipped) {}

  /**
   * A line of the table.
   *
   * @param distance mean difference to the film without skipping, colours being 0 to 255
   */
  public record Line(String rule, int computed, int skipped, double distance) {}

  /**
   * Prints the table.
   *
   * @param shares of the recommended thresholds to be tried
   */
  public List<Line> run(double... shares) {
    List<Line> lines = new ArrayList<>();
    out.printf(
        "%s, %dx%dx%d, %d steps with guidance%n%n%-16s %9s %8s %9s %10s %12s%n",
        card.name(),
        size.width(),
        size.height(),
        size.frames(),
        steps,
        "rule",
        "computed",
        "skipped",
        "seconds",
        "PSNR, dB",
        "mean of 255");
    try (Scope _ = Scope.open();
        TextToVideo video = TextToVideo.load(checkpoint, type, Device.CPU)) {
      latents(video, StepCaching.none(), 1, new int[2]); // loads the networks
      ResidualMeasure measure = new ResidualMeasure();
      Run exact = film(video, StepCaching.by(() -> measure));
      lines.add(line("none", exact, exact));
      for (Skipping.Rule rule : List.of(Skipping.Rule.TEACACHE, Skipping.Rule.MAGCACHE)) {
        OptionalDouble threshold = figures.threshold(rule, network());
        if (threshold.isEmpty()) {
          out.println(rule.word() + ": no figures are known for this network");
          continue;
        }
        for (double share : shares) {
          double wanted = share * threshold.getAsDouble();
          Skipping skipping = new Skipping(rule, OptionalDouble.of(wanted));
          Run run = film(video, figures.caching(skipping, steps, true, network()));
          lines.add(line(rule.word() + " " + (float) wanted, run, exact));
        }
      }
      out.printf("%nratios of this run, for step-caches.yaml:%n%s%n", ratios(measure));
    }
    return lines;
  }

  private SkippingFigures.Network network() {
    TransformerConfig network = checkpoint.transformerConfig();
    return new SkippingFigures.Network(
        network.layers(),
        network.width(),
        network.inChannels(),
        false,
        card.experts(),
        (long) size.width() * size.height());
  }

  private Run film(TextToVideo video, StepCaching caching) {
    int[] passes = new int[2];
    double start = System.nanoTime() * 1e-9;
    Tensor latents = latents(video, caching, steps, passes);
    double seconds = System.nanoTime() * 1e-9 - start;
    return new Run(
        video.vae().decode(video.vae().denormalize(latents)), seconds, passes[0], passes[1]);
  }

  private Tensor latents(TextToVideo video, StepCaching caching, int count, int[] passes) {
    Denoising denoising =
        new Denoising(
            () ->
                new UniPcSampler(
                    SigmaSchedule.of(SigmaSchedule.Rule.UNIPC_WAN, count, card.sampling().shift())),
            card.sampling().guidance(),
            card.sampling().guidanceLow(),
            caching,
            new Denoising.Observer() {
              @Override
              public void after(int step, int all, boolean highNoise, Tensor latents) {}

              @Override
              public void skipped(int computed, int skipped) {
                passes[0] = computed;
                passes[1] = skipped;
              }
            });
    return video.latents(PROMPTS, size.noise(video.vae().config(), 1), denoising);
  }

  private Line line(String rule, Run run, Run exact) {
    float[] now = run.film().toFloats();
    float[] then = exact.film().toFloats();
    double squares = 0;
    double sum = 0;
    for (int i = 0; i < now.length; i++) {
      double difference = (now[i] - then[i]) * 127.5;
      squares += difference * difference;
      sum += Math.abs(difference);
    }
    out.printf(
        Locale.ROOT,
        "%-16s %9d %8d %9.2f %10.1f %12.2f%n",
        rule,
        run.computed(),
        run.skipped(),
        run.seconds(),
        10 * Math.log10(255 * 255 / (squares / now.length)),
        sum / now.length);
    return new Line(rule, run.computed(), run.skipped(), sum / now.length);
  }

  private static String ratios(ResidualMeasure measure) {
    List<String> ratios = new ArrayList<>();
    for (double ratio : measure.ratios()) {
      ratios.add(String.format(Locale.ROOT, "%.5f", ratio));
    }
    return ratios.toString();
  }
}
