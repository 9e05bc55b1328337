package io.wan4j.server;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.net.http.HttpResponse;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Set;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.Stream;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** The page's files: what they are sent with, and what must never stand in them. */
class StudioRoutesTest {
  /** Ways to turn text into markup or script; text goes in as text. */
  private static final Pattern MARKUP =
      Pattern.compile(
          "innerHTML|outerHTML|insertAdjacentHTML|document\\.write|DOMParser|createContextualFragment|\\beval\\(|new"
              + " Function|setAttribute\\(\"style\"|javascript:");

  private static final Pattern ELSEWHERE =
      Pattern.compile("(?:src|href|url|import|from|fetch)\\s*[=(]?\\s*[\"'(`](?:https?:)?//");

  @TempDir static Path folder;
  private static TestServer server;

  @BeforeAll
  static void open() {
    server = TestServer.open(folder);
  }

  @AfterAll
  static void close() {
    server.close();
  }

  @Test
  void thePageIsForAnyoneAndStrict() throws Exception {
    HttpResponse<String> page = server.stranger().get("/");
    assertThat(page.statusCode()).isEqualTo(200);
    assertThat(page.headers().firstValue("Content-Type").orElse("")).startsWith("text/html");
    assertThat(page.headers().firstValue("Content-Security-Policy").orElse(""))
        .startsWith("default-src 'self';")
        .doesNotContain("unsafe")
        .contains("frame-ancestors 'none'");
    assertThat(page.headers().firstValue("X-Content-Type-Options")).contains("nosniff");
    assertThat(page.body()).doesNotContain("<style").doesNotContain("onclick");
  }

  @Test
  void aKnownFileIsNotSentAgain() throws Exception {
    HttpResponse<String> first = server.stranger().get("/studio/app.js");
    String tag = first.headers().firstValue("ETag").orElseThrow();
    HttpResponse<String> again =
        server.stranger().withHeader("If-None-Match", tag).get("/studio/app.js");
    assertThat(again.statusCode()).isEqualTo(304);
    assertThat(again.body()).isEmpty();
  }

  @Test
  void filesAreSentPackedToWhoCanUnpack() throws Exception {
    HttpResponse<byte[]> packed =
        server
            .stranger()
            .withHeader("Accept-Encoding", "gzip")
            .bytes("/studio/style/tokens.css", "GET");
    assertThat(packed.headers().firstValue("Content-Encoding")).contains("gzip");
    assertThat(packed.body().length)
        .isLessThan(server.stranger().get("/studio/style/tokens.css").body().length());
  }

  @Test
  void nothingButTheStudiosFilesIsThere() throws Exception {
    for (String path :
        List.of(
            "/studio/none.js",
            "/studio/../openapi.json",
            "/studio/..%2fopenapi.json",
            "/studio/%2e%2e/openapi.json",
            "/studio//etc/passwd",
            "/studio/style")) {
      assertThat(server.stranger().get(path).statusCode()).as(path).isIn(400, 404);
    }
  }

  @Test
  void everyFileNamesOnlyFilesThatAreThere() throws Exception {
    Pattern name =
        Pattern.compile("[\"'`(](?:\\.{1,2}/|studio/)[\\w./-]+\\.(?:js|css|svg|json|jpg)");
    List<String> missing = new ArrayList<>();
    for (Path file : texts()) {
      Matcher names = name.matcher(Files.readString(file));
      while (names.find()) {
        String target = names.group().substring(1);
        Path found =
            target.startsWith("studio/")
                ? root().resolve(target.substring("studio/".length()))
                : file.resolveSibling(target);
        if (!Files.exists(found)) {
          missing.add(root().relativize(file) + " names " + target);
        }
      }
    }
    assertThat(missing).isEmpty();
  }

  @Test
  void textIsNeverReadAsMarkupAndNothingComesFromElsewhere() throws Exception {
    assertThat(texts()).hasSizeGreaterThan(30);
    for (Path file : texts()) {
      String text = Files.readString(file);
      assertThat(MARKUP.matcher(text).results().map(m -> m.group())).as(file.toString()).isEmpty();
      assertThat(ELSEWHERE.matcher(text).results().map(m -> m.group()))
          .as(file.toString())
          .isEmpty();
    }
  }

  @Test
  void filesStayShort() throws Exception {
    for (Path file : texts()) {
      boolean data = Set.of("json", "svg").contains(ending(file));
      if (!data) {
        assertThat(Files.readString(file).lines().count()).as(file.toString()).isLessThan(400);
      }
    }
  }

  private static String ending(Path file) {
    String name = file.getFileName().toString();
    return name.substring(name.lastIndexOf('.') + 1);
  }

  private static Path root() throws Exception {
    return Path.of(StudioRoutes.class.getResource("studio/index.html").toURI()).getParent();
  }

  private static List<Path> texts() throws Exception {
    try (Stream<Path> all = Files.walk(root())) {
      return all.filter(Files::isRegularFile).filter(file -> !ending(file).equals("jpg")).toList();
    } catch (IOException e) {
      throw new AssertionError(e);
    }
  }
}
