package io.wan4j.engine;

/** How many shots the film shall have. */
public enum ShotPlan {
  /** As the prompt says. */
  BY_PROMPT,
  /** One, whatever the prompt says. */
  SINGLE,
  /** Several, whatever the prompt says. */
  MULTIPLE
}
