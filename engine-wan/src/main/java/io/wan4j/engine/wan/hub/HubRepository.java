package io.wan4j.engine.wan.hub;

import java.util.List;
import java.util.Optional;

/**
 * A repository at one commit.
 *
 * @param name such as Wan-AI/Wan2.1-T2V-1.3B-Diffusers
 * @param revision that was asked for: a branch, tag or commit
 * @param commit that it stands for
 * @param licence as the model card declares it
 * @param files all of them
 */
public record HubRepository(
    String name,
    String revision,
    String commit,
    Optional<String> licence,
    Optional<String> licenceLink,
    List<HubFile> files) {
  public HubRepository {
    files = List.copyOf(files);
  }

  /**
   * The files that match a pattern; {@code *} stands for anything within a folder.
   *
   * @throws HubException if a pattern without {@code *} names no file
   */
  public List<HubFile> matching(List<String> patterns) {
    for (String pattern : patterns) {
      if (!pattern.contains("*") && files.stream().noneMatch(f -> f.path().equals(pattern))) {
        throw new HubException(
            "%s at %s has no file %s; is it the repository that is meant?"
                .formatted(name, revision, pattern));
      }
    }
    return files.stream()
        .filter(file -> patterns.stream().anyMatch(pattern -> matches(pattern, file.path())))
        .toList();
  }

  private static boolean matches(String pattern, String path) {
    StringBuilder expression = new StringBuilder();
    for (String literal : pattern.split("\\*", -1)) {
      expression.append(expression.isEmpty() ? "" : "[^/]*");
      expression.append(java.util.regex.Pattern.quote(literal));
    }
    return path.matches(expression.toString());
  }
}
