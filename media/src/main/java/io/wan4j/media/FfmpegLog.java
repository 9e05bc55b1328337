package io.wan4j.media;

import java.util.ArrayDeque;
import java.util.Deque;
import org.bytedeco.ffmpeg.avutil.LogCallback;
import org.bytedeco.javacpp.BytePointer;

/**
 * Keeps what FFmpeg complains about, so that it ends up in an exception and not on the console.
 *
 * <p>FFmpeg has one log for the whole process and calls back on the thread that does the work; the
 * last lines are therefore kept by thread.
 */
final class FfmpegLog extends LogCallback {
  private static final int LINES = 3;
  private static final ThreadLocal<Deque<String>> LAST = ThreadLocal.withInitial(ArrayDeque::new);

  @Override
  public void call(int level, BytePointer message) {
    String line = message.getString().replaceAll(" @ 0x[0-9a-fA-F]+", "").strip();
    Deque<String> lines = LAST.get();
    if (line.isEmpty() || line.equals(lines.peekLast())) {
      return;
    }
    if (lines.size() == LINES) {
      lines.removeFirst();
    }
    lines.addLast(line);
  }

  /** Forgets what this thread's earlier work complained about. */
  static void clear() {
    LAST.remove();
  }

  /** The last complaints of this thread, empty if none; forgets them. */
  static String take() {
    String text = String.join("; ", LAST.get());
    LAST.remove();
    return text;
  }
}
