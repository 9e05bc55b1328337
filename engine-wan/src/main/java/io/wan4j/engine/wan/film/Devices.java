package io.wan4j.engine.wan.film;

import io.wan4j.engine.wan.fit.DeviceMemory;
import io.wan4j.engine.wan.fit.MemoryBudget;
import io.wan4j.torch.Device;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.OptionalLong;
import java.util.concurrent.Future;
import java.util.concurrent.atomic.AtomicBoolean;

/** The devices that film, each in a thread of its own: a film goes where the fewest wait. */
final class Devices implements AutoCloseable {
  private final List<Desk> desks;

  /** A device with the films that are promised to it. Guarded by the list of all. */
  private static final class Desk {
    private final DeviceThread thread;
    private int films;

    Desk(DeviceThread thread) {
      this.thread = thread;
    }
  }

  /**
   * @param memory bytes that films may take of each; empty for all there is
   */
  Devices(List<Device> devices, OptionalLong memory) {
    this.desks =
        devices.stream()
            .map(device -> new Desk(new DeviceThread(device, new MemoryBudget(device, memory))))
            .toList();
  }

  /** The first device, by which films are estimated. */
  DeviceThread first() {
    return desks.getFirst().thread;
  }

  int count() {
    return desks.size();
  }

  /** Takes a place on the device with the fewest films; it must be worked at or given back. */
  Place reserve() {
    synchronized (desks) {
      Desk desk = desks.stream().min(Comparator.comparingInt(each -> each.films)).orElseThrow();
      desk.films++;
      return new Place(desk);
    }
  }

  /** A film's place on a device. */
  final class Place {
    private final Desk desk;
    private final AtomicBoolean taken = new AtomicBoolean(true);

    private Place(Desk desk) {
      this.desk = desk;
    }

    /** What the film may take of the device. */
    DeviceMemory memory() {
      return desk.thread.memory();
    }

    /** The networks there; for the work only. */
    StudioLot lot() {
      return desk.thread.lot();
    }

    /** Does the film's work there when its turn comes; the place is free when that has ended. */
    Future<?> work(Runnable film) {
      try {
        return desk.thread.submit(film, this::giveBack);
      } catch (RuntimeException e) {
        giveBack();
        throw e;
      }
    }

    void giveBack() {
      if (taken.compareAndSet(true, false)) {
        synchronized (desks) {
          desk.films--;
        }
      }
    }
  }

  @Override
  public void close() {
    List<RuntimeException> failures = new ArrayList<>();
    for (Desk desk : desks) {
      try {
        desk.thread.close();
      } catch (RuntimeException e) {
        failures.add(e);
      }
    }
    if (!failures.isEmpty()) {
      failures.stream().skip(1).forEach(failures.getFirst()::addSuppressed);
      throw failures.getFirst();
    }
  }
}
