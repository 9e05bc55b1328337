package io.wan4j.cli;

import io.wan4j.engine.wan.fit.Bytes;
import io.wan4j.engine.wan.hub.HubFile;
import io.wan4j.engine.wan.hub.HubRepository;
import io.wan4j.engine.wan.hub.PullListener;
import io.wan4j.engine.wan.hub.Verification;
import java.time.Clock;
import java.time.Duration;

/**
 * How far many bytes are: a bar with bytes, rate and time left on a terminal, a line now and then
 * elsewhere.
 */
final class TransferLine implements PullListener, Verification.Listener, AutoCloseable {
  private static final long REDRAW_MILLIS = 200;
  private static final long LINE_MILLIS = 10_000;

  private final Console console;
  private final ProgressLine bar;
  private final Clock clock;
  private final String verb;
  private final long begun;
  private long total;
  private long done;
  private long moved;
  private long drawn;

  TransferLine(Console console, Clock clock, String verb, long total) {
    this.console = console;
    this.clock = clock;
    this.verb = verb;
    this.total = total;
    bar = console.progress();
    begun = clock.millis();
  }

  @Override
  public synchronized void begins(HubRepository repository, long wanted, long there) {
    total = wanted;
    done = there;
  }

  @Override
  public synchronized void fetched(long bytes) {
    done += bytes;
    moved += bytes;
    draw();
  }

  @Override
  public synchronized void completed(HubFile file) {
    draw();
  }

  @Override
  public synchronized void remark(String words) {
    bar.done();
    console.err().println(words);
  }

  @Override
  public void read(long bytes) {
    fetched(bytes);
  }

  @Override
  public void checked(String path, Verification.Finding finding) {
    // The command says what is wrong when all is known.
  }

  private void draw() {
    long now = clock.millis();
    if (now - drawn < (console.terminal() ? REDRAW_MILLIS : LINE_MILLIS) && done < total) {
      return;
    }
    drawn = now;
    bar.show(words(now), total == 0 ? 1 : (double) done / total);
  }

  private String words(long now) {
    double seconds = Math.max(0.001, (now - begun) / 1000.0);
    double rate = moved / seconds;
    String left = rate > 0 && done < total ? ", " + time((total - done) / rate) + " left" : "";
    return "%s %s of %s, %s/s%s"
        .formatted(verb, Bytes.words(done), Bytes.words(total), Bytes.words((long) rate), left);
  }

  private static String time(double seconds) {
    Duration left = Duration.ofSeconds((long) seconds);
    return left.toHours() > 0
        ? "%d h %02d min".formatted(left.toHours(), left.toMinutesPart())
        : left.toMinutes() > 0
            ? "%d min %02d s".formatted(left.toMinutes(), left.toSecondsPart())
            : left.toSeconds() + " s";
  }

  @Override
  public void close() {
    bar.done();
  }
}
