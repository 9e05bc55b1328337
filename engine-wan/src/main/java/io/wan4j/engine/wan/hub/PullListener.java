package io.wan4j.engine.wan.hub;

/** Hears how far a pull is; called by several threads. */
public interface PullListener {
  /**
   * Before anything is fetched.
   *
   * @param wanted bytes of all files
   * @param there of those, what is on the disk already
   */
  default void begins(HubRepository repository, long wanted, long there) {}

  /** More bytes have come, or fewer are good than were counted. */
  default void fetched(long bytes) {}

  /** A file is whole and checked. */
  default void completed(HubFile file) {}

  /** Something to know that is no failure, such as waiting for another pull. */
  default void remark(String words) {}

  /** Hears nothing. */
  static PullListener none() {
    return new PullListener() {};
  }
}
