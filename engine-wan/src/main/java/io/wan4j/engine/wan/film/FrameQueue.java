package io.wan4j.engine.wan.film;

import io.wan4j.engine.CancelledException;
import io.wan4j.engine.EngineException;
import io.wan4j.engine.Progress;
import java.util.Optional;
import java.util.concurrent.ArrayBlockingQueue;
import java.util.concurrent.BlockingQueue;
import java.util.concurrent.TimeUnit;

/**
 * Frames on their way from the thread that films to the one that encodes: while the one decodes the
 * next frames, the other encodes the last.
 */
final class FrameQueue {
  private static final long ASK_EVERY_MILLIS = 50;

  private sealed interface Item {
    record Picture(FilmedFrame frame) implements Item {}

    record End() implements Item {}

    record Failure(RuntimeException cause) implements Item {}
  }

  private final BlockingQueue<Item> items;
  private final Progress progress;
  private volatile boolean abandoned;

  /**
   * @param capacity frames that wait at most
   */
  FrameQueue(int capacity, Progress progress) {
    this.items = new ArrayBlockingQueue<>(capacity);
    this.progress = progress;
  }

  /** Waits for room. */
  void put(FilmedFrame frame) {
    insert(new Item.Picture(frame));
  }

  /** There are no more frames. */
  void end() {
    insert(new Item.End());
  }

  /** There are no more frames, because it went wrong. */
  void fail(RuntimeException cause) {
    if (!abandoned) {
      insert(new Item.Failure(cause));
    }
  }

  private void insert(Item item) {
    try {
      while (!items.offer(item, ASK_EVERY_MILLIS, TimeUnit.MILLISECONDS)) {
        throwIfUnwanted();
      }
    } catch (InterruptedException e) {
      Thread.currentThread().interrupt();
      throw new CancelledException();
    }
  }

  /**
   * Waits for the next frame; empty at the end, and ever after.
   *
   * @throws EngineException when filming failed
   * @throws CancelledException when the film is not wanted any more
   */
  Optional<FilmedFrame> take() {
    try {
      while (true) {
        if (progress.cancelled()) {
          throw new CancelledException();
        }
        Item item = items.poll(ASK_EVERY_MILLIS, TimeUnit.MILLISECONDS);
        switch (item) {
          case null -> {}
          case Item.Picture(FilmedFrame frame) -> {
            return Optional.of(frame);
          }
          case Item.End() -> {
            items.clear();
            items.add(item);
            return Optional.empty();
          }
          case Item.Failure(RuntimeException cause) -> throw cause;
        }
      }
    } catch (InterruptedException e) {
      Thread.currentThread().interrupt();
      throw new CancelledException();
    }
  }

  /** Nobody takes frames any more; whoever waits with one is let go. */
  void abandon() {
    abandoned = true;
    items.clear();
  }

  /** Throws when nobody wants the film any more. */
  void throwIfUnwanted() {
    if (abandoned || progress.cancelled()) {
      throw new CancelledException();
    }
  }
}
