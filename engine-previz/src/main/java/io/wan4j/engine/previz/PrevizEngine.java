package io.wan4j.engine.previz;

import io.wan4j.engine.Brief;
import io.wan4j.engine.EngineException;
import io.wan4j.engine.Estimate;
import io.wan4j.engine.Material;
import io.wan4j.engine.Progress;
import io.wan4j.engine.SoundPlan;
import io.wan4j.engine.SoundSource;
import io.wan4j.engine.Take;
import io.wan4j.engine.VideoEngine;
import io.wan4j.engine.previz.picture.ClipSound;
import io.wan4j.engine.previz.picture.EmptyStage;
import io.wan4j.engine.previz.picture.PictureFilms;
import io.wan4j.engine.previz.picture.PulsedFilm;
import io.wan4j.engine.previz.scene.CastPass;
import io.wan4j.engine.previz.scene.Mouths;
import io.wan4j.engine.previz.scene.SceneFilmMaker;
import io.wan4j.engine.previz.sheet.StoryboardSheet;
import io.wan4j.engine.previz.sound.FilmScore;
import io.wan4j.engine.previz.sound.Loudness;
import io.wan4j.engine.previz.sound.PendingSound;
import io.wan4j.sound.Speech;
import io.wan4j.storyboard.Storyboard;
import io.wan4j.storyboard.StoryboardArtist;
import java.util.Optional;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.atomic.AtomicInteger;

/** The engine that draws: no model, no network, the same film for the same brief. */
public final class PrevizEngine implements VideoEngine, StoryboardArtist {
  /** The part of a film's work that goes into setting it up, as measured on five seconds. */
  private static final double SET_UP_SHARE = 0.1;

  private static final double SECONDS_TO_SET_UP = 1.0;

  /** Thread seconds to paint a million pixels: about 22 ms for a frame of 1280x720. */
  private static final double SECONDS_PER_MEGAPIXEL = 0.025;

  /** Layers of a scene are wider than the frame and there are about a dozen of them. */
  private static final int BYTES_PER_PIXEL_OF_SCENE = 80;

  /** A packed canvas and a frame of planes. */
  private static final int BYTES_PER_PIXEL_OF_FRAME = 6;

  private final int parallel;
  private final ExecutorService threads;
  private final SceneFilmMaker scenes;
  private final FilmMaker pictures;
  private final EarlyPreview preview;
  private final PromptReading reading;
  private final Speech speech;
  private final FilmScore score;
  private final ExecutorService composers;
  private final StoryboardArtist artist;

  /** An engine that renders on every core and babbles where it should speak: for tests. */
  public PrevizEngine() {
    this(Runtime.getRuntime().availableProcessors());
  }

  /**
   * An engine that babbles where it should speak: for tests.
   *
   * @param parallel frames painted at a time, over all films together, at least 1
   */
  public PrevizEngine(int parallel) {
    this(parallel, Speech.babbling());
  }

  /**
   * An engine with a bound to what it takes from the machine.
   *
   * @param parallel frames painted at a time, over all films together, at least 1
   * @param speech speaks the lines; closed with the engine
   */
  public PrevizEngine(int parallel, Speech speech) {
    if (parallel < 1) {
      throw new IllegalArgumentException("render threads must be at least 1, was " + parallel);
    }
    this.parallel = parallel;
    AtomicInteger number = new AtomicInteger();
    this.threads =
        Executors.newFixedThreadPool(
            parallel,
            task ->
                Thread.ofPlatform()
                    .daemon()
                    .name("previz-render-" + number.incrementAndGet())
                    .unstarted(task));
    this.reading = new PromptReading();
    this.speech = speech;
    this.score = new FilmScore(speech);
    this.composers =
        Executors.newFixedThreadPool(
            parallel, task -> Thread.ofPlatform().daemon().name("previz-sound").unstarted(task));
    this.scenes = new SceneFilmMaker(reading, this::mouths, threads);
    this.artist = new StoryboardSheet(threads);
    this.preview =
        new EarlyPreview(new SceneFilmMaker(reading, (brief, storyboard) -> Mouths.SHUT, threads));
    this.pictures =
        new PictureFilms(
            reading,
            new SceneFilmMaker(
                new EmptyStage(reading), (brief, storyboard) -> Mouths.SHUT, threads));
  }

  @Override
  public String name() {
    return "previz";
  }

  @Override
  public Estimate estimate(Brief brief) {
    double megapixels = brief.size().pixels() / 1e6;
    double seconds =
        SECONDS_TO_SET_UP
            + brief.frameCount() * megapixels * SECONDS_PER_MEGAPIXEL / Math.min(parallel, 8);
    long pixels = brief.size().pixels();
    long bytes =
        pixels * BYTES_PER_PIXEL_OF_SCENE + pixels * BYTES_PER_PIXEL_OF_FRAME * (parallel + 2);
    return new Estimate(seconds, bytes);
  }

  @Override
  public Take render(Brief brief, Progress progress) {
    progress.at("storyboard", 0);
    progress.throwIfCancelled();
    Optional<SoundSource> sound = sound(brief);
    FrameSequence film;
    try {
      if (brief.material() instanceof Material.Words) {
        preview.show(brief, progress);
      }
      film = film(brief, progress);
    } catch (RuntimeException e) {
      sound.ifPresent(SoundSource::close);
      throw e;
    }
    progress.at("scene", SET_UP_SHARE);
    return new RenderedTake(
        brief,
        film,
        sound,
        Notes.of(reading.apply(brief)),
        threads,
        parallel,
        progress,
        SET_UP_SHARE);
  }

  /**
   * The mask pass of a film of words: who is in which frame, and how much of each is seen.
   *
   * @throws EngineException when the brief brings pictures or clips
   */
  public CastPass castPass(Brief brief) {
    if (!(brief.material() instanceof Material.Words)) {
      throw new EngineException(
          "the mask pass is for films of words; the brief brings " + brief.material());
    }
    return scenes.castPass(brief, Progress.NONE);
  }

  private Optional<SoundSource> sound(Brief brief) {
    if (!(brief.sound() instanceof SoundPlan.Made)) {
      return Optional.empty();
    }
    SoundSource made =
        new PendingSound(composers.submit(() -> score.compose(brief, reading.apply(brief))));
    return ClipSound.before(brief, Optional.of(made));
  }

  /** Mouths that move with the made sound; its lines are spoken in the background. */
  private Mouths mouths(Brief brief, Storyboard storyboard) {
    if (brief.sound() instanceof SoundPlan.Given) {
      return new HeardMouths(Loudness.of(brief), storyboard);
    }
    boolean spoken = storyboard.shots().stream().anyMatch(shot -> !shot.lines().isEmpty());
    return spoken && brief.sound() instanceof SoundPlan.Made
        ? new SpokenMouths(composers.submit(() -> score.mouths(brief, storyboard)), storyboard)
        : Mouths.SHUT;
  }

  @Override
  public byte[] sheet(Storyboard board, int width, int height) {
    return artist.sheet(board, width, height);
  }

  @Override
  public byte[] frames(Storyboard board, int width, int height) {
    return artist.frames(board, width, height);
  }

  private FrameSequence film(Brief brief, Progress progress) {
    if (brief.material() instanceof Material.Words) {
      FrameSequence drawn = scenes.make(brief, progress);
      return brief.sound() instanceof SoundPlan.Given ? PulsedFilm.of(drawn, brief) : drawn;
    }
    return pictures.make(brief, progress);
  }

  @Override
  public void close() {
    threads.shutdownNow();
    composers.shutdownNow();
    speech.close();
  }
}
