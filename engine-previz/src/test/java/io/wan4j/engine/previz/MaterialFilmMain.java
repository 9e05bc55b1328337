package io.wan4j.engine.previz;

import io.wan4j.engine.Brief;
import io.wan4j.engine.Clip;
import io.wan4j.engine.Frame;
import io.wan4j.engine.FrameSize;
import io.wan4j.engine.Material;
import io.wan4j.engine.Picture;
import io.wan4j.engine.Progress;
import io.wan4j.engine.Recording;
import io.wan4j.engine.Reference;
import io.wan4j.engine.ShotPlan;
import io.wan4j.engine.SoundPlan;
import io.wan4j.engine.SoundSource;
import io.wan4j.engine.Take;
import io.wan4j.engine.Voice;
import io.wan4j.media.ClipFacts;
import io.wan4j.media.ContactSheet;
import io.wan4j.media.FilmFormat;
import io.wan4j.media.FilmWriter;
import io.wan4j.media.MediaProbe;
import io.wan4j.media.PictureFacts;
import io.wan4j.media.PictureWriter;
import io.wan4j.media.SoundFacts;
import io.wan4j.sound.Speech;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Optional;

/**
 * Makes the film of any material, for looking at: {@code out 640x360 seconds panels prompt
 * kind=file…} writes out.mp4 and the contact sheet out.png. Kinds are first, last, clip, image,
 * video, background, voice (of the reference before it), audio, effect, edit, repaint, mask,
 * extend, outpaint.
 */
final class MaterialFilmMain {
  private MaterialFilmMain() {}

  public static void main(String[] words) {
    String[] sides = words[1].split("x");
    FrameSize size = new FrameSize(Integer.parseInt(sides[0]), Integer.parseInt(sides[1]));
    List<String[]> given = Arrays.stream(words).skip(5).map(word -> word.split("=", 2)).toList();
    Brief brief =
        new Brief(
            material(given),
            words[4],
            "",
            size,
            30,
            (int) Math.round(30 * Double.parseDouble(words[2])),
            7,
            ShotPlan.BY_PROMPT,
            value(given, "audio")
                .<SoundPlan>map(file -> new SoundPlan.Given(Path.of(file)))
                .orElse(new SoundPlan.Made()));
    Path film = Path.of(words[0] + ".mp4");
    Path voices = Path.of(System.getProperty("java.io.tmpdir"), "wan4j-voices");
    try (PrevizEngine engine = new PrevizEngine(2, Speech.start(voices, System.getenv("PATH")));
        Take take = engine.render(brief, Progress.NONE)) {
      Optional<SoundSource> sound = take.sound();
      try (FilmWriter writer =
          sound.isPresent()
              ? FilmWriter.open(film, FilmFormat.of(size), sound.get())
              : FilmWriter.open(film, FilmFormat.of(size))) {
        Frame frame = new Frame(size);
        while (take.read(frame)) {
          writer.write(frame, take.atCut());
        }
        writer.finish();
      }
    }
    int panels = Integer.parseInt(words[3]);
    PictureWriter.writePng(
        ContactSheet.of(film, panels, 4, size.width() > size.height() ? 400 : 240),
        Path.of(words[0] + ".png"));
  }

  private static Material material(List<String[]> given) {
    Optional<String> first = value(given, "first");
    Optional<String> last = value(given, "last");
    Optional<String> clip = value(given, "clip");
    List<Reference> references = references(given);
    List<Picture> models =
        given.stream().filter(w -> w[0].equals("image")).map(w -> picture(w[1])).toList();
    if (value(given, "effect").isPresent()) {
      return new Material.Effect(value(given, "effect").get(), picture(first.orElseThrow()));
    }
    if (value(given, "edit").isPresent()) {
      return new Material.Edit(clip(value(given, "edit").get()), models);
    }
    if (value(given, "repaint").isPresent()) {
      return new Material.Repaint(
          clip(clip.orElseThrow()), value(given, "repaint").get(), 1, models);
    }
    if (value(given, "mask").isPresent()) {
      return new Material.MaskedEdit(
          clip(clip.orElseThrow()),
          new Material.Mask.Still(picture(value(given, "mask").get()), 1, true),
          0.05,
          "hull",
          models);
    }
    if (value(given, "outpaint").isPresent()) {
      double[] by =
          Arrays.stream(value(given, "outpaint").get().split(","))
              .mapToDouble(Double::parseDouble)
              .toArray();
      return new Material.Outpaint(clip(clip.orElseThrow()), by[0], by[1], by[2], by[3]);
    }
    if (!references.isEmpty()) {
      return first.isPresent()
          ? new Material.ReferencesFromFrame(picture(first.get()), references)
          : new Material.References(references, List.of());
    }
    if (clip.isPresent()) {
      return last.isPresent()
          ? new Material.ContinuationToFrame(clip(clip.get()), picture(last.get()))
          : new Material.Continuation(clip(clip.get()));
    }
    if (first.isPresent()) {
      return last.isPresent()
          ? new Material.FirstAndLastFrame(picture(first.get()), picture(last.get()))
          : new Material.FirstFrame(picture(first.get()));
    }
    return new Material.Words();
  }

  private static List<Reference> references(List<String[]> given) {
    List<Reference> references = new ArrayList<>();
    for (int i = 0; i < given.size(); i++) {
      Voice voice =
          i + 1 < given.size() && given.get(i + 1)[0].equals("voice")
              ? new Voice.Sampled(recording(given.get(i + 1)[1]))
              : new Voice.Any();
      String file = given.get(i)[1];
      switch (given.get(i)[0]) {
        case "image" ->
            references.add(new Reference.OfPicture(picture(file), Reference.Role.ANY, voice));
        case "background" ->
            references.add(
                new Reference.OfPicture(picture(file), Reference.Role.BACKGROUND, voice));
        case "video" -> references.add(new Reference.OfClip(clip(file), Reference.Role.ANY, voice));
        default -> {}
      }
    }
    return references;
  }

  private static Optional<String> value(List<String[]> given, String kind) {
    return given.stream().filter(word -> word[0].equals(kind)).map(word -> word[1]).findFirst();
  }

  private static Picture picture(String file) {
    PictureFacts facts = (PictureFacts) MediaProbe.probe(Path.of(file));
    return new Picture(Path.of(file), facts.width(), facts.height());
  }

  private static Clip clip(String file) {
    ClipFacts facts = (ClipFacts) MediaProbe.probe(Path.of(file));
    return new Clip(
        Path.of(file), facts.width(), facts.height(), facts.seconds(), facts.hasSound());
  }

  private static Recording recording(String file) {
    SoundFacts facts = (SoundFacts) MediaProbe.probe(Path.of(file));
    return new Recording(Path.of(file), facts.seconds());
  }
}
