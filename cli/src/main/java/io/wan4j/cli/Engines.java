package io.wan4j.cli;

import io.wan4j.engine.VideoEngine;
import io.wan4j.engine.previz.PrevizEngine;
import io.wan4j.engine.wan.FolderChoice;
import io.wan4j.engine.wan.WanEngine;
import io.wan4j.engine.wan.WanSettings;
import io.wan4j.engine.wan.checkpoint.CheckpointException;
import io.wan4j.engine.wan.tiny.TinyCheckpoint;
import io.wan4j.sound.Speech;
import io.wan4j.torch.Torch;
import io.wan4j.torch.TorchMissingException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Clock;
import java.util.Map;
import java.util.TreeMap;

/** The engines this program has, by the word that configuration uses. */
final class Engines {
  private interface Maker {
    VideoEngine open(EngineOptions options, Path folder);
  }

  private final Map<String, Maker> makers = new TreeMap<>();
  private final String path;
  private final Clock clock;

  /**
   * @param path where programs are looked for, as the variable PATH has it
   */
  Engines(String path, Clock clock) {
    this.path = path;
    this.clock = clock;
    makers.put("previz", (options, folder) -> previz(folder));
    makers.put("wan", this::wan);
  }

  private VideoEngine previz(Path folder) {
    return new PrevizEngine(Runtime.getRuntime().availableProcessors(), speech(folder));
  }

  private Speech speech(Path folder) {
    return Speech.start(folder.resolve("speech-" + Version.current()), path);
  }

  private VideoEngine wan(EngineOptions options, Path folder) {
    if (options.checkpoints().isEmpty()) {
      throw new CommandException(
          ExitCode.USAGE,
          "--engine wan needs a checkpoint: --checkpoint DIR, or --checkpoint tiny-t2v to try the"
              + " way without weights");
    }
    options.device().choice();
    try {
      return new WanEngine(
          new WanSettings(
              folder.resolve("wan"),
              options.device().on(Torch.load()),
              options.type(),
              options.steps(),
              options.keepRate(),
              options.skipping()),
          new FolderChoice(
              options.checkpoints().stream().map(name -> checkpoint(name, folder)).toList()),
          new Dubbing(speech(folder)),
          clock);
    } catch (TorchMissingException e) {
      throw new CommandException(ExitCode.FAILED, e.getMessage(), e);
    }
  }

  private static Path checkpoint(String name, Path folder) {
    Path given = Path.of(name);
    if (Files.exists(given.resolve("model_index.json"))) {
      return given.toAbsolutePath().normalize();
    }
    if (!TinyCheckpoint.kinds().contains(name)) {
      throw new CommandException(
          ExitCode.NO_INPUT,
          "%s is no folder with a model_index.json, nor one of %s"
              .formatted(name, String.join(", ", TinyCheckpoint.kinds())));
    }
    Path made = folder.resolve("tiny-" + Version.current()).resolve(name);
    try {
      return Files.exists(made.resolve("model_index.json"))
          ? made
          : TinyCheckpoint.of(name, ModelTiny.USUAL_SEED).write(made);
    } catch (CheckpointException e) {
      throw new CommandException(ExitCode.CANNOT_CREATE, e.getMessage(), e);
    }
  }

  /**
   * @param folder where an engine may keep what it needs between films
   */
  VideoEngine open(EngineOptions options, Path folder) {
    Maker maker = makers.get(options.engine());
    if (maker == null) {
      throw new CommandException(
          ExitCode.USAGE,
          "no engine is named "
              + options.engine()
              + "; there are: "
              + String.join(", ", makers.keySet()));
    }
    return maker.open(options, folder);
  }
}
