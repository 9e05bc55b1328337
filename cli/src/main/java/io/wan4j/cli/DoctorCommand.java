package io.wan4j.cli;

import io.wan4j.engine.wan.fit.Bytes;
import io.wan4j.engine.wan.fit.DeviceMemory;
import io.wan4j.engine.wan.fit.MachineSpeed;
import io.wan4j.engine.wan.fit.MemoryBudget;
import io.wan4j.engine.wan.fit.Options;
import io.wan4j.protocol.catalogue.Catalogue;
import io.wan4j.protocol.catalogue.ModelCard;
import io.wan4j.protocol.catalogue.Tier;
import io.wan4j.torch.DType;
import io.wan4j.torch.Device;
import io.wan4j.torch.Torch;
import io.wan4j.torch.TorchMissingException;
import java.io.PrintStream;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.Callable;
import java.util.stream.Collectors;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;

/** {@code wan4j doctor}: says what this machine can do. */
@Command(
    name = "doctor",
    mixinStandardHelpOptions = true,
    description = "Say what this machine and this installation can do.")
final class DoctorCommand implements Callable<Integer> {
  private static final int MEGABYTE = 1 << 20;

  private final Console console;

  @Mixin private ServiceOptions service;
  @Mixin private MachineOptions machine;

  private final Map<String, String> environment;

  DoctorCommand(Console console, Map<String, String> environment) {
    this.console = console;
    this.environment = environment;
  }

  @Override
  public Integer call() {
    PrintStream out = console.out();
    Runtime runtime = Runtime.getRuntime();
    out.printf("wan4j     %s%n", Version.current());
    out.printf(
        "java      %s (%s)%n", Runtime.version(), System.getProperty("java.home", "unknown"));
    out.printf(
        "machine   %s %s, %d cores, heap up to %d MiB%n",
        System.getProperty("os.name"),
        System.getProperty("os.arch"),
        runtime.availableProcessors(),
        runtime.maxMemory() / MEGABYTE);
    out.printf("data      %s%n", service.settings().dataFolder());
    boolean sound = true;
    for (HealthCheck check : HealthCheck.all(service.settings())) {
      HealthCheck.Finding finding = check.run();
      sound &= finding.healthy();
      out.printf("%-9s %s%s%n", check.name(), finding.healthy() ? "" : "BROKEN: ", finding.words());
    }
    out.println();
    out.printf("%-24s %-20s %-18s %-10s %s%n", "model", "task", "sizes", "seconds", "sound");
    for (ModelCard card : Catalogue.load().all()) {
      out.printf(
          "%-24s %-20s %-18s %-10s %s%n",
          card.name(),
          card.family().name().toLowerCase(Locale.ROOT).replace('_', ' '),
          card.size().tiers().stream().map(Tier::wireName).collect(Collectors.joining(" ")),
          card.duration().choices().isEmpty()
              ? card.duration().from() + "-" + card.duration().to()
              : card.duration().choices().stream()
                  .map(Object::toString)
                  .collect(Collectors.joining(", ")),
          card.sound().wireName());
    }
    out.println();
    checkpoints(out);
    return sound ? ExitCode.OK.status() : ExitCode.FAILED.status();
  }

  /** What the engine wan can do here: it is asked as it would be for a film. */
  private void checkpoints(PrintStream out) {
    Checkpoints checkpoints = new Checkpoints(environment, service.settings().dataFolder());
    Optional<Torch> torch = torch(out);
    if (torch.isEmpty()) {
      return;
    }
    List<Device> devices = machine.devices(torch.get());
    Map<Device, MachineSpeed> speeds = new LinkedHashMap<>();
    for (Device each : devices) {
      DType type = Options.on(each, machine.type(), torch.get()).type();
      speeds.put(each, MachineSpeed.measure(each, type, System::nanoTime));
      out.printf("%-9s %s%n", each, words(speeds.get(each)));
    }
    out.printf("weights   %s%n", checkpoints.cache());
    out.println();
    Device first = devices.getFirst();
    new CheckpointTable(
            checkpoints,
            new MemoryBudget(first, machine.memory()).now(),
            Options.on(first, machine.type(), torch.get())
                .withEightBits(machine.eightBits())
                .leaving(machine.memory()),
            speeds.get(first))
        .print(out);
  }

  private static Optional<Torch> torch(PrintStream out) {
    try {
      Torch torch = Torch.load();
      out.println("torch     " + torch.report().replace(System.lineSeparator(), "; "));
      return Optional.of(torch);
    } catch (TorchMissingException e) {
      out.println("torch     none: " + e.getMessage().lines().findFirst().orElse(""));
      return Optional.empty();
    }
  }

  private static String words(MachineSpeed speed) {
    return "one large %s product %.0f GFLOP/s, %s"
        .formatted(
            speed.type() == DType.BFLOAT16 ? "bf16" : "f32",
            speed.operationsPerSecond() * 1e-9,
            DeviceMemory.now(speed.device())
                .map(
                    memory ->
                        "%s of %s free"
                            .formatted(Bytes.words(memory.free()), Bytes.words(memory.total())))
                .orElse("its memory is not known"));
  }
}
