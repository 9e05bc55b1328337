package io.wan4j.engine.wan.recipe;

import com.fasterxml.jackson.core.type.TypeReference;
import com.fasterxml.jackson.databind.json.JsonMapper;
import io.wan4j.engine.wan.pipeline.CheckpointKind;
import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.util.Map;

/**
 * What shall not be seen in films whose request does not say it: the words with which the networks
 * were published (wan/configs/shared_config.py and the configurations beside it), from {@code
 * negative-prompts.json}.
 */
public final class NegativePrompts {
  private final Map<String, String> words;

  private NegativePrompts(Map<String, String> words) {
    this.words = words;
  }

  public static NegativePrompts load() {
    try (InputStream in = NegativePrompts.class.getResourceAsStream("negative-prompts.json")) {
      return new NegativePrompts(
          new JsonMapper().readValue(in, new TypeReference<Map<String, String>>() {}));
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }

  /** The words for a kind of checkpoint; none where there is no guidance to follow them. */
  public String of(CheckpointKind kind, Recipe recipe) {
    if (recipe.guidance() <= 1 && recipe.guidanceLow() <= 1) {
      return "";
    }
    return switch (kind) {
      case IMAGE -> words.get("steady");
      case FIRST_AND_LAST -> words.get("uncut");
      case SPEECH -> words.get("speech");
      case TEXT, TEXT_EXPERTS, TEXT_AND_IMAGE, IMAGE_EXPERTS, CONTROL -> words.get("standard");
    };
  }
}
