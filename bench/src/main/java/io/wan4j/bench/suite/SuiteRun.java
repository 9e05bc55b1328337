package io.wan4j.bench.suite;

import io.wan4j.engine.Brief;
import io.wan4j.engine.Frame;
import io.wan4j.engine.FrameSize;
import io.wan4j.engine.Material;
import io.wan4j.engine.Progress;
import io.wan4j.engine.ShotPlan;
import io.wan4j.engine.SoundPlan;
import io.wan4j.engine.SoundSource;
import io.wan4j.engine.Take;
import io.wan4j.engine.previz.PrevizEngine;
import io.wan4j.engine.previz.PromptReading;
import io.wan4j.media.FilmFormat;
import io.wan4j.media.FilmWriter;
import io.wan4j.storyboard.Storyboard;
import java.nio.file.Path;
import java.util.Optional;

/** Makes films of the suite's prompts, end to end, and checks them. */
public final class SuiteRun {
  private static final long SEED = 7;

  /** Who is in the picture does not depend on its size. */
  private static final int MASK_SHORT_SIDE = 144;

  private final PrevizEngine engine;
  private final int shortSide;
  private final int frameRate;
  private final LightRanges ranges = LightRanges.read();
  private final PromptReading reading = new PromptReading();

  /**
   * @param engine stays the caller's
   * @param shortSide pixels of the shorter side of the films
   */
  public SuiteRun(PrevizEngine engine, int shortSide, int frameRate) {
    this.engine = engine;
    this.shortSide = shortSide;
    this.frameRate = frameRate;
  }

  /** Makes the film of a prompt in a folder and checks it. */
  public SuiteFilm make(SuitePrompt prompt, Path folder) {
    FrameSize size = prompt.size(shortSide);
    Brief brief = brief(prompt, size);
    Path file = folder.resolve(prompt.name() + ".mp4");
    film(brief, file);
    Storyboard board = reading.apply(brief);
    FilmStudy study = FilmStudy.of(file, prompt, size, frameRate);
    FilmChecks checks = new FilmChecks(prompt, board);
    checks.understood();
    checks.pictures(study, ranges);
    checks.cast(engine.castPass(brief(prompt, prompt.size(MASK_SHORT_SIDE))), frameRate);
    checks.sound(SoundStudy.of(file));
    return new SuiteFilm(
        prompt,
        board,
        file,
        study.shots().stream().map(FilmStudy.ShotStudy::colours).toList(),
        checks.findings());
  }

  private Brief brief(SuitePrompt prompt, FrameSize size) {
    return new Brief(
        new Material.Words(),
        prompt.prompt(),
        "",
        size,
        frameRate,
        (int) Math.round(prompt.seconds() * frameRate),
        SEED,
        ShotPlan.BY_PROMPT,
        prompt.sound() ? new SoundPlan.Made() : new SoundPlan.Silent());
  }

  private void film(Brief brief, Path file) {
    FilmFormat format = new FilmFormat(brief.size(), brief.frameRate());
    try (Take take = engine.render(brief, Progress.NONE)) {
      Optional<SoundSource> sound = take.sound();
      try (FilmWriter writer =
          sound.isPresent()
              ? FilmWriter.open(file, format, sound.get())
              : FilmWriter.open(file, format)) {
        Frame frame = new Frame(brief.size());
        while (take.read(frame)) {
          writer.write(frame, take.atCut());
        }
        writer.finish();
      } finally {
        sound.ifPresent(SoundSource::close);
      }
    }
  }
}
