package io.wan4j.engine;

/**
 * Where an engine says how far it is, shows what it has, and learns that it is no longer wanted.
 * Called from any of the engine's threads; returns at once.
 */
public interface Progress {
  /** Hears nothing and never cancels. */
  Progress NONE =
      new Progress() {
        @Override
        public void at(String stage, double fraction) {}

        @Override
        public boolean cancelled() {
          return false;
        }
      };

  /**
   * Says how far the work is.
   *
   * @param stage a word for people: storyboard, denoise, render, decode
   * @param fraction 0 to 1 of the whole film
   */
  void at(String stage, double fraction);

  /**
   * Shows how the film looks so far: its first frame as soon as there is one, later ones as the
   * engine likes. Only the latest counts.
   *
   * @param preview the listener's to keep; its bytes do not change any more
   */
  default void preview(Preview preview) {}

  /** Whether the work shall stop. Asked at least once a frame or step. */
  boolean cancelled();

  /** Throws if the work shall stop. */
  default void throwIfCancelled() {
    if (cancelled()) {
      throw new CancelledException();
    }
  }
}
