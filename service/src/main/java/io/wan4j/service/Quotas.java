package io.wan4j.service;

/** Whether the cloud's limits of submissions a second and running tasks hold here too. */
public enum Quotas {
  /** No limit but the machine. */
  NONE,
  /** The limits of the model's card, counted over all keys of an account. */
  CLOUD
}
