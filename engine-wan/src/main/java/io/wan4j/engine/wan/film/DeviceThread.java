package io.wan4j.engine.wan.film;

import io.wan4j.engine.EngineException;
import io.wan4j.engine.wan.fit.DeviceMemory;
import io.wan4j.engine.wan.fit.MachineSpeed;
import io.wan4j.engine.wan.fit.MemoryBudget;
import io.wan4j.torch.DType;
import io.wan4j.torch.Device;
import java.util.Map;
import java.util.concurrent.ArrayBlockingQueue;
import java.util.concurrent.Callable;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.Future;
import java.util.concurrent.FutureTask;
import java.util.concurrent.RejectedExecutionException;
import java.util.concurrent.ThreadPoolExecutor;
import java.util.concurrent.TimeUnit;

/**
 * The one thread that works on a device, with the networks that are loaded there: films wait here
 * for each other. Everything that libtorch keeps between films is made and freed in it.
 */
final class DeviceThread implements AutoCloseable {
  /** Far above the slots that a service may have. */
  private static final int MOST_WAITING = 1_000;

  private final Device device;
  private final MemoryBudget budget;
  private final Map<DType, MachineSpeed> speeds = new ConcurrentHashMap<>();
  private final StudioLot lot = new StudioLot();
  private final ThreadPoolExecutor thread;

  DeviceThread(Device device, MemoryBudget budget) {
    this.device = device;
    this.budget = budget;
    this.thread =
        new ThreadPoolExecutor(
            1,
            1,
            0,
            TimeUnit.SECONDS,
            new ArrayBlockingQueue<>(MOST_WAITING),
            task -> Thread.ofPlatform().daemon().name("torch-" + device).unstarted(task));
  }

  /** What a film may take of the device once those before it are done. */
  DeviceMemory memory() {
    return budget.now();
  }

  /** How fast the device multiplies; measured when it is first asked, for about half a second. */
  MachineSpeed speed(DType type) {
    return speeds.computeIfAbsent(
        type, wanted -> MachineSpeed.measure(device, wanted, System::nanoTime));
  }

  /** The networks on the device; for the device's thread only. */
  StudioLot lot() {
    return lot;
  }

  /**
   * Does work there when its turn comes.
   *
   * @param afterwards runs once the work has ended, failed or been cancelled, in whatever thread
   */
  Future<?> submit(Runnable work, Runnable afterwards) {
    FutureTask<Void> task =
        new FutureTask<>(work, null) {
          @Override
          protected void done() {
            afterwards.run();
          }
        };
    try {
      thread.execute(task);
    } catch (RejectedExecutionException e) {
      throw new EngineException(
          thread.isShutdown()
              ? "the engine is closed"
              : MOST_WAITING + " films wait for " + device + " already",
          e);
    }
    return task;
  }

  /** Does short work there and waits for it. */
  <T> T call(Callable<T> work) {
    try {
      return thread.submit(work).get();
    } catch (InterruptedException e) {
      Thread.currentThread().interrupt();
      throw new EngineException("interrupted while waiting for " + device, e);
    } catch (ExecutionException e) {
      if (e.getCause() instanceof RuntimeException known) {
        throw known;
      }
      throw new EngineException("work on " + device + " failed", e.getCause());
    }
  }

  /** Frees the networks and ends the thread. */
  @Override
  public void close() {
    try (thread) {
      call(
          () -> {
            lot.close();
            return true;
          });
    }
  }
}
