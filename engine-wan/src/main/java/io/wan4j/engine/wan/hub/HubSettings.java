package io.wan4j.engine.wan.hub;

import java.io.IOException;
import java.net.URI;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Map;
import java.util.Optional;

/**
 * Where the hub is, where its files are kept and who asks; from the variables that {@code
 * huggingface_hub} reads (its constants.py): HF_ENDPOINT, HF_HUB_CACHE, HF_HOME, XDG_CACHE_HOME,
 * HF_TOKEN, HF_TOKEN_PATH.
 *
 * @param endpoint without a slash at its end
 * @param cache folder with a folder for each repository
 * @param token of the user; never shown
 */
public record HubSettings(URI endpoint, Path cache, Optional<String> token) {
  private static final String HUB = "https://huggingface.co";

  public static HubSettings of(Map<String, String> environment, Path userHome) {
    Path home =
        folder(environment, "HF_HOME")
            .orElseGet(
                () ->
                    folder(environment, "XDG_CACHE_HOME")
                        .orElse(userHome.resolve(".cache"))
                        .resolve("huggingface"));
    Path cache =
        folder(environment, "HF_HUB_CACHE")
            .or(() -> folder(environment, "HUGGINGFACE_HUB_CACHE"))
            .orElse(home.resolve("hub"));
    Path tokenFile = folder(environment, "HF_TOKEN_PATH").orElse(home.resolve("token"));
    String endpoint = word(environment, "HF_ENDPOINT").orElse(HUB).replaceAll("/+$", "");
    return new HubSettings(
        URI.create(endpoint),
        cache,
        word(environment, "HF_TOKEN")
            .or(() -> word(environment, "HUGGING_FACE_HUB_TOKEN"))
            .or(() -> read(tokenFile)));
  }

  private static Optional<Path> folder(Map<String, String> environment, String name) {
    return word(environment, name).map(Path::of);
  }

  private static Optional<String> word(Map<String, String> environment, String name) {
    return Optional.ofNullable(environment.get(name)).map(String::strip).filter(s -> !s.isEmpty());
  }

  private static Optional<String> read(Path file) {
    if (!Files.isRegularFile(file)) {
      return Optional.empty();
    }
    try {
      return Optional.of(Files.readString(file).strip()).filter(token -> !token.isEmpty());
    } catch (IOException e) {
      throw new HubException("cannot read the token in " + file + ": " + e.getMessage(), e);
    }
  }

  @Override
  public String toString() {
    return endpoint + " in " + cache + (token.isPresent() ? " with a token" : "");
  }
}
