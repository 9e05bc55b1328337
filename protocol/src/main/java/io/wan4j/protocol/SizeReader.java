package io.wan4j.protocol;

import com.fasterxml.jackson.databind.node.ObjectNode;
import io.wan4j.protocol.catalogue.MediaKind;
import io.wan4j.protocol.catalogue.MediaRole;
import io.wan4j.protocol.catalogue.PixelSize;
import io.wan4j.protocol.catalogue.SizeRule;
import io.wan4j.protocol.catalogue.Tier;
import io.wan4j.protocol.catalogue.VaceFunction;
import io.wan4j.protocol.error.ErrorName;
import java.util.List;
import java.util.Optional;
import java.util.stream.Collectors;

/** Reads {@code size}, or {@code resolution} and {@code ratio}, whichever the model has. */
final class SizeReader {
  private static final String ADAPTIVE = "adaptive";
  private static final String WIDE = "16:9";

  private final SizeRule rule;
  private final Fields fields;
  private final Faults faults;

  SizeReader(SizeRule rule, ObjectNode parameters, Faults faults) {
    this.rule = rule;
    this.fields = new Fields(parameters, "parameters", faults);
    this.faults = faults;
  }

  SizeChoice read(List<MediaInput> media) {
    return switch (rule.by()) {
      case SIZE -> size();
      case INPUT -> new SizeChoice.FollowsInput(tier(), true);
      case RATIO -> ratio(tier(), media);
    };
  }

  /** The size of a VACE film: some functions follow their input, which is never enlarged. */
  SizeChoice read(VaceFunction function) {
    boolean exact = function.takesSize() && (fields.has("size") || !function.sizeByInput());
    return exact ? size() : new SizeChoice.FollowsInput(rule.defaultTier(), false);
  }

  private Tier tier() {
    List<String> names = rule.tiers().stream().map(Tier::wireName).toList();
    return fields
        .choice("resolution", names)
        .map(name -> rule.tiers().get(names.indexOf(name)))
        .orElse(rule.defaultTier());
  }

  private SizeChoice ratio(Tier tier, List<MediaInput> media) {
    String ratio = fields.choice("ratio", rule.ratios()).orElse(rule.defaultRatio());
    boolean seen = media.stream().anyMatch(SizeReader::isSeen);
    boolean follows =
        InputReader.has(media, MediaRole.FIRST_FRAME) && !ratioBeatsFrame(ratio)
            || ratio.isEmpty()
            || ratio.equals(ADAPTIVE) && seen;
    if (follows) {
      return new SizeChoice.FollowsInput(tier, true);
    }
    return exact(rule.entry(tier, ratio.equals(ADAPTIVE) ? WIDE : ratio).orElseThrow());
  }

  /** Only models that know "adaptive" let a ratio overrule the first frame's shape. */
  private boolean ratioBeatsFrame(String ratio) {
    return rule.ratios().contains(ADAPTIVE) && !ratio.equals(ADAPTIVE);
  }

  private static boolean isSeen(MediaInput input) {
    return input.role().kinds().contains(MediaKind.IMAGE)
        || input.role().kinds().contains(MediaKind.VIDEO);
  }

  private SizeChoice size() {
    SizeRule.Entry byDefault = rule.entry(rule.defaultSize()).orElseThrow();
    Optional<String> given = fields.text("size").filter(text -> !text.isBlank());
    if (given.isEmpty()) {
      return exact(byDefault);
    }
    PixelSize size;
    try {
      size = PixelSize.parse(given.get());
    } catch (IllegalArgumentException e) {
      faults.rule(ErrorName.SIZE_FORMAT);
      return exact(byDefault);
    }
    Optional<SizeRule.Entry> entry = rule.entry(size);
    if (entry.isEmpty()) {
      faults.rule(
          ErrorName.SIZE_NOT_IN,
          rule.table().stream().map(e -> e.size().toString()).collect(Collectors.joining(",")));
    }
    return exact(entry.orElse(byDefault));
  }

  private static SizeChoice exact(SizeRule.Entry entry) {
    return new SizeChoice.Exact(entry.tier(), entry.ratio(), entry.size());
  }
}
