package io.wan4j.service.work;

import io.wan4j.engine.Brief;
import io.wan4j.engine.VideoEngine;
import io.wan4j.protocol.Bill;
import io.wan4j.protocol.Pricing;
import io.wan4j.protocol.SynthesisRequest;
import io.wan4j.protocol.Usage;
import io.wan4j.protocol.Validator;
import io.wan4j.protocol.Verdict;
import io.wan4j.protocol.VideoOrder;
import io.wan4j.protocol.catalogue.PixelSize;
import io.wan4j.protocol.error.WireError;
import io.wan4j.service.fetch.MediaFetcher;
import java.nio.file.Path;
import java.util.Map;
import java.util.concurrent.ConcurrentHashMap;

/** The road of a film from its request to a file: checked, supplied, briefed, filmed, billed. */
final class FilmProduction implements Production {
  private final Validator validator;
  private final MediaFetcher fetcher;
  private final MediaInspection inspection;
  private final PromptReading reading;
  private final VideoEngine engine;
  private final Filming filming;
  private final Pricing pricing;
  private final Map<Claim, Brief> briefs = new ConcurrentHashMap<>();

  FilmProduction(
      Validator validator,
      MediaFetcher fetcher,
      MediaInspection inspection,
      PromptReading reading,
      VideoEngine engine,
      Filming filming,
      Pricing pricing) {
    this.validator = validator;
    this.fetcher = fetcher;
    this.inspection = inspection;
    this.reading = reading;
    this.engine = engine;
    this.filming = filming;
    this.pricing = pricing;
  }

  @Override
  public Product make(Claim claim, TaskProgress progress, Path folder) {
    VideoOrder order = order(claim);
    progress.fetching();
    Supplies supplies =
        Supplies.fetch(order, claim.account(), fetcher, inspection, folder, progress::cancelled);
    String words = reading.wordsToFilm(order, Briefing.seconds(order, supplies));
    Brief brief = Briefing.of(order, supplies, words, claim.seed());
    Feasibility.of(engine, brief);
    briefs.put(claim, brief);
    Path film = folder.resolve("film.mp4");
    Filming.Filmed filmed = filming.film(brief, order.watermark(), film, progress);
    Bill bill = pricing.bill(order, supplies.videoSeconds(), brief.seconds());
    PixelSize size = new PixelSize(brief.size().width(), brief.size().height());
    return new Product(
        film,
        filmed.frameRate(),
        filmed.notes(),
        Usage.of(order, bill, size).toString(),
        order.originalPrompt(),
        PromptReading.told(order, words),
        bill);
  }

  @Override
  public void end(Claim claim, boolean over) {
    Brief brief = briefs.remove(claim);
    if (over && brief != null) {
      engine.forget(brief);
    }
  }

  private VideoOrder order(Claim claim) {
    return switch (validator.check(SynthesisRequest.parse(claim.requestJson()))) {
      case Verdict.Accepted(VideoOrder order) -> order;
      case Verdict.Refused(WireError error) -> throw new RefusedException(error);
    };
  }
}
