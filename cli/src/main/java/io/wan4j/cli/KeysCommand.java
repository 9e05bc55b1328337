package io.wan4j.cli;

import io.wan4j.engine.previz.PrevizEngine;
import io.wan4j.service.ServiceSettings;
import io.wan4j.service.VideoService;
import io.wan4j.service.key.ApiKey;
import io.wan4j.service.work.WorkSettings;
import java.io.PrintStream;
import java.time.Clock;
import java.time.ZoneId;
import java.time.format.DateTimeFormatter;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Option;
import picocli.CommandLine.Parameters;

/** {@code wan4j keys create|list|revoke}: looks after the API keys of a data folder. */
@Command(
    name = "keys",
    mixinStandardHelpOptions = true,
    description = "Look after the API keys of a data folder.")
final class KeysCommand {
  private final PrintStream out;
  private final Clock clock;

  KeysCommand(PrintStream out, Clock clock) {
    this.out = out;
    this.clock = clock;
  }

  @Command(
      name = "create",
      mixinStandardHelpOptions = true,
      description = "Make a key and print it, alone; it is shown only now.")
  int create(
      @Mixin ServiceOptions options,
      @Option(names = "--label", defaultValue = "", description = "A word to tell keys apart.")
          String label,
      @Option(
              names = "--account",
              defaultValue = "",
              description = "Account whose tasks the key shall see (default: one of its own).")
          String account) {
    try (VideoService service = open(options)) {
      out.println(
          (account.isEmpty() ? service.keys().create(label) : service.keys().create(label, account))
              .secret());
      return ExitCode.OK.status();
    }
  }

  @Command(
      name = "list",
      mixinStandardHelpOptions = true,
      description = "List the keys; secrets are not kept.")
  int list(@Mixin ServiceOptions options) {
    DateTimeFormatter day =
        DateTimeFormatter.ofPattern("yyyy-MM-dd HH:mm").withZone(ZoneId.systemDefault());
    try (VideoService service = open(options)) {
      for (ApiKey key : service.keys().list()) {
        out.printf(
            "%s  %s…  %s  account %s  %s%s%n",
            key.id(),
            key.prefix(),
            day.format(key.created()),
            key.account(),
            key.label(),
            key.revoked() ? "  revoked" : "");
      }
      return ExitCode.OK.status();
    }
  }

  @Command(
      name = "revoke",
      mixinStandardHelpOptions = true,
      description = "Shut a key out, at once and for good.")
  int revoke(
      @Mixin ServiceOptions options,
      @Parameters(paramLabel = "KEY_ID", description = "The id that list shows.") String id) {
    try (VideoService service = open(options)) {
      if (!service.keys().revoke(id)) {
        throw new CommandException(
            ExitCode.FAILED, "no key with id " + id + "; wan4j keys list shows the ids");
      }
      out.println(id + " revoked");
      return ExitCode.OK.status();
    }
  }

  private VideoService open(ServiceOptions options) {
    ServiceSettings settings = options.settings().withWork(WorkSettings.DEFAULTS.withSlots(0));
    return VideoService.open(settings, new PrevizEngine(1), clock);
  }
}
