package io.wan4j.cli;

import io.wan4j.bench.suite.GalleryPage;
import io.wan4j.bench.suite.PromptSuite;
import io.wan4j.bench.suite.Stills;
import io.wan4j.bench.suite.SuiteFilm;
import io.wan4j.bench.suite.SuitePrompt;
import io.wan4j.bench.suite.SuiteRun;
import io.wan4j.engine.previz.PrevizEngine;
import io.wan4j.sound.Speech;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import java.util.concurrent.Callable;
import java.util.regex.Pattern;
import java.util.regex.PatternSyntaxException;
import picocli.CommandLine.Command;
import picocli.CommandLine.Option;

/** {@code wan4j gallery}: films of the prompt suite on a page, with what the checks found. */
@Command(
    name = "gallery",
    mixinStandardHelpOptions = true,
    description = "Make films of the prompt suite, check them, and lay them out on a page.")
final class GalleryCommand implements Callable<Integer> {
  private static final int FRAME_RATE = 30;

  private final Console console;
  private final Map<String, String> environment;

  @Option(
      names = "--out",
      paramLabel = "FOLDER",
      required = true,
      description = "Gets index.html, results.txt, a clip and a contact sheet of each film.")
  private Path folder;

  @Option(
      names = "--only",
      paramLabel = "PATTERN",
      defaultValue = ".*",
      description = "Films whose names match; a regular expression, such as place-.*")
  private String only;

  @Option(
      names = "--stills",
      paramLabel = "FOLDER",
      description = "Also gets a picture of each film whose prompt names a moment to show.")
  private Path stills;

  @Option(
      names = "--short-side",
      paramLabel = "PIXELS",
      defaultValue = "480",
      description = "Of the films, even, 144 to 1080 (default: ${DEFAULT-VALUE}).")
  private int shortSide;

  GalleryCommand(Console console, Map<String, String> environment) {
    this.console = console;
    this.environment = environment;
  }

  @Override
  public Integer call() throws IOException {
    if (shortSide < 144 || shortSide > 1080 || shortSide % 2 != 0) {
      throw new CommandException(
          ExitCode.USAGE, "--short-side must be even and 144 to 1080, was " + shortSide);
    }
    List<SuitePrompt> prompts = prompts();
    Files.createDirectories(folder);
    if (stills != null) {
      Files.createDirectories(stills);
    }
    Path voice = Path.of(System.getProperty("java.io.tmpdir"), "wan4j-speech-" + Version.current());
    GalleryPage page = new GalleryPage(folder);
    boolean passed = true;
    try (PrevizEngine engine =
        new PrevizEngine(
            Runtime.getRuntime().availableProcessors(),
            Speech.start(voice, environment.getOrDefault("PATH", "")))) {
      SuiteRun run = new SuiteRun(engine, shortSide, FRAME_RATE);
      for (SuitePrompt prompt : prompts) {
        SuiteFilm film = run.make(prompt, folder);
        page.add(film);
        if (stills != null) {
          Stills.write(film, stills);
        }
        passed &= film.passed();
        console.out().println((film.passed() ? "passed  " : "FAILED  ") + prompt.name());
      }
    }
    page.finish();
    console.out().print(page.summary());
    console.out().println(folder.resolve("index.html").toAbsolutePath());
    return passed ? ExitCode.OK.status() : ExitCode.FAILED.status();
  }

  private List<SuitePrompt> prompts() {
    try {
      Pattern pattern = Pattern.compile(only);
      List<SuitePrompt> chosen =
          PromptSuite.read().stream()
              .filter(prompt -> pattern.matcher(prompt.name()).matches())
              .toList();
      if (chosen.isEmpty()) {
        throw new CommandException(ExitCode.USAGE, "no film of the suite is named " + only);
      }
      return chosen;
    } catch (PatternSyntaxException e) {
      throw new CommandException(ExitCode.USAGE, "--only is no pattern: " + e.getMessage());
    }
  }
}
