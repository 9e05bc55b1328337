package io.wan4j.engine.wan.hub;

import java.util.Optional;

/**
 * A file of a repository as the hub lists it.
 *
 * @param path within the repository
 * @param gitId SHA-1 of the git blob: of the file, or of the pointer that stands for it
 * @param sha256 of the content, for files kept outside git
 */
public record HubFile(String path, long size, String gitId, Optional<String> sha256) {
  public HubFile {
    if (path.startsWith("/") || ("/" + path + "/").contains("/../") || path.contains("\\")) {
      throw new HubException("the hub lists a file with an unsafe name: " + path);
    }
  }

  /** The name of its blob, which the hub also gives as ETag. */
  public String etag() {
    return sha256.orElse(gitId);
  }
}
