package io.wan4j.cli;

import io.wan4j.storyboard.Cutting;
import io.wan4j.storyboard.Storyboard;
import io.wan4j.storyboard.StoryboardParser;
import io.wan4j.storyboard.StoryboardText;
import java.io.PrintStream;
import java.util.concurrent.Callable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Option;
import picocli.CommandLine.Parameters;

/** {@code wan4j storyboard}: says how a prompt is understood. */
@Command(
    name = "storyboard",
    mixinStandardHelpOptions = true,
    description = "Say how a prompt is understood: shots, cameras, places, people, words.")
final class StoryboardCommand implements Callable<Integer> {
  private final PrintStream out;

  @Parameters(paramLabel = "PROMPT", description = "English or Chinese.")
  private String prompt;

  @Option(
      names = "--duration",
      paramLabel = "SECONDS",
      defaultValue = "5",
      description = "Length of the film (default: ${DEFAULT-VALUE}).")
  private double seconds;

  @Option(names = "--json", description = "For programs.")
  private boolean json;

  StoryboardCommand(PrintStream out) {
    this.out = out;
  }

  @Override
  public Integer call() {
    if (!(seconds > 0 && seconds <= 600)) {
      throw new CommandException(
          ExitCode.USAGE, "--duration must be above 0 and at most 600, was " + seconds);
    }
    Storyboard board = new StoryboardParser().parse(prompt, seconds, Cutting.BY_PROMPT);
    out.println(json ? StoryboardText.json(board) : StoryboardText.lines(board).stripTrailing());
    return ExitCode.OK.status();
  }
}
