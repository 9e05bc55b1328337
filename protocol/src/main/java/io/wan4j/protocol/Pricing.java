package io.wan4j.protocol;

import io.wan4j.protocol.catalogue.MediaKind;
import io.wan4j.protocol.catalogue.MediaRole;
import io.wan4j.protocol.catalogue.Prices;
import io.wan4j.protocol.catalogue.Tier;
import java.math.BigDecimal;
import java.math.RoundingMode;
import java.util.Currency;
import java.util.List;
import java.util.Map;

/**
 * Which seconds are charged, and at what price (DashScope, model pricing and the models' guides).
 */
public final class Pricing {
  /** What is charged of each reference video at most, by the number of videos or references. */
  private static final List<BigDecimal> SHARES =
      List.of(
          new BigDecimal("5"),
          new BigDecimal("2.5"),
          new BigDecimal("1.65"),
          new BigDecimal("1.25"),
          new BigDecimal("1"));

  private final Prices.Region region;

  public Pricing(Prices.Region region) {
    this.region = region;
  }

  /**
   * The bill of a finished film.
   *
   * @param inputVideoSeconds length of each input video, in any order
   * @param outputSeconds length of the film
   */
  public Bill bill(VideoOrder order, List<Double> inputVideoSeconds, double outputSeconds) {
    BigDecimal input =
        chargedInput(order, inputVideoSeconds.stream().map(Pricing::hundredths).toList());
    return bill(order, input, hundredths(outputSeconds));
  }

  /** The greatest bill the order can come to, before any input's length is known. */
  public Bill atMost(VideoOrder order) {
    List<BigDecimal> longest =
        order.media().stream()
            .flatMap(input -> input.limits().stream())
            .filter(limits -> limits.kind() == MediaKind.VIDEO)
            .map(limits -> hundredths(limits.maxSeconds()))
            .toList();
    BigDecimal output = BigDecimal.valueOf(mostSeconds(order));
    BigDecimal input = chargedInput(order, longest);
    int most = order.card().media().mostInputAndOutputSeconds();
    return bill(
        order, most == 0 ? input : input.min(BigDecimal.valueOf(most).subtract(output)), output);
  }

  /**
   * The greatest bill the order can come to when its input videos' lengths are known.
   *
   * @param inputVideoSeconds length of each, in the order's order
   */
  public Bill atMost(VideoOrder order, List<Double> inputVideoSeconds) {
    double output =
        order.length() instanceof Length.OfInput
            ? order.length().outputSeconds(inputVideoSeconds.getFirst())
            : mostSeconds(order);
    return bill(order, inputVideoSeconds, output);
  }

  private static int mostSeconds(VideoOrder order) {
    return switch (order.length()) {
      case Length.Seconds(int seconds) -> seconds;
      case Length.OfInput(int atMost) -> atMost;
      case Length.Free free -> free.mostSeconds();
    };
  }

  private Bill bill(VideoOrder order, BigDecimal inputSeconds, BigDecimal outputSeconds) {
    Prices.PriceTable table = order.card().prices().of(region);
    BigDecimal price = price(table, order);
    return new Bill(
        inputSeconds,
        outputSeconds,
        price,
        price.multiply(inputSeconds.add(outputSeconds)),
        Currency.getInstance(table.currency()));
  }

  private static BigDecimal price(Prices.PriceTable table, VideoOrder order) {
    Map<Tier, BigDecimal> seconds =
        order.hasSound() || table.silentSecond().isEmpty() ? table.second() : table.silentSecond();
    BigDecimal price = seconds.get(order.size().tier());
    if (price == null) {
      throw new IllegalStateException(
          order.card().name() + " has no price for " + order.size().tier().wireName());
    }
    return price;
  }

  private static BigDecimal chargedInput(VideoOrder order, List<BigDecimal> videos) {
    return switch (order.card().prices().billing()) {
      case OUTPUT -> BigDecimal.ZERO;
      case INPUT_AND_OUTPUT -> videos.stream().reduce(BigDecimal.ZERO, BigDecimal::add);
      case REFERENCES_BY_VIDEOS -> shared(videos, videos.size());
      case REFERENCES_BY_ALL -> shared(videos, references(order));
    };
  }

  private static int references(VideoOrder order) {
    return (int)
        order.media().stream().map(MediaInput::role).filter(MediaRole::isReference).count();
  }

  private static BigDecimal shared(List<BigDecimal> videos, int among) {
    if (videos.isEmpty()) {
      return BigDecimal.ZERO;
    }
    BigDecimal share = SHARES.get(Math.min(among, SHARES.size()) - 1);
    return videos.stream().map(share::min).reduce(BigDecimal.ZERO, BigDecimal::add);
  }

  private static BigDecimal hundredths(double seconds) {
    BigDecimal rounded = BigDecimal.valueOf(seconds).setScale(2, RoundingMode.HALF_UP);
    BigDecimal stripped = rounded.stripTrailingZeros();
    return stripped.scale() < 0 ? stripped.setScale(0) : stripped;
  }
}
