package io.wan4j.engine.wan.bench;

import io.wan4j.engine.wan.transformer.Context;
import io.wan4j.engine.wan.transformer.TransformerConfig;
import io.wan4j.engine.wan.transformer.WanTransformer;
import io.wan4j.torch.DType;
import io.wan4j.torch.Device;
import io.wan4j.torch.NormalNoise;
import io.wan4j.torch.Scope;
import io.wan4j.torch.Tensor;
import io.wan4j.torch.Torch;
import java.io.PrintStream;
import java.util.Arrays;
import java.util.List;
import java.util.function.Supplier;

/**
 * Guidance takes two passes a step: how long they take one after the other against both in one, by
 * turns, so that other work on the machine meets both alike.
 */
public final class PairBenchmark {
  private static final int TEXT_ROWS = 512;
  private static final int LAYERS = 2;
  private static final int ROUNDS = 7;
  private static final double MOST_SECONDS = 25;
  private static final DType TYPE = DType.BFLOAT16;

  /** Latents of films from 112 x 64 to 832 x 480 pixels. */
  private static final List<long[]> LATENTS =
      List.of(
          new long[] {1, 16, 2, 8, 14},
          new long[] {1, 16, 3, 18, 32},
          new long[] {1, 16, 5, 34, 60},
          new long[] {1, 16, 21, 34, 60},
          new long[] {1, 16, 21, 60, 104});

  private final PrintStream out;
  private final Device device;

  public PairBenchmark(PrintStream out, Device device) {
    this.out = out;
    this.device = device;
  }

  /** Prints a table, as far as the time for it goes. */
  public void run() {
    out.println(Torch.load().report());
    TransformerConfig config = TransformerConfig.read(TransformerJson.small(LAYERS));
    try (Scope _ = Scope.open();
        WanTransformer network =
            WanTransformer.load(
                TransformerJson.small(LAYERS),
                RandomTensors.transformer(config, TYPE, device),
                TYPE,
                device)) {
      out.printf(
          "%d blocks of the 1.3B shape in bf16: two passes one after the other against both in"
              + " one%n",
          LAYERS);
      double spent = 0;
      for (long[] latents : LATENTS) {
        if (spent > MOST_SECONDS) {
          out.println("larger ones left out: the machine is too slow or too busy");
          return;
        }
        spent = line(network, latents);
      }
    }
  }

  /** Seconds that it took. */
  private double line(WanTransformer network, long[] shape) {
    try (Scope _ = Scope.open()) {
      NormalNoise noise = new NormalNoise(1);
      long[] pair = shape.clone();
      pair[0] = 2;
      Tensor one = noise.next(shape).to(device);
      Tensor two = noise.next(pair).to(device);
      Tensor text = noise.next(1, TEXT_ROWS, 4096).to(device);
      Tensor texts = noise.next(2, TEXT_ROWS, 4096).to(device);
      Supplier<Tensor> single = () -> network.velocity(one, times(1), Context.ofText(text));
      Supplier<Tensor> both = () -> network.velocity(two, times(2), Context.ofText(texts));
      Stopwatch.WALL.once(device, single);
      Stopwatch.WALL.once(device, both);
      double[] ratios = new double[ROUNDS];
      double[] apart = new double[ROUNDS];
      double spent = 0;
      for (int i = 0; i < ROUNDS; i++) {
        double first = Stopwatch.WALL.once(device, single);
        double paired = Stopwatch.WALL.once(device, both);
        apart[i] = first + Stopwatch.WALL.once(device, single);
        ratios[i] = apart[i] / paired;
        spent += apart[i] + paired;
      }
      Arrays.sort(ratios);
      Arrays.sort(apart);
      out.printf(
          "%6d tokens: apart %9.2f ms, apart / together %.2f (%.2f to %.2f)%n",
          shape[2] * shape[3] * shape[4] / 4,
          1e3 * apart[ROUNDS / 2],
          ratios[ROUNDS / 2],
          ratios[1],
          ratios[ROUNDS - 2]);
      return spent;
    }
  }

  private static Tensor times(int rows) {
    float[] times = new float[rows];
    Arrays.fill(times, 500);
    return Tensor.of(times, rows);
  }
}
