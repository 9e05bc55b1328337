package io.wan4j.cli;

import io.wan4j.engine.VideoEngine;
import io.wan4j.engine.previz.PrevizEngine;
import io.wan4j.sound.Speech;
import java.nio.file.Path;
import java.util.Map;
import java.util.TreeMap;
import java.util.function.Function;

/** The engines this program has, by the word that configuration uses. */
final class Engines {
  private final Map<String, Function<Path, VideoEngine>> makers = new TreeMap<>();

  /**
   * @param path where programs are looked for, as the variable PATH has it
   */
  Engines(String path) {
    makers.put("previz", folder -> previz(folder.resolve("speech-" + Version.current()), path));
  }

  private static VideoEngine previz(Path speechFolder, String path) {
    return new PrevizEngine(
        Runtime.getRuntime().availableProcessors(), Speech.start(speechFolder, path));
  }

  /**
   * @param folder where an engine may keep what it needs between films
   */
  VideoEngine open(String name, Path folder) {
    Function<Path, VideoEngine> maker = makers.get(name);
    if (maker == null) {
      throw new CommandException(
          ExitCode.USAGE,
          "no engine is named " + name + "; there are: " + String.join(", ", makers.keySet()));
    }
    return maker.apply(folder);
  }
}
