package io.wan4j.protocol;

/** Whether the film is cut. */
public enum ShotType {
  /** The prompt's own words say. */
  AS_PROMPTED,
  SINGLE,
  MULTI
}
