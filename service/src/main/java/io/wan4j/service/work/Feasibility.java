package io.wan4j.service.work;

import io.wan4j.engine.Brief;
import io.wan4j.engine.EngineException;
import io.wan4j.engine.Estimate;
import io.wan4j.engine.VideoEngine;
import io.wan4j.protocol.error.ErrorName;
import io.wan4j.protocol.error.WireError;
import io.wan4j.protocol.error.WireErrors;

/** Whether this machine can make a film, asked before it is begun. */
final class Feasibility {
  private Feasibility() {}

  /**
   * What the film will cost.
   *
   * @throws RefusedException when it cannot be made here, with the engine's numbers
   */
  static Estimate of(VideoEngine engine, Brief brief) {
    try {
      return engine.estimate(brief);
    } catch (EngineException e) {
      WireError plain = WireErrors.get(ErrorName.INFERENCE_ERROR);
      throw new RefusedException(
          new WireError(plain.httpStatus(), plain.code(), plain.message() + " " + e.getMessage()),
          e);
    }
  }
}
