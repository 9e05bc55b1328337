package io.wan4j.engine.previz;

import io.wan4j.engine.Brief;
import io.wan4j.engine.CancelledException;
import io.wan4j.engine.EngineException;
import io.wan4j.engine.Frame;
import io.wan4j.engine.FrameSize;
import io.wan4j.engine.Preview;
import io.wan4j.engine.Progress;
import io.wan4j.engine.SoundSource;
import io.wan4j.engine.Take;
import java.util.ArrayDeque;
import java.util.Deque;
import java.util.List;
import java.util.Optional;
import java.util.Queue;
import java.util.concurrent.ConcurrentLinkedQueue;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Future;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.TimeoutException;
import java.util.concurrent.locks.ReadWriteLock;
import java.util.concurrent.locks.ReentrantReadWriteLock;

/**
 * A film on its way to the encoder. Frames are painted and converted ahead of the reader by the
 * engine's threads, never more than {@link #AHEAD} beyond one per thread, and handed out in order.
 */
final class RenderedTake implements Take {
  /** Frames that wait for the reader while every thread is busy with another. */
  private static final int AHEAD = 2;

  private static final long ASK_EVERY_MILLIS = 100;

  private final Brief brief;
  private final FrameSequence film;
  private final Optional<SoundSource> sound;
  private final List<String> notes;
  private final ExecutorService threads;
  private final Progress progress;
  private final double setUpShare;
  private final Deque<Future<Frame>> coming = new ArrayDeque<>();
  private final Queue<int[]> canvases = new ConcurrentLinkedQueue<>();
  private final Deque<Frame> spare = new ArrayDeque<>();
  private final ReadWriteLock painting = new ReentrantReadWriteLock();
  private boolean abandoned;
  private int submitted;
  private int delivered;
  private boolean closed;

  /**
   * Starts to render.
   *
   * @param notes what the film does not show of what was asked, in plain sentences
   * @param parallel how many threads the executor has
   * @param setUpShare the fraction of the work that setting up the film has already taken
   */
  RenderedTake(
      Brief brief,
      FrameSequence film,
      Optional<SoundSource> sound,
      List<String> notes,
      ExecutorService threads,
      int parallel,
      Progress progress,
      double setUpShare) {
    this.brief = brief;
    this.film = film;
    this.sound = sound;
    this.notes = List.copyOf(notes);
    this.threads = threads;
    this.progress = progress;
    this.setUpShare = setUpShare;
    for (int i = 0; i < parallel + AHEAD; i++) {
      spare.add(new Frame(brief.size()));
      submitNext();
    }
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
  public List<String> notes() {
    return notes;
  }

  @Override
  public boolean read(Frame into) {
    if (closed) {
      throw new IllegalStateException("the take is closed");
    }
    if (delivered == brief.frameCount()) {
      return false;
    }
    Frame painted = await(coming.removeFirst());
    into.copyFrom(painted);
    spare.add(painted);
    submitNext();
    delivered++;
    double done = (double) delivered / brief.frameCount();
    progress.at("render", setUpShare + (1 - setUpShare) * done);
    return true;
  }

  @Override
  public boolean atCut() {
    return delivered > 0 && film.isCut(delivered - 1);
  }

  @Override
  public Optional<SoundSource> sound() {
    return sound;
  }

  @Override
  public void close() {
    if (closed) {
      return;
    }
    closed = true;
    coming.forEach(frame -> frame.cancel(false));
    coming.clear();
    // A cancelled future may still be painting: wait for it, so that no film is closed under it.
    painting.writeLock().lock();
    try {
      abandoned = true;
      film.close();
    } finally {
      painting.writeLock().unlock();
      sound.ifPresent(SoundSource::close);
    }
  }

  private void submitNext() {
    if (submitted == brief.frameCount()) {
      return;
    }
    int number = submitted++;
    Frame frame = spare.removeFirst();
    FrameSequence.Painting picture = film.begin(number);
    coming.addLast(
        threads.submit(
            () -> {
              Frame painted = paint(picture, frame);
              if (number == 0 || film.isCut(number)) {
                progress.preview(Preview.of(painted));
              }
              return painted;
            }));
  }

  private Frame paint(FrameSequence.Painting picture, Frame frame) {
    painting.readLock().lock();
    try {
      if (abandoned) {
        return frame;
      }
      progress.throwIfCancelled();
      int[] canvas = canvases.poll();
      if (canvas == null) {
        canvas = new int[brief.size().pixels()];
      }
      picture.paint(canvas);
      frame.setRgb(canvas);
      canvases.add(canvas);
      return frame;
    } finally {
      painting.readLock().unlock();
    }
  }

  private Frame await(Future<Frame> frame) {
    try {
      while (true) {
        progress.throwIfCancelled();
        try {
          return frame.get(ASK_EVERY_MILLIS, TimeUnit.MILLISECONDS);
        } catch (TimeoutException stillPainting) {
          // ask again whether the film is wanted
        }
      }
    } catch (ExecutionException e) {
      if (e.getCause() instanceof EngineException known) {
        throw known;
      }
      throw new EngineException(
          "frame " + delivered + " of " + brief.frameCount() + " could not be painted",
          e.getCause());
    } catch (InterruptedException e) {
      Thread.currentThread().interrupt();
      throw new CancelledException();
    }
  }
}
