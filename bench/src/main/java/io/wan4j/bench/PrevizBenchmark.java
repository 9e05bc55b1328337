package io.wan4j.bench;

import io.wan4j.engine.Brief;
import io.wan4j.engine.FrameSize;
import io.wan4j.engine.Material;
import io.wan4j.engine.ShotPlan;
import io.wan4j.engine.SoundPlan;
import io.wan4j.engine.VideoEngine;
import io.wan4j.engine.previz.PrevizEngine;
import io.wan4j.media.Ffmpeg;
import java.io.IOException;
import java.io.PrintStream;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.OptionalLong;

/**
 * Times whole films of the embedded engine, brief to finished MP4 with sound, and says beside each
 * number what is aimed at on two quiet cores.
 */
public final class PrevizBenchmark {
  private static final String PROMPT =
      "A cheetah chases an antelope across the savanna at sunset, tracking shot";
  private static final int FRAME_RATE = 30;
  private static final long SEED = 1;
  private static final FrameSize HD = new FrameSize(1280, 720);
  private static final FrameSize FULL_HD = new FrameSize(1920, 1080);

  /** Seconds to the first preview, at any size. */
  private static final double PREVIEW_GOAL = 0.5;

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
        "previz: \"%s\", with sound, %d cores, coded by %s%n",
        PROMPT, Runtime.getRuntime().availableProcessors(), Ffmpeg.filmEncoder());
    Path folder = Files.createTempDirectory("wan4j-bench");
    Path film = folder.resolve("film.mp4");
    try (VideoEngine engine = new PrevizEngine()) {
      // The first films are compiled as they run; only later ones tell what a service gives.
      TimedFilm.make(engine, brief(HD, 5), film);
      TimedFilm.make(engine, brief(HD, 5), film);
      time(engine, HD, 5, 3.0, runs, film);
      time(engine, FULL_HD, 5, 7.0, runs, film);
      memory(engine, film);
    } finally {
      Files.deleteIfExists(film);
      Files.delete(folder);
    }
  }

  private void time(
      VideoEngine engine, FrameSize size, int seconds, double goal, int runs, Path film)
      throws IOException {
    List<TimedFilm> films = new ArrayList<>();
    for (int i = 0; i < runs; i++) {
      films.add(TimedFilm.make(engine, brief(size, seconds), film));
    }
    films.sort(Comparator.comparingDouble(TimedFilm::wall));
    TimedFilm median = films.get(runs / 2);
    double preview = films.stream().mapToDouble(TimedFilm::preview).sorted().toArray()[runs / 2];
    out.printf(
        "  %s, %d s: %.2f s wall (goal %.1f; best %.2f, worst %.2f of %d), %.1f fps, %.1f MB%n",
        size,
        seconds,
        median.wall(),
        goal,
        films.getFirst().wall(),
        films.getLast().wall(),
        runs,
        seconds * FRAME_RATE / median.wall(),
        Files.size(film) / 1e6);
    out.printf("    first preview after %.2f s (goal %.1f)%n", preview, PREVIEW_GOAL);
    out.printf(
        "    processor time %.2f s: encoding %.2f, rendering, sound and the rest %.2f%n",
        median.processor(), median.encoding(), median.processor() - median.encoding());
  }

  /** A film of three times the length must not need more. */
  private void memory(VideoEngine engine, Path film) throws IOException {
    OptionalLong five = peakOf(engine, 5, film);
    OptionalLong fifteen = peakOf(engine, 15, film);
    if (five.isPresent() && fifteen.isPresent()) {
      out.printf(
          "  peak memory of the process at %s: %d MiB for 5 s, %d MiB for 15 s (%+.1f %%; goal: the"
              + " same within 5 %%)%n",
          FULL_HD,
          five.getAsLong() >> 20,
          fifteen.getAsLong() >> 20,
          100.0 * (fifteen.getAsLong() - five.getAsLong()) / five.getAsLong());
    }
  }

  private static OptionalLong peakOf(VideoEngine engine, int seconds, Path film)
      throws IOException {
    System.gc();
    ResidentMemory.resetPeak();
    TimedFilm.make(engine, brief(FULL_HD, seconds), film);
    return ResidentMemory.peak();
  }

  private static Brief brief(FrameSize size, int seconds) {
    return new Brief(
        new Material.Words(),
        PROMPT,
        "",
        size,
        FRAME_RATE,
        seconds * FRAME_RATE,
        SEED,
        ShotPlan.BY_PROMPT,
        new SoundPlan.Made());
  }
}
