package io.wan4j.service.store;

/** What became of a signed link. */
public enum LinkState {
  VALID,
  /** The signature is ours, the time is over. */
  EXPIRED,
  /** The signature does not belong to this key and time. */
  FORGED
}
