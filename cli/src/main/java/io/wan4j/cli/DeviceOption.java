package io.wan4j.cli;

import io.wan4j.engine.EngineException;
import io.wan4j.engine.wan.DeviceChoice;
import io.wan4j.torch.Device;
import io.wan4j.torch.Torch;
import java.util.List;
import picocli.CommandLine.Option;

/** On what the engine wan computes. */
final class DeviceOption {
  @Option(
      names = "--device",
      paramLabel = "auto|cpu|cuda|cuda:N",
      defaultValue = "${env:WAN4J_DEVICE:-auto}",
      description =
          "For --engine wan: on what it computes; cuda is every graphics card, auto too, or the"
              + " processor where there is none (default: ${DEFAULT-VALUE}).")
  private String device;

  /** What is asked for; whether it is there is not known yet. */
  DeviceChoice choice() {
    try {
      return new DeviceChoice(device);
    } catch (IllegalArgumentException e) {
      throw new CommandException(ExitCode.USAGE, "--device " + device + ": " + e.getMessage(), e);
    }
  }

  /** The devices that are asked for. */
  List<Device> on(Torch torch) {
    try {
      return choice().on(torch);
    } catch (EngineException e) {
      throw new CommandException(ExitCode.UNAVAILABLE, "--device: " + e.getMessage(), e);
    }
  }
}
