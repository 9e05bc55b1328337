package io.wan4j.service.work;

import io.wan4j.engine.Brief;
import io.wan4j.engine.Clip;
import io.wan4j.engine.EngineException;
import io.wan4j.engine.Estimate;
import io.wan4j.engine.FrameSize;
import io.wan4j.engine.Material;
import io.wan4j.engine.Picture;
import io.wan4j.engine.Reference;
import io.wan4j.engine.ShotPlan;
import io.wan4j.engine.SoundPlan;
import io.wan4j.engine.VideoEngine;
import io.wan4j.engine.Voice;
import java.nio.file.Path;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;

/**
 * What an engine says of one usual film of every kind: five seconds at 1280x720.
 *
 * @param engine the engine's name
 * @param verdicts in the order in which people choose
 */
public record Abilities(String engine, List<Verdict> verdicts) {
  private static final FrameSize SIZE = new FrameSize(1280, 720);
  private static final int RATE = 30;
  private static final int SECONDS = 5;

  /** What is said of one kind of film. */
  public sealed interface Verdict {
    /** text, first_frame, first_and_last_frame, continuation, references, edit or effect. */
    String task();
  }

  /**
   * It can be made.
   *
   * @param seconds expected wall time
   * @param bytes expected peak of memory
   */
  public record Able(String task, double seconds, long bytes) implements Verdict {}

  /** It cannot be made here, and why. */
  public record Unable(String task, String reason) implements Verdict {}

  public Abilities {
    verdicts = List.copyOf(verdicts);
  }

  /** Asks the engine; nothing is made. */
  public static Abilities of(VideoEngine engine) {
    return new Abilities(
        engine.name(),
        samples().entrySet().stream()
            .map(sample -> verdict(engine, sample.getKey(), sample.getValue()))
            .toList());
  }

  /** An estimate looks at what a brief says of its files and not into them. */
  private static Map<String, Material> samples() {
    Picture picture = new Picture(Path.of("picture.png"), SIZE.width(), SIZE.height());
    Clip clip = new Clip(Path.of("clip.mp4"), SIZE.width(), SIZE.height(), 3, true);
    Map<String, Material> samples = new LinkedHashMap<>();
    samples.put("text", new Material.Words());
    samples.put("first_frame", new Material.FirstFrame(picture));
    samples.put("first_and_last_frame", new Material.FirstAndLastFrame(picture, picture));
    samples.put("continuation", new Material.Continuation(clip));
    samples.put(
        "references",
        new Material.References(
            List.of(new Reference.OfPicture(picture, Reference.Role.ANY, new Voice.Any())),
            List.of()));
    samples.put("edit", new Material.Edit(clip, List.of()));
    samples.put("effect", new Material.Effect("flying", picture));
    return samples;
  }

  private static Verdict verdict(VideoEngine engine, String task, Material material) {
    Brief brief =
        new Brief(
            material,
            "A sailing boat on the sea at sunset.",
            "",
            SIZE,
            RATE,
            SECONDS * RATE,
            0,
            ShotPlan.BY_PROMPT,
            new SoundPlan.Made());
    try {
      Estimate estimate = engine.estimate(brief);
      return new Able(task, estimate.seconds(), estimate.bytes());
    } catch (EngineException e) {
      return new Unable(task, e.getMessage());
    }
  }
}
