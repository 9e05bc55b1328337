package io.wan4j.engine.wan;

import io.wan4j.engine.wan.catalogue.CheckpointCatalogue;
import io.wan4j.engine.wan.catalogue.CheckpointChooser;
import io.wan4j.engine.wan.catalogue.Choice;
import io.wan4j.engine.wan.catalogue.InstalledCheckpoints;
import io.wan4j.engine.wan.catalogue.Kind;
import io.wan4j.engine.wan.fit.Options;
import java.util.Set;

/** The best checkpoint for each film of those that are installed, by the catalogue's order. */
public final class CatalogueChoice implements CheckpointChoice {
  /** Kinds for which the engine has a pipeline. */
  private static final Set<Kind> RUNNABLE =
      Set.of(Kind.TEXT, Kind.IMAGE, Kind.TEXT_AND_IMAGE, Kind.VACE, Kind.SPEECH);

  private final CheckpointCatalogue catalogue;
  private final InstalledCheckpoints installed;

  public CatalogueChoice(CheckpointCatalogue catalogue, InstalledCheckpoints installed) {
    this.catalogue = catalogue;
    this.installed = installed;
  }

  /** As the engine itself chooses. */
  public static CheckpointChooser chooser(
      CheckpointCatalogue catalogue, InstalledCheckpoints installed, Options options) {
    return new CheckpointChooser(catalogue, installed, RUNNABLE, options);
  }

  @Override
  public Choice find(Wanted film) {
    return chooser(catalogue, installed, film.options())
        .choose(film.wish(), film.memory(), film::isAble);
  }
}
