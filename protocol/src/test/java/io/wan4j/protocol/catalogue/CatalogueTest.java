package io.wan4j.protocol.catalogue;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.assertj.core.api.Assertions.within;

import com.fasterxml.jackson.databind.node.ObjectNode;
import java.math.BigDecimal;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;
import org.junit.jupiter.params.provider.ValueSource;

/** The schema of models.yaml and its two companions. */
class CatalogueTest {
  private static final Catalogue CATALOGUE = Catalogue.load();

  static Stream<ModelCard> cards() {
    return CATALOGUE.all().stream();
  }

  @Test
  void everyModelOfTheReferenceIsThere() {
    assertThat(CATALOGUE.all())
        .extracting(ModelCard::name)
        .containsExactly(
            "wan3.0-video",
            "wan3.0-video-prime",
            "wan2.7-t2v",
            "wan2.7-i2v",
            "wan2.7-r2v",
            "wan2.7-videoedit",
            "wan2.6-t2v",
            "wan2.6-t2v-us",
            "wan2.6-i2v",
            "wan2.6-i2v-flash",
            "wan2.6-i2v-us",
            "wan2.6-r2v",
            "wan2.6-r2v-flash",
            "wan2.5-t2v-preview",
            "wan2.5-i2v-preview",
            "wan2.2-t2v-plus",
            "wan2.2-i2v-flash",
            "wan2.2-i2v-plus",
            "wan2.2-kf2v-flash",
            "wanx2.1-t2v-turbo",
            "wanx2.1-t2v-plus",
            "wanx2.1-i2v-turbo",
            "wanx2.1-i2v-plus",
            "wanx2.1-kf2v-plus",
            "wanx2.1-vace-plus");
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "wan2.7-t2v-2026-04-25",
        "wan2.7-t2v-2026-06-12",
        "wan2.7-i2v-2026-04-25",
        "wan2.7-r2v-2026-06-12",
        "wan2.1-t2v-turbo",
        "wan2.1-t2v-plus",
        "wan2.1-i2v-turbo",
        "wan2.1-i2v-plus",
        "wan2.1-kf2v-plus",
        "wan2.1-vace-plus"
      })
  void datedAndRegionalNamesAreAliases(String alias) {
    ModelCard card = CATALOGUE.find(alias).orElseThrow();

    assertThat(card.name()).isNotEqualTo(alias);
    assertThat(card.aliases()).contains(alias);
  }

  @ParameterizedTest
  @ValueSource(strings = {"WAN2.7-t2v", "wan2.7-t2v ", "wan2.7", "", "wan2.7-t2v-2025-01-01"})
  void namesAreMatchedToTheLetter(String name) {
    assertThat(CATALOGUE.find(name)).isEmpty();
  }

  @Test
  void twoModelsCannotShareAName() {
    ModelCard card = CATALOGUE.all().getFirst();

    assertThatThrownBy(() -> new Catalogue(List.of(card, card)))
        .isInstanceOf(IllegalArgumentException.class)
        .hasMessageContaining(card.name());
  }

  @ParameterizedTest
  @MethodSource("cards")
  void namesGenerationAndWordsAreSane(ModelCard card) {
    assertThat(card.name()).matches("wanx?[0-9.]+-[a-z0-9-]+").contains(card.generation());
    assertThat(card.names()).doesNotHaveDuplicates();
    assertThat(card.prompt().limit()).isBetween(800, 20_000);
    assertThat(card.prompt().negativeLimit()).isIn(0, 500);
    assertThat(card.usage()).isNotEmpty().doesNotHaveDuplicates().contains(UsageField.VIDEO_COUNT);
    assertThat(card.templates()).doesNotHaveDuplicates();
    assertThat(card.rates().submitsPerSecond()).isIn(2, 5);
    assertThat(card.rates().runningTasks()).isIn(2, 5);
    assertThat(card.path() == CreatePath.IMAGE2VIDEO).isEqualTo(card.name().contains("kf2v"));
    assertThat(card.actualPrompt()).isEqualTo(card.generation().compareTo("2.5") <= 0);
  }

  @ParameterizedTest
  @MethodSource("cards")
  void sizesAreComplete(ModelCard card) {
    SizeRule size = card.size();
    assertThat(size.tiers()).isNotEmpty().doesNotHaveDuplicates().contains(size.defaultTier());
    switch (size.by()) {
      case INPUT -> assertThat(size.table()).isEmpty();
      case SIZE -> {
        assertThat(size.entry(size.defaultSize()).orElseThrow().tier())
            .isEqualTo(size.defaultTier());
        assertThat(size.table()).extracting(SizeRule.Entry::tier).hasSameElementsAs(size.tiers());
        assertThat(size.table()).extracting(SizeRule.Entry::size).doesNotHaveDuplicates();
      }
      case RATIO -> {
        assertThat(size.ratios()).isNotEmpty();
        assertThat(size.defaultRatio().isEmpty() || size.ratios().contains(size.defaultRatio()))
            .isTrue();
        for (Tier tier : size.tiers()) {
          for (String ratio : size.ratios()) {
            assertThat(size.entry(tier, ratio).isPresent()).isEqualTo(ratio.contains(":"));
          }
        }
      }
    }
  }

  @ParameterizedTest
  @MethodSource("cards")
  void sizesAreOfTheirTierAndRatio(ModelCard card) {
    for (SizeRule.Entry entry : card.size().table()) {
      String[] sides = entry.ratio().split(":");
      double ratio = Double.parseDouble(sides[0]) / Double.parseDouble(sides[1]);
      assertThat(entry.size().aspect()).isCloseTo(ratio, within(ratio * 0.03));
      assertThat((double) entry.size().pixels() / entry.tier().pixels()).isBetween(0.97, 1.03);
      assertThat(entry.size().width() % 8 + entry.size().height() % 8).isZero();
    }
  }

  @ParameterizedTest
  @MethodSource("cards")
  void lengthsAreSane(ModelCard card) {
    DurationRule rule = card.duration();
    if (rule.choices().isEmpty()) {
      assertThat(rule.from()).isEqualTo(2);
      assertThat(rule.to()).isBetween(10, 30);
      assertThat(rule.toWithVideo()).isLessThanOrEqualTo(rule.to());
      assertThat(rule.defaultSeconds()).isEqualTo(rule.zeroIsInput() ? 0 : 5);
    } else {
      assertThat(rule.choices()).isSorted().contains(rule.defaultSeconds());
    }
  }

  @ParameterizedTest
  @MethodSource("cards")
  void everyTierHasItsPriceInBothLists(ModelCard card) {
    for (Prices.Region region : Prices.Region.values()) {
      Prices.PriceTable table = card.prices().of(region);
      assertThat(table.currency()).isIn("CNY", "USD");
      for (Map<Tier, BigDecimal> prices : List.of(table.second(), table.silentSecond())) {
        assertThat(prices.values()).allMatch(price -> price.signum() > 0);
      }
      assertThat(table.second().keySet()).containsExactlyInAnyOrderElementsOf(card.size().tiers());
      assertThat(table.silentSecond().keySet()).isIn(Set.of(), table.second().keySet());
    }
  }

  @ParameterizedTest
  @MethodSource("cards")
  void mediaRulesAreSane(ModelCard card) {
    Set<MediaRole> roles = new HashSet<>();
    for (MediaRule.MediaType type : card.media().types()) {
      assertThat(roles.add(type.type())).isTrue();
      assertThat(type.atMost()).isBetween(Math.max(1, type.atLeast()), 10);
      assertThat(type.limits())
          .extracting(MediaLimits::kind)
          .containsExactlyInAnyOrderElementsOf(type.type().kinds());
    }
    assertThat(card.media().sets()).doesNotHaveDuplicates().allMatch(roles::containsAll);
    Stream<InputField> fields =
        Stream.concat(
            card.inputs().stream(),
            card.functions().stream().flatMap(function -> function.inputs().stream()));
    fields.forEach(
        field -> {
          assertThat(field.names()).isNotEmpty();
          assertThat(field.limits())
              .extracting(MediaLimits::kind)
              .containsExactlyInAnyOrderElementsOf(field.role().kinds());
        });
  }

  @ParameterizedTest
  @MethodSource("cards")
  void limitsAreSane(ModelCard card) {
    Stream<MediaLimits> limits =
        Stream.concat(
            card.inputs().stream().flatMap(field -> field.limits().stream()),
            card.media().types().stream()
                .flatMap(type -> Stream.concat(type.limits().stream(), type.voice().stream())));
    limits
        .filter(each -> each.kind() != MediaKind.PAGE)
        .forEach(
            each -> {
              assertThat(each.formats()).isNotEmpty();
              assertThat(each.maxBytes()).isBetween(10L << 20, 100L << 20);
              assertThat(each.maxSeconds()).isGreaterThanOrEqualTo(each.minSeconds());
              assertThat(each.maxSide()).isGreaterThanOrEqualTo(each.minSide());
            });
  }

  @ParameterizedTest
  @MethodSource("cards")
  void cardsAreListedAsJson(ModelCard card) {
    ObjectNode json = Catalogue.toJson(card);

    assertThat(json.path("name").asText()).isEqualTo(card.name());
    assertThat(json.path("size").path("default_tier").asText())
        .isEqualTo(card.size().defaultTier().wireName());
    assertThat(json.path("prompt").path("limit").asInt()).isEqualTo(card.prompt().limit());
    assertThat(json.path("prices").path("mainland").path("second").fieldNames().next())
        .matches("(480|720|1080)P");
    assertThat(json.path("path").asText()).isIn("video-generation", "image2video");
    assertThat(json.toString()).doesNotContain("E+").doesNotContain("maxBytes");
  }

  @Test
  void theCardOfTheVideoEditorAsJson() {
    ObjectNode json = Catalogue.toJson(CATALOGUE.find("wan2.7-videoedit").orElseThrow());

    assertThat(json.path("media").path("types").path(0).path("type").asText()).isEqualTo("video");
    assertThat(json.path("media").path("types").path(0).path("limits").path(0).toString())
        .isEqualTo(
            "{\"kind\":\"video\",\"formats\":[\"mp4\",\"mov\"],\"alpha\":false,\"min_side\":240,"
                + "\"max_side\":4096,\"max_aspect\":8.0,\"max_megabytes\":100,\"min_seconds\":2.0,"
                + "\"max_seconds\":10.0,\"min_fps\":0.0,\"max_fps\":0.0,\"ascii_url\":false}");
    assertThat(json.path("duration").path("zero_is_input").asBoolean()).isTrue();
    assertThat(json.path("size").path("table").path(0).toString())
        .isEqualTo("{\"tier\":\"1080P\",\"ratio\":\"16:9\",\"size\":\"1920*1080\"}");
  }
}
