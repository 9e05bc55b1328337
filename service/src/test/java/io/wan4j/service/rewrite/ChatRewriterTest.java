package io.wan4j.service.rewrite;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.json.JsonMapper;
import com.sun.net.httpserver.HttpExchange;
import com.sun.net.httpserver.HttpServer;
import io.wan4j.storyboard.Cutting;
import java.io.IOException;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.net.URI;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.atomic.AtomicReference;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** Against a real HTTP server that speaks as a chat endpoint does, well and badly. */
class ChatRewriterTest {
  private static final JsonMapper JSON = new JsonMapper();
  private static final String RULED = "by rule: ";

  private HttpServer server;
  private ExecutorService threads;
  private final AtomicReference<JsonNode> asked = new AtomicReference<>();
  private final AtomicReference<String> authorization = new AtomicReference<>();
  private final CountDownLatch late = new CountDownLatch(1);

  @BeforeEach
  void open() throws IOException {
    server = HttpServer.create(new InetSocketAddress(InetAddress.getLoopbackAddress(), 0), 0);
    threads = Executors.newVirtualThreadPerTaskExecutor();
    server.setExecutor(threads);
    server.start();
  }

  @AfterEach
  void close() {
    late.countDown();
    server.stop(0);
    threads.close();
  }

  @Test
  void takesTheModelsWords() {
    answer(200, reply("<think>A cat.</think>\n A small cat walks over a sunny wall. "));
    assertThat(rewrite("a cat", Duration.ofSeconds(10)))
        .isEqualTo("A small cat walks over a sunny wall.");
    assertThat(asked.get().path("model").asText()).isEqualTo("small-model");
    assertThat(asked.get().at("/messages/0/role").asText()).isEqualTo("system");
    assertThat(asked.get().at("/messages/1/content").asText())
        .contains("a cat")
        .contains("5.0 seconds")
        .contains("one single shot");
    assertThat(authorization.get()).isEqualTo("Bearer secret");
  }

  @Test
  void keepsSpokenLines() {
    answer(200, reply("A man waves and says: “Good night.”"));
    assertThat(rewrite("A man says: \"Good bye.\"", Duration.ofSeconds(10))).startsWith(RULED);
    answer(200, reply("Medium shot. A man waves and says: “Good bye.”"));
    assertThat(rewrite("A man says: \"Good bye.\"", Duration.ofSeconds(10)))
        .startsWith("Medium shot");
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "not json",
        "{}",
        "{\"choices\":[]}",
        "{\"choices\":[{\"message\":{\"content\":\"  \"}}]}"
      })
  void goesOnByRuleWhenTheAnswerIsNoPrompt(String body) {
    answer(200, body);
    assertThat(rewrite("a cat", Duration.ofSeconds(10))).isEqualTo(RULED + "a cat");
  }

  @Test
  void goesOnByRuleOnErrors() {
    answer(500, "{\"error\":{\"message\":\"out of memory\"}}");
    assertThat(rewrite("a cat", Duration.ofSeconds(10))).isEqualTo(RULED + "a cat");
    answer(200, reply("x".repeat(5001)));
    assertThat(rewrite("a cat", Duration.ofSeconds(10))).isEqualTo(RULED + "a cat");
    server.stop(0);
    assertThat(rewrite("a cat", Duration.ofSeconds(10))).isEqualTo(RULED + "a cat");
  }

  @Test
  void goesOnByRuleWhenTheModelIsLate() {
    server.createContext(
        "/v1/chat/completions",
        exchange -> {
          exchange.sendResponseHeaders(200, 0);
          exchange.getResponseBody().write('{');
          exchange.getResponseBody().flush();
          await();
          exchange.close();
        });
    assertThat(rewrite("a cat", Duration.ofMillis(300))).isEqualTo(RULED + "a cat");
  }

  @Test
  void refusesSettingsThatCannotWork() {
    assertThatThrownBy(() -> settings(URI.create("localhost:1"), "m")).hasMessageContaining("http");
    assertThatThrownBy(() -> settings(URI.create("http://localhost"), " "))
        .hasMessageContaining("model");
    assertThat(settings(URI.create("http://localhost"), "m").toString()).doesNotContain("secret");
  }

  private static ChatSettings settings(URI url, String model) {
    return new ChatSettings(url, model, "secret", Duration.ofSeconds(1));
  }

  private void await() {
    try {
      late.await();
    } catch (InterruptedException e) {
      Thread.currentThread().interrupt();
    }
  }

  private String rewrite(String prompt, Duration timeout) {
    URI base = URI.create("http://127.0.0.1:" + server.getAddress().getPort() + "/v1/");
    ChatSettings settings = new ChatSettings(base, "small-model", "secret", timeout);
    try (ChatRewriter rewriter =
        new ChatRewriter(settings, (words, seconds, cutting) -> RULED + words)) {
      return rewriter.rewrite(prompt, 5, Cutting.SINGLE);
    }
  }

  private static String reply(String content) {
    var body = JSON.createObjectNode();
    body.putArray("choices").addObject().putObject("message").put("content", content);
    return body.toString();
  }

  private void answer(int status, String body) {
    try {
      server.removeContext("/v1/chat/completions");
    } catch (IllegalArgumentException e) {
      // the first answer of a test
    }
    server.createContext("/v1/chat/completions", exchange -> handle(exchange, status, body));
  }

  private void handle(HttpExchange exchange, int status, String body) throws IOException {
    asked.set(JSON.readTree(exchange.getRequestBody()));
    authorization.set(exchange.getRequestHeaders().getFirst("Authorization"));
    byte[] bytes = body.getBytes(StandardCharsets.UTF_8);
    exchange.sendResponseHeaders(status, bytes.length);
    exchange.getResponseBody().write(bytes);
    exchange.close();
  }
}
