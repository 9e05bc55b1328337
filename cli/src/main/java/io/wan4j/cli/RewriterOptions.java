package io.wan4j.cli;

import io.wan4j.service.rewrite.ChatSettings;
import io.wan4j.service.work.WorkSettings;
import java.net.URI;
import java.time.Duration;
import java.util.Map;
import picocli.CommandLine.Option;

/** Which language model rewrites prompts. */
final class RewriterOptions {
  private static final String KEY_VARIABLE = "WAN4J_REWRITER_KEY";

  @Option(
      names = "--rewriter-url",
      paramLabel = "URL",
      defaultValue = "${env:WAN4J_REWRITER_URL:-}",
      description =
          "OpenAI-compatible endpoint, up to /v1, that rewrites prompts for prompt_extend; its key"
              + " comes from $"
              + KEY_VARIABLE
              + " (default: prompts are rewritten by rule).")
  private String url;

  @Option(
      names = "--rewriter-model",
      paramLabel = "NAME",
      defaultValue = "${env:WAN4J_REWRITER_MODEL:-}",
      description = "The model to ask there.")
  private String model;

  @Option(
      names = "--rewriter-timeout",
      paramLabel = "SECONDS",
      defaultValue = "20",
      description =
          "Longest wait for its answer; then the prompt is rewritten by rule (default:"
              + " ${DEFAULT-VALUE}).")
  private double timeout;

  /** The settings with the model, where one is named. */
  WorkSettings in(WorkSettings settings, Map<String, String> environment) {
    if (url.isEmpty()) {
      return settings;
    }
    try {
      return settings.withRewriter(
          new ChatSettings(
              URI.create(url),
              model,
              environment.getOrDefault(KEY_VARIABLE, ""),
              Duration.ofMillis(Math.round(timeout * 1000))));
    } catch (IllegalArgumentException e) {
      throw new CommandException(ExitCode.USAGE, "--rewriter-…: " + e.getMessage(), e);
    }
  }
}
