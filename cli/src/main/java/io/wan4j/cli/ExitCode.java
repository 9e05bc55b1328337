package io.wan4j.cli;

/** What a command's exit status says; the numbers above 63 are those of BSD's sysexits. */
public enum ExitCode {
  OK(0),
  /** The service refused the request or the film failed. */
  FAILED(1),
  /** The command line is wrong. */
  USAGE(2),
  /** A file named on the command line cannot be read. */
  NO_INPUT(66),
  /** The server cannot be reached. */
  UNAVAILABLE(69),
  /** Something of ours broke. */
  SOFTWARE(70),
  /** A file cannot be written. */
  CANNOT_CREATE(73),
  /** No answer within the time allowed. */
  TIMEOUT(75),
  /** The key is missing or refused. */
  NO_PERMISSION(77),
  /** Stopped by the user. */
  INTERRUPTED(130);

  private final int status;

  ExitCode(int status) {
    this.status = status;
  }

  public int status() {
    return status;
  }
}
