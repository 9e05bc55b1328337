package io.wan4j.service;

import io.wan4j.engine.VideoEngine;
import io.wan4j.service.database.Database;
import io.wan4j.service.key.KeyRing;
import io.wan4j.service.key.SigningSecret;
import io.wan4j.service.store.ArtifactStore;
import io.wan4j.service.store.FolderStore;
import io.wan4j.service.store.SignedLinks;
import io.wan4j.service.upload.Uploads;
import java.security.SecureRandom;
import java.time.Clock;

/**
 * The whole service, put together from its settings and an engine. Closing stops the workers; what
 * they were making is begun anew by whoever opens the service next.
 */
public final class VideoService implements AutoCloseable {
  private final Database database;
  private final VideoEngine engine;
  private final ArtifactStore store;
  private final SignedLinks links;
  private final KeyRing keys;
  private final Uploads uploads;

  private VideoService(
      ServiceSettings settings, VideoEngine engine, Clock clock, Database database) {
    this.database = database;
    this.engine = engine;
    SecureRandom random = new SecureRandom();
    SigningSecret secret = SigningSecret.in(settings.dataFolder().resolve("secret"), random);
    this.store = new FolderStore(settings.storeFolder());
    this.links = new SignedLinks(secret, clock);
    this.keys = new KeyRing(database, settings.keys(), secret, clock, random);
    this.uploads =
        new Uploads(
            database,
            store,
            secret,
            settings.uploads(),
            settings.dataFolder().resolve("work"),
            clock);
  }

  /**
   * Opens the service; its workers begin at once.
   *
   * @param engine makes the films; closed together with the service
   * @param clock for all times that clients see and for retention
   * @throws ServiceException when the folders or the database cannot be used
   */
  public static VideoService open(ServiceSettings settings, VideoEngine engine, Clock clock) {
    Database database = Database.open(settings.databaseUrl());
    try {
      return new VideoService(settings, engine, clock, database);
    } catch (RuntimeException e) {
      database.close();
      throw e;
    }
  }

  /** Who may come in. */
  public KeyRing keys() {
    return keys;
  }

  /** Files handed over before a request. */
  public Uploads uploads() {
    return uploads;
  }

  /** Where finished films lie. */
  public ArtifactStore store() {
    return store;
  }

  /** Links to what lies in the store. */
  public SignedLinks links() {
    return links;
  }

  @Override
  public void close() {
    try (database;
        engine) {
      // Closed in the reverse order, the database last, also when the engine fails to close.
    }
  }
}
