package io.wan4j.cli;

import java.util.Map;
import picocli.CommandLine.Option;

/** Which server a command talks to. */
final class ServerOptions {
  private static final String BASE_VARIABLE = "DASHSCOPE_HTTP_BASE_URL";
  private static final String KEY_VARIABLE = "DASHSCOPE_API_KEY";

  @Option(
      names = "--base-url",
      paramLabel = "URL",
      description =
          "Server to talk to, up to /api/v1 (default: $" + BASE_VARIABLE + ", the SDKs' variable).")
  private String baseUrl = "";

  @Option(
      names = "--key",
      paramLabel = "sk-…",
      description = "API key (default: $" + KEY_VARIABLE + ").")
  private String key = "";

  /** Whether a server was named on the command line. */
  boolean named() {
    return !baseUrl.isEmpty();
  }

  DashScopeClient connect(Map<String, String> environment) {
    String url = baseUrl.isEmpty() ? environment.getOrDefault(BASE_VARIABLE, "") : baseUrl;
    if (url.isEmpty()) {
      throw new CommandException(
          ExitCode.USAGE,
          "no server named; give --base-url http://127.0.0.1:8080/api/v1 or set " + BASE_VARIABLE);
    }
    String secret = key.isEmpty() ? environment.getOrDefault(KEY_VARIABLE, "") : key;
    if (secret.isEmpty()) {
      throw new CommandException(
          ExitCode.NO_PERMISSION, "no API key; give --key or set " + KEY_VARIABLE);
    }
    return new DashScopeClient(url, secret);
  }
}
