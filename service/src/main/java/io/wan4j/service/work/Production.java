package io.wan4j.service.work;

import java.nio.file.Path;

/** Makes what a task asks for. */
interface Production {
  /**
   * Makes the film; everything it opens is closed when it returns or throws.
   *
   * @param progress told how far the work is, asked whether it is still wanted
   * @param folder an empty folder for everything that is needed on the way
   * @throws RefusedException when the request cannot be followed
   * @throws io.wan4j.service.fetch.FetchException when an input cannot be had
   * @throws io.wan4j.engine.CancelledException when it is no longer wanted
   */
  Product make(Claim claim, TaskProgress progress, Path folder);

  /**
   * The worker is done with a claim.
   *
   * @param over whether its task has come to its end; otherwise somebody else goes on with it
   */
  default void end(Claim claim, boolean over) {}
}
