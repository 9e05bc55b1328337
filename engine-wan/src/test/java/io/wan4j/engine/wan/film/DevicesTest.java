package io.wan4j.engine.wan.film;

import static org.assertj.core.api.Assertions.assertThat;

import io.wan4j.torch.Device;
import java.util.ArrayList;
import java.util.List;
import java.util.OptionalLong;
import java.util.Set;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.Future;
import java.util.concurrent.TimeUnit;
import org.junit.jupiter.api.Test;

/** Films on several devices: no card is touched, for only the threads matter here. */
class DevicesTest {
  private static final List<Device> TWO = List.of(Device.cuda(0), Device.cuda(1));

  @Test
  void filmsAreSpreadAndEachDeviceHasOneThread() throws Exception {
    Set<String> threads = ConcurrentHashMap.newKeySet();
    CountDownLatch together = new CountDownLatch(2);
    try (Devices devices = new Devices(TWO, OptionalLong.of(1 << 30))) {
      List<Future<?>> films = new ArrayList<>();
      for (int i = 0; i < 4; i++) {
        films.add(
            devices
                .reserve()
                .work(
                    () -> {
                      threads.add(Thread.currentThread().getName());
                      together.countDown();
                      await(together); // ends only where two films are worked at side by side
                    }));
      }
      for (Future<?> film : films) {
        film.get(20, TimeUnit.SECONDS);
      }
    }
    assertThat(together.getCount()).isZero();
    assertThat(threads).containsExactlyInAnyOrder("torch-cuda:0", "torch-cuda:1");
  }

  @Test
  void aPlaceIsFreeAgainWhenItsFilmEndsFailsOrIsGivenBack() throws Exception {
    try (Devices devices = new Devices(TWO, OptionalLong.of(1 << 30))) {
      Devices.Place first = devices.reserve();
      assertThat(first.memory().device()).isEqualTo(Device.cuda(0));
      assertThat(devices.reserve().memory().device()).isEqualTo(Device.cuda(1));
      first.giveBack();
      first.giveBack(); // once more takes nothing from others
      Devices.Place again = devices.reserve();
      assertThat(again.memory().device()).isEqualTo(Device.cuda(0));
      Future<?> film =
          again.work(
              () -> {
                throw new IllegalStateException("the film failed");
              });
      assertThat(film).failsWithin(20, TimeUnit.SECONDS);
      assertThat(devices.reserve().memory().device()).isEqualTo(Device.cuda(0));
    }
  }

  private static void await(CountDownLatch latch) {
    try {
      latch.await(20, TimeUnit.SECONDS);
    } catch (InterruptedException e) {
      Thread.currentThread().interrupt();
    }
  }
}
