package io.wan4j.protocol;

/** How long the film is to be. */
public sealed interface Length {
  /** So many seconds. */
  record Seconds(int seconds) implements Length {}

  /** As long as the input video, cut at so many seconds. */
  record OfInput(int atMostSeconds) implements Length {}

  /**
   * The model may choose ({@code duration: -1}).
   *
   * @param usualSeconds what is usual for the model
   */
  record Free(int leastSeconds, int mostSeconds, int usualSeconds) implements Length {}

  /**
   * The seconds of the output.
   *
   * @param inputSeconds length of the input video; looked at only by {@link OfInput}
   */
  default double outputSeconds(double inputSeconds) {
    return switch (this) {
      case Seconds(int seconds) -> seconds;
      case OfInput(int atMost) -> Math.min(inputSeconds, atMost);
      case Free free -> free.usualSeconds();
    };
  }
}
