package io.wan4j.cli;

import io.wan4j.engine.previz.PrevizEngine;
import io.wan4j.engine.previz.sheet.StoryboardSheet;
import io.wan4j.storyboard.Cutting;
import io.wan4j.storyboard.Storyboard;
import io.wan4j.storyboard.StoryboardParser;
import io.wan4j.storyboard.StoryboardText;
import java.io.IOException;
import java.io.PrintStream;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.Callable;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import picocli.CommandLine.Command;
import picocli.CommandLine.Option;
import picocli.CommandLine.Parameters;

/** {@code wan4j storyboard}: says how a prompt is understood. */
@Command(
    name = "storyboard",
    mixinStandardHelpOptions = true,
    description = "Say how a prompt is understood: shots, cameras, places, people, words.")
final class StoryboardCommand implements Callable<Integer> {
  private static final Pattern SIZE = Pattern.compile("(\\d{1,4})[*x:×](\\d{1,4})");

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

  @Option(
      names = "--sheet",
      paramLabel = "PNG",
      description = "Also draw the director's contact sheet: a panel a shot.")
  private List<Path> sheets = new ArrayList<>();

  @Option(
      names = "--size",
      paramLabel = "WIDTH*HEIGHT",
      defaultValue = "1280*720",
      description = "Frame of the film, for the shape of the panels (default: ${DEFAULT-VALUE}).")
  private String size;

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
    if (!sheets.isEmpty()) {
      draw(board);
    }
    return ExitCode.OK.status();
  }

  private void draw(Storyboard board) {
    Matcher sides = SIZE.matcher(size);
    if (!sides.matches()) {
      throw new CommandException(
          ExitCode.USAGE, "--size must be width*height such as 1280*720, was " + size);
    }
    try (PrevizEngine artist = new PrevizEngine()) {
      byte[] png =
          artist.sheet(board, Integer.parseInt(sides.group(1)), Integer.parseInt(sides.group(2)));
      for (Path sheet : sheets) {
        write(png, sheet);
      }
      if (!json && !StoryboardSheet.canLetter(prompt)) {
        out.println(
            "No font of this machine has all characters of the prompt, so the sheet shows boxes in"
                + " their place: install one (Debian: fonts-noto-cjk for Chinese).");
      }
    } catch (IllegalArgumentException e) {
      throw new CommandException(ExitCode.USAGE, "--size: " + e.getMessage(), e);
    }
  }

  private static void write(byte[] png, Path sheet) {
    try {
      Files.write(sheet, png);
    } catch (IOException e) {
      throw new CommandException(
          ExitCode.CANNOT_CREATE, "cannot write --sheet " + sheet + ": " + e.getMessage(), e);
    }
  }
}
