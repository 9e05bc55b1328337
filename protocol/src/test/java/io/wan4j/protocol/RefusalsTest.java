package io.wan4j.protocol;

import static org.assertj.core.api.Assertions.assertThat;
import static org.junit.jupiter.params.provider.Arguments.arguments;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.JsonNodeFactory;
import com.fasterxml.jackson.databind.node.ObjectNode;
import com.fasterxml.jackson.dataformat.yaml.YAMLMapper;
import io.wan4j.protocol.catalogue.Checker;
import io.wan4j.protocol.catalogue.ModelCard;
import io.wan4j.protocol.catalogue.Need;
import io.wan4j.protocol.error.WireError;
import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Set;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.Arguments;
import org.junit.jupiter.params.provider.MethodSource;

/** Every limit of every model is refused in the right words. */
class RefusalsTest {
  private static final ObjectNode NOTHING = JsonNodeFactory.instance.objectNode();

  private record Refusal(String model, JsonNode input, JsonNode parameters, String says) {}

  private static List<Refusal> table() {
    List<Refusal> table = new ArrayList<>();
    try (InputStream in = RefusalsTest.class.getResourceAsStream("refusals.yaml")) {
      for (JsonNode section : new YAMLMapper().readTree(in)) {
        for (JsonNode row : section) {
          for (JsonNode model : row.path("models")) {
            JsonNode input = row.has("input") ? row.get("input") : NOTHING;
            JsonNode parameters = row.has("parameters") ? row.get("parameters") : NOTHING;
            String says = row.get("says").asText();
            table.add(new Refusal(model.asText(), input, parameters, says));
          }
        }
      }
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
    return table;
  }

  static Stream<Arguments> refusals() {
    return table().stream()
        .map(row -> arguments(row.model(), row.input(), row.parameters(), row.says()));
  }

  @ParameterizedTest(name = "{0} {1} {2}")
  @MethodSource("refusals")
  void isRefusedInTheseWords(String model, JsonNode input, JsonNode parameters, String says) {
    WireError error = Bodies.refused(Bodies.check(Bodies.request(model, input, parameters)));

    assertThat(error).isEqualTo(new WireError(400, "InvalidParameter", says));
  }

  static Stream<ModelCard> cards() {
    return Bodies.CATALOGUE.all().stream();
  }

  @ParameterizedTest
  @MethodSource("cards")
  void seedsOutsideTheirRangeAreRefused(ModelCard card) {
    boolean classic = card.checker() == Checker.CLASSIC;

    assertThat(Bodies.refused(Bodies.check(card.name(), "{}", "{'seed': -1}")).message())
        .isEqualTo(
            classic
                ? "seed should be between 0 and 2147483647"
                : "Input should be greater than or equal to 0: parameters.seed");
    assertThat(Bodies.refused(Bodies.check(card.name(), "{}", "{'seed': 2147483648}")).message())
        .isEqualTo(
            classic
                ? "seed should be between 0 and 2147483647"
                : "Input should be less than or equal to 2147483647: parameters.seed");
  }

  @ParameterizedTest
  @MethodSource("cards")
  void aWatermarkIsYesOrNo(ModelCard card) {
    assertThat(Bodies.refused(Bodies.check(card.name(), "{}", "{'watermark': 'top'}")).message())
        .isEqualTo(
            card.checker() == Checker.CLASSIC
                ? "watermark must be a boolean"
                : "Input should be a valid boolean: parameters.watermark");
  }

  /** The table has a row for each thing that the card limits. */
  @Test
  void theTableCoversEveryCard() {
    List<String> holes = new ArrayList<>();
    for (ModelCard card : Bodies.CATALOGUE.all()) {
      Set<String> touched = new HashSet<>();
      for (Refusal row : table()) {
        if (row.model().equals(card.name())) {
          row.input().fieldNames().forEachRemaining(touched::add);
          row.parameters().fieldNames().forEachRemaining(touched::add);
        }
      }
      for (String field : limited(card)) {
        if (!touched.contains(field)) {
          holes.add(card.name() + " " + field);
        }
      }
    }
    assertThat(holes).isEmpty();
  }

  private static List<String> limited(ModelCard card) {
    List<String> fields = new ArrayList<>(List.of("duration"));
    fields.add(
        switch (card.size().by()) {
          case SIZE -> "size";
          case INPUT, RATIO -> "resolution";
        });
    switch (card.prompt().need()) {
      case ALWAYS, WITHOUT_MEDIA -> fields.add("prompt");
      case OPTIONAL, WITHOUT_TEMPLATE -> {}
    }
    if (!card.size().ratios().isEmpty()) {
      fields.add("ratio");
    }
    if (card.media().exists()) {
      fields.add("media");
    }
    if (!card.templates().isEmpty()) {
      fields.add("template");
    }
    if (!card.functions().isEmpty()) {
      fields.add("function");
    }
    card.inputs().stream()
        .filter(input -> input.need() != Need.OPTIONAL)
        .forEach(input -> fields.add(input.name()));
    return fields;
  }
}
