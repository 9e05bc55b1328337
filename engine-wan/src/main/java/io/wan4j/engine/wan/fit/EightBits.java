package io.wan4j.engine.wan.fit;

/**
 * When a transformer's linear layers hold their weights in eight bits, which takes half the memory
 * of sixteen and moves the film a little.
 */
public enum EightBits {
  NEVER("bf16"),
  /** Where nothing fits that keeps the weights as they are and on the device. */
  WHERE_NEEDED("auto"),
  ALWAYS("fp8");

  private final String word;

  EightBits(String word) {
    this.word = word;
  }

  /**
   * By the words of the command line.
   *
   * @throws IllegalArgumentException where it is none
   */
  public static EightBits parse(String word) {
    for (EightBits each : values()) {
      if (each.word.equals(word)) {
        return each;
      }
    }
    throw new IllegalArgumentException("weights are bf16, fp8 or auto, not " + word);
  }

  @Override
  public String toString() {
    return word;
  }
}
