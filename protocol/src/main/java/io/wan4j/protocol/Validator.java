package io.wan4j.protocol;

import io.wan4j.protocol.catalogue.Catalogue;
import io.wan4j.protocol.catalogue.ModelCard;
import io.wan4j.protocol.error.ErrorName;
import io.wan4j.protocol.error.WireError;
import io.wan4j.protocol.error.WireErrors;
import java.util.Optional;

/**
 * Checks a request against its model's card, as far as that can be done without its files, and
 * fills in every default. Fields that the model does not have are ignored, whatever they hold: the
 * SDKs send some always, and so do clients written for another generation.
 */
public final class Validator {
  private final Catalogue catalogue;

  public Validator(Catalogue catalogue) {
    this.catalogue = catalogue;
  }

  /** The order, or the cloud's error; {@code Model not exist.} for a name the catalogue lacks. */
  public Verdict check(SynthesisRequest request) {
    Optional<ModelCard> card = catalogue.find(request.model());
    return card.isPresent()
        ? check(request, card.get())
        : new Verdict.Refused(WireErrors.get(ErrorName.MODEL_NOT_EXIST));
  }

  private static Verdict check(SynthesisRequest request, ModelCard card) {
    Faults faults = new Faults(card.checker());
    Optional<VideoOrder> order = new OrderReader(request, card, faults).read();
    Optional<WireError> error = faults.told();
    return error.isPresent()
        ? new Verdict.Refused(error.get())
        : new Verdict.Accepted(order.orElseThrow());
  }
}
