package io.wan4j.service;

import io.wan4j.engine.VideoEngine;
import io.wan4j.protocol.Pricing;
import io.wan4j.protocol.SynthesisRequest;
import io.wan4j.protocol.Validator;
import io.wan4j.protocol.catalogue.Catalogue;
import io.wan4j.service.database.Database;
import io.wan4j.service.fetch.MediaFetcher;
import io.wan4j.service.key.KeyRing;
import io.wan4j.service.key.SigningSecret;
import io.wan4j.service.ledger.Ledger;
import io.wan4j.service.store.ArtifactStore;
import io.wan4j.service.store.FolderStore;
import io.wan4j.service.store.SignedLinks;
import io.wan4j.service.task.Admission;
import io.wan4j.service.task.FilmShelf;
import io.wan4j.service.task.SubmissionRate;
import io.wan4j.service.task.TaskDesk;
import io.wan4j.service.task.TaskRecord;
import io.wan4j.service.task.TaskTable;
import io.wan4j.service.task.TaskWatch;
import io.wan4j.service.upload.Uploads;
import io.wan4j.service.work.Abilities;
import io.wan4j.service.work.DryRuns;
import io.wan4j.service.work.PromptReading;
import io.wan4j.service.work.Storyboards;
import io.wan4j.service.work.TaskPreview;
import io.wan4j.service.work.WorkFolder;
import io.wan4j.service.work.WorkerLock;
import io.wan4j.service.work.Workshop;
import io.wan4j.storyboard.StoryboardArtist;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.security.SecureRandom;
import java.time.Clock;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * The whole service, put together from its settings and an engine. Closing stops the workers; what
 * they were making is begun anew by whoever opens the service next.
 */
public final class VideoService implements AutoCloseable {
  private static final Logger LOG = LoggerFactory.getLogger(VideoService.class);

  private final ServiceSettings settings;
  private final Database database;
  private final VideoEngine engine;
  private final Catalogue catalogue;
  private final ArtifactStore store;
  private final SignedLinks links;
  private final KeyRing keys;
  private final Uploads uploads;
  private final Ledger ledger;
  private final WorkFolder folder;
  private final MediaFetcher fetcher;
  private final Retention retention;
  private final Workshop workshop;
  private final TaskDesk tasks;
  private final FilmShelf films;
  private final DryRuns dryRuns;
  private final Storyboards storyboards;
  private final PromptReading reading;

  private VideoService(
      ServiceSettings settings,
      VideoEngine engine,
      Clock clock,
      Database database,
      WorkFolder folder,
      WorkerLock lock) {
    this.settings = settings;
    this.engine = engine;
    this.database = database;
    this.folder = folder;
    this.catalogue = Catalogue.load();
    SecureRandom random = new SecureRandom();
    SigningSecret secret = SigningSecret.in(settings.dataFolder().resolve("secret"), random);
    this.store = new FolderStore(settings.storeFolder());
    this.links = new SignedLinks(secret, clock);
    this.keys = new KeyRing(database, settings.keys(), secret, clock, random);
    this.uploads = new Uploads(database, store, secret, settings.uploads(), folder.path(), clock);
    this.ledger = new Ledger(database);
    TaskTable table = new TaskTable();
    TaskWatch watch = new TaskWatch();
    Validator validator = new Validator(catalogue);
    this.reading = new PromptReading(settings.work().rewriter());
    this.dryRuns = new DryRuns(validator, reading, new Pricing(settings.region()), engine);
    this.storyboards =
        new Storyboards(
            reading,
            engine instanceof StoryboardArtist artist ? Optional.of(artist) : Optional.empty());
    this.fetcher = new MediaFetcher(settings.fetch(), uploads, store);
    this.workshop =
        new Workshop(
            settings,
            engine,
            lock,
            new Workshop.Surroundings(
                database, catalogue, validator, reading, table, ledger, store, fetcher, folder,
                watch, clock));
    this.retention =
        new Retention(
            database,
            store,
            expired -> Workshop.films(expired.taskId(), expired.attempts()),
            clock);
    this.tasks =
        new TaskDesk(
            database,
            table,
            workshop.queue(),
            new Admission(
                catalogue,
                validator,
                settings.validation(),
                settings.quotas(),
                new SubmissionRate(clock)),
            watch,
            settings.taskLife(),
            clock,
            random);
    this.films = new FilmShelf(database, table, settings.taskLife(), clock);
  }

  /**
   * Opens the service; its workers begin at once. When this throws, the engine stays the caller's
   * to close.
   *
   * @param engine makes the films; closed together with the service
   * @param clock for all times that clients see and for retention
   * @throws ServiceException when the folders or the database cannot be used, or another process
   *     works on them
   */
  public static VideoService open(ServiceSettings settings, VideoEngine engine, Clock clock) {
    create(settings.dataFolder());
    List<AutoCloseable> opened = new ArrayList<>();
    try {
      WorkerLock lock = kept(opened, WorkerLock.take(settings));
      Database database = kept(opened, Database.open(settings.databaseUrl()));
      WorkFolder folder = kept(opened, WorkFolder.open(settings.dataFolder().resolve("work")));
      VideoService service = new VideoService(settings, engine, clock, database, folder, lock);
      service.retention.start();
      service.workshop.start();
      return service;
    } catch (RuntimeException e) {
      for (AutoCloseable resource : opened.reversed()) {
        closeAfter(e, resource);
      }
      throw e;
    }
  }

  private static <T extends AutoCloseable> T kept(List<AutoCloseable> opened, T resource) {
    opened.add(resource);
    return resource;
  }

  private static void closeAfter(RuntimeException failure, AutoCloseable resource) {
    try {
      resource.close();
    } catch (Exception e) {
      failure.addSuppressed(e);
    }
  }

  private static void create(Path folder) {
    try {
      Files.createDirectories(folder);
    } catch (IOException e) {
      throw new ServiceException("cannot create the data folder " + folder, e);
    }
  }

  public ServiceSettings settings() {
    return settings;
  }

  /** The models. */
  public Catalogue catalogue() {
    return catalogue;
  }

  /** Where tasks are handed in and asked for. */
  public TaskDesk tasks() {
    return tasks;
  }

  /** Where films are looked through, watched and kept. */
  public FilmShelf films() {
    return films;
  }

  /** What this machine can make, and how fast. */
  public Abilities abilities() {
    return Abilities.of(engine);
  }

  /** What would become of a request; nothing is kept and nothing is fetched. */
  public DryRun dryRun(SynthesisRequest request) {
    return dryRun(request, List.of());
  }

  /**
   * As {@link #dryRun(SynthesisRequest)}, by the lengths of the videos that the request names.
   *
   * @param videoSeconds in the request's order; empty where they are not known
   */
  public DryRun dryRun(SynthesisRequest request, List<Double> videoSeconds) {
    return dryRuns.of(request, videoSeconds);
  }

  /** Prompts read without making a film. */
  public Storyboards storyboards() {
    return storyboards;
  }

  /** Who may come in. */
  public KeyRing keys() {
    return keys;
  }

  /** Files handed over before a request. */
  public Uploads uploads() {
    return uploads;
  }

  /** Where finished films lie; a succeeded task's {@code film().artifact()} is the key. */
  public ArtifactStore store() {
    return store;
  }

  /** Links to what lies in the store; a film's link expires with its task. */
  public SignedLinks links() {
    return links;
  }

  /** What was charged. */
  public Ledger ledger() {
    return ledger;
  }

  /** What removes expired tasks, films and uploads. */
  public Retention retention() {
    return retention;
  }

  /**
   * How a running task's film looks so far; empty when nothing of it has been seen yet, and when
   * another process makes it.
   *
   * @param task as {@link TaskDesk#find} gave it to somebody who may see it
   */
  public Optional<TaskPreview> preview(TaskRecord task) {
    return workshop.preview(task.id());
  }

  /** Whether the database answers, and the workers, if this process has any, are at work. */
  public boolean isHealthy() {
    return database.answers() && workshop.isWorking();
  }

  /** Lets go of what is being made, and closes the engine and the database. */
  @Override
  public void close() {
    // Closed in the reverse order: the workers first, the database last, whatever fails to close.
    try (database;
        engine;
        folder;
        fetcher;
        workshop;
        retention;
        reading) {
      LOG.info("closing the service of {}", settings.dataFolder());
    }
  }
}
