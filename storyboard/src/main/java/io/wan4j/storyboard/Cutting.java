package io.wan4j.storyboard;

/** How many shots a storyboard may have. */
public enum Cutting {
  /** As the prompt says, else by its meaning and length. */
  BY_PROMPT,
  /** One, whatever the prompt says. */
  SINGLE,
  /** Several, whatever the prompt says. */
  MULTIPLE
}
