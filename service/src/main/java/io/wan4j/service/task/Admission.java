package io.wan4j.service.task;

import io.wan4j.protocol.SynthesisRequest;
import io.wan4j.protocol.Validator;
import io.wan4j.protocol.Verdict;
import io.wan4j.protocol.catalogue.Catalogue;
import io.wan4j.protocol.catalogue.ModelCard;
import io.wan4j.protocol.error.ErrorName;
import io.wan4j.protocol.error.WireErrors;
import io.wan4j.protocol.error.WireException;
import io.wan4j.service.Quotas;
import io.wan4j.service.Validation;
import io.wan4j.service.key.Caller;

/** What is looked at before there is a task (DashScope reference, "two places" of errors). */
public final class Admission {
  private final Catalogue catalogue;
  private final Validator validator;
  private final Validation validation;
  private final Quotas quotas;
  private final SubmissionRate rate;

  public Admission(
      Catalogue catalogue,
      Validator validator,
      Validation validation,
      Quotas quotas,
      SubmissionRate rate) {
    this.catalogue = catalogue;
    this.validator = validator;
    this.validation = validation;
    this.quotas = quotas;
    this.rate = rate;
  }

  /**
   * Lets the request through or not.
   *
   * @throws WireException with what the client is to be told
   */
  void admit(Caller caller, SynthesisRequest request) {
    ModelCard card =
        catalogue
            .find(request.model())
            .orElseThrow(() -> new WireException(WireErrors.get(ErrorName.MODEL_NOT_EXIST)));
    if (quotas == Quotas.CLOUD
        && !rate.admits(caller.account(), card.name(), card.rates().submitsPerSecond())) {
      throw new WireException(WireErrors.get(ErrorName.RATE_QUOTA));
    }
    if (validation == Validation.EARLY
        && validator.check(request) instanceof Verdict.Refused refused) {
      throw new WireException(refused.error());
    }
  }
}
