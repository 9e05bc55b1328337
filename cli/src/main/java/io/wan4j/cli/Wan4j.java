package io.wan4j.cli;

import java.io.PrintStream;
import java.io.PrintWriter;
import java.time.Clock;
import java.util.Map;
import picocli.CommandLine;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.ParameterException;

/** The program: reads the command line and runs one command. */
public final class Wan4j {
  private static final String LOG_LEVEL = "WAN4J_LOG";

  private Wan4j() {}

  /** Runs a command and ends the process with its exit status. */
  public static void main(String[] arguments) {
    quietUnlessServing(arguments);
    int status = run(System.out, System.err, System.getenv(), arguments);
    System.exit(status);
  }

  /** A server tells what it does; the other commands speak for themselves. See logback.xml. */
  private static void quietUnlessServing(String[] arguments) {
    boolean serving = arguments.length > 0 && arguments[0].equals("serve");
    if (!serving && System.getenv(LOG_LEVEL) == null) {
      System.setProperty(LOG_LEVEL, "WARN");
    }
  }

  /**
   * Runs a command.
   *
   * @return the exit status, see {@link ExitCode}
   */
  public static int run(
      PrintStream out, PrintStream err, Map<String, String> environment, String... arguments) {
    Clock clock = Clock.systemUTC();
    boolean terminal = System.console() != null && System.console().isTerminal();
    Console console = new Console(out, err, terminal);
    CommandSpec root = CommandSpec.create().name("wan4j");
    root.usageMessage()
        .description("The Wan video generation service on your own machine.")
        .footer("", "wan4j help COMMAND tells more.");
    root.version("wan4j " + Version.current());
    root.mixinStandardHelpOptions(true);
    CommandLine line =
        new CommandLine(root)
            .addSubcommand(new ServeCommand(console, environment, clock))
            .addSubcommand(new GenerateCommand(console, environment, clock))
            .addSubcommand(new TaskCommand(out, environment))
            .addSubcommand(new KeysCommand(out, clock))
            .addSubcommand(new ModelsCommand(console, environment, clock))
            .addSubcommand(new StoryboardCommand(out))
            .addSubcommand(new DoctorCommand(console, environment))
            .addSubcommand(new GalleryCommand(console, environment))
            .addSubcommand(new BenchCommand(out))
            .addSubcommand(new CommandLine.HelpCommand());
    line.setCaseInsensitiveEnumValuesAllowed(true);
    line.setOut(new PrintWriter(out, true));
    line.setErr(new PrintWriter(err, true));
    line.setExecutionStrategy(
        parsed -> {
          if (parsed.isUsageHelpRequested() || parsed.isVersionHelpRequested()) {
            return new CommandLine.RunLast().execute(parsed);
          }
          CommandLine last = parsed.asCommandLineList().getLast();
          if (last.getCommand() instanceof CommandSpec || !last.getSubcommands().isEmpty()) {
            last.usage(err);
            return ExitCode.USAGE.status();
          }
          return new CommandLine.RunLast().execute(parsed);
        });
    line.setParameterExceptionHandler(Wan4j::explain);
    line.setExecutionExceptionHandler((thrown, command, parsed) -> report(thrown, err));
    return line.execute(arguments);
  }

  private static int explain(ParameterException thrown, String[] arguments) {
    CommandLine command = thrown.getCommandLine();
    command.getErr().println("wan4j: " + thrown.getMessage());
    command.getErr().println("Try: " + command.getCommandSpec().qualifiedName() + " --help");
    return ExitCode.USAGE.status();
  }

  private static int report(Exception thrown, PrintStream err) {
    if (thrown instanceof CommandException known) {
      err.println("wan4j: " + known.getMessage());
      return known.exitCode().status();
    }
    err.println("wan4j: " + thrown.getClass().getSimpleName() + ": " + thrown.getMessage());
    if ("DEBUG".equalsIgnoreCase(System.getenv().getOrDefault(LOG_LEVEL, ""))) {
      thrown.printStackTrace(err);
    } else {
      err.println("Set WAN4J_LOG=DEBUG to see where.");
    }
    return ExitCode.SOFTWARE.status();
  }
}
