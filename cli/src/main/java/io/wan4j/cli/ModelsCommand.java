package io.wan4j.cli;

import io.wan4j.engine.wan.catalogue.CheckpointCard;
import io.wan4j.engine.wan.catalogue.CheckpointCatalogue;
import io.wan4j.engine.wan.fit.Bytes;
import io.wan4j.engine.wan.hub.CachedCheckpoints;
import io.wan4j.engine.wan.hub.FolderImport;
import io.wan4j.engine.wan.hub.HubCache;
import io.wan4j.engine.wan.hub.HubException;
import io.wan4j.engine.wan.hub.HubSettings;
import io.wan4j.engine.wan.hub.Receipt;
import io.wan4j.engine.wan.hub.Verification;
import io.wan4j.engine.wan.hub.Verification.Finding;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Clock;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.Callable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Option;
import picocli.CommandLine.Parameters;

/** {@code wan4j models list|pull|verify|import|tiny|rm}: looks after the open checkpoints. */
@Command(
    name = "models",
    mixinStandardHelpOptions = true,
    description = {
      "Look after the open checkpoints that the engine wan works with.",
      "They lie in the hub's own cache (HF_HOME, HF_HUB_CACHE), which Python shares."
    })
final class ModelsCommand {
  private final Console console;
  private final HubSettings hub;
  private final HubCache cache;
  private final Clock clock;
  private final CheckpointCatalogue catalogue = CheckpointCatalogue.load();

  ModelsCommand(Console console, Map<String, String> environment, Clock clock) {
    this.console = console;
    this.clock = clock;
    hub = HubSettings.of(environment, Path.of(System.getProperty("user.home")));
    cache = new HubCache(hub.cache());
  }

  @Command(
      name = "list",
      mixinStandardHelpOptions = true,
      description = "List the checkpoints that wan4j knows, and what is here.")
  int list() {
    CachedCheckpoints cached = new CachedCheckpoints(cache, catalogue);
    console
        .out()
        .printf("%-22s %-10s %-14s %-12s %s%n", "checkpoint", "size", "here", "licence", "tasks");
    for (CheckpointCard card : catalogue.all()) {
      Optional<Path> snapshot = cache.snapshot(card.repository());
      String here =
          snapshot.isEmpty()
              ? "no"
              : cached.folder(card).isPresent()
                  ? Bytes.words(cache.bytes(card.repository()))
                  : "in part";
      console
          .out()
          .printf(
              "%-22s %-10s %-14s %-12s %s%n",
              card.name(),
              Bytes.words(card.downloadBytes()),
              here,
              card.licence(),
              String.join(", ", card.tasks().stream().map(Object::toString).toList()));
    }
    for (String repository : cache.repositories()) {
      if (catalogue.find(repository).isEmpty()) {
        String licence = Receipt.read(cache, repository).map(Receipt::licence).orElse("unknown");
        console
            .out()
            .printf(
                "%-22s %-10s %-14s %-12s %s%n",
                repository,
                "",
                Bytes.words(cache.bytes(repository)),
                licence,
                "not of the catalogue");
      }
    }
    console.out().println("in " + cache.folder());
    return ExitCode.OK.status();
  }

  @Command(
      name = "pull",
      mixinStandardHelpOptions = true,
      description = {
        "Fetch a checkpoint, or what is still missing of it.",
        "May be stopped and run again: it goes on where it was."
      })
  int pull(
      @Parameters(paramLabel = "NAME", description = "A name that list shows, or OWNER/REPOSITORY.")
          String name,
      @Option(
              names = "--revision",
              defaultValue = "main",
              description = "Branch, tag or commit (default: main).")
          String revision,
      @Option(
              names = "--connections",
              defaultValue = "8",
              description = "Connections at a time (default: 8).")
          int connections,
      @Option(
              names = "--accept-licence",
              description = "Agree to a licence that is not one of the free ones.")
          boolean accept) {
    return failing(
        () ->
            new ModelPull(console, hub, cache, clock)
                .run(catalogue.find(name), name, revision, connections, accept));
  }

  @Command(
      name = "verify",
      mixinStandardHelpOptions = true,
      description = "Read a checkpoint's files again and compare their hashes.")
  int verify(
      @Parameters(paramLabel = "NAME", description = "A name that list shows, or OWNER/REPOSITORY.")
          String name,
      @Option(names = "--fix", description = "Delete what is wrong, for the next pull to fetch.")
          boolean fix) {
    return failing(
        () -> {
          String repository = repository(name);
          Verification verification = new Verification(cache);
          Map<String, Finding> findings;
          try (TransferLine line =
              new TransferLine(console, clock, "checking", verification.bytes(repository))) {
            findings = verification.run(repository, line);
          }
          List<String> bad =
              findings.entrySet().stream()
                  .filter(e -> e.getValue() == Finding.WRONG || e.getValue() == Finding.MISSING)
                  .map(Map.Entry::getKey)
                  .toList();
          bad.forEach(path -> console.out().println(findings.get(path) + " " + path));
          if (fix && !bad.isEmpty()) {
            verification.discard(repository, bad);
            console.out().println("deleted; wan4j models pull " + name + " fetches them again");
          }
          console
              .out()
              .printf(
                  "%s: %d files, %d wrong or missing%n", repository, findings.size(), bad.size());
          return (bad.isEmpty() ? ExitCode.OK : ExitCode.FAILED).status();
        });
  }

  @Command(
      name = "import",
      mixinStandardHelpOptions = true,
      description = {
        "Take a checkpoint that is on this machine already into the cache:",
        "a folder in the layout of the hub (with model_index.json) or of the Wan repositories,",
        "or single files: transformer, text encoder, autoencoder and spiece.model."
      })
  int importFiles(
      @Parameters(paramLabel = "PATH", arity = "1..*", description = "The folder, or the files.")
          List<Path> paths,
      @Option(
              names = "--as",
              paramLabel = "NAME",
              description = "A name that list shows, or OWNER/REPOSITORY (default: local/FOLDER).")
          Optional<String> as,
      @Option(
              names = "--copy",
              description = "Copy the files; without it the cache points to where they lie.")
          boolean copy) {
    for (Path path : paths) {
      if (!Files.exists(path)) {
        throw new CommandException(ExitCode.NO_INPUT, path + " does not exist");
      }
    }
    return failing(
        () ->
            new ModelImport(console, cache, clock)
                .run(
                    paths.stream().map(path -> path.toAbsolutePath().normalize()).toList(),
                    as.map(this::repository),
                    copy ? FolderImport.Way.COPY : FolderImport.Way.LINK));
  }

  @Command(
      name = "tiny",
      mixinStandardHelpOptions = true,
      description = {
        "Write checkpoints with random weights, complete but small, to try everything else with.",
        "They film noise; wan4j generate --engine wan --checkpoint DIR uses one."
      })
  int tiny(
      @Parameters(
              arity = "1..2",
              paramLabel = "[KIND] DIR",
              description =
                  "tiny-t2v, tiny-i2v, tiny-vace …; all kinds, each in its own folder of DIR, where"
                      + " none is named.")
          List<String> words,
      @Option(
              names = "--seed",
              defaultValue = "" + ModelTiny.USUAL_SEED,
              description = "Of the weights (default: ${DEFAULT-VALUE}).")
          long seed) {
    return new ModelTiny(console).run(words, seed);
  }

  @Command(
      name = "rm",
      mixinStandardHelpOptions = true,
      description = "Delete a checkpoint from the cache.")
  int remove(
      @Parameters(paramLabel = "NAME", description = "A name that list shows, or OWNER/REPOSITORY.")
          String name) {
    return failing(
        () -> {
          String repository = repository(name);
          console.out().printf("%s: %s freed%n", repository, Bytes.words(cache.remove(repository)));
          return ExitCode.OK.status();
        });
  }

  private String repository(String name) {
    return catalogue
        .find(name)
        .map(CheckpointCard::repository)
        .or(() -> name.matches("[\\w.-]+/[\\w.-]+") ? Optional.of(name) : Optional.empty())
        .orElseThrow(
            () ->
                new CommandException(
                    ExitCode.USAGE,
                    "no checkpoint is named "
                        + name
                        + "; wan4j models list shows them, OWNER/REPOSITORY names any other"));
  }

  private static int failing(Callable<Integer> work) {
    try {
      return work.call();
    } catch (HubException e) {
      throw new CommandException(ExitCode.FAILED, e.getMessage(), e);
    } catch (RuntimeException e) {
      throw e;
    } catch (Exception e) {
      throw new CommandException(ExitCode.SOFTWARE, e.toString(), e);
    }
  }
}
