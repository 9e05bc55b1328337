package io.wan4j.cli;

import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.util.Properties;

/** Which model a film is made with when the command names none. */
final class DefaultModels {
  private static final String FILE = "default-models.properties";

  private final Properties models = new Properties();

  DefaultModels() {
    try (InputStream file = DefaultModels.class.getResourceAsStream(FILE)) {
      models.load(file);
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }

  String forInputs(GenerationInputs inputs) {
    String kind;
    if (!inputs.video().isEmpty()) {
      kind = "video";
    } else if (inputs.media().stream().anyMatch(each -> !each.reference().isEmpty())) {
      kind = "references";
    } else if (!inputs.media().isEmpty()) {
      kind = "media";
    } else if (!inputs.template().isEmpty()) {
      kind = "template";
    } else if (!inputs.firstClip().isEmpty()) {
      kind = "clip";
    } else if (!inputs.firstFrame().isEmpty() || !inputs.lastFrame().isEmpty()) {
      kind = "frames";
    } else {
      kind = "words";
    }
    return models.getProperty(kind);
  }
}
