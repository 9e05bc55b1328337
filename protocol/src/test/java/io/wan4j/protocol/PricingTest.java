package io.wan4j.protocol;

import static org.assertj.core.api.Assertions.assertThat;

import io.wan4j.protocol.catalogue.Prices.Region;
import java.math.BigDecimal;
import java.util.Arrays;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** The price lists and billing examples of the reference. */
class PricingTest {
  private static final Pricing MAINLAND = new Pricing(Region.MAINLAND);
  private static final Pricing ABROAD = new Pricing(Region.INTERNATIONAL);

  private static String references(int images, int videos) {
    StringBuilder media = new StringBuilder();
    for (int i = 0; i < images + videos; i++) {
      media.append(i == 0 ? "" : ", ");
      media.append("{'type': '").append(i < images ? "reference_image" : "reference_video");
      media.append("', 'url': 'https://p.test/").append(i).append("'}");
    }
    return "{'media': [" + media + "]}";
  }

  private static List<Double> seconds(String list) {
    return list == null ? List.of() : Arrays.stream(list.split(" ")).map(Double::valueOf).toList();
  }

  @ParameterizedTest
  @CsvSource({
    "wan3.0-video, 480P, 1.5, 0.25",
    "wan3.0-video, 1080P, 6, 1",
    "wan3.0-video-prime, 720P, 4.5, 4.5",
    "wan2.7-t2v, 720P, 3, 3.66962",
    "wan2.7-t2v, 1080P, 5, 5.50443",
    "wan2.7-i2v, 1080P, 5, 5.50443",
    "wan2.6-i2v-flash, 720P, 1.5, 1.83481",
    "wan2.5-i2v-preview, 480P, 1.5, 1.834805",
    "wan2.2-i2v-plus, 480P, 0.7, 0.733925",
    "wan2.2-i2v-flash, 720P, 1, 1.321065",
    "wan2.2-kf2v-flash, 1080P, 2.4, 2.4",
    "wanx2.1-i2v-turbo, 480P, 1.2, 1.321065",
    "wanx2.1-kf2v-plus, 720P, 3.5, 3.66962"
  })
  void fiveSecondsCostBySize(String model, String tier, BigDecimal yuan, BigDecimal abroad) {
    VideoOrder order = Bodies.order(model, "{}", "{'resolution': '" + tier + "'}");

    assertThat(MAINLAND.bill(order, List.of(), 5).total()).isEqualByComparingTo(yuan);
    assertThat(ABROAD.bill(order, List.of(), 5).total()).isEqualByComparingTo(abroad);
  }

  @ParameterizedTest
  @CsvSource({
    "wan2.6-t2v, 1280*720, 3",
    "wan2.5-t2v-preview, 832*480, 1.5",
    "wan2.2-t2v-plus, 480*832, 0.7",
    "wanx2.1-t2v-turbo, 624*624, 1.2",
    "wanx2.1-t2v-plus, 960*960, 3.5"
  })
  void olderSizesCostByTheirTier(String model, String size, BigDecimal yuan) {
    VideoOrder order = Bodies.order(model, "{}", "{'size': '" + size + "'}");

    assertThat(MAINLAND.bill(order, List.of(), 5).total()).isEqualByComparingTo(yuan);
  }

  @Test
  void silenceIsCheaperOnlyWhereTheListSaysSo() {
    VideoOrder flash = Bodies.order("wan2.6-i2v-flash", "{}", "{'audio': false}");
    VideoOrder general = Bodies.order("wan3.0-video", "{}", "{'audio': false}");

    assertThat(MAINLAND.bill(flash, List.of(), 10).total()).isEqualByComparingTo("2.5");
    assertThat(ABROAD.bill(flash, List.of(), 10).total()).isEqualByComparingTo("2.75221");
    assertThat(MAINLAND.bill(general, List.of(), 10).total()).isEqualByComparingTo("12");
  }

  @Test
  void aBillSaysHowItCame() {
    VideoOrder order = Bodies.order("wan3.0-video", references(0, 1), "{'resolution': '480P'}");

    Bill bill = ABROAD.bill(order, List.of(15.07), 5);

    assertThat(bill.inputSeconds()).isEqualByComparingTo("15.07");
    assertThat(bill.outputSeconds()).isEqualByComparingTo("5");
    assertThat(bill.billedSeconds()).isEqualByComparingTo("20.07");
    assertThat(bill.pricePerSecond()).isEqualByComparingTo("0.05");
    assertThat(bill.total()).isEqualByComparingTo("1.0035");
    assertThat(bill.currency().getCurrencyCode()).isEqualTo("USD");
  }

  @ParameterizedTest
  @CsvSource({
    "1, 0, , 0",
    "0, 1, 8, 5",
    "0, 1, 3.2, 3.2",
    "1, 2, 8 1, 3.5",
    "3, 2, 8 8, 5",
    "0, 3, 8 8 8, 4.95",
    "1, 4, 8 8 8 1, 4.75",
    "0, 5, 8 8 8 8 0.5, 4.5"
  })
  void references27ShareFiveSecondsAmongTheVideos(
      int images, int videos, String lengths, BigDecimal charged) {
    VideoOrder order = Bodies.order("wan2.7-r2v", references(images, videos), "{}");

    assertThat(MAINLAND.bill(order, seconds(lengths), 5).inputSeconds())
        .isEqualByComparingTo(charged);
  }

  @ParameterizedTest
  @CsvSource({"1, 8, 5", "2, 8, 2.5", "3, 8, 1.65", "4, 8, 1.25", "5, 8, 1", "5, 8 8, 2", "3, , 0"})
  void references26ShareFiveSecondsAmongAll(int references, String lengths, BigDecimal charged) {
    StringBuilder urls = new StringBuilder("'https://p.test/0'");
    for (int i = 1; i < references; i++) {
      urls.append(", 'https://p.test/").append(i).append("'");
    }
    VideoOrder order = Bodies.order("wan2.6-r2v", "{'reference_urls': [" + urls + "]}", "{}");

    assertThat(MAINLAND.bill(order, seconds(lengths), 5).inputSeconds())
        .isEqualByComparingTo(charged);
  }

  @Test
  void editsAreChargedTwice() {
    VideoOrder order = Bodies.order("wan2.7-videoedit", "{}", "{'resolution': '720P'}");

    assertThat(MAINLAND.bill(order, List.of(5.02), 5.02).total()).isEqualByComparingTo("6.024");
  }

  @Test
  void continuationsAreChargedAsAWholeAndOnce() {
    VideoOrder order =
        Bodies.order(
            "wan2.7-i2v",
            "{'media': [{'type': 'first_clip', 'url': 'https://p.test/a.mp4'}]}",
            "{'duration': 12, 'resolution': '720P'}");

    assertThat(MAINLAND.bill(order, List.of(2.0), 12).total()).isEqualByComparingTo("7.2");
  }

  @ParameterizedTest
  @CsvSource({
    "wan2.7-t2v, '{}', 15, 15",
    "wan2.7-i2v, '{}', 15, 15",
    "wan2.7-videoedit, '{}', 4, 14",
    "wan2.7-videoedit, '{}', 0, 20",
    "wan3.0-video, '{}', -1, 30",
    "wan2.6-r2v, '{}', 10, 15"
  })
  void theGreatestBillIsKnownBeforehand(String model, String input, int duration, BigDecimal most) {
    VideoOrder order = Bodies.order(model, input, "{'duration': " + duration + "}");

    assertThat(MAINLAND.atMost(order).billedSeconds()).isEqualByComparingTo(most);
  }

  @Test
  void theGreatestBillKnowsTheLimitOfInputAndOutput() {
    VideoOrder order = Bodies.order("wan3.0-video", references(0, 3), "{'duration': 5}");

    assertThat(MAINLAND.atMost(order).billedSeconds()).isEqualByComparingTo("30");
  }
}
