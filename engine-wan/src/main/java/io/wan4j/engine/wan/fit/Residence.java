package io.wan4j.engine.wan.fit;

/** Where a part of a checkpoint lies while a film is made. */
public enum Residence {
  /** On the device from beginning to end, and for the next film. */
  RESIDENT,
  /** On the device only while it works; before and after in main memory or in its file. */
  OFFLOADED,
  /** In its mapped file; each block comes to the device when its turn comes, then goes again. */
  STREAMED
}
