package io.wan4j.bench;

import io.wan4j.engine.Brief;
import io.wan4j.engine.Frame;
import io.wan4j.engine.FrameSize;
import io.wan4j.engine.Material;
import io.wan4j.engine.Progress;
import io.wan4j.engine.ShotPlan;
import io.wan4j.engine.SoundPlan;
import io.wan4j.engine.SoundSource;
import io.wan4j.engine.Take;
import io.wan4j.engine.VideoEngine;
import io.wan4j.engine.previz.PrevizEngine;
import io.wan4j.media.FilmFormat;
import io.wan4j.media.FilmWriter;
import java.io.IOException;
import java.io.PrintStream;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Arrays;
import java.util.OptionalLong;

/** Times whole films of the embedded engine: brief to finished MP4 with sound. */
public final class PrevizBenchmark {
  private static final String PROMPT =
      "A cheetah chases an antelope across the savanna at sunset, tracking shot";
  private static final int FRAME_RATE = 30;
  private static final long SEED = 1;

  private final PrintStream out;

  public PrevizBenchmark(PrintStream out) {
    this.out = out;
  }

  /**
   * Runs every film so often and prints the median.
   *
   * @throws IOException when the scratch folder cannot be used
   */
  public void run(int runs) throws IOException {
    out.printf(
        "previz: \"%s\", with sound, %d cores%n",
        PROMPT, Runtime.getRuntime().availableProcessors());
    Path folder = Files.createTempDirectory("wan4j-bench");
    Path film = folder.resolve("film.mp4");
    try (VideoEngine engine = new PrevizEngine()) {
      make(engine, new FrameSize(1280, 720), 2, film);
      time(engine, "1280x720, 5 s", new FrameSize(1280, 720), 5, runs, film);
      time(engine, "1920x1080, 5 s", new FrameSize(1920, 1080), 5, runs, film);
      ResidentMemory.resetPeak();
      time(engine, "1920x1080, 15 s", new FrameSize(1920, 1080), 15, 1, film);
      OptionalLong peak = ResidentMemory.peak();
      if (peak.isPresent()) {
        out.printf("  peak memory of the process during it: %d MiB%n", peak.getAsLong() >> 20);
      }
    } finally {
      Files.deleteIfExists(film);
      Files.delete(folder);
    }
  }

  private void time(
      VideoEngine engine, String name, FrameSize size, int seconds, int runs, Path film)
      throws IOException {
    double[] walls = new double[runs];
    double first = 0;
    for (int i = 0; i < runs; i++) {
      Timing timing = make(engine, size, seconds, film);
      walls[i] = timing.wall();
      first = timing.firstFrame();
    }
    Arrays.sort(walls);
    double median = walls[runs / 2];
    out.printf(
        "  %-16s %6.2f s wall (best %.2f, worst %.2f of %d), %5.1f fps, first frame after %.2f s,"
            + " %.1f MB%n",
        name,
        median,
        walls[0],
        walls[runs - 1],
        runs,
        seconds * FRAME_RATE / median,
        first,
        Files.size(film) / 1e6);
  }

  private record Timing(double wall, double firstFrame) {}

  private static Timing make(VideoEngine engine, FrameSize size, int seconds, Path film) {
    Brief brief =
        new Brief(
            new Material.Words(),
            PROMPT,
            "",
            size,
            FRAME_RATE,
            seconds * FRAME_RATE,
            SEED,
            ShotPlan.BY_PROMPT,
            new SoundPlan.Made());
    long start = System.nanoTime();
    long firstFrame = 0;
    try (Take take = engine.render(brief, Progress.NONE);
        SoundSource sound = take.sound().orElseThrow();
        FilmWriter writer = FilmWriter.open(film, FilmFormat.of(size), sound)) {
      Frame frame = new Frame(size);
      while (take.read(frame)) {
        if (firstFrame == 0) {
          firstFrame = System.nanoTime() - start;
        }
        writer.write(frame, take.atCut());
      }
      writer.finish();
    }
    return new Timing((System.nanoTime() - start) / 1e9, firstFrame / 1e9);
  }
}
