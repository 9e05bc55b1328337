package io.wan4j.service;

import io.wan4j.protocol.catalogue.Prices;
import io.wan4j.service.fetch.FetchSettings;
import io.wan4j.service.key.KeyPolicy;
import io.wan4j.service.upload.UploadSettings;
import io.wan4j.service.work.WorkSettings;
import java.net.URI;
import java.nio.file.Path;
import java.time.Duration;
import java.util.Objects;

/**
 * Everything about the service that its owner may choose.
 *
 * @param dataFolder what the service keeps: the database, the secret, and work in progress
 * @param databaseUrl {@code jdbc:sqlite:…} or {@code jdbc:postgresql://…}
 * @param storeFolder where films and uploads lie; several processes on one database share it
 * @param publicUrl what links begin with, without a trailing slash; empty when the HTTP server
 *     shall say it by the address it was asked at
 * @param region whose price list holds
 * @param taskLife how long a task and its film are kept (24 hours at the cloud)
 */
public record ServiceSettings(
    Path dataFolder,
    String databaseUrl,
    Path storeFolder,
    URI publicUrl,
    Prices.Region region,
    KeyPolicy keys,
    Validation validation,
    Quotas quotas,
    Duration taskLife,
    WorkSettings work,
    FetchSettings fetch,
    UploadSettings uploads) {

  public ServiceSettings {
    Objects.requireNonNull(dataFolder, "dataFolder is null");
    Objects.requireNonNull(databaseUrl, "databaseUrl is null");
    Objects.requireNonNull(storeFolder, "storeFolder is null");
    Objects.requireNonNull(publicUrl, "publicUrl is null");
    Objects.requireNonNull(region, "region is null");
    Objects.requireNonNull(keys, "keys is null");
    Objects.requireNonNull(validation, "validation is null");
    Objects.requireNonNull(quotas, "quotas is null");
    Objects.requireNonNull(taskLife, "taskLife is null");
    Objects.requireNonNull(work, "work is null");
    Objects.requireNonNull(fetch, "fetch is null");
    Objects.requireNonNull(uploads, "uploads is null");
  }

  /** SQLite in the folder, one worker, known keys only, faithful to the cloud in the rest. */
  public static ServiceSettings in(Path dataFolder) {
    return new ServiceSettings(
        dataFolder,
        "jdbc:sqlite:" + dataFolder.resolve("wan4j.db"),
        dataFolder.resolve("store"),
        URI.create(""),
        Prices.Region.MAINLAND,
        KeyPolicy.KNOWN,
        Validation.LATE,
        Quotas.NONE,
        Duration.ofHours(24),
        WorkSettings.DEFAULTS,
        FetchSettings.DEFAULTS,
        UploadSettings.DEFAULTS);
  }

  public ServiceSettings withDatabaseUrl(String value) {
    return new ServiceSettings(
        dataFolder,
        value,
        storeFolder,
        publicUrl,
        region,
        keys,
        validation,
        quotas,
        taskLife,
        work,
        fetch,
        uploads);
  }

  public ServiceSettings withStoreFolder(Path value) {
    return new ServiceSettings(
        dataFolder,
        databaseUrl,
        value,
        publicUrl,
        region,
        keys,
        validation,
        quotas,
        taskLife,
        work,
        fetch,
        uploads);
  }

  public ServiceSettings withPublicUrl(URI value) {
    return new ServiceSettings(
        dataFolder,
        databaseUrl,
        storeFolder,
        value,
        region,
        keys,
        validation,
        quotas,
        taskLife,
        work,
        fetch,
        uploads);
  }

  public ServiceSettings withRegion(Prices.Region value) {
    return new ServiceSettings(
        dataFolder,
        databaseUrl,
        storeFolder,
        publicUrl,
        value,
        keys,
        validation,
        quotas,
        taskLife,
        work,
        fetch,
        uploads);
  }

  public ServiceSettings withKeys(KeyPolicy value) {
    return new ServiceSettings(
        dataFolder,
        databaseUrl,
        storeFolder,
        publicUrl,
        region,
        value,
        validation,
        quotas,
        taskLife,
        work,
        fetch,
        uploads);
  }

  public ServiceSettings withValidation(Validation value) {
    return new ServiceSettings(
        dataFolder,
        databaseUrl,
        storeFolder,
        publicUrl,
        region,
        keys,
        value,
        quotas,
        taskLife,
        work,
        fetch,
        uploads);
  }

  public ServiceSettings withQuotas(Quotas value) {
    return new ServiceSettings(
        dataFolder,
        databaseUrl,
        storeFolder,
        publicUrl,
        region,
        keys,
        validation,
        value,
        taskLife,
        work,
        fetch,
        uploads);
  }

  public ServiceSettings withTaskLife(Duration value) {
    return new ServiceSettings(
        dataFolder,
        databaseUrl,
        storeFolder,
        publicUrl,
        region,
        keys,
        validation,
        quotas,
        value,
        work,
        fetch,
        uploads);
  }

  public ServiceSettings withWork(WorkSettings value) {
    return new ServiceSettings(
        dataFolder,
        databaseUrl,
        storeFolder,
        publicUrl,
        region,
        keys,
        validation,
        quotas,
        taskLife,
        value,
        fetch,
        uploads);
  }

  public ServiceSettings withFetch(FetchSettings value) {
    return new ServiceSettings(
        dataFolder,
        databaseUrl,
        storeFolder,
        publicUrl,
        region,
        keys,
        validation,
        quotas,
        taskLife,
        work,
        value,
        uploads);
  }

  public ServiceSettings withUploads(UploadSettings value) {
    return new ServiceSettings(
        dataFolder,
        databaseUrl,
        storeFolder,
        publicUrl,
        region,
        keys,
        validation,
        quotas,
        taskLife,
        work,
        fetch,
        value);
  }
}
