package io.wan4j.engine.wan.layout;

import io.wan4j.torch.Weights;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.stream.Stream;

/**
 * Weights of one network: a file, or shards with their index.
 *
 * @param role which network, as its tensors' names tell
 * @param files all of them, the index included
 */
record PartFiles(Role role, Weights weights, List<Path> files) {
  private static final String WEIGHTS = ".safetensors";
  private static final String INDEX = ".safetensors.index.json";

  /** What a network is for; the word is the folder that the hub has for it. */
  enum Role {
    TRANSFORMER("transformer"),
    TEXT_ENCODER("text_encoder"),
    VAE("vae");

    private final String folder;

    Role(String folder) {
      this.folder = folder;
    }

    String folder() {
      return folder;
    }
  }

  /** Networks in a folder, without those below it. */
  static List<PartFiles> in(Path folder) {
    List<Path> all = list(folder);
    List<PartFiles> parts = new ArrayList<>();
    List<Path> shards = new ArrayList<>();
    for (Path index : all) {
      String name = index.getFileName().toString();
      if (name.endsWith(INDEX)) {
        String stem = name.substring(0, name.length() - INDEX.length());
        List<Path> own =
            all.stream()
                .filter(file -> name(file).matches(stem + "-\\d+-of-\\d+\\" + WEIGHTS))
                .toList();
        shards.addAll(own);
        List<Path> files = new ArrayList<>(own);
        files.add(index);
        of(Weights.folder(folder), files).ifPresent(parts::add);
      }
    }
    for (Path file : all) {
      if (name(file).endsWith(WEIGHTS) && !shards.contains(file)) {
        of(file).ifPresent(parts::add);
      }
    }
    return parts;
  }

  /** The network in a file; empty when none is known by its tensors' names. */
  static Optional<PartFiles> of(Path file) {
    return of(Weights.file(file), List.of(file));
  }

  private static Optional<PartFiles> of(Weights weights, List<Path> files) {
    boolean transformer = any(weights, "patch_embedding.weight") && any(weights, "blocks.0.");
    boolean text =
        weights.has("token_embedding.weight") || any(weights, "encoder.block.0.layer.0.");
    boolean vae = weights.has("decoder.conv1.weight") || weights.has("decoder.conv_in.weight");
    Optional<Role> role = Optional.empty();
    if (vae) {
      role = Optional.of(Role.VAE);
    } else if (text) {
      role = Optional.of(Role.TEXT_ENCODER);
    } else if (transformer) {
      role = Optional.of(Role.TRANSFORMER);
    }
    return role.map(one -> new PartFiles(one, weights, files));
  }

  private static boolean any(Weights weights, String part) {
    return weights.names().stream().anyMatch(name -> name.contains(part));
  }

  private static String name(Path file) {
    return file.getFileName().toString();
  }

  private static List<Path> list(Path folder) {
    try (Stream<Path> files = Files.list(folder)) {
      return files.filter(Files::isRegularFile).sorted().toList();
    } catch (IOException e) {
      throw new UncheckedIOException("cannot list " + folder, e);
    }
  }

  /** Shape of a tensor whose name ends so; prefixes of repacked files do not matter. */
  long[] shape(String end) {
    return name(end).map(weights::shape).orElse(new long[0]);
  }

  boolean has(String end) {
    return name(end).isPresent();
  }

  private Optional<String> name(String end) {
    return weights.names().stream()
        .filter(name -> name.equals(end) || name.endsWith("." + end))
        .findFirst();
  }

  /** How many numbers follow a prefix: {@code blocks.} of {@code blocks.0.…} to the last. */
  int count(String prefix) {
    return weights.names().stream()
            .filter(name -> name.startsWith(prefix) || name.contains("." + prefix))
            .filter(name -> !prefix.equals("blocks.") || !name.contains("vace_blocks."))
            .map(name -> name.substring(name.indexOf(prefix) + prefix.length()))
            .map(rest -> rest.replaceFirst("\\..*", ""))
            .filter(number -> number.matches("\\d+"))
            .mapToInt(Integer::parseInt)
            .max()
            .orElse(-1)
        + 1;
  }
}
