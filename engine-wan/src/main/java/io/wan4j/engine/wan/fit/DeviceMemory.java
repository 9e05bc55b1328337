package io.wan4j.engine.wan.fit;

import io.wan4j.torch.Device;

/**
 * The memory of a device.
 *
 * @param free bytes that can be had now
 * @param total bytes of the device
 */
public record DeviceMemory(Device device, long free, long total) {}
