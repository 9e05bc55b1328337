package io.wan4j.cli;

import io.wan4j.engine.VideoEngine;
import io.wan4j.engine.previz.PrevizEngine;
import java.nio.file.Path;
import java.util.Map;
import java.util.TreeMap;
import java.util.function.Function;

/** The engines this program has, by the word that configuration uses. */
final class Engines {
  private final Map<String, Function<Path, VideoEngine>> makers = new TreeMap<>();

  Engines() {
    makers.put("previz", folder -> new PrevizEngine());
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
