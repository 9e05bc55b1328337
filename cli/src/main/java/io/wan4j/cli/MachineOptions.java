package io.wan4j.cli;

import io.wan4j.engine.EngineException;
import io.wan4j.engine.wan.DeviceChoice;
import io.wan4j.engine.wan.fit.EightBits;
import io.wan4j.torch.DType;
import io.wan4j.torch.Device;
import io.wan4j.torch.Torch;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.OptionalLong;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import picocli.CommandLine.Option;

/** On what the engine wan computes, in which numbers, and how much memory it may take. */
final class MachineOptions {
  private static final Pattern SIZE = Pattern.compile("(?i)(\\d+(?:\\.\\d+)?)([MG])(?:i?B)?");

  @Option(
      names = "--device",
      paramLabel = "auto|cpu|cuda|cuda:N",
      defaultValue = "${env:WAN4J_DEVICE:-auto}",
      description =
          "For --engine wan: on what it computes; cuda is every graphics card, auto too, or the"
              + " processor where there is none (default: ${DEFAULT-VALUE}).")
  private String device;

  @Option(
      names = "--memory",
      paramLabel = "SIZE",
      defaultValue = "${env:WAN4J_MEMORY:-}",
      description =
          "For --engine wan: what films may take of each device, such as 12G (default: all that is"
              + " free).")
  private String memory;

  @Option(
      names = "--dtype",
      paramLabel = "bf16|f32",
      defaultValue = "",
      description =
          "For --engine wan: numbers it computes in (default: bf16 where the device is fast in"
              + " it).")
  private String type;

  @Option(
      names = "--weights",
      paramLabel = "bf16|fp8|auto",
      defaultValue = "bf16",
      description =
          "For --engine wan: how the transformer's products hold their weights; bf16: as --dtype"
              + " says; fp8: in eight bits with a scale a row, half the memory and not quite the"
              + " same film; auto: fp8 where nothing else fits (default: ${DEFAULT-VALUE}).")
  private String weights;

  /** What is asked for; whether it is there is not known yet. */
  private DeviceChoice choice() {
    try {
      return new DeviceChoice(device);
    } catch (IllegalArgumentException e) {
      throw new CommandException(ExitCode.USAGE, "--device " + device + ": " + e.getMessage(), e);
    }
  }

  /** Fails early where a word is wrong. */
  void check() {
    choice();
    memory();
    type();
    eightBits();
  }

  /** The devices that are asked for. */
  List<Device> devices(Torch torch) {
    try {
      return choice().on(torch);
    } catch (EngineException e) {
      throw new CommandException(ExitCode.UNAVAILABLE, "--device: " + e.getMessage(), e);
    }
  }

  OptionalLong memory() {
    if (memory.isEmpty()) {
      return OptionalLong.empty();
    }
    Matcher size = SIZE.matcher(memory);
    if (!size.matches()) {
      throw new CommandException(ExitCode.USAGE, "--memory is like 12G or 800M, not " + memory);
    }
    int shift = size.group(2).equalsIgnoreCase("G") ? 30 : 20;
    return OptionalLong.of((long) (Double.parseDouble(size.group(1)) * (1L << shift)));
  }

  EightBits eightBits() {
    try {
      return EightBits.parse(weights.toLowerCase(Locale.ROOT));
    } catch (IllegalArgumentException e) {
      throw new CommandException(ExitCode.USAGE, "--weights: " + e.getMessage(), e);
    }
  }

  Optional<DType> type() {
    return switch (type.toLowerCase(Locale.ROOT)) {
      case "" -> Optional.empty();
      case "bf16" -> Optional.of(DType.BFLOAT16);
      case "f32" -> Optional.of(DType.FLOAT32);
      default -> throw new CommandException(ExitCode.USAGE, "--dtype is bf16 or f32, not " + type);
    };
  }
}
