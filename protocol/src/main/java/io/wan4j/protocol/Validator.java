package io.wan4j.protocol;

import io.wan4j.protocol.catalogue.Catalogue;
import io.wan4j.protocol.error.ErrorName;
import io.wan4j.protocol.error.WireErrors;

/** Checks a request against its model's card, as far as that can be done without its files. */
public final class Validator {
  private final Catalogue catalogue;

  public Validator(Catalogue catalogue) {
    this.catalogue = catalogue;
  }

  /** The order, or the cloud's error; {@code Model not exist.} for a name the catalogue lacks. */
  public Verdict check(SynthesisRequest request) {
    return catalogue
        .find(request.model())
        .<Verdict>map(card -> new Verdict.Refused(WireErrors.get(ErrorName.INTERNAL_ERROR)))
        .orElseGet(() -> new Verdict.Refused(WireErrors.get(ErrorName.MODEL_NOT_EXIST)));
  }
}
