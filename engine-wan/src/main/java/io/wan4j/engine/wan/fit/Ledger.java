package io.wan4j.engine.wan.fit;

/**
 * Counts bytes that are alive, as {@link io.wan4j.torch.Scope} frees them: what is made in a scope
 * stays until it ends. The memory models walk through the networks with one, without computing.
 */
final class Ledger {
  private long live;
  private long peak;

  /** Something is made that lives until the scope around ends. */
  void hold(double bytes) {
    live += (long) bytes;
    peak = Math.max(peak, live);
  }

  /** Something is freed before its scope ends. */
  void drop(double bytes) {
    live -= (long) bytes;
  }

  /** Something is there only while one operation works. */
  void pass(double bytes) {
    peak = Math.max(peak, live + (long) bytes);
  }

  /** A scope whose result, of so many bytes, lives on; the result is held within the work. */
  void scope(double kept, Runnable work) {
    long before = live;
    work.run();
    live = before + (long) kept;
  }

  long peak() {
    return peak;
  }

  long live() {
    return live;
  }
}
