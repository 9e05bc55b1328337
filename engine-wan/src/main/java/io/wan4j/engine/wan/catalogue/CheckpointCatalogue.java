package io.wan4j.engine.wan.catalogue;

import java.util.ArrayList;
import java.util.Collections;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;

/** All checkpoints that wan4j knows, and which stand in for a model of the API. */
public final class CheckpointCatalogue {
  private final Map<String, CheckpointCard> byName = new LinkedHashMap<>();
  private final CatalogueFile file;

  private CheckpointCatalogue(CatalogueFile file) {
    this.file = file;
    for (CatalogueFile.Entry entry : file.checkpoints()) {
      if (byName.put(entry.name(), file.card(entry)) != null) {
        throw new IllegalArgumentException("two checkpoints are named " + entry.name());
      }
    }
    file.preferences().values().forEach(names -> names.forEach(this::required));
  }

  /** The checkpoints of {@code checkpoints.yaml}. */
  public static CheckpointCatalogue load() {
    return new CheckpointCatalogue(CatalogueFile.read());
  }

  public List<CheckpointCard> all() {
    return List.copyOf(byName.values());
  }

  /** By name or by repository, in any case of letters. */
  public Optional<CheckpointCard> find(String word) {
    return byName.values().stream()
        .filter(
            card -> card.name().equalsIgnoreCase(word) || card.repository().equalsIgnoreCase(word))
        .findFirst();
  }

  /** Models of the API that some checkpoint stands in for. */
  public Set<String> models() {
    return Collections.unmodifiableSet(file.models().keySet());
  }

  /** What a model of the API can be asked for; empty for a model that is not known. */
  public List<Task> tasks(String apiModel) {
    CatalogueFile.ModelEntry model = file.models().get(apiModel);
    return model == null ? List.of() : List.copyOf(model.tasks());
  }

  /** Checkpoints that can do the task, best first. */
  public List<CheckpointCard> preferred(Task task) {
    return file.preferences().getOrDefault(task, List.of()).stream().map(this::required).toList();
  }

  /** As {@link #preferred(Task)}; for a model that is sold as fast, smallest first. */
  public List<CheckpointCard> preferred(String apiModel, Task task) {
    List<CheckpointCard> cards = new ArrayList<>(preferred(task));
    CatalogueFile.ModelEntry model = file.models().get(apiModel);
    if (model != null && model.prefer() == CatalogueFile.Preference.SMALL) {
      Collections.reverse(cards);
    }
    return cards;
  }

  private CheckpointCard required(String name) {
    CheckpointCard card = byName.get(name);
    if (card == null) {
      throw new IllegalArgumentException("no checkpoint is named " + name);
    }
    return card;
  }
}
