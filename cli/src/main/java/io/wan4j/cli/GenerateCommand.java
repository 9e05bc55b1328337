package io.wan4j.cli;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import io.wan4j.media.ContactSheet;
import io.wan4j.media.PictureWriter;
import io.wan4j.protocol.catalogue.Catalogue;
import io.wan4j.protocol.catalogue.ModelCard;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Clock;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.concurrent.Callable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Option;

/** {@code wan4j generate}: makes one film, here or on a server. */
@Command(
    name = "generate",
    mixinStandardHelpOptions = true,
    description =
        "Make a film: here, in this process, or on the server that --base-url names (ours or the"
            + " cloud).")
final class GenerateCommand implements Callable<Integer> {
  private static final int SHEET_PICTURES = 12;
  private static final int SHEET_COLUMNS = 4;
  private static final int SHEET_WIDTH = 320;

  private final Console console;
  private final Map<String, String> environment;
  private final Clock clock;

  @Mixin private GenerationInputs inputs;
  @Mixin private GenerationParameters parameters;
  @Mixin private ServiceOptions service;
  @Mixin private EngineOptions engine;
  @Mixin private ServerOptions server;

  @Option(
      names = "--model",
      defaultValue = "",
      description = "Name of the API's model (default: the 2.7 model for what is given).")
  private String model;

  @Option(
      names = "--out",
      paramLabel = "FILE",
      defaultValue = "film.mp4",
      description = "Where the film goes (default: ${DEFAULT-VALUE}).")
  private Path out;

  @Option(
      names = "--output-folder",
      paramLabel = "DIR",
      defaultValue = "",
      description =
          "Where the request, the task id, every poll reply and the final reply are kept (default:"
              + " FILE's name with .task in place of .mp4).")
  private String folder;

  @Option(
      names = "--sheet",
      paramLabel = "PNG",
      description = "Also put twelve pictures of the film on one sheet.")
  private List<Path> sheets = new ArrayList<>();

  @Option(
      names = "--timeout",
      paramLabel = "SECONDS",
      defaultValue = "3600",
      description = "Longest wait for the film (default: ${DEFAULT-VALUE}).")
  private long timeout;

  GenerateCommand(Console console, Map<String, String> environment, Clock clock) {
    this.console = console;
    this.environment = environment;
    this.clock = clock;
  }

  @Override
  public Integer call() {
    String name = model.isEmpty() ? new DefaultModels().forInputs(inputs) : model;
    ModelCard card =
        Catalogue.load()
            .find(name)
            .orElseThrow(
                () ->
                    new CommandException(
                        ExitCode.USAGE, "no model is named " + name + "; see wan4j doctor"));
    Path film = checkedTarget();
    if (server.named()) {
      try (DashScopeClient client = server.connect(environment)) {
        return make(client, name, card, film);
      }
    }
    try (LocalServer local = LocalServer.start(service.settings(), engine, environment, clock);
        DashScopeClient client = new DashScopeClient(local.baseUrl(), local.key())) {
      return make(client, name, card, film);
    }
  }

  private int make(DashScopeClient client, String name, ModelCard card, Path film) {
    GenerationBody writer = new GenerationBody(card, given -> address(client, name, given));
    ObjectNode body = writer.write(name, inputs, parameters);
    OutputFolder evidence = new OutputFolder(evidenceFolder(film));
    evidence.request(body);
    String id = client.submit(body).path("output").path("task_id").asText();
    evidence.taskId(id);
    ProgressLine line = console.progress();
    TaskWatch watch = new TaskWatch(client, line, evidence, clock, Duration.ofSeconds(timeout));
    JsonNode reply = watch.await(id);
    evidence.result(reply);
    JsonNode output = reply.path("output");
    String status = output.path("task_status").asText();
    if (!status.equals("SUCCEEDED")) {
      throw new CommandException(
          ExitCode.FAILED,
          "task %s %s: %s %s"
              .formatted(
                  id, status, output.path("code").asText(), output.path("message").asText()));
    }
    client.download(output.path("video_url").asText(), film);
    for (Path sheet : sheets) {
      PictureWriter.writePng(
          ContactSheet.of(film, SHEET_PICTURES, SHEET_COLUMNS, SHEET_WIDTH), sheet);
    }
    console.out().println(film);
    return ExitCode.OK.status();
  }

  private String address(DashScopeClient client, String name, String given) {
    if (given.matches("(?i)(https?|oss|data):.*")) {
      return given;
    }
    Path file = Path.of(given);
    if (!Files.isReadable(file) || Files.isDirectory(file)) {
      throw new CommandException(ExitCode.NO_INPUT, "cannot read " + given);
    }
    return client.upload(file, name);
  }

  private Path checkedTarget() {
    Path film = out.toAbsolutePath().normalize();
    if (Files.isDirectory(film)) {
      throw new CommandException(ExitCode.USAGE, "--out " + out + " is a folder; name a file");
    }
    if (film.getParent() == null || !Files.isDirectory(film.getParent())) {
      throw new CommandException(
          ExitCode.CANNOT_CREATE, "the folder of --out " + out + " does not exist");
    }
    return film;
  }

  private Path evidenceFolder(Path film) {
    if (!folder.isEmpty()) {
      return Path.of(folder).toAbsolutePath();
    }
    return film.resolveSibling(film.getFileName().toString().replaceFirst("\\.mp4$", "") + ".task");
  }
}
