package io.wan4j.engine.wan.hub;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.json.JsonMapper;
import io.wan4j.engine.wan.catalogue.CheckpointCard;
import io.wan4j.engine.wan.catalogue.CheckpointCard.Part;
import io.wan4j.engine.wan.catalogue.CheckpointCatalogue;
import io.wan4j.engine.wan.catalogue.InstalledCheckpoints;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.TreeSet;
import java.util.stream.Stream;

/**
 * The checkpoints in the hub's cache that have all files they need, whoever fetched them: parts
 * that the index names, with their configurations and all weights that their own indexes name.
 */
public final class CachedCheckpoints implements InstalledCheckpoints {
  private static final JsonMapper JSON = new JsonMapper();
  private static final String INDEX = "model_index.json";

  private final HubCache cache;
  private final CheckpointCatalogue catalogue;

  public CachedCheckpoints(HubCache cache, CheckpointCatalogue catalogue) {
    this.cache = cache;
    this.catalogue = catalogue;
  }

  @Override
  public Optional<Path> folder(CheckpointCard card) {
    return cache
        .snapshot(card.repository())
        .filter(folder -> missing(folder).isEmpty())
        .filter(folder -> card.borrowed().parts().isEmpty() || lender(card).isPresent());
  }

  /** A checkpoint that is here and has the parts that the card's own repository lacks. */
  public Optional<Path> lender(CheckpointCard card) {
    return card.borrowed().from().stream()
        .map(catalogue::find)
        .flatMap(Optional::stream)
        .filter(other -> other.stored().containsKey(Part.TEXT_ENCODER))
        .map(other -> cache.snapshot(other.repository()))
        .flatMap(Optional::stream)
        .filter(folder -> missing(folder).isEmpty())
        .findFirst();
  }

  /**
   * Files that are not there, as paths within the folder; links without their file count as not.
   */
  public static List<String> missing(Path folder) {
    Set<String> missing = new TreeSet<>();
    if (!Files.exists(folder.resolve(INDEX))) {
      return original(folder);
    }
    JsonNode index = json(folder.resolve(INDEX));
    index
        .properties()
        .forEach(
            part -> {
              // Keys that begin with an underscore are remarks.
              boolean isPart =
                  !part.getKey().startsWith("_")
                      && part.getValue().isArray()
                      && !part.getValue().path(0).isNull();
              if (isPart) {
                missing.addAll(missing(folder, part.getKey()));
              }
            });
    return List.copyOf(missing);
  }

  /** The layout of the Wan repositories: weights beside their configuration. */
  private static List<String> original(Path folder) {
    if (!Files.exists(folder.resolve("config.json"))) {
      return List.of(INDEX);
    }
    return weights(folder, "");
  }

  private static List<String> missing(Path folder, String part) {
    Path own = folder.resolve(part);
    switch (part) {
      case "scheduler" -> {
        return absent(folder, "scheduler/scheduler_config.json");
      }
      case "tokenizer" -> {
        return absent(folder, "tokenizer/spiece.model");
      }
      case "image_processor" -> {
        return absent(folder, "image_processor/preprocessor_config.json");
      }
      default -> {
        List<String> missing = new ArrayList<>(absent(folder, part + "/config.json"));
        missing.addAll(weights(own, part + "/"));
        return missing;
      }
    }
  }

  private static List<String> absent(Path folder, String path) {
    return Files.exists(folder.resolve(path)) ? List.of() : List.of(path);
  }

  private static List<String> weights(Path folder, String prefix) {
    if (!Files.isDirectory(folder)) {
      return List.of(prefix + "*.safetensors");
    }
    try (Stream<Path> files = Files.list(folder)) {
      List<Path> all = files.toList();
      Optional<Path> index =
          all.stream()
              .filter(file -> file.toString().endsWith(".safetensors.index.json"))
              .findFirst();
      if (index.isPresent() && Files.exists(index.get())) {
        Set<String> shards = new TreeSet<>();
        json(index.get()).path("weight_map").forEach(shard -> shards.add(shard.asText()));
        return shards.stream()
            .filter(shard -> !Files.exists(folder.resolve(shard)))
            .map(shard -> prefix + shard)
            .toList();
      }
      boolean single =
          all.stream()
              .anyMatch(file -> file.toString().endsWith(".safetensors") && Files.exists(file));
      return single ? List.of() : List.of(prefix + "*.safetensors");
    } catch (IOException e) {
      throw new HubException("cannot list " + folder + ": " + e.getMessage(), e);
    }
  }

  private static JsonNode json(Path file) {
    try {
      return JSON.readTree(file.toFile());
    } catch (IOException e) {
      throw new HubException(file + " is not JSON: " + e.getMessage(), e);
    }
  }
}
