package io.wan4j.service;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.wan4j.protocol.catalogue.Prices;
import io.wan4j.service.database.DatabaseException;
import io.wan4j.service.fetch.FetchSettings;
import io.wan4j.service.key.KeyPolicy;
import io.wan4j.service.work.WorkSettings;
import java.net.URI;
import java.nio.file.Path;
import java.time.Clock;
import java.time.Duration;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class ServiceSettingsTest {
  @TempDir Path folder;

  @Test
  void theDefaultsAreThoseOfTheCloudAndSafe() {
    ServiceSettings settings = ServiceSettings.in(Path.of("data"));

    assertThat(settings.databaseUrl()).isEqualTo("jdbc:sqlite:data/wan4j.db");
    assertThat(settings.storeFolder()).isEqualTo(Path.of("data/store"));
    assertThat(settings.publicUrl()).isEqualTo(URI.create(""));
    assertThat(settings.region()).isEqualTo(Prices.Region.MAINLAND);
    assertThat(settings.keys()).isEqualTo(KeyPolicy.KNOWN);
    assertThat(settings.validation()).isEqualTo(Validation.LATE);
    assertThat(settings.quotas()).isEqualTo(Quotas.NONE);
    assertThat(settings.taskLife()).isEqualTo(Duration.ofHours(24));
    assertThat(settings.uploads().life()).isEqualTo(Duration.ofHours(48));
    assertThat(settings.uploads().policyLife()).isEqualTo(Duration.ofSeconds(300));
    assertThat(settings.fetch().allowPrivate()).isFalse();
    assertThat(settings.work().slots()).isOne();
    assertThat(settings.work().longestTask()).isEqualTo(Duration.ofHours(3));
  }

  @Test
  void everyWithChangesItsOwnFieldOnly() {
    ServiceSettings settings = ServiceSettings.in(folder);

    assertThat(settings.withKeys(KeyPolicy.ANY).keys()).isEqualTo(KeyPolicy.ANY);
    assertThat(settings.withKeys(KeyPolicy.ANY).withKeys(KeyPolicy.KNOWN)).isEqualTo(settings);
    assertThat(settings.withQuotas(Quotas.CLOUD).quotas()).isEqualTo(Quotas.CLOUD);
    assertThat(settings.withFetch(FetchSettings.DEFAULTS.withAllowPrivate(true)).fetch())
        .isEqualTo(FetchSettings.DEFAULTS.withAllowPrivate(true));
    assertThat(settings.withWork(WorkSettings.DEFAULTS.withSlots(3)).work().slots()).isEqualTo(3);
    assertThat(settings.withStoreFolder(Path.of("films")).storeFolder()).hasToString("films");
    assertThat(settings.withTaskLife(Duration.ofHours(1)).taskLife()).hasHours(1);
  }

  @Test
  void onlyOneProcessWorksOnASqliteFolderAndOthersMayLookOn() {
    ServiceSettings settings = ServiceSettings.in(folder.resolve("data"));
    try (VideoService service =
        VideoService.open(settings, new GradientEngine(1), Clock.systemUTC())) {
      GradientEngine engine = new GradientEngine(1);
      assertThatThrownBy(() -> VideoService.open(settings, engine, Clock.systemUTC()))
          .isInstanceOf(ServiceException.class)
          .hasMessageContaining("another process already makes films");
      try (VideoService desk =
          VideoService.open(
              settings.withWork(settings.work().withSlots(0)), engine, Clock.systemUTC())) {
        String secret = desk.keys().create("made elsewhere").secret();
        assertThat(service.keys().authenticate(secret)).isPresent();
      }
    }
    VideoService.open(settings, new GradientEngine(1), Clock.systemUTC()).close();
  }

  @Test
  void anUnknownDatabaseIsRefusedWithoutShowingItsPassword() {
    ServiceSettings settings =
        ServiceSettings.in(folder).withDatabaseUrl("jdbc:mysql://h/db?password=hush");
    GradientEngine engine = new GradientEngine(1);

    assertThatThrownBy(() -> VideoService.open(settings, engine, Clock.systemUTC()))
        .isInstanceOf(DatabaseException.class)
        .hasMessageContaining("jdbc:sqlite: or jdbc:postgresql:")
        .hasMessageNotContaining("hush");
  }
}
