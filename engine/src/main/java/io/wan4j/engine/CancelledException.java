package io.wan4j.engine;

/** The work was stopped because nobody wants it any more. */
public final class CancelledException extends EngineException {
  public CancelledException() {
    super("the work was cancelled");
  }
}
