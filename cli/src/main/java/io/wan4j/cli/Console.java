package io.wan4j.cli;

import java.io.PrintStream;

/**
 * Where a command speaks.
 *
 * @param out results, for pipes
 * @param err everything said along the way
 * @param terminal whether a person looks at it
 */
record Console(PrintStream out, PrintStream err, boolean terminal) {
  ProgressLine progress() {
    return new ProgressLine(err, terminal);
  }
}
