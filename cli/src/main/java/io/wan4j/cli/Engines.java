package io.wan4j.cli;

import io.wan4j.engine.VideoEngine;
import io.wan4j.engine.previz.PrevizEngine;
import io.wan4j.engine.wan.CheckpointChoice;
import io.wan4j.engine.wan.WanEngine;
import io.wan4j.engine.wan.WanSettings;
import io.wan4j.sound.Speech;
import io.wan4j.torch.Torch;
import io.wan4j.torch.TorchMissingException;
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
  private final Map<String, String> environment;
  private final Clock clock;

  Engines(Map<String, String> environment, Clock clock) {
    this.environment = environment;
    this.clock = clock;
    makers.put("previz", (options, folder) -> previz(folder));
    makers.put("wan", this::wan);
  }

  private VideoEngine previz(Path folder) {
    return new PrevizEngine(Runtime.getRuntime().availableProcessors(), speech(folder));
  }

  private Speech speech(Path folder) {
    return Speech.start(
        folder.resolve("speech-" + Version.current()), environment.getOrDefault("PATH", ""));
  }

  private VideoEngine wan(EngineOptions options, Path folder) {
    options.machine().check();
    Checkpoints checkpoints = new Checkpoints(environment, folder);
    CheckpointChoice choice = checkpoints.choice(options.checkpoints());
    try {
      return new WanEngine(
          new WanSettings(
              folder.resolve("wan"),
              options.machine().devices(Torch.load()),
              options.machine().type(),
              options.steps(),
              options.machine().memory(),
              options.keepRate(),
              options.skipping(),
              options.machine().eightBits()),
          choice,
          new Dubbing(speech(folder)),
          clock);
    } catch (TorchMissingException e) {
      throw new CommandException(ExitCode.FAILED, e.getMessage(), e);
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
