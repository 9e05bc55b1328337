package io.wan4j.protocol.catalogue;

import com.fasterxml.jackson.annotation.JsonValue;
import java.util.List;
import java.util.Locale;
import java.util.Optional;

/**
 * How the size of a film is asked for.
 *
 * @param by which fields say it
 * @param tiers what {@code parameters.resolution} may be, in the order in which the cloud lists
 *     them; for {@link By#SIZE} the tiers of the table
 * @param defaultTier what it is without the field
 * @param ratios what {@code parameters.ratio} may be; empty if the model has no such field
 * @param defaultRatio what it is without the field; "" or "adaptive" follow the input
 * @param table the sizes by tier and ratio, in the order in which the cloud lists them
 * @param defaultSize for {@link By#SIZE}, the size without the field; otherwise nothing
 */
public record SizeRule(
    By by,
    List<Tier> tiers,
    Tier defaultTier,
    List<String> ratios,
    String defaultRatio,
    List<Entry> table,
    PixelSize defaultSize) {
  /** Which fields say the size. */
  public enum By {
    /** {@code resolution} and {@code ratio}, looked up in the table. */
    RATIO,
    /** {@code size}, one of the table. */
    SIZE,
    /** {@code resolution}; the shape is the input's. */
    INPUT;

    @JsonValue
    public String dataName() {
      return name().toLowerCase(Locale.ROOT);
    }
  }

  /** A size of the table. */
  public record Entry(Tier tier, String ratio, PixelSize size) {}

  public SizeRule {
    tiers = Lists.orEmpty(tiers);
    ratios = Lists.orEmpty(ratios);
    defaultRatio = defaultRatio == null ? "" : defaultRatio;
    table = Lists.orEmpty(table);
    defaultSize = defaultSize == null && !table.isEmpty() ? table.getFirst().size() : defaultSize;
  }

  public Optional<Entry> entry(Tier tier, String ratio) {
    return table.stream().filter(e -> e.tier() == tier && e.ratio().equals(ratio)).findFirst();
  }

  public Optional<Entry> entry(PixelSize size) {
    return table.stream().filter(e -> e.size().equals(size)).findFirst();
  }
}
