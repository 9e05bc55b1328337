package io.wan4j.server;

import io.wan4j.engine.Brief;
import io.wan4j.engine.Estimate;
import io.wan4j.engine.Frame;
import io.wan4j.engine.FrameSize;
import io.wan4j.engine.Preview;
import io.wan4j.engine.Progress;
import io.wan4j.engine.SoundSource;
import io.wan4j.engine.Take;
import io.wan4j.engine.VideoEngine;
import java.util.Arrays;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.Semaphore;
import java.util.concurrent.TimeUnit;

/** Makes grey films without sound; a film begins only when the test lets it. */
final class GreyEngine implements VideoEngine {
  private final Semaphore leave;

  /** An engine that makes every film at once. */
  static GreyEngine free() {
    return new GreyEngine(Integer.MAX_VALUE / 2);
  }

  /** An engine that waits for {@link #let}. */
  static GreyEngine held() {
    return new GreyEngine(0);
  }

  private GreyEngine(int films) {
    this.leave = new Semaphore(films);
  }

  /** Lets so many more films begin. */
  void let(int films) {
    leave.release(films);
  }

  @Override
  public String name() {
    return "grey";
  }

  @Override
  public Estimate estimate(Brief brief) {
    return new Estimate(brief.seconds() / 10, 1_000_000);
  }

  @Override
  public Take render(Brief brief, Progress progress) {
    progress.at("wait", 0.25);
    progress.preview(Preview.of(new Frame(brief.size())));
    try {
      while (!leave.tryAcquire(50, TimeUnit.MILLISECONDS)) {
        progress.throwIfCancelled();
      }
    } catch (InterruptedException e) {
      Thread.currentThread().interrupt();
      throw new io.wan4j.engine.CancelledException();
    }
    return new GreyTake(brief, progress);
  }

  @Override
  public void close() {}

  private static final class GreyTake implements Take {
    private final Brief brief;
    private final Progress progress;
    private int next;

    GreyTake(Brief brief, Progress progress) {
      this.brief = brief;
      this.progress = progress;
    }

    @Override
    public FrameSize size() {
      return brief.size();
    }

    @Override
    public int frameRate() {
      return brief.frameRate();
    }

    @Override
    public int frameCount() {
      return brief.frameCount();
    }

    @Override
    public boolean read(Frame into) {
      progress.throwIfCancelled();
      if (next == brief.frameCount()) {
        return false;
      }
      Arrays.fill(into.luma(), (byte) (60 + next % 100));
      next++;
      progress.at("render", (double) next / brief.frameCount());
      return true;
    }

    @Override
    public List<String> notes() {
      return List.of("Everything is grey.", "It has no depth.");
    }

    @Override
    public Optional<SoundSource> sound() {
      return Optional.empty();
    }

    @Override
    public void close() {}
  }
}
