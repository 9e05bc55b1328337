package io.wan4j.engine.wan.fit;

import io.wan4j.torch.Device;
import java.nio.file.Path;
import java.util.OptionalLong;

/**
 * The memory that the engine may take of a device: what is free, and what its own films hold, for
 * they make room for each other. Made before the engine takes any.
 */
public final class MemoryBudget {
  private final Device device;
  private final OptionalLong limit;
  private final HostMemory host = new HostMemory(Path.of("/"));
  private final DeviceMemory atFirst;
  private final long ownAtFirst;

  /**
   * @param limit bytes that it may take; empty for all there is
   */
  public MemoryBudget(Device device, OptionalLong limit) {
    this.device = device;
    this.limit = limit;
    this.ownAtFirst = host.own();
    this.atFirst = device.isCpu() ? host.now() : ofCard(device);
  }

  /** Where the driver cannot be asked, there is no limit but the card's own refusal. */
  private static DeviceMemory ofCard(Device device) {
    return DeviceMemory.now(device)
        .orElseGet(() -> new DeviceMemory(device, Long.MAX_VALUE, Long.MAX_VALUE));
  }

  /** What a film may count on once those before it are done. */
  public DeviceMemory now() {
    if (limit.isPresent()) {
      return new DeviceMemory(device, limit.getAsLong(), limit.getAsLong());
    }
    if (!device.isCpu()) {
      // libtorch keeps what it has freed, and the driver cannot tell that from what is in use.
      return atFirst;
    }
    DeviceMemory now = host.now();
    long ours = Math.max(0, host.own() - ownAtFirst);
    return new DeviceMemory(device, Math.min(now.total(), now.free() + ours), now.total());
  }
}
