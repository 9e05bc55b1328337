package io.wan4j.cli;

import java.io.PrintStream;

/** One line that says how far a film is: redrawn on a terminal, printed on change elsewhere. */
final class ProgressLine {
  private static final int WIDTH = 30;

  private final PrintStream out;
  private final boolean terminal;
  private String last = "";

  ProgressLine(PrintStream out, boolean terminal) {
    this.out = out;
    this.terminal = terminal;
  }

  /**
   * @param fraction 0 to 1, or negative where it is not known
   */
  void show(String status, double fraction) {
    String line = fraction < 0 ? status : bar(fraction) + " " + status;
    if (terminal) {
      out.print("\r\033[K" + line);
      out.flush();
    } else if (!status.equals(last)) {
      out.println(status);
    }
    last = status;
  }

  void done() {
    if (terminal && !last.isEmpty()) {
      out.print("\r\033[K");
      out.flush();
    }
    last = "";
  }

  private static String bar(double fraction) {
    int filled = (int) Math.round(Math.clamp(fraction, 0, 1) * WIDTH);
    return "[%s%s] %3d%%"
        .formatted("#".repeat(filled), ".".repeat(WIDTH - filled), Math.round(fraction * 100));
  }
}
