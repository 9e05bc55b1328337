package io.wan4j.server;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.net.http.HttpResponse;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Instant;
import java.util.Arrays;
import java.util.List;
import java.util.Random;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** Films behind signed links. */
class FileRoutesTest {
  private static final int SIZE = 300_001;

  @TempDir static Path folder;
  private static TestServer server;
  private static byte[] film;
  private static String link;

  @BeforeAll
  static void open() throws IOException {
    server = TestServer.open(folder.resolve("data"));
    film = new byte[SIZE];
    new Random(7).nextBytes(film);
    server.service.store().put("films/a.mp4", Files.write(folder.resolve("a.mp4"), film));
    link = link("films/a.mp4", Instant.now().plusSeconds(60));
  }

  private static String link(String key, Instant expires) {
    return "/files/" + server.service.links().sign(key, expires);
  }

  @AfterAll
  static void close() {
    server.close();
  }

  @Test
  void theWholeFilmComesWithoutAKey() throws Exception {
    HttpResponse<byte[]> reply = server.stranger().bytes(link, "GET");
    assertThat(reply.statusCode()).isEqualTo(200);
    assertThat(reply.body()).isEqualTo(film);
    assertThat(header(reply, "Content-Type")).isEqualTo("video/mp4");
    assertThat(header(reply, "Content-Length")).isEqualTo("" + SIZE);
    assertThat(header(reply, "Accept-Ranges")).isEqualTo("bytes");
  }

  @Test
  void headTellsTheSize() throws Exception {
    HttpResponse<byte[]> reply = server.stranger().bytes(link, "HEAD");
    assertThat(reply.statusCode()).isEqualTo(200);
    assertThat(reply.body()).isEmpty();
    assertThat(header(reply, "Content-Length")).isEqualTo("" + SIZE);
    assertThat(header(reply, "Content-Type")).isEqualTo("video/mp4");
  }

  @Test
  void aPartIsServed() throws Exception {
    HttpResponse<byte[]> reply =
        server.stranger().withHeader("Range", "bytes=100-70099").bytes(link, "GET");
    assertThat(reply.statusCode()).isEqualTo(206);
    assertThat(header(reply, "Content-Range")).isEqualTo("bytes 100-70099/" + SIZE);
    assertThat(reply.body()).isEqualTo(Arrays.copyOfRange(film, 100, 70_100));
  }

  @Test
  void theEndIsServed() throws Exception {
    HttpResponse<byte[]> reply =
        server.stranger().withHeader("Range", "bytes=-10").bytes(link, "GET");
    assertThat(reply.statusCode()).isEqualTo(206);
    assertThat(reply.body()).isEqualTo(Arrays.copyOfRange(film, SIZE - 10, SIZE));
  }

  @Test
  void aPartBehindTheEndCannotBeServed() throws Exception {
    HttpResponse<byte[]> reply =
        server.stranger().withHeader("Range", "bytes=" + SIZE + "-").bytes(link, "GET");
    assertThat(reply.statusCode()).isEqualTo(416);
    assertThat(header(reply, "Content-Range")).isEqualTo("bytes */" + SIZE);
  }

  @Test
  void ifRangeHoldsForTheSameFilmOnly() throws Exception {
    String tag = header(server.stranger().bytes(link, "HEAD"), "ETag");
    TestClient part = server.stranger().withHeader("Range", "bytes=0-0");
    assertThat(part.withHeader("If-Range", tag).bytes(link, "GET").statusCode()).isEqualTo(206);
    assertThat(part.withHeader("If-Range", "\"other\"").bytes(link, "GET").statusCode())
        .isEqualTo(200);
  }

  @Test
  void aLinkThatIsOverIsRefused() throws Exception {
    String over = link("films/a.mp4", Instant.now().minusSeconds(1));
    AccessTest.assertError(
        server.stranger().get(over), 403, "AccessDenied", "Request has expired.");
  }

  @Test
  void aLinkThatIsNotOursIsRefused() throws Exception {
    String later = link.replaceFirst("Expires=\\d+", "Expires=9999999999");
    String bare = link.substring(0, link.indexOf('?'));
    List<String> forged =
        List.of(
            later,
            bare,
            bare + "?Expires=&Signature=",
            bare + "?Expires=x&Signature=y",
            link.replace("a.mp4", "b.mp4"),
            link.substring(0, link.length() - 1) + (link.endsWith("0") ? "1" : "0"),
            link.replace("/files/", "/files//"),
            link.replace("films/", "films/../films/"),
            link.replace("films/", "films/%2e%2e/films/"),
            link.replace("films/", "..%2f..%2f"),
            link.replace("films/a.mp4", "%00"));
    for (String path : forged) {
      HttpResponse<String> reply = server.stranger().get(path);
      assertThat(reply.statusCode()).as(path).isBetween(400, 404);
      assertThat(reply.body()).as(path).startsWith("{");
    }
  }

  @Test
  void aFilmThatIsGoneIsNotFound() throws Exception {
    String gone = link("films/gone.mp4", Instant.now().plusSeconds(60));
    AccessTest.assertError(server.stranger().get(gone), 404, "NotFound", "Not found!");
  }

  private static String header(HttpResponse<?> reply, String name) {
    return reply.headers().firstValue(name).orElse("");
  }
}
