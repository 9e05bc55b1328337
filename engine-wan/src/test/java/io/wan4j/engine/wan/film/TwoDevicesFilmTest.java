package io.wan4j.engine.wan.film;

import static org.assertj.core.api.Assertions.assertThat;

import io.wan4j.engine.Brief;
import io.wan4j.engine.Material;
import io.wan4j.engine.Progress;
import io.wan4j.engine.Take;
import io.wan4j.engine.wan.FolderChoice;
import io.wan4j.engine.wan.Score;
import io.wan4j.engine.wan.WanEngine;
import io.wan4j.engine.wan.WanSettings;
import io.wan4j.engine.wan.tiny.TinyCheckpoint;
import io.wan4j.media.PixelImage;
import io.wan4j.torch.DType;
import io.wan4j.torch.Device;
import io.wan4j.torch.LibtorchRequired;
import java.nio.file.Path;
import java.time.Clock;
import java.util.List;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.atomic.AtomicBoolean;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.ExtendWith;
import org.junit.jupiter.api.io.TempDir;

/** Two devices film two films at a time, each with networks of its own; both are the processor. */
@ExtendWith(LibtorchRequired.class)
class TwoDevicesFilmTest {
  private static final List<Device> TWO = List.of(Device.CPU, Device.CPU);
  private static final Brief BRIEF = Films.brief(new Material.Words(), "a boat on the calm sea", 8);

  @TempDir Path folder;

  /** Goes on only when another film has come as far. */
  private static final class Meeting implements Progress {
    private final CountDownLatch both;
    private final AtomicBoolean met = new AtomicBoolean();

    Meeting(CountDownLatch both) {
      this.both = both;
    }

    @Override
    public void at(String stage, double fraction) {
      if (stage.equals("denoise") && !met.get()) {
        both.countDown();
        try {
          met.set(both.await(60, TimeUnit.SECONDS));
        } catch (InterruptedException e) {
          Thread.currentThread().interrupt();
        }
      }
    }

    @Override
    public boolean cancelled() {
      return false;
    }
  }

  @Test
  void twoFilmsAreMadeAtATimeAndAreTheSame() throws Exception {
    CountDownLatch both = new CountDownLatch(2);
    List<Meeting> meetings = List.of(new Meeting(both), new Meeting(both));
    try (WanEngine engine = engine("two", TWO);
        ExecutorService readers = Executors.newFixedThreadPool(2)) {
      assertThat(engine.filmsAtOnce()).isEqualTo(2);
      List<Future<List<PixelImage>>> films =
          meetings.stream().map(meeting -> readers.submit(() -> film(engine, meeting))).toList();
      List<PixelImage> first = films.getFirst().get(120, TimeUnit.SECONDS);
      List<PixelImage> second = films.getLast().get(120, TimeUnit.SECONDS);
      assertThat(meetings).allMatch(meeting -> meeting.met.get());
      assertThat(second).usingRecursiveComparison().isEqualTo(first);
      try (WanEngine alone = engine("one", List.of(Device.CPU))) {
        assertThat(film(alone, Progress.NONE)).usingRecursiveComparison().isEqualTo(first);
      }
    }
  }

  private WanEngine engine(String work, List<Device> devices) {
    Path checkpoint = TinyCheckpoint.of("tiny-t2v", 1).write(folder.resolve("tiny-t2v"));
    return new WanEngine(
        WanSettings.in(folder.resolve(work))
            .withDevices(devices)
            .withType(DType.FLOAT32)
            .withSteps(2),
        new FolderChoice(List.of(checkpoint)),
        Score.silent(),
        Clock.systemUTC());
  }

  private static List<PixelImage> film(WanEngine engine, Progress progress) {
    try (Take take = engine.render(BRIEF, progress)) {
      return Films.all(take);
    }
  }
}
