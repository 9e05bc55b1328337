package io.wan4j.sound;

/** Makes one channel of sound, a sample at a time, without end. */
interface Generator {
  float next();
}
