package io.wan4j.protocol;

import com.fasterxml.jackson.databind.node.ObjectNode;
import io.wan4j.protocol.catalogue.DurationRule;
import io.wan4j.protocol.catalogue.MediaRole;
import io.wan4j.protocol.catalogue.ModelCard;
import io.wan4j.protocol.catalogue.SoundRule;
import io.wan4j.protocol.error.ErrorName;
import java.util.List;
import java.util.OptionalLong;

/** Reads the fields of {@code parameters} that models share, all but the size. */
final class ParameterReader {
  private static final int GREATEST_SEED = Integer.MAX_VALUE;

  private final ModelCard card;
  private final Fields fields;
  private final Faults faults;

  ParameterReader(ModelCard card, ObjectNode parameters, Faults faults) {
    this.card = card;
    this.fields = new Fields(parameters, "parameters", faults);
    this.faults = faults;
  }

  /**
   * The length.
   *
   * @param withVideo whether there is a reference video
   */
  Length length(boolean withVideo) {
    DurationRule rule = card.duration();
    OptionalLong given = fields.integer("duration");
    if (given.isEmpty()) {
      return chosen(rule, rule.defaultSeconds(), withVideo);
    }
    checkLength(rule, given.getAsLong(), withVideo);
    return chosen(rule, given.getAsLong(), withVideo);
  }

  private void checkLength(DurationRule rule, long seconds, boolean withVideo) {
    Faults.Field field = fields.field("duration");
    int most = most(rule, withVideo);
    if (rule.isFixed()) {
      if (seconds != rule.choices().getFirst()) {
        faults.rule(ErrorName.DURATION_FIXED);
      }
    } else if (!rule.choices().isEmpty()) {
      if (seconds != (int) seconds || !rule.choices().contains((int) seconds)) {
        faults.notANumberOf(field, rule.choices());
      }
    } else {
      boolean special =
          seconds == 0 && rule.zeroIsInput() || seconds == -1 && rule.minusOneIsFree();
      if (!special && (seconds < rule.from() || seconds > most)) {
        faults.rule(ErrorName.DURATION_BETWEEN, rule.from(), most);
      }
    }
  }

  private static int most(DurationRule rule, boolean withVideo) {
    return withVideo && rule.toWithVideo() > 0 ? rule.toWithVideo() : rule.to();
  }

  private static Length chosen(DurationRule rule, long seconds, boolean withVideo) {
    if (rule.zeroIsInput()) {
      return new Length.OfInput(seconds == 0 ? rule.to() : (int) seconds);
    }
    if (seconds == -1 && rule.minusOneIsFree()) {
      return new Length.Free(rule.from(), most(rule, withVideo), rule.defaultSeconds());
    }
    return new Length.Seconds((int) seconds);
  }

  SeedChoice seed() {
    OptionalLong given = fields.integer("seed");
    if (given.isEmpty()) {
      return new SeedChoice.Drawn();
    }
    long seed = given.getAsLong();
    if (seed < 0 || seed > GREATEST_SEED) {
      faults.notBetween(fields.field("seed"), seed, "0", String.valueOf(GREATEST_SEED));
    }
    return new SeedChoice.Fixed(seed);
  }

  /** Whether the prompt is rewritten; models without the field do not. */
  boolean promptExtend() {
    return card.prompt().extend() && fields.bool("prompt_extend", true);
  }

  boolean watermark() {
    return fields.bool("watermark", false);
  }

  /**
   * The shots. "multi" counts only where the prompt is rewritten too, if the model can do that
   * (DashScope reference, text-to-video 2.6).
   */
  ShotType shotType(boolean promptExtend) {
    if (card.shotTypes().isEmpty()) {
      return ShotType.AS_PROMPTED;
    }
    String given = fields.choice("shot_type", card.shotTypes()).orElse(card.shotTypes().getFirst());
    boolean counts = promptExtend || !card.prompt().extend();
    return switch (given) {
      case "single" -> ShotType.SINGLE;
      case "multi" -> counts ? ShotType.MULTI : ShotType.SINGLE;
      default -> ShotType.AS_PROMPTED;
    };
  }

  /** Whether sound is switched off; only some models look at the field. */
  boolean muted() {
    return card.sound() == SoundRule.SWITCHABLE && !fields.bool("audio", true);
  }

  SoundChoice sound(List<MediaInput> media, boolean muted) {
    if (card.sound() == SoundRule.SILENT || muted) {
      return new SoundChoice.Silent();
    }
    if (!card.audioSettings().isEmpty()) {
      String setting =
          fields
              .choice("audio_setting", card.audioSettings())
              .orElse(card.audioSettings().getFirst());
      return switch (setting) {
        case "origin" -> new SoundChoice.OfInput();
        case "no_audio" -> new SoundChoice.Silent();
        default -> new SoundChoice.OfInputOrMade();
      };
    }
    return media.stream()
        .filter(input -> input.role() == MediaRole.DRIVING_AUDIO)
        .findFirst()
        .<SoundChoice>map(SoundChoice.Given::new)
        .orElseGet(SoundChoice.Made::new);
  }
}
