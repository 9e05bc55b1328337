package io.wan4j.service.work;

import io.wan4j.protocol.catalogue.Catalogue;
import io.wan4j.protocol.catalogue.ModelCard;
import io.wan4j.protocol.error.ErrorName;
import io.wan4j.protocol.error.WireErrors;
import io.wan4j.service.Quotas;
import io.wan4j.service.database.Database;
import io.wan4j.service.ledger.Ledger;
import io.wan4j.service.ledger.LedgerEntry;
import io.wan4j.service.task.TaskRecord;
import io.wan4j.service.task.TaskState;
import io.wan4j.service.task.TaskTable;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.Optional;
import org.jdbi.v3.core.Handle;

/** Gives tasks to workers and takes their results, each in one transaction. */
final class ClaimDesk {
  private static final Duration DEFERRAL = Duration.ofMillis(200);

  private final Database database;
  private final ClaimTable claims;
  private final TaskTable tasks;
  private final Ledger ledger;
  private final Catalogue catalogue;
  private final Quotas quotas;
  private final int attempts;
  private final Clock clock;

  ClaimDesk(
      Database database,
      ClaimTable claims,
      TaskTable tasks,
      Ledger ledger,
      Catalogue catalogue,
      Quotas quotas,
      int attempts,
      Clock clock) {
    this.database = database;
    this.claims = claims;
    this.tasks = tasks;
    this.ledger = ledger;
    this.catalogue = catalogue;
    this.quotas = quotas;
    this.attempts = attempts;
    this.clock = clock;
  }

  Claiming claim(String taskId) {
    Instant now = clock.instant();
    return database.transact(
        handle ->
            claims
                .candidate(handle, taskId)
                .map(candidate -> claim(handle, taskId, candidate, now))
                .orElseGet(Claiming.Gone::new));
  }

  private Claiming claim(
      Handle handle, String taskId, ClaimTable.Candidate candidate, Instant now) {
    if (candidate.waiting() && isFull(handle, candidate)) {
      return new Claiming.Deferred(DEFERRAL);
    }
    Optional<Claim> claimed = claims.claim(handle, taskId, now);
    if (claimed.isEmpty()) {
      return new Claiming.Gone();
    }
    Claim claim = claimed.get();
    if (candidate.stopWanted()) {
      claims.cancel(handle, claim, now);
      return new Claiming.Ended();
    }
    if (candidate.begun() >= attempts) {
      claims.fail(handle, claim, WireErrors.get(ErrorName.INTERNAL_ERROR), now);
      return new Claiming.Ended();
    }
    return new Claiming.Granted(claim);
  }

  private boolean isFull(Handle handle, ClaimTable.Candidate candidate) {
    Optional<ModelCard> card = catalogue.find(candidate.model());
    if (quotas == Quotas.NONE || card.isEmpty()) {
      return false;
    }
    database.dialect().lock(handle, "running " + candidate.account() + " " + card.get().name());
    return claims.running(handle, candidate.account(), card.get().names())
        >= card.get().rates().runningTasks();
  }

  /** Notes how far the work is, and learns whether it is still wanted. */
  Standing report(Claim claim, TaskProgress progress) {
    return database.transact(
        handle -> {
          claims.progress(handle, claim, progress.stage(), progress.fraction());
          return claims.standing(handle, claim);
        });
  }

  /**
   * Writes down how the attempt came out; a success together with its entry in the ledger.
   *
   * @return false when the claim has been lost, and nothing was written
   */
  boolean settle(Claim claim, Outcome outcome) {
    Instant now = clock.instant();
    return database.transact(
        handle ->
            switch (outcome) {
              case Outcome.Filmed filmed -> succeed(handle, claim, filmed, now);
              case Outcome.Failed failed -> claims.fail(handle, claim, failed.error(), now);
              case Outcome.Stopped() -> claims.cancel(handle, claim, now);
              case Outcome.Released() -> {
                claims.release(handle, claim);
                yield true;
              }
              case Outcome.Lost() -> false;
            });
  }

  private boolean succeed(Handle handle, Claim claim, Outcome.Filmed filmed, Instant now) {
    Product product = filmed.product();
    TaskState.Film film =
        new TaskState.Film(
            claim.artifact(),
            filmed.bytes(),
            product.frameRate(),
            product.notes(),
            product.usageJson(),
            product.origPrompt(),
            product.actualPrompt(),
            product.bill());
    if (!claims.succeed(handle, claim, film, now)) {
      return false;
    }
    ledger.write(
        handle,
        new LedgerEntry(
            claim.taskId(),
            claim.account(),
            claim.keyId(),
            claim.model(),
            now,
            product.bill().billedSeconds(),
            product.bill().total(),
            product.bill().currency().getCurrencyCode()));
    return true;
  }

  Optional<TaskRecord> find(String taskId) {
    return database.read(handle -> tasks.find(handle, taskId));
  }
}
