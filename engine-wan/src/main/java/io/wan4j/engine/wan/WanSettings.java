package io.wan4j.engine.wan;

import io.wan4j.engine.wan.cache.Skipping;
import io.wan4j.engine.wan.fit.EightBits;
import io.wan4j.torch.DType;
import io.wan4j.torch.Device;
import java.nio.file.Path;
import java.util.List;
import java.util.Optional;
import java.util.OptionalInt;
import java.util.OptionalLong;

/**
 * How the engine works.
 *
 * @param folder where it keeps what must survive the process
 * @param devices on which it computes, one film at a time on each
 * @param type of the numbers in which it computes; empty for the best that the device is fast in
 * @param steps of the sampler; empty for what the checkpoint's card recommends
 * @param memory bytes that films may take of each device; empty for all that is free
 * @param keepRate whether films keep the checkpoint's own rate of 16 or 24 frames a second
 * @param skipping whether steps that change little are skipped in part, at a price in quality
 * @param eightBits when the transformer's weights are held in eight bits, at a price in quality
 */
public record WanSettings(
    Path folder,
    List<Device> devices,
    Optional<DType> type,
    OptionalInt steps,
    OptionalLong memory,
    boolean keepRate,
    Skipping skipping,
    EightBits eightBits) {

  public WanSettings {
    devices = List.copyOf(devices);
    if (devices.isEmpty()) {
      throw new IllegalArgumentException("no device to compute on");
    }
  }

  /** On the processor. */
  public static WanSettings in(Path folder) {
    return new WanSettings(
        folder,
        List.of(Device.CPU),
        Optional.empty(),
        OptionalInt.empty(),
        OptionalLong.empty(),
        false,
        Skipping.NONE,
        EightBits.NEVER);
  }

  public WanSettings withDevices(List<Device> others) {
    return new WanSettings(folder, others, type, steps, memory, keepRate, skipping, eightBits);
  }

  public WanSettings withType(DType other) {
    return new WanSettings(
        folder, devices, Optional.of(other), steps, memory, keepRate, skipping, eightBits);
  }

  public WanSettings withSteps(int count) {
    return new WanSettings(
        folder, devices, type, OptionalInt.of(count), memory, keepRate, skipping, eightBits);
  }

  public WanSettings withMemory(long bytes) {
    return new WanSettings(
        folder, devices, type, steps, OptionalLong.of(bytes), keepRate, skipping, eightBits);
  }

  public WanSettings keepingRate() {
    return new WanSettings(folder, devices, type, steps, memory, true, skipping, eightBits);
  }

  public WanSettings withSkipping(Skipping other) {
    return new WanSettings(folder, devices, type, steps, memory, keepRate, other, eightBits);
  }

  public WanSettings withEightBits(EightBits when) {
    return new WanSettings(folder, devices, type, steps, memory, keepRate, skipping, when);
  }
}
