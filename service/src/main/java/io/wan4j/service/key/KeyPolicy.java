package io.wan4j.service.key;

/** Which keys are let in. */
public enum KeyPolicy {
  /** Those that the key ring made and has not revoked. */
  KNOWN,
  /** Any word; callers with different words do not see each other's tasks. For local work. */
  ANY
}
