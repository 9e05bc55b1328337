package io.wan4j.engine.wan.checkpoint;

import io.wan4j.torch.Device;
import io.wan4j.torch.Tensor;
import java.util.Optional;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import java.util.concurrent.atomic.AtomicLong;
import java.util.function.Function;
import java.util.function.IntFunction;

/**
 * Blocks that stay in their mapped file. While one computes, a thread of its own reads the next,
 * brings it into the network's type and onto the device; then the first is freed. So two of them
 * take memory at a time, and reading takes no time where a block computes longer than that.
 *
 * @param <B> a block
 */
public final class StreamedBlocks<B> implements Blocks<B> {
  private final String prefix;
  private final int count;
  private final Device device;
  private final IntFunction<Brought<B>> bring;
  private final ExecutorService reader =
      Executors.newSingleThreadExecutor(
          work -> Thread.ofPlatform().daemon().name("torch-blocks").unstarted(work));
  private final AtomicLong bytes = new AtomicLong();
  private final AtomicLong mostBytes = new AtomicLong();
  private Optional<Coming<B>> next = Optional.empty();

  /** A block with what it is made of. */
  public record Brought<B>(B block, Parameters parameters) {}

  private record Coming<B>(int number, Future<Brought<B>> block) {}

  /**
   * @param prefix of the names of their parameters
   * @param bring makes one of the blocks, on the device
   */
  public StreamedBlocks(String prefix, int count, Device device, IntFunction<Brought<B>> bring) {
    this.prefix = prefix;
    this.count = count;
    this.device = device;
    this.bring = bring;
  }

  @Override
  public int count() {
    return count;
  }

  @Override
  public boolean isRead(String name) {
    return name.startsWith(prefix);
  }

  /** What blocks take now. */
  public long bytes() {
    return bytes.get();
  }

  /** What blocks took at the most. */
  public long mostBytes() {
    return mostBytes.get();
  }

  @Override
  public Tensor with(int number, Function<B, Tensor> work) {
    Brought<B> brought = take(number);
    try {
      begin((number + 1) % count); // after the last, the first is read for the next pass
      Tensor result = work.apply(brought.block());
      device.synchronize(); // a card works later than it is told: weights stay until it has
      return result;
    } finally {
      free(brought);
    }
  }

  private Brought<B> take(int number) {
    if (next.isPresent() && next.get().number() != number) {
      dropNext();
    }
    if (next.isEmpty()) {
      begin(number);
    }
    Future<Brought<B>> coming = next.orElseThrow().block();
    next = Optional.empty();
    return await(coming);
  }

  private void begin(int number) {
    next =
        Optional.of(
            new Coming<>(
                number,
                reader.submit(
                    () -> {
                      Brought<B> brought = bring.apply(number);
                      mostBytes.accumulateAndGet(
                          bytes.addAndGet(brought.parameters().bytes()), Math::max);
                      return brought;
                    })));
  }

  private void free(Brought<B> brought) {
    bytes.addAndGet(-brought.parameters().bytes());
    brought.parameters().close();
  }

  private void dropNext() {
    Future<Brought<B>> coming = next.orElseThrow().block();
    next = Optional.empty();
    free(await(coming));
  }

  private static <B> Brought<B> await(Future<Brought<B>> coming) {
    try {
      return coming.get();
    } catch (InterruptedException e) {
      Thread.currentThread().interrupt();
      throw new IllegalStateException("interrupted while a block was read", e);
    } catch (ExecutionException e) {
      if (e.getCause() instanceof RuntimeException known) {
        throw known;
      }
      throw new IllegalStateException("a block could not be read", e.getCause());
    }
  }

  @Override
  public void close() {
    try (reader) {
      if (next.isPresent()) {
        dropNext();
      }
    }
  }
}
