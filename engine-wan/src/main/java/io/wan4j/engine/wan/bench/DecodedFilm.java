package io.wan4j.engine.wan.bench;

import io.wan4j.engine.Frame;
import io.wan4j.engine.FrameSize;
import io.wan4j.engine.wan.film.Pixels;
import io.wan4j.engine.wan.pipeline.FilmSize;
import io.wan4j.engine.wan.pipeline.TextToVideo;
import io.wan4j.media.FilmFormat;
import io.wan4j.media.FilmWriter;
import io.wan4j.media.PixelImage;
import io.wan4j.torch.Tensor;
import java.nio.file.Path;
import java.util.Optional;
import java.util.concurrent.ArrayBlockingQueue;
import java.util.concurrent.BlockingQueue;
import java.util.concurrent.FutureTask;

/** Latents decoded in one thread and encoded in another, as the engine does it, and timed. */
final class DecodedFilm {
  private static final int RATE = 16;
  private static final int WAITING = 8;

  private final FrameSize frameSize;
  private final Path file;
  private final BlockingQueue<Optional<PixelImage>> queue = new ArrayBlockingQueue<>(WAITING);

  /**
   * Seconds.
   *
   * @param decoding until the last frame is decoded
   * @param encoding while a frame is encoded, all frames together, and the file's end
   * @param together from the first to the last of both
   */
  record Times(double decoding, double encoding, double together) {
    /** The share of the encoding that took no time beside the decoding. */
    double overlap() {
      return Math.clamp((decoding + encoding - together) / encoding, 0, 1);
    }
  }

  private DecodedFilm(FilmSize size, Path file) {
    this.frameSize = new FrameSize(size.width(), size.height());
    this.file = file;
  }

  static Times write(TextToVideo pipeline, Tensor latents, FilmSize size, Path file) {
    return new DecodedFilm(size, file).write(pipeline, latents);
  }

  private Times write(TextToVideo pipeline, Tensor latents) {
    FutureTask<Double> encoding = new FutureTask<>(this::encode);
    Thread.ofPlatform().daemon().name("encode").start(encoding);
    double start = now();
    pipeline.frames(latents, chunk -> Pixels.each(chunk, frame -> put(Optional.of(frame))));
    double decoded = now();
    put(Optional.empty());
    try {
      double busy = encoding.get();
      return new Times(decoded - start, busy, now() - start);
    } catch (Exception e) {
      throw new IllegalStateException("the film could not be encoded", e);
    }
  }

  private double encode() throws InterruptedException {
    double busy = 0;
    try (FilmWriter writer = FilmWriter.open(file, new FilmFormat(frameSize, RATE))) {
      for (Optional<PixelImage> next = queue.take(); next.isPresent(); next = queue.take()) {
        double start = now();
        Frame frame = next.get().toFrame(frameSize);
        writer.write(frame, false);
        busy += now() - start;
      }
      double start = now();
      writer.finish();
      return busy + now() - start;
    }
  }

  private void put(Optional<PixelImage> picture) {
    try {
      queue.put(picture);
    } catch (InterruptedException e) {
      Thread.currentThread().interrupt();
    }
  }

  private static double now() {
    return System.nanoTime() * 1e-9;
  }
}
