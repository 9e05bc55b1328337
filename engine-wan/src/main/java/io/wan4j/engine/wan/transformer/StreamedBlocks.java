package io.wan4j.engine.wan.transformer;

import io.wan4j.engine.wan.checkpoint.Parameters;
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
 */
final class StreamedBlocks implements Blocks {
  private final String prefix;
  private final int count;
  private final Device device;
  private final IntFunction<Brought> bring;
  private final ExecutorService reader =
      Executors.newSingleThreadExecutor(
          work -> Thread.ofPlatform().daemon().name("torch-blocks").unstarted(work));
  private final AtomicLong bytes = new AtomicLong();
  private final AtomicLong mostBytes = new AtomicLong();
  private Optional<Coming> next = Optional.empty();

  /** A block with what it is made of. */
  record Brought(TransformerBlock block, Parameters parameters) {}

  private record Coming(int number, Future<Brought> block) {}

  /**
   * @param prefix of the names of their parameters
   * @param bring makes one of the blocks, on the device
   */
  StreamedBlocks(String prefix, int count, Device device, IntFunction<Brought> bring) {
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
  long bytes() {
    return bytes.get();
  }

  /** What blocks took at the most. */
  long mostBytes() {
    return mostBytes.get();
  }

  @Override
  public Tensor with(int number, Function<TransformerBlock, Tensor> work) {
    Brought brought = take(number);
    try {
      begin((number + 1) % count); // after the last, the first is read for the next pass
      Tensor result = work.apply(brought.block());
      device.synchronize(); // a card works later than it is told: weights stay until it has
      return result;
    } finally {
      free(brought);
    }
  }

  private Brought take(int number) {
    if (next.isPresent() && next.get().number() != number) {
      dropNext();
    }
    if (next.isEmpty()) {
      begin(number);
    }
    Future<Brought> coming = next.orElseThrow().block();
    next = Optional.empty();
    return await(coming);
  }

  private void begin(int number) {
    next =
        Optional.of(
            new Coming(
                number,
                reader.submit(
                    () -> {
                      Brought brought = bring.apply(number);
                      mostBytes.accumulateAndGet(
                          bytes.addAndGet(brought.parameters().bytes()), Math::max);
                      return brought;
                    })));
  }

  private void free(Brought brought) {
    bytes.addAndGet(-brought.parameters().bytes());
    brought.parameters().close();
  }

  private void dropNext() {
    Future<Brought> coming = next.orElseThrow().block();
    next = Optional.empty();
    free(await(coming));
  }

  private static Brought await(Future<Brought> coming) {
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
