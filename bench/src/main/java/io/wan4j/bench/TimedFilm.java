package io.wan4j.bench;

import com.sun.management.OperatingSystemMXBean;
import io.wan4j.engine.Brief;
import io.wan4j.engine.Frame;
import io.wan4j.engine.Preview;
import io.wan4j.engine.Progress;
import io.wan4j.engine.SoundSource;
import io.wan4j.engine.Take;
import io.wan4j.engine.VideoEngine;
import io.wan4j.media.FilmFormat;
import io.wan4j.media.FilmWriter;
import java.lang.management.ManagementFactory;
import java.lang.management.ThreadMXBean;
import java.nio.file.Path;
import java.util.concurrent.atomic.AtomicLong;

/**
 * How long a film took from the brief to the finished file.
 *
 * @param wall seconds
 * @param preview seconds from the start to the first preview
 * @param processor seconds of all cores together, compiling and collecting garbage included
 * @param encoding the part of them that the encoder took, its sound and its file included
 */
record TimedFilm(double wall, double preview, double processor, double encoding) {

  /** Makes the film of a brief that asks for made sound. */
  static TimedFilm make(VideoEngine engine, Brief brief, Path film) {
    OperatingSystemMXBean process =
        ManagementFactory.getPlatformMXBean(OperatingSystemMXBean.class);
    ThreadMXBean threads = ManagementFactory.getThreadMXBean();
    FirstPreview first = new FirstPreview();
    long processor = process.getProcessCpuTime();
    long encoding = 0;
    long start = System.nanoTime();
    try (Take take = engine.render(brief, first);
        SoundSource sound = take.sound().orElseThrow();
        FilmWriter writer = FilmWriter.open(film, FilmFormat.of(brief.size()), sound)) {
      Frame frame = new Frame(brief.size());
      while (take.read(frame)) {
        long before = threads.getCurrentThreadCpuTime();
        writer.write(frame, take.atCut());
        encoding += threads.getCurrentThreadCpuTime() - before;
      }
      long before = threads.getCurrentThreadCpuTime();
      writer.finish();
      encoding += threads.getCurrentThreadCpuTime() - before;
    }
    return new TimedFilm(
        (System.nanoTime() - start) / 1e9,
        (first.at.get() - start) / 1e9,
        (process.getProcessCpuTime() - processor) / 1e9,
        encoding / 1e9);
  }

  private static final class FirstPreview implements Progress {
    private final AtomicLong at = new AtomicLong();

    @Override
    public void at(String stage, double fraction) {}

    @Override
    public void preview(Preview preview) {
      at.compareAndSet(0, System.nanoTime());
    }

    @Override
    public boolean cancelled() {
      return false;
    }
  }
}
