package io.wan4j.engine;

/**
 * Makes films. Every engine passes {@code EngineContract}. Safe for use by several threads at a
 * time.
 */
public interface VideoEngine extends AutoCloseable {
  /** The word in configuration and reports: previz, wan, cloud. */
  String name();

  /** Films that are worked at side by side; more may be begun, and wait for each other. */
  default int filmsAtOnce() {
    return 1;
  }

  /**
   * What the film will cost, without making it.
   *
   * @throws EngineException when this machine cannot make it, with the numbers
   */
  Estimate estimate(Brief brief);

  /**
   * Starts a film. Returns when the first frame can be asked for.
   *
   * @throws EngineException when the brief cannot be followed
   * @throws CancelledException when the work was cancelled
   */
  Take render(Brief brief, Progress progress);

  /**
   * Nobody will ask for the film of this brief again, because it is stored or not wanted any more.
   * What the engine kept on disk to take it up again after its process had ended may go.
   */
  default void forget(Brief brief) {}

  @Override
  void close();
}
