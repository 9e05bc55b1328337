package io.wan4j.bench.suite;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.dataformat.yaml.YAMLMapper;
import io.wan4j.storyboard.Setting;
import io.wan4j.storyboard.TimeOfDay;
import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.util.ArrayList;
import java.util.Iterator;
import java.util.List;
import java.util.Optional;
import java.util.OptionalDouble;
import java.util.Set;

/** The prompts of {@code prompts.yaml}; the file's head says what its words mean. */
public final class PromptSuite {
  private static final String FILE = "prompts.yaml";
  private static final double USUAL_SECONDS = 5;
  private static final Set<String> FIELDS =
      Set.of("name", "prompt", "seconds", "ratio", "sound", "still", "show", "shots");
  private static final Set<String> SHOT_FIELDS =
      Set.of("until", "camera", "setting", "time", "cast", "speech");

  private PromptSuite() {}

  /** Reads all prompts. */
  public static List<SuitePrompt> read() {
    try (InputStream in = PromptSuite.class.getResourceAsStream(FILE)) {
      List<SuitePrompt> prompts = new ArrayList<>();
      for (JsonNode node : new YAMLMapper().readTree(in)) {
        prompts.add(prompt(node));
      }
      return List.copyOf(prompts);
    } catch (IOException e) {
      throw new UncheckedIOException("cannot read " + FILE, e);
    }
  }

  private static SuitePrompt prompt(JsonNode node) {
    String name = node.path("name").asText();
    check(name, node, FIELDS);
    double seconds = node.path("seconds").asDouble(USUAL_SECONDS);
    List<ExpectedShot> shots = new ArrayList<>();
    double start = 0;
    for (JsonNode shot : node.path("shots")) {
      check(name, shot, SHOT_FIELDS);
      double end = shot.path("until").asDouble(seconds);
      shots.add(shot(start, end, shot));
      start = end;
    }
    if (start != seconds) {
      throw new IllegalArgumentException(
          "%s: the last shot ends at %s of %s seconds".formatted(name, start, seconds));
    }
    return new SuitePrompt(
        name,
        node.path("prompt").asText().strip(),
        seconds,
        node.path("ratio").asText("16:9"),
        !node.path("sound").asText("made").equals("none"),
        node.path("still").asBoolean(false),
        node.has("show") ? OptionalDouble.of(node.get("show").asDouble()) : OptionalDouble.empty(),
        shots);
  }

  private static ExpectedShot shot(double start, double end, JsonNode shot) {
    List<String> cast = new ArrayList<>();
    shot.path("cast").forEach(noun -> cast.add(noun.asText()));
    return new ExpectedShot(
        start,
        end,
        word(shot, "camera").map(CameraSense::of),
        word(shot, "setting").map(Setting::valueOf),
        word(shot, "time").map(TimeOfDay::valueOf),
        cast,
        shot.path("speech").asBoolean(false));
  }

  private static Optional<String> word(JsonNode shot, String field) {
    return shot.hasNonNull(field) ? Optional.of(shot.get(field).asText()) : Optional.empty();
  }

  private static void check(String name, JsonNode node, Set<String> known) {
    Iterator<String> fields = node.fieldNames();
    while (fields.hasNext()) {
      String field = fields.next();
      if (!known.contains(field)) {
        throw new IllegalArgumentException(
            "%s: no field %s in %s; there are %s".formatted(name, field, FILE, known));
      }
    }
  }
}
