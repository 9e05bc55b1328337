package io.wan4j.engine.wan.fit;

import io.wan4j.torch.Device;
import java.nio.file.Path;
import java.util.Optional;

/**
 * The memory of a device.
 *
 * @param free bytes that can be had now
 * @param total bytes of the device
 */
public record DeviceMemory(Device device, long free, long total) {
  /** Of this machine, now; empty where the driver of a card cannot be asked. */
  public static Optional<DeviceMemory> now(Device device) {
    return device.isCpu()
        ? Optional.of(new HostMemory(Path.of("/")).now())
        : device.memory().map(card -> new DeviceMemory(device, card.free(), card.total()));
  }
}
