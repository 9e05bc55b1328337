package io.wan4j.cli;

import io.wan4j.engine.wan.cache.Skipping;
import java.util.ArrayList;
import java.util.List;
import java.util.OptionalInt;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Option;

/** What makes the films, and how. */
final class EngineOptions {
  @Option(
      names = "--engine",
      defaultValue = "previz",
      description =
          "What makes the films: previz, which draws them, or wan, the open checkpoints (default:"
              + " ${DEFAULT-VALUE}).")
  private String engine;

  @Option(
      names = "--checkpoint",
      paramLabel = "NAME|DIR",
      split = ",",
      description =
          "For --engine wan: checkpoints to choose from, the best first; names that wan4j models"
              + " list shows, folders in the hub's layout, or tiny-t2v, tiny-i2v, tiny-vace …,"
              + " which are made on the spot and film noise (default: for each film the best that"
              + " is installed and fits).")
  private List<String> checkpoints = new ArrayList<>();

  @Mixin private MachineOptions machine;

  @Option(
      names = "--steps",
      paramLabel = "N",
      description = "For --engine wan: steps of the sampler (default: as the checkpoint's card).")
  private Integer steps;

  @Option(
      names = "--keep-rate",
      description =
          "For --engine wan: films keep the checkpoint's 16 or 24 frames a second (default: brought"
              + " to 30 by motion interpolation).")
  private boolean keepRate;

  @Option(
      names = "--step-cache",
      paramLabel = "none|teacache|magcache[:THRESHOLD]",
      defaultValue = "none",
      description =
          "For --engine wan: skip blocks in steps that change little; faster, and the film is not"
              + " quite the same (default: ${DEFAULT-VALUE}; wan4j bench skipping measures both).")
  private String stepCache;

  String engine() {
    return engine;
  }

  List<String> checkpoints() {
    return checkpoints;
  }

  MachineOptions machine() {
    return machine;
  }

  OptionalInt steps() {
    return steps == null ? OptionalInt.empty() : OptionalInt.of(steps);
  }

  boolean keepRate() {
    return keepRate;
  }

  Skipping skipping() {
    try {
      return Skipping.parse(stepCache);
    } catch (IllegalArgumentException e) {
      throw new CommandException(ExitCode.USAGE, "--step-cache: " + e.getMessage(), e);
    }
  }
}
