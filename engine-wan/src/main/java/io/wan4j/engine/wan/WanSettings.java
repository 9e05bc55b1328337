package io.wan4j.engine.wan;

import io.wan4j.torch.DType;
import io.wan4j.torch.Device;
import java.nio.file.Path;
import java.util.Optional;
import java.util.OptionalInt;

/**
 * How the engine works.
 *
 * @param folder where it keeps what must survive the process
 * @param device on which it computes
 * @param type of the numbers in which it computes; empty for the best that the device is fast in
 * @param steps of the sampler; empty for what the checkpoint's card recommends
 * @param keepRate whether films keep the checkpoint's own rate of 16 or 24 frames a second
 */
public record WanSettings(
    Path folder, Device device, Optional<DType> type, OptionalInt steps, boolean keepRate) {

  public static WanSettings in(Path folder) {
    return new WanSettings(folder, Device.CPU, Optional.empty(), OptionalInt.empty(), false);
  }

  public WanSettings withDevice(Device other) {
    return new WanSettings(folder, other, type, steps, keepRate);
  }

  public WanSettings withType(DType other) {
    return new WanSettings(folder, device, Optional.of(other), steps, keepRate);
  }

  public WanSettings withSteps(int count) {
    return new WanSettings(folder, device, type, OptionalInt.of(count), keepRate);
  }

  public WanSettings keepingRate() {
    return new WanSettings(folder, device, type, steps, true);
  }
}
