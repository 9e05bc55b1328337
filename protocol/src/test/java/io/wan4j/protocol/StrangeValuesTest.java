package io.wan4j.protocol;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.node.ObjectNode;
import io.wan4j.protocol.catalogue.InputField;
import io.wan4j.protocol.catalogue.ModelCard;
import io.wan4j.protocol.error.WireError;
import java.util.ArrayList;
import java.util.List;
import java.util.stream.Stream;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

/** Whatever stands in whichever field, the answer is an order or an error of the wire. */
class StrangeValuesTest {
  private static final List<String> VALUES =
      List.of(
          "null",
          "true",
          "0",
          "-1",
          "-2",
          "3.5",
          "1e308",
          "99999999999999999999999999",
          "''",
          "' '",
          "'x'",
          "'1280*99999'",
          "'\\u0000'",
          "{}",
          "{'a': null}",
          "[]",
          "[null]",
          "[[]]",
          "[{}]",
          "['x', 7, null]",
          "[{'type': null, 'url': null}]",
          "[{'type': 'first_frame', 'url': {}}]",
          "[{'type': 7, 'url': 'https://p.test/1', 'reference_voice': []}]",
          "[{'type': 'last_frame', 'url': 'https://p.test/1'}, null]",
          "[{'type': 'reference_image', 'url': 'https://p.test/1', 'referenceVoice': {}}]");

  private static final List<String> PARAMETERS =
      List.of(
          "size",
          "resolution",
          "ratio",
          "duration",
          "seed",
          "prompt_extend",
          "watermark",
          "shot_type",
          "audio",
          "audio_setting",
          "obj_or_bg",
          "control_condition",
          "strength",
          "mask_frame_id",
          "mask_type",
          "expand_ratio",
          "expand_mode",
          "top_scale");

  static Stream<ModelCard> cards() {
    return Bodies.CATALOGUE.all().stream();
  }

  @ParameterizedTest
  @MethodSource("cards")
  void areAnsweredWithAVerdict(ModelCard card) {
    int refused = 0;
    for (String value : VALUES) {
      for (String field : inputs(card)) {
        refused += verdict(card, Bodies.json("{'" + field + "': " + value + "}"), "{}");
      }
      for (String field : PARAMETERS) {
        refused += verdict(card, Bodies.json("{}"), "{'" + field + "': " + value + "}");
      }
    }
    assertThat(refused).isGreaterThan(50);
  }

  /** 1 if the request was refused, and then in whole sentences. */
  private static int verdict(ModelCard card, ObjectNode input, String parameters) {
    Verdict verdict = Bodies.check(Bodies.request(card.name(), input, Bodies.json(parameters)));
    return switch (verdict) {
      case Verdict.Accepted ignored -> 0;
      case Verdict.Refused(WireError error) -> {
        assertThat(error.code()).isEqualTo("InvalidParameter");
        assertThat(error.message()).isNotBlank().doesNotContain("{}", "null", "java");
        yield 1;
      }
    };
  }

  private static List<String> inputs(ModelCard card) {
    List<String> names =
        new ArrayList<>(List.of("prompt", "negative_prompt", "media", "template", "function"));
    Stream.concat(
            card.inputs().stream(),
            card.functions().stream().flatMap(function -> function.inputs().stream()))
        .map(InputField::names)
        .forEach(names::addAll);
    return names;
  }
}
