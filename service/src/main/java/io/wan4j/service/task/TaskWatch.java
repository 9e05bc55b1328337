package io.wan4j.service.task;

import java.util.List;
import java.util.concurrent.CopyOnWriteArrayList;
import java.util.function.Consumer;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/** Tells whoever wants to know that a task has changed. */
public final class TaskWatch {
  private static final Logger LOG = LoggerFactory.getLogger(TaskWatch.class);

  private final List<Consumer<TaskRecord>> listeners = new CopyOnWriteArrayList<>();

  /** Ends the listening when it is closed. */
  public interface Subscription extends AutoCloseable {
    @Override
    void close();
  }

  Subscription subscribe(Consumer<TaskRecord> listener) {
    listeners.add(listener);
    return () -> listeners.remove(listener);
  }

  /** Passes the news on. A listener that fails is named in the log and does not hurt the task. */
  public void changed(TaskRecord record) {
    LOG.info("task {} {} model={}", record.id(), record.status(), record.model());
    for (Consumer<TaskRecord> listener : listeners) {
      try {
        listener.accept(record);
      } catch (RuntimeException e) {
        LOG.error("a listener failed on task {} {}", record.id(), record.status(), e);
      }
    }
  }
}
