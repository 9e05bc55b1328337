package io.wan4j.engine.wan.film;

import io.wan4j.engine.EngineException;
import io.wan4j.torch.Device;
import java.util.concurrent.Callable;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;

/**
 * The one thread that works on a device: films wait here for each other. Everything that libtorch
 * keeps between films is made and freed in it.
 */
final class DeviceThread implements AutoCloseable {
  private final Device device;
  private final ExecutorService thread;

  DeviceThread(Device device) {
    this.device = device;
    this.thread =
        Executors.newSingleThreadExecutor(
            task -> Thread.ofPlatform().daemon().name("torch-" + device).unstarted(task));
  }

  Device device() {
    return device;
  }

  Future<?> submit(Runnable work) {
    return thread.submit(work);
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

  @Override
  public void close() {
    thread.close();
  }
}
