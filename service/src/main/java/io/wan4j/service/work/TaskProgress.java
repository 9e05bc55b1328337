package io.wan4j.service.work;

import io.wan4j.engine.Preview;
import io.wan4j.engine.Progress;
import java.util.Optional;
import java.util.concurrent.atomic.AtomicReference;

/** How far a task is, and whether it is still wanted; shared by its worker and its watcher. */
final class TaskProgress implements Progress {
  /** Why the work is to end early. */
  enum Reason {
    /** Nothing speaks against going on. */
    NONE,
    /** Its owner wants it stopped. */
    STOPPED,
    /** It takes longer than a task may. */
    TIMEOUT,
    /** It has been given to somebody else. */
    LOST,
    /** The service closes; somebody else shall go on with it. */
    CLOSING
  }

  /** The shares of the whole work: first the inputs, then the film, then storing it. */
  private static final double INPUTS = 0.05;

  private static final double FILM = 0.9;

  private volatile String stage = "fetch";
  private volatile double fraction;
  private volatile Reason reason = Reason.NONE;
  private final AtomicReference<TaskPreview> preview = new AtomicReference<>();

  @Override
  public void at(String newStage, double share) {
    stage = newStage;
    fraction = INPUTS + FILM * Math.clamp(share, 0, 1);
  }

  /** The inputs are being fetched. */
  void fetching() {
    stage = "fetch";
    fraction = 0;
  }

  /** The film is whole and is being put away. */
  void storing() {
    stage = "store";
    fraction = INPUTS + FILM;
  }

  @Override
  public void preview(Preview picture) {
    preview.updateAndGet(last -> new TaskPreview(picture, last == null ? 1 : last.number() + 1));
  }

  /** The latest preview, as long as the task runs. */
  Optional<TaskPreview> preview() {
    return Optional.ofNullable(preview.get());
  }

  @Override
  public boolean cancelled() {
    return reason != Reason.NONE;
  }

  /** Ends the work; the first reason counts. */
  synchronized void end(Reason why) {
    if (reason == Reason.NONE) {
      reason = why;
    }
  }

  Reason reason() {
    return reason;
  }

  String stage() {
    return stage;
  }

  double fraction() {
    return fraction;
  }
}
