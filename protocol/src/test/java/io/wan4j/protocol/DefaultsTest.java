package io.wan4j.protocol;

import static org.assertj.core.api.Assertions.assertThat;

import io.wan4j.protocol.catalogue.ModelCard;
import io.wan4j.protocol.catalogue.SoundRule;
import io.wan4j.protocol.catalogue.Tier;
import java.util.List;
import java.util.stream.Stream;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.MethodSource;

/** Every model takes the least that it needs and fills in its defaults. */
class DefaultsTest {
  static Stream<ModelCard> cards() {
    return Bodies.CATALOGUE.all().stream();
  }

  static Stream<String> names() {
    return cards().flatMap(card -> card.names().stream());
  }

  @ParameterizedTest
  @MethodSource("names")
  void theLeastIsAccepted(String name) {
    VideoOrder order = Bodies.order(name, "{}", "{}");

    assertThat(order.modelName()).isEqualTo(name);
    assertThat(order.card().names()).contains(name);
    assertThat(order.seed()).isEqualTo(new SeedChoice.Drawn());
    assertThat(order.watermark()).isFalse();
    assertThat(order.promptExtend()).isEqualTo(order.card().prompt().extend());
    assertThat(order.hasSound()).isEqualTo(order.card().sound() != SoundRule.SILENT);
    assertThat(order.negativePrompt()).isEmpty();
  }

  /** The defaults as the reference's tables have them. */
  @ParameterizedTest
  @CsvSource({
    "wan3.0-video, P1080, 1920*1080, 5, AS_PROMPTED",
    "wan3.0-video-prime, P1080, 1920*1080, 5, AS_PROMPTED",
    "wan2.7-t2v, P1080, 1920*1080, 5, AS_PROMPTED",
    "wan2.7-i2v, P1080, input, 5, AS_PROMPTED",
    "wan2.7-r2v, P1080, 1920*1080, 5, AS_PROMPTED",
    "wan2.7-videoedit, P1080, input, 10, AS_PROMPTED",
    "wan2.6-t2v, P1080, 1920*1080, 5, SINGLE",
    "wan2.6-t2v-us, P1080, 1920*1080, 5, SINGLE",
    "wan2.6-i2v, P1080, input, 5, SINGLE",
    "wan2.6-i2v-flash, P1080, input, 5, SINGLE",
    "wan2.6-i2v-us, P1080, input, 5, SINGLE",
    "wan2.6-r2v, P1080, 1920*1080, 5, SINGLE",
    "wan2.6-r2v-flash, P1080, 1920*1080, 5, SINGLE",
    "wan2.5-t2v-preview, P1080, 1920*1080, 5, AS_PROMPTED",
    "wan2.5-i2v-preview, P1080, input, 5, AS_PROMPTED",
    "wan2.2-t2v-plus, P1080, 1920*1080, 5, AS_PROMPTED",
    "wan2.2-i2v-flash, P720, input, 5, AS_PROMPTED",
    "wan2.2-i2v-plus, P1080, input, 5, AS_PROMPTED",
    "wan2.2-kf2v-flash, P720, input, 5, AS_PROMPTED",
    "wanx2.1-t2v-turbo, P720, 1280*720, 5, AS_PROMPTED",
    "wanx2.1-t2v-plus, P720, 1280*720, 5, AS_PROMPTED",
    "wanx2.1-i2v-turbo, P720, input, 5, AS_PROMPTED",
    "wanx2.1-i2v-plus, P720, input, 5, AS_PROMPTED",
    "wanx2.1-kf2v-plus, P720, input, 5, AS_PROMPTED",
    "wanx2.1-vace-plus, P720, 1280*720, 5, AS_PROMPTED",
  })
  void defaultsAreThoseOfTheReference(
      String model, Tier tier, String size, int seconds, ShotType shotType) {
    VideoOrder order = Bodies.order(model, "{}", "{}");

    assertThat(order.size().tier()).isEqualTo(tier);
    assertThat(
            switch (order.size()) {
              case SizeChoice.Exact exact -> exact.size().toString();
              case SizeChoice.FollowsInput ignored -> "input";
            })
        .isEqualTo(size);
    assertThat(order.length().outputSeconds(1000)).isEqualTo(seconds);
    assertThat(order.shotType()).isEqualTo(shotType);
  }

  @ParameterizedTest
  @MethodSource("cards")
  void theGreatestAndLeastLengthsAreAccepted(ModelCard card) {
    var rule = card.duration();
    var lengths = rule.choices().isEmpty() ? List.of(rule.from(), rule.to()) : rule.choices();
    for (int seconds : lengths) {
      VideoOrder order = Bodies.order(card.name(), "{}", "{'duration': " + seconds + "}");
      assertThat(order.length().outputSeconds(1000)).isEqualTo(seconds);
    }
  }

  @ParameterizedTest
  @MethodSource("cards")
  void everySizeOfTheCardIsAccepted(ModelCard card) {
    for (var entry : card.size().table()) {
      String parameters =
          switch (card.size().by()) {
            case SIZE -> "{'size': '" + entry.size() + "'}";
            default ->
                "{'resolution': '"
                    + entry.tier().wireName()
                    + "', 'ratio': '"
                    + entry.ratio()
                    + "'}";
          };
      assertThat(Bodies.order(card.name(), "{}", parameters).size())
          .isEqualTo(new SizeChoice.Exact(entry.tier(), entry.ratio(), entry.size()));
    }
    for (Tier tier : card.size().tiers()) {
      String parameters = "{'resolution': '" + tier.wireName() + "'}";
      Tier expected = card.size().by().dataName().equals("size") ? card.size().defaultTier() : tier;
      assertThat(Bodies.order(card.name(), "{}", parameters).size().tier()).isEqualTo(expected);
    }
  }

  @ParameterizedTest
  @MethodSource("cards")
  void everyTemplateIsAcceptedAndTakesThePlaceOfThePrompt(ModelCard card) {
    for (String template : card.templates()) {
      VideoOrder order =
          Bodies.order(
              card.name(), "{'template': '" + template + "', 'prompt': 'unused words'}", "{}");

      assertThat(order.task()).isEqualTo(new VideoTask.Effect(template));
      assertThat(order.prompt()).isEmpty();
      assertThat(order.originalPrompt()).isEqualTo("unused words");
      assertThat(order.promptExtend()).isFalse();
      assertThat(order.media()).hasSize(1);
    }
  }

  @ParameterizedTest
  @MethodSource("cards")
  void promptsAreCutSilentlyByCharacters(ModelCard card) {
    int limit = card.prompt().limit();
    String cat = "\uD83D\uDC08"; // one character, two chars
    VideoOrder order =
        Bodies.order(
            card.name(),
            "{'prompt': '"
                + cat.repeat(limit + 1)
                + "', 'negative_prompt': '"
                + "b".repeat(501)
                + "'}",
            "{}");

    assertThat(order.prompt()).isEqualTo(cat.repeat(limit));
    assertThat(order.originalPrompt()).isEqualTo(cat.repeat(limit + 1));
    assertThat(order.negativePrompt()).hasSize(card.prompt().negativeLimit());
  }
}
