package io.wan4j.engine.wan.bench;

import io.wan4j.engine.wan.shape.AutoencoderShapes;
import io.wan4j.engine.wan.shape.TransformerShapes;
import io.wan4j.engine.wan.transformer.Context;
import io.wan4j.engine.wan.transformer.WanTransformer;
import io.wan4j.engine.wan.vae.WanVae;
import io.wan4j.torch.Device;
import io.wan4j.torch.Functions;
import io.wan4j.torch.NormalNoise;
import io.wan4j.torch.Scope;
import io.wan4j.torch.Tensor;
import java.util.List;

/**
 * A process of its own that makes one pass and one decoding and prints what memory each took at its
 * peak beside what the process had before, in bytes.
 */
public final class FitProbe {
  private static final int TEXT_ROWS = 512;
  private static final int TEXT_WIDTH = 4096;

  /** Decoding reaches its peak with the second latent frame, when all caches are full. */
  private static final int LATENT_FRAMES = 2;

  private FitProbe() {}

  /** With the name of the case. */
  public static void main(String[] arguments) {
    FitCase film = FitCase.named(arguments[0]);
    denoise(FitCase.WARM_UP);
    decode(FitCase.WARM_UP);
    long before = ProcessMemory.now();
    ProcessMemory.resetPeak();
    denoise(film);
    System.out.println("denoising " + (ProcessMemory.peak() - before));
    ProcessMemory.resetPeak();
    decode(film);
    System.out.println("decoding " + (ProcessMemory.peak() - before));
  }

  private static void denoise(FitCase film) {
    try (Scope _ = Scope.open();
        WanTransformer network =
            WanTransformer.load(
                film.transformerJson(),
                new ConstantTensors(TransformerShapes.of(film.transformer()), film.type()),
                film.precision())) {
      Tensor noise = film.size().noise(film.vae(), 1);
      NormalNoise words = new NormalNoise(2);
      List<Context> prompts = // with guidance, a film keeps two
          List.of(text(words), text(words));
      requireNumbers(
          film.paired()
              ? network.velocity(
                  Functions.cat(0, noise, noise),
                  Tensor.of(new float[] {500, 500}, 2),
                  Context.ofText(
                      Functions.cat(0, prompts.getFirst().text(), prompts.getLast().text())))
              : network.velocity(noise, Tensor.of(new float[] {500}, 1), prompts.getFirst()));
    }
  }

  private static Context text(NormalNoise words) {
    return Context.ofText(words.next(1, TEXT_ROWS, TEXT_WIDTH));
  }

  private static void decode(FitCase film) {
    try (Scope _ = Scope.open();
        WanVae vae =
            WanVae.load(
                film.vae(),
                new ConstantTensors(AutoencoderShapes.of(film.vae()), film.vaeType()),
                film.vaeType(),
                Device.CPU)) {
      Tensor latents = film.size().noise(film.vae(), 1);
      long frames = Math.min(LATENT_FRAMES, latents.size(2));
      vae.decode(latents.slice(2, 0, frames), FitProbe::requireNumbers);
    }
  }

  private static void requireNumbers(Tensor result) {
    if (!Double.isFinite(Scope.keeping(() -> result.reshape(-1).sum(0)).item())) {
      throw new IllegalStateException("not a number");
    }
  }
}
