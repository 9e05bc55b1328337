package io.wan4j.cli;

import io.wan4j.protocol.catalogue.Catalogue;
import io.wan4j.protocol.catalogue.ModelCard;
import io.wan4j.protocol.catalogue.Tier;
import java.io.PrintStream;
import java.util.Locale;
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

  DoctorCommand(Console console) {
    this.console = console;
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
    return sound ? ExitCode.OK.status() : ExitCode.FAILED.status();
  }
}
