package io.wan4j.engine.wan.film;

import io.wan4j.engine.CancelledException;
import io.wan4j.engine.EngineException;
import io.wan4j.engine.Frame;
import io.wan4j.engine.FrameSize;
import io.wan4j.engine.Preview;
import io.wan4j.engine.Progress;
import io.wan4j.engine.wan.checkpoint.CheckpointException;
import io.wan4j.engine.wan.fit.Placement;
import io.wan4j.engine.wan.pipeline.Denoising;
import io.wan4j.engine.wan.pipeline.FilmSize;
import io.wan4j.engine.wan.pipeline.Prompts;
import io.wan4j.engine.wan.plan.Scene;
import io.wan4j.engine.wan.plan.Window;
import io.wan4j.media.ClipReader;
import io.wan4j.media.ClipView;
import io.wan4j.media.PixelImage;
import io.wan4j.torch.Scope;
import io.wan4j.torch.Tensor;
import io.wan4j.torch.TorchException;
import java.util.ArrayDeque;
import java.util.ArrayList;
import java.util.Deque;
import java.util.List;
import java.util.Optional;
import java.util.function.Supplier;

/**
 * Films the shots of a plan, run after run, on a device's thread, and hands the frames over as they
 * are decoded. Latents are kept until the film is stored; those that were kept before are not
 * computed again.
 */
final class FilmRun implements Runnable {
  /** Of a run's work: what lies before decoding. Measured on the 1.3B shape. */
  private static final double DENOISE_SHARE = 0.8;

  /** Of the whole work, all but the last frames' encoding. */
  private static final double ALL = 0.98;

  /** Seeds of a film's runs lie this far apart, so that neighbouring seeds share none. */
  private static final long SEED_STEP = 7_919;

  private static final long SEEDS = 1L << 31;
  private static final int PREVIEW_SIDE = 320;

  private final Assignment assignment;

  /** Under which its latents are kept. */
  private final String key;

  private final StudioLot lot;
  private final LatentStore store;
  private final FrameQueue queue;
  private final Progress progress;
  private final int runs;

  /** The newest frames, which the next run may go on from. */
  private final Deque<PixelImage> newest = new ArrayDeque<>();

  private Placement placement;
  private Optional<GuideReader> guide = Optional.empty();
  private final List<GuideReader.GuideFrame> guided = new ArrayList<>();
  private Optional<PixelImage> castMember = Optional.empty();
  private int run;

  FilmRun(
      Assignment assignment,
      String key,
      StudioLot lot,
      LatentStore store,
      FrameQueue queue,
      Progress progress) {
    this.assignment = assignment;
    this.key = key;
    this.lot = lot;
    this.store = store;
    this.queue = queue;
    this.progress = progress;
    this.placement = assignment.placement();
    this.runs =
        Math.max(1, assignment.plan().scenes().stream().mapToInt(s -> s.windows().size()).sum());
  }

  @Override
  public void run() {
    try {
      queue.throwIfUnwanted();
      readLead();
      for (Scene scene : assignment.plan().scenes()) {
        film(scene);
      }
      progress.at("decode", ALL);
      queue.end();
    } catch (CancelledException e) {
      queue.fail(e);
    } catch (EngineException e) {
      queue.fail(e);
    } catch (CheckpointException | TorchException e) {
      queue.fail(new EngineException("the networks could not be run: " + e.getMessage(), e));
    } catch (RuntimeException e) {
      queue.fail(new EngineException("the film could not be made: " + e, e));
    } catch (Error e) {
      queue.fail(new EngineException("the film could not be made: " + e, e));
      throw e;
    } finally {
      guide.ifPresent(GuideReader::close);
    }
  }

  /** The last frames of the clip that the film goes on from. */
  private void readLead() {
    assignment
        .givens()
        .lead()
        .ifPresent(
            clip -> {
              FrameSize size = assignment.brief().size();
              Frame frame = new Frame(size);
              ClipView view = ClipView.of(size).atRate(assignment.recipe().frameRate());
              try (ClipReader reader = ClipReader.open(clip.file(), view)) {
                while (reader.read(frame)) {
                  queue.throwIfUnwanted();
                  remember(PixelImage.of(frame));
                }
              }
            });
  }

  private void film(Scene scene) {
    boolean first = scene == assignment.plan().scenes().getFirst();
    if (!first) {
      newest.clear();
    }
    int filmed = 0;
    for (int i = 0; i < scene.windows().size(); i++) {
      Window window = scene.windows().get(i);
      boolean last =
          scene == assignment.plan().scenes().getLast() && i == scene.windows().size() - 1;
      WindowOrder order = order(scene, window, filmed, first, last);
      shoot(order, window, i == 0);
      filmed += window.added();
      run++;
    }
  }

  private WindowOrder order(
      Scene scene, Window window, int filmed, boolean firstScene, boolean closing) {
    boolean opening = firstScene && filmed == 0;
    FrameSize render = assignment.plan().render();
    Givens givens = assignment.givens();
    List<PixelImage> known = new ArrayList<>();
    Optional<PixelImage> look = Optional.empty();
    if (opening && givens.first().isPresent()) {
      look = givens.first();
      known.add(rendered(look.get().cover(assignment.brief().size())));
      look = givens.first().map(picture -> picture.cover(assignment.brief().size()));
    } else {
      int wanted =
          opening ? Math.min(newest.size(), assignment.plan().overlap()) : window.overlap();
      newest.stream()
          .skip(Math.max(0, newest.size() - wanted))
          .map(this::rendered)
          .forEach(known::add);
    }
    if (givens.speech().isPresent()) {
      look = givens.first();
    }
    Optional<PixelImage> last =
        closing
            ? givens.last().map(picture -> rendered(picture.cover(assignment.brief().size())))
            : Optional.empty();
    List<PixelImage> references = new ArrayList<>(givens.references());
    if (!firstScene && references.isEmpty()) {
      castMember.ifPresent(references::add);
    }
    return new WindowOrder(
        new Prompts(scene.prompt(), assignment.negativePrompt()),
        new FilmSize(render.width(), render.height(), window.frames()),
        (assignment.brief().seed() + run * SEED_STEP) % SEEDS,
        known,
        look,
        last,
        guide(window, opening),
        references,
        givens.speech().map(file -> new Speech(file, filmed, window.added(), rate())));
  }

  private int rate() {
    return assignment.recipe().frameRate();
  }

  private PixelImage rendered(PixelImage picture) {
    FrameSize render = assignment.plan().render();
    return Pixels.stretched(picture, render.width(), render.height());
  }

  /** A frame of the guide for every frame of the window; those of the overlap once more. */
  private List<GuideReader.GuideFrame> guide(Window window, boolean opening) {
    if (assignment.givens().guide().isEmpty()) {
      return List.of();
    }
    if (guide.isEmpty()) {
      guide =
          Optional.of(
              new GuideReader(
                  assignment.givens().guide().get(),
                  assignment.brief().size(),
                  assignment.recipe().frameRate()));
    }
    int kept = opening ? 0 : Math.min(window.overlap(), guided.size());
    List<GuideReader.GuideFrame> frames =
        new ArrayList<>(guided.subList(guided.size() - kept, guided.size()));
    while (frames.size() < window.frames()) {
      queue.throwIfUnwanted();
      GuideReader.GuideFrame next = guide.get().next();
      frames.add(new GuideReader.GuideFrame(rendered(next.picture()), rendered(next.mask())));
    }
    guided.clear();
    guided.addAll(frames);
    return frames;
  }

  /** One run: denoised, kept, decoded. What does not fit is tried once more with less memory. */
  private void shoot(WindowOrder order, Window window, boolean opens) {
    Delivery delivery = new Delivery(window.overlap(), opens);
    try {
      attempt(order, delivery);
    } catch (TorchException | OutOfMemoryError e) {
      if (!OutOfMemory.is(e)) {
        throw e;
      }
      lot.close();
      placement = placement.leaner().orElseThrow(() -> tooLarge(order, e));
      delivery.restart();
      try {
        attempt(order, delivery);
      } catch (TorchException | OutOfMemoryError again) {
        if (!OutOfMemory.is(again)) {
          throw again;
        }
        lot.close();
        throw tooLarge(order, again);
      }
    }
  }

  private EngineException tooLarge(WindowOrder order, Throwable cause) {
    FilmSize size = order.size();
    return new EngineException(
        "there is not the memory for %d frames of %dx%d from %s, not even with %s (%s); ask for a smaller resolution or a shorter film"
            .formatted(
                size.frames(),
                size.width(),
                size.height(),
                assignment.checkpoint().folder().getFileName(),
                placement,
                firstLine(cause)),
        cause);
  }

  private static String firstLine(Throwable cause) {
    return String.valueOf(cause.getMessage()).lines().findFirst().orElse("no details");
  }

  private void attempt(WindowOrder order, Delivery delivery) {
    try (Scope _ = Scope.open()) {
      Studio studio = lot.open(assignment.checkpoint(), placement);
      Optional<Tensor> kept = store.find(key, run);
      Tensor latents;
      if (kept.isPresent()) {
        latents = kept.get();
      } else {
        report("text", 0);
        latents = studio.latents(order, denoising(studio));
        store.keep(key, run, latents);
      }
      double frames = order.size().frames();
      studio.frames(
          latents,
          queue::throwIfUnwanted,
          picture -> {
            delivery.accept(picture);
            report("decode", DENOISE_SHARE + (1 - DENOISE_SHARE) * delivery.seen() / frames);
          });
    }
  }

  private Denoising denoising(Studio studio) {
    return new Denoising(
        Samplers.of(assignment.recipe(), assignment.brief().seed() + run),
        assignment.recipe().guidance(),
        assignment.recipe().guidanceLow(),
        assignment.caching(),
        studio.placement().paired(),
        new Denoising.Observer() {
          @Override
          public void after(int step, int steps, boolean highNoise, Tensor latents) {
            queue.throwIfUnwanted();
            report("denoise", DENOISE_SHARE * (step + 1) / steps);
          }

          @Override
          public void before() {
            queue.throwIfUnwanted();
          }

          @Override
          public void glimpse(int step, int steps, Supplier<Tensor> latents) {
            show(studio.preview().of(latents.get(), previewSize()));
          }
        });
  }

  private void show(PixelImage picture) {
    progress.preview(Preview.of(picture.toFrame(new FrameSize(picture.width(), picture.height()))));
  }

  private FrameSize previewSize() {
    FrameSize size = assignment.brief().size();
    double scale = Math.min(1, (double) PREVIEW_SIDE / Math.max(size.width(), size.height()));
    return new FrameSize(
        Math.max(16, 2 * (int) Math.round(size.width() * scale / 2)),
        Math.max(16, 2 * (int) Math.round(size.height() * scale / 2)));
  }

  private void report(String stage, double share) {
    progress.at(stage, ALL * (run + share) / runs);
  }

  private void remember(PixelImage picture) {
    newest.add(picture);
    if (newest.size() > assignment.plan().overlap()) {
      newest.removeFirst();
    }
  }

  /** Passes frames on, each once, also when a run is decoded a second time. */
  private final class Delivery {
    private final int overlap;
    private final boolean opens;
    private int seen;
    private int delivered;

    Delivery(int overlap, boolean opens) {
      this.overlap = overlap;
      this.opens = opens;
    }

    void restart() {
      seen = 0;
    }

    int seen() {
      return seen;
    }

    void accept(PixelImage picture) {
      int number = seen++;
      if (number < delivered) {
        return;
      }
      delivered++;
      if (number < overlap) {
        return;
      }
      remember(picture);
      if (castMember.isEmpty() && number == 0) {
        castMember = Optional.of(picture);
        FrameSize size = previewSize();
        show(Pixels.stretched(picture, size.width(), size.height()));
      }
      queue.put(new FilmedFrame(picture, opens && number == 0));
    }
  }
}
