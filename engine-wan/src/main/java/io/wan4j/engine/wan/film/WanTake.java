package io.wan4j.engine.wan.film;

import io.wan4j.engine.Brief;
import io.wan4j.engine.Clip;
import io.wan4j.engine.EngineException;
import io.wan4j.engine.Frame;
import io.wan4j.engine.FrameSize;
import io.wan4j.engine.SoundSource;
import io.wan4j.engine.Take;
import io.wan4j.engine.wan.plan.FilmPlan;
import io.wan4j.engine.wan.plan.Scene;
import io.wan4j.media.ClipReader;
import io.wan4j.media.ClipView;
import io.wan4j.media.PixelImage;
import java.util.Iterator;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.CancellationException;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.Future;

/**
 * A film of given clips and filmed shots, put together while it is read. Reading brings frames to
 * their rate and size; what the networks do goes on in the device's thread meanwhile.
 */
final class WanTake implements Take {
  private final Brief brief;
  private final Givens givens;
  private final FilmPlan plan;
  private final FrameQueue queue;
  private final Future<?> run;
  private final Optional<SoundSource> sound;
  private final List<String> notes;
  private final Iterator<Scene> scenes;
  private final int frames;
  private Optional<ClipReader> clip = Optional.empty();
  private Optional<GuideReader> guide = Optional.empty();
  private Optional<ScenePlayer> player = Optional.empty();
  private Scene scene;
  private int delivered;
  private boolean cut;
  private boolean closed;

  WanTake(
      Brief brief,
      Givens givens,
      FilmPlan plan,
      FrameQueue queue,
      Future<?> run,
      Optional<SoundSource> sound,
      List<String> notes) {
    this.brief = brief;
    this.givens = givens;
    this.plan = plan;
    this.queue = queue;
    this.run = run;
    this.sound = sound;
    this.notes = notes;
    this.scenes = plan.scenes().iterator();
    this.frames = FilmPlan.outputFrames(brief, plan.frameRate());
  }

  @Override
  public FrameSize size() {
    return brief.size();
  }

  @Override
  public int frameRate() {
    return plan.frameRate();
  }

  @Override
  public int frameCount() {
    return frames;
  }

  @Override
  public boolean read(Frame into) {
    if (closed) {
      throw new IllegalStateException("the take is closed");
    }
    if (delivered == frames) {
      return false;
    }
    queue.throwIfUnwanted();
    cut = false;
    if (delivered < plan.lead()) {
      given(givens.lead().orElseThrow(), into);
    } else if (delivered >= frames - plan.tail()) {
      if (delivered == frames - plan.tail()) {
        closeClip();
      }
      given(givens.tail().orElseThrow(), into);
    } else {
      filmed(into);
    }
    delivered++;
    return true;
  }

  /** A frame of a clip; when it is over its last frame stays. */
  private void given(Clip given, Frame into) {
    if (clip.isEmpty()) {
      ClipView view = ClipView.of(brief.size()).atRate(plan.frameRate());
      clip = Optional.of(ClipReader.open(given.file(), view));
    }
    clip.get().read(into);
  }

  private void filmed(Frame into) {
    if (scene == null || delivered == scene.start() + scene.frames()) {
      closeClip();
      player.ifPresent(ScenePlayer::finish);
      cut = scene != null;
      scene = scenes.next();
      player = Optional.of(new ScenePlayer(scene, queue, brief.size(), startsAs(), endsAs()));
    }
    PixelImage picture = kept(player.get().next());
    into.setRgb(picture.argb());
  }

  /** What of a guide is not made anew is shown as it was. */
  private PixelImage kept(PixelImage made) {
    boolean keeps =
        givens
            .guide()
            .filter(g -> g instanceof Guide.Masked || g instanceof Guide.Around)
            .isPresent();
    if (!keeps) {
      return made;
    }
    if (guide.isEmpty()) {
      guide = Optional.of(new GuideReader(givens.guide().get(), brief.size(), plan.frameRate()));
    }
    GuideReader.GuideFrame frame = guide.get().next();
    int[] pixels = made.argb().clone();
    for (int i = 0; i < pixels.length; i++) {
      if ((frame.mask().argb()[i] & 255) < 128) {
        pixels[i] = frame.picture().argb()[i];
      }
    }
    return new PixelImage(made.width(), made.height(), pixels);
  }

  private Optional<PixelImage> startsAs() {
    if (scene != plan.scenes().getFirst()) {
      return Optional.empty();
    }
    if (plan.lead() > 0) {
      Clip lead = givens.lead().orElseThrow();
      return Optional.of(
          PixelImage.of(ClipReader.lastFrame(lead.file(), ClipView.of(brief.size()))));
    }
    return givens.first().map(picture -> picture.cover(brief.size()));
  }

  private Optional<PixelImage> endsAs() {
    return scene == plan.scenes().getLast()
        ? givens.last().map(picture -> picture.cover(brief.size()))
        : Optional.empty();
  }

  @Override
  public boolean atCut() {
    return cut;
  }

  @Override
  public Optional<SoundSource> sound() {
    return sound;
  }

  @Override
  public List<String> notes() {
    return notes;
  }

  private void closeClip() {
    clip.ifPresent(ClipReader::close);
    clip = Optional.empty();
  }

  /** Waits for the device's thread to let go of the film: within one pass of a network. */
  @Override
  public void close() {
    if (closed) {
      return;
    }
    closed = true;
    queue.abandon();
    closeClip();
    guide.ifPresent(GuideReader::close);
    sound.ifPresent(SoundSource::close);
    run.cancel(false);
    try {
      run.get();
    } catch (CancellationException e) {
      // It had not begun, or lets go at its next look at the queue.
      return;
    } catch (InterruptedException e) {
      Thread.currentThread().interrupt();
    } catch (ExecutionException e) {
      throw new EngineException("the film's work broke off", e.getCause());
    }
  }
}
