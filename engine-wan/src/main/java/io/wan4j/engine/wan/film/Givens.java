package io.wan4j.engine.wan.film;

import io.wan4j.engine.Brief;
import io.wan4j.engine.Clip;
import io.wan4j.engine.EngineException;
import io.wan4j.engine.Frame;
import io.wan4j.engine.FrameSize;
import io.wan4j.engine.Material;
import io.wan4j.engine.Picture;
import io.wan4j.engine.Reference;
import io.wan4j.engine.SoundPlan;
import io.wan4j.engine.wan.pipeline.CheckpointKind;
import io.wan4j.media.ClipReader;
import io.wan4j.media.ClipView;
import io.wan4j.media.PictureReader;
import io.wan4j.media.PixelImage;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;

/**
 * What a brief brings besides words, in the terms of the networks.
 *
 * @param first the first frame, as it came
 * @param last the last frame, as it came
 * @param references what shall be seen, as far as the networks can be told: three at most
 * @param lead the clip that the film begins with
 * @param tail the clip that it ends with
 * @param guide the clip along which it is made
 * @param speech the recording that is to drive a first frame
 * @param words that the material stands for, beside the prompt
 * @param files everything that was read
 */
public record Givens(
    Optional<PixelImage> first,
    Optional<PixelImage> last,
    List<PixelImage> references,
    Optional<Clip> lead,
    Optional<Clip> tail,
    Optional<Guide> guide,
    Optional<Path> speech,
    String words,
    List<Path> files) {
  private static final int MOST_REFERENCES = 3;
  private static final int WHITE = 0xFFFFFFFF;

  public Givens {
    references = List.copyOf(references);
    files = List.copyOf(files);
  }

  /**
   * Reads the pictures; clips are only named.
   *
   * @throws EngineException when something that is needed is missing
   */
  public static Givens of(Brief brief) {
    Reading reading = new Reading(true);
    reading.read(brief.material());
    return reading.givens().driven(brief);
  }

  /**
   * What a brief brings, with one white picture for each of its own: an estimate goes by what there
   * is, and its files may not be here yet.
   */
  static Givens outline(Brief brief) {
    Reading reading = new Reading(false);
    reading.read(brief.material());
    return reading.givens().driven(brief);
  }

  /** A given sound drives a first frame where nothing else is given. */
  private Givens driven(Brief brief) {
    if (brief.material() instanceof Material.FirstFrame
        && brief.sound() instanceof SoundPlan.Given(Path file)) {
      List<Path> all = new ArrayList<>(files);
      all.add(file);
      return with(Optional.of(file), all);
    }
    return this;
  }

  /** The same for a checkpoint that does not hear. */
  Givens undriven() {
    return speech.isEmpty()
        ? this
        : with(Optional.empty(), files.stream().filter(f -> !f.equals(speech.get())).toList());
  }

  private Givens with(Optional<Path> recording, List<Path> all) {
    return new Givens(first, last, references, lead, tail, guide, recording, words, all);
  }

  /** Whether a checkpoint of that kind can be given all this. */
  boolean fit(CheckpointKind kind) {
    if (speech.isPresent()) {
      return kind == CheckpointKind.SPEECH;
    }
    if (guide.isPresent() || !references.isEmpty() || (last.isPresent() && starts() == 0)) {
      return kind == CheckpointKind.CONTROL;
    }
    if (last.isPresent()) {
      return kind.takesLast();
    }
    return starts() > 0 ? kind.takesFirst() : kind.takesNothing();
  }

  private int starts() {
    return (first.isPresent() ? 1 : 0) + (lead.isPresent() ? 1 : 0);
  }

  /** What a checkpoint must be able to take, in words for messages. */
  String needs() {
    if (speech.isPresent()) {
      return "a first frame and a recording (S2V)";
    }
    if (guide.isPresent() || !references.isEmpty() || (last.isPresent() && starts() == 0)) {
      return "references, clips to be edited or an open beginning (VACE)";
    }
    if (last.isPresent()) {
      return "a first and a last frame (FLF2V, I2V-A14B or VACE)";
    }
    return starts() > 0 ? "a first frame (I2V, TI2V or VACE)" : "words alone (T2V, TI2V or VACE)";
  }

  /** Collects what a material holds. */
  private static final class Reading {
    private Optional<PixelImage> first = Optional.empty();
    private Optional<PixelImage> last = Optional.empty();
    private final List<PixelImage> references = new ArrayList<>();
    private Optional<Clip> lead = Optional.empty();
    private Optional<Clip> tail = Optional.empty();
    private Optional<Guide> guide = Optional.empty();
    private String words = "";
    private final List<Path> files = new ArrayList<>();
    private final boolean opensFiles;

    Reading(boolean opensFiles) {
      this.opensFiles = opensFiles;
    }

    Givens givens() {
      return new Givens(
          first,
          last,
          references.subList(0, Math.min(MOST_REFERENCES, references.size())),
          lead,
          tail,
          guide,
          Optional.empty(),
          words,
          files);
    }

    void read(Material material) {
      switch (material) {
        case Material.Words _ -> {}
        case Material.FirstFrame(Picture picture) -> first = Optional.of(picture(picture));
        case Material.FirstAndLastFrame(Picture start, Picture end) -> {
          first = Optional.of(picture(start));
          last = Optional.of(picture(end));
        }
        case Material.Continuation(Clip clip) -> lead = Optional.of(clip(clip));
        case Material.ContinuationToFrame(Clip clip, Picture end) -> {
          lead = Optional.of(clip(clip));
          last = Optional.of(picture(end));
        }
        case Material.References given -> given.references().forEach(this::reference);
        case Material.ReferencesFromFrame(Picture start, List<Reference> given) -> {
          first = Optional.of(picture(start));
          given.forEach(this::reference);
        }
        case Material.Effect(String template, Picture start) -> {
          first = Optional.of(picture(start));
          words = template.replace('_', ' ').replace('-', ' ');
        }
        case Material.Edit(Clip video, List<Picture> models) -> {
          guide = Optional.of(new Guide.Anew(clip(video)));
          models.forEach(model -> references.add(picture(model)));
        }
        case Material.Repaint repaint -> {
          Clip video = clip(repaint.video());
          guide =
              Optional.of(
                  repaint.control().equals("scribble")
                      ? new Guide.Lines(video)
                      : new Guide.Shades(video));
          repaint.references().forEach(model -> references.add(picture(model)));
        }
        case Material.MaskedEdit edit -> masked(edit);
        case Material.Extension extension -> extension(extension.start(), extension.end());
        case Material.Outpaint outpaint ->
            guide =
                Optional.of(
                    new Guide.Around(
                        clip(outpaint.video()),
                        outpaint.top(),
                        outpaint.bottom(),
                        outpaint.left(),
                        outpaint.right()));
      }
    }

    private void masked(Material.MaskedEdit edit) {
      switch (edit.mask()) {
        case Material.Mask.Still still -> files.add(still.picture().file());
        case Material.Mask.Moving moving -> files.add(moving.clip().file());
      }
      boolean box = edit.expandMode().equals("bbox");
      double growth = edit.expandMode().equals("original") ? 0 : edit.expandRatio();
      guide = Optional.of(new Guide.Masked(clip(edit.video()), edit.mask(), growth, box));
      edit.references().forEach(model -> references.add(picture(model)));
    }

    private void extension(Material.End start, Material.End end) {
      switch (start) {
        case Material.End.Open() -> {}
        case Material.End.OnPicture(Picture picture) -> first = Optional.of(picture(picture));
        case Material.End.OnClip(Clip clip) -> lead = Optional.of(clip(clip));
      }
      switch (end) {
        case Material.End.Open() -> {}
        case Material.End.OnPicture(Picture picture) -> last = Optional.of(picture(picture));
        case Material.End.OnClip(Clip clip) -> {
          tail = Optional.of(clip(clip));
          last = Optional.of(opening(clip));
        }
      }
      if (first.isEmpty() && last.isEmpty() && lead.isEmpty()) {
        throw new EngineException("an extension needs a picture or a clip at one end at least");
      }
    }

    private void reference(Reference reference) {
      switch (reference) {
        case Reference.OfPicture given -> references.add(picture(given.picture()));
        case Reference.OfClip given -> references.add(opening(clip(given.clip())));
      }
    }

    private PixelImage picture(Picture picture) {
      files.add(picture.file());
      return opensFiles ? PictureReader.read(picture.file()).over(WHITE) : blank();
    }

    private Clip clip(Clip clip) {
      files.add(clip.file());
      return clip;
    }

    private static PixelImage blank() {
      return new PixelImage(1, 1, new int[] {WHITE});
    }

    private PixelImage opening(Clip clip) {
      if (!opensFiles) {
        return blank();
      }
      FrameSize size =
          new FrameSize(Math.max(16, clip.width() & ~1), Math.max(16, clip.height() & ~1));
      Frame frame = new Frame(size);
      try (ClipReader reader = ClipReader.open(clip.file(), ClipView.of(size).limitedTo(1))) {
        if (!reader.read(frame)) {
          throw new EngineException("the clip " + clip.file().getFileName() + " has no frames");
        }
        return PixelImage.of(frame);
      }
    }
  }
}
