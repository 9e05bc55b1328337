package io.wan4j.engine.previz;

import io.wan4j.engine.EngineContract;
import io.wan4j.engine.VideoEngine;

class PrevizEngineTest extends EngineContract {
  @Override
  protected VideoEngine open() {
    return new PrevizEngine(2);
  }
}
