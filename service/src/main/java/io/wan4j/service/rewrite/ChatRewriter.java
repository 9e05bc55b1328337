package io.wan4j.service.rewrite;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.json.JsonMapper;
import com.fasterxml.jackson.databind.node.ArrayNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import io.wan4j.service.ServiceException;
import io.wan4j.storyboard.Cutting;
import io.wan4j.storyboard.PromptRewriter;
import java.io.IOException;
import java.io.InputStream;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.TimeoutException;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * Has prompts rewritten by a language model (OpenAI API reference, chat completions). Whatever goes
 * wrong, another rewriter's words are taken: a film never fails for want of finer words.
 */
public final class ChatRewriter implements PromptRewriter, AutoCloseable {
  private static final Logger LOG = LoggerFactory.getLogger(ChatRewriter.class);
  private static final JsonMapper JSON = new JsonMapper();

  /** Longer answers are not prompts any more; the cloud's limit is 5000 characters. */
  private static final int LONGEST = 5000;

  private static final int MOST_TOKENS = 1500;
  private static final Pattern THOUGHTS = Pattern.compile("(?s)^\\s*<think>.*?</think>");
  private static final Pattern QUOTED = Pattern.compile("[\"“「]([^\"”」]{2,})[\"”」]");

  private final ChatSettings settings;
  private final PromptRewriter otherwise;
  private final HttpClient http;
  private final String instructions;

  /**
   * @param otherwise asked when the model does not answer in time or well
   */
  public ChatRewriter(ChatSettings settings, PromptRewriter otherwise) {
    this.settings = settings;
    this.otherwise = otherwise;
    this.http = HttpClient.newBuilder().connectTimeout(settings.timeout()).build();
    this.instructions = instructions();
  }

  private static String instructions() {
    try (InputStream text = ChatRewriter.class.getResourceAsStream("instructions.txt")) {
      return new String(text.readAllBytes(), StandardCharsets.UTF_8);
    } catch (IOException e) {
      throw new ServiceException("the rewriter's instructions cannot be read", e);
    }
  }

  @Override
  public String rewrite(String prompt, double seconds, Cutting cutting) {
    if (prompt.isBlank()) {
      return prompt;
    }
    try {
      return asked(prompt, seconds, cutting);
    } catch (UnusableAnswerException e) {
      LOG.warn(
          "{} at {} did not rewrite the prompt: {}; it is rewritten by rule",
          settings.model(),
          settings.baseUrl(),
          e.getMessage());
      return otherwise.rewrite(prompt, seconds, cutting);
    }
  }

  private String asked(String prompt, double seconds, Cutting cutting)
      throws UnusableAnswerException {
    HttpResponse<String> reply = send(request(prompt, seconds, cutting));
    if (reply.statusCode() != 200) {
      throw new UnusableAnswerException("HTTP " + reply.statusCode());
    }
    String text = content(reply.body());
    if (text.isEmpty() || text.length() > LONGEST) {
      throw new UnusableAnswerException(
          "the answer has " + text.length() + " characters, 1 to " + LONGEST + " are usable");
    }
    for (String line : spoken(prompt)) {
      if (!text.contains(line)) {
        throw new UnusableAnswerException("the answer has lost the line \"" + line + '"');
      }
    }
    return text;
  }

  private HttpRequest request(String prompt, double seconds, Cutting cutting) {
    String base = settings.baseUrl().toString().replaceAll("/+$", "");
    HttpRequest.Builder request =
        HttpRequest.newBuilder(URI.create(base + "/chat/completions"))
            .timeout(settings.timeout())
            .header("Content-Type", "application/json")
            .POST(HttpRequest.BodyPublishers.ofString(body(prompt, seconds, cutting)));
    if (!settings.key().isEmpty()) {
      request.header("Authorization", "Bearer " + settings.key());
    }
    return request.build();
  }

  private String body(String prompt, double seconds, Cutting cutting) {
    String shots =
        switch (cutting) {
          case BY_PROMPT -> "as many shots as it needs, one where it is short";
          case SINGLE -> "one single shot";
          case MULTIPLE -> "several shots, each as \"Shot 1 [0-3s] ...\"";
        };
    ObjectNode body = JSON.createObjectNode();
    body.put("model", settings.model()).put("temperature", 0).put("max_tokens", MOST_TOKENS);
    ArrayNode messages = body.putArray("messages");
    messages.addObject().put("role", "system").put("content", instructions);
    messages
        .addObject()
        .put("role", "user")
        .put(
            "content",
            String.format(
                Locale.ROOT,
                "A film of %.1f seconds, %s. The prompt:%n%s",
                seconds,
                shots,
                prompt));
    return body.toString();
  }

  /** The timeout holds for the whole answer, also where it trickles in. */
  private HttpResponse<String> send(HttpRequest request) throws UnusableAnswerException {
    CompletableFuture<HttpResponse<String>> coming =
        http.sendAsync(request, HttpResponse.BodyHandlers.ofString());
    try {
      return coming.get(settings.timeout().toMillis(), TimeUnit.MILLISECONDS);
    } catch (TimeoutException e) {
      coming.cancel(true);
      throw new UnusableAnswerException("no answer within " + settings.timeout());
    } catch (ExecutionException e) {
      throw new UnusableAnswerException(String.valueOf(e.getCause()));
    } catch (InterruptedException e) {
      coming.cancel(true);
      Thread.currentThread().interrupt();
      throw new UnusableAnswerException("interrupted");
    }
  }

  private static String content(String body) throws UnusableAnswerException {
    try {
      JsonNode reply = JSON.readTree(body);
      String text = reply.at("/choices/0/message/content").asText();
      return THOUGHTS.matcher(text).replaceFirst("").strip();
    } catch (JsonProcessingException e) {
      throw new UnusableAnswerException("the answer is not JSON");
    }
  }

  private static List<String> spoken(String prompt) {
    List<String> lines = new ArrayList<>();
    Matcher matcher = QUOTED.matcher(prompt);
    while (matcher.find()) {
      lines.add(matcher.group(1));
    }
    return lines;
  }

  @Override
  public void close() {
    http.shutdownNow();
  }

  /** Why the answer of the model is not taken. */
  private static final class UnusableAnswerException extends Exception {
    UnusableAnswerException(String message) {
      super(message);
    }
  }
}
