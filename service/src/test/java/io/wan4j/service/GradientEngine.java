package io.wan4j.service;

import io.wan4j.engine.Brief;
import io.wan4j.engine.EngineException;
import io.wan4j.engine.Estimate;
import io.wan4j.engine.Frame;
import io.wan4j.engine.FrameSize;
import io.wan4j.engine.Progress;
import io.wan4j.engine.SoundPlan;
import io.wan4j.engine.SoundSource;
import io.wan4j.engine.Take;
import io.wan4j.engine.VideoEngine;
import java.util.Arrays;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.CopyOnWriteArrayList;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.TimeUnit;

/**
 * Paints a few small frames whose colour is the seed's. A prompt may name what shall happen: "hold"
 * waits until {@link #release}, "break" fails, "deaf" hears no cancelling while it holds, "late"
 * fails in the middle, "huge" does not fit.
 */
public final class GradientEngine implements VideoEngine {
  private static final FrameSize SIZE = new FrameSize(64, 48);

  private final int frames;
  private final CountDownLatch released = new CountDownLatch(1);
  private final List<Brief> briefs = new CopyOnWriteArrayList<>();

  public GradientEngine(int frames) {
    this.frames = frames;
  }

  /** Lets all films go on that hold. */
  public void release() {
    released.countDown();
  }

  /** What it was asked for so far. */
  public List<Brief> briefs() {
    return briefs;
  }

  @Override
  public String name() {
    return "gradient";
  }

  @Override
  public Estimate estimate(Brief brief) {
    if (brief.prompt().contains("huge")) {
      throw new EngineException("the film needs 900 GB, this machine has 8");
    }
    return new Estimate(0.25, 1000);
  }

  @Override
  public Take render(Brief brief, Progress progress) {
    briefs.add(brief);
    if (brief.prompt().contains("break")) {
      throw new EngineException("broken as asked");
    }
    return new GradientTake(brief, progress);
  }

  @Override
  public void close() {
    release();
  }

  private final class GradientTake implements Take {
    private final Brief brief;
    private final Progress progress;
    private int next;

    private GradientTake(Brief brief, Progress progress) {
      this.brief = brief;
      this.progress = progress;
    }

    @Override
    public FrameSize size() {
      return SIZE;
    }

    @Override
    public int frameRate() {
      return brief.frameRate();
    }

    @Override
    public int frameCount() {
      return frames;
    }

    @Override
    public boolean read(Frame into) {
      if (next == frames) {
        return false;
      }
      if (brief.prompt().contains("hold")) {
        hold();
      }
      if (brief.prompt().contains("late") && next == frames / 2) {
        throw new EngineException("failed in the middle as asked");
      }
      progress.at("render", (double) next / frames);
      byte[] luma = into.luma();
      for (int i = 0; i < luma.length; i++) {
        luma[i] = (byte) (16 + (i % SIZE.width() + next * 2 + brief.seed()) % 200);
      }
      Arrays.fill(into.chromaBlue(), (byte) (64 + brief.seed() % 128));
      Arrays.fill(into.chromaRed(), (byte) (64 + brief.seed() / 128 % 128));
      next++;
      return true;
    }

    private void hold() {
      try {
        while (!released.await(10, TimeUnit.MILLISECONDS)) {
          if (!brief.prompt().contains("deaf")) {
            progress.throwIfCancelled();
          }
        }
      } catch (InterruptedException e) {
        throw new EngineException("interrupted", e);
      }
    }

    @Override
    public Optional<SoundSource> sound() {
      return brief.sound() instanceof SoundPlan.Made ? Optional.of(new Hum()) : Optional.empty();
    }

    @Override
    public void close() {}
  }

  /** A tone of 440 Hz without end. */
  private static final class Hum implements SoundSource {
    private long position;

    @Override
    public int read(float[] stereo, int offset, int count) {
      for (int i = 0; i < count; i++) {
        float value = (float) (0.2 * Math.sin(2 * Math.PI * 440 * position++ / SAMPLE_RATE));
        stereo[2 * (offset + i)] = value;
        stereo[2 * (offset + i) + 1] = value;
      }
      return count;
    }

    @Override
    public void close() {}
  }
}
