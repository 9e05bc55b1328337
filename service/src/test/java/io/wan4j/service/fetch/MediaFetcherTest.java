package io.wan4j.service.fetch;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.assertj.core.api.Assertions.catchThrowableOfType;

import com.sun.net.httpserver.HttpExchange;
import com.sun.net.httpserver.HttpServer;
import io.wan4j.engine.CancelledException;
import io.wan4j.protocol.MediaUrl;
import io.wan4j.service.database.Database;
import io.wan4j.service.key.Caller;
import io.wan4j.service.key.SigningSecret;
import io.wan4j.service.store.FolderStore;
import io.wan4j.service.upload.Upload;
import io.wan4j.service.upload.UploadPolicy;
import io.wan4j.service.upload.UploadSettings;
import io.wan4j.service.upload.Uploads;
import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.nio.file.Files;
import java.nio.file.Path;
import java.security.SecureRandom;
import java.time.Clock;
import java.time.Duration;
import java.util.ArrayList;
import java.util.Base64;
import java.util.Collections;
import java.util.List;
import java.util.Map;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.Executors;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.atomic.AtomicBoolean;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.function.Predicate;
import org.apache.hc.client5.http.DnsResolver;
import org.apache.hc.client5.http.SystemDefaultDnsResolver;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

@Timeout(60)
class MediaFetcherTest {
  private static final FetchSettings SETTINGS =
      new FetchSettings(false, Duration.ofSeconds(5), Duration.ofSeconds(20), 10_000, 3, 4);

  @TempDir Path folder;

  private final AtomicInteger hits = new AtomicInteger();
  private final List<String> headers = Collections.synchronizedList(new ArrayList<>());
  private final CountDownLatch release = new CountDownLatch(1);
  private HttpServer server;
  private Database database;
  private FolderStore store;
  private Uploads uploads;

  @BeforeEach
  void open() throws Exception {
    server = HttpServer.create(new InetSocketAddress("127.0.0.1", 0), 0);
    server.setExecutor(Executors.newVirtualThreadPerTaskExecutor());
    server.createContext("/", this::answer);
    server.start();
    database = Database.open("jdbc:sqlite:" + folder.resolve("test.db"));
    store = new FolderStore(folder.resolve("store"));
    uploads =
        new Uploads(
            database,
            store,
            SigningSecret.in(folder.resolve("secret"), new SecureRandom()),
            UploadSettings.DEFAULTS,
            folder.resolve("work"),
            Clock.systemUTC());
  }

  @AfterEach
  void close() {
    release.countDown();
    server.stop(0);
    database.close();
  }

  private void answer(HttpExchange exchange) throws IOException {
    hits.incrementAndGet();
    exchange.getRequestHeaders().forEach((name, values) -> headers.add(name + ": " + values));
    String path = exchange.getRequestURI().getPath();
    try (exchange) {
      if (path.startsWith("/to/")) {
        exchange.getResponseHeaders().add("Location", exchange.getRequestURI().getQuery());
        exchange.getResponseHeaders().add("Set-Cookie", "a=b; Path=/");
        exchange.sendResponseHeaders(302, -1);
      } else if (path.equals("/loop")) {
        exchange.getResponseHeaders().add("Location", "/loop");
        exchange.sendResponseHeaders(302, -1);
      } else if (path.equals("/missing")) {
        exchange.sendResponseHeaders(404, -1);
      } else if (path.equals("/large")) {
        exchange.sendResponseHeaders(200, 1_000_000);
        exchange.getResponseBody().write(new byte[64]);
      } else if (path.equals("/endless")) {
        exchange.sendResponseHeaders(200, 0);
        while (true) {
          exchange.getResponseBody().write(new byte[4096]);
        }
      } else if (path.equals("/hanging")) {
        exchange.sendResponseHeaders(200, 100);
        exchange.getResponseBody().flush();
        release.await(60, TimeUnit.SECONDS);
      } else {
        byte[] body = ("file " + path).getBytes();
        exchange.sendResponseHeaders(200, body.length);
        exchange.getResponseBody().write(body);
      }
    } catch (InterruptedException e) {
      Thread.currentThread().interrupt();
    }
  }

  private MediaFetcher fetcher(FetchSettings settings, Predicate<InetAddress> allowed) {
    return new MediaFetcher(settings, uploads, store, SystemDefaultDnsResolver.INSTANCE, allowed);
  }

  private String url(String path) {
    return "http://127.0.0.1:" + server.getAddress().getPort() + path;
  }

  private String fetched(MediaFetcher fetcher, String url) throws IOException {
    return Files.readString(
        fetcher.fetch(List.of(MediaUrl.parse(url)), "ann", target(), () -> false).getFirst());
  }

  private Path target() throws IOException {
    return Files.createTempDirectory(folder, "inputs");
  }

  private FetchException failure(MediaFetcher fetcher, String url) {
    return catchThrowableOfType(FetchException.class, () -> fetched(fetcher, url));
  }

  @Test
  void getsFilesInTheirOrder() throws Exception {
    try (MediaFetcher fetcher = fetcher(SETTINGS, address -> true)) {
      List<MediaUrl> urls = new ArrayList<>();
      for (int i = 0; i < 12; i++) {
        urls.add(MediaUrl.parse(url("/" + i)));
      }
      List<Path> files = fetcher.fetch(urls, "ann", target(), () -> false);
      for (int i = 0; i < 12; i++) {
        assertThat(files.get(i)).hasContent("file /" + i);
      }
    }
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "http://127.0.0.1:PORT/",
        "http://localhost:PORT/",
        "http://2130706433:PORT/",
        "http://[::1]:PORT/",
        "http://[::ffff:127.0.0.1]:PORT/",
        "http://0.0.0.0:PORT/",
        "http://169.254.169.254/latest/meta-data",
        "http://10.0.0.1/"
      })
  void neverConnectsToAPrivateAddress(String url) {
    try (MediaFetcher fetcher = new MediaFetcher(SETTINGS, uploads, store)) {
      String target = url.replace("PORT", "" + server.getAddress().getPort());
      FetchException failure = failure(fetcher, target);
      assertThat(failure.error().code()).isEqualTo("InvalidParameter");
      assertThat(failure.error().message()).startsWith("Failed to download " + target);
      assertThat(hits).hasValue(0);
    }
  }

  @Test
  void privateAddressesCanBeAllowed() throws Exception {
    try (MediaFetcher fetcher = new MediaFetcher(SETTINGS.withAllowPrivate(true), uploads, store)) {
      assertThat(fetched(fetcher, url("/a"))).isEqualTo("file /a");
    }
  }

  @Test
  void aRedirectIsCheckedLikeTheFirstAddress() {
    // 127.0.0.1 stands for the outside, everything else of this machine for the inside.
    Predicate<InetAddress> allowed = address -> address.getHostAddress().equals("127.0.0.1");
    try (MediaFetcher fetcher = fetcher(SETTINGS, allowed)) {
      int port = server.getAddress().getPort();
      String inside = "http://127.0.0.2:" + port + "/inside";
      assertThat(failure(fetcher, url("/to/x?" + inside)).error().message())
          .contains("the address is private");
      assertThat(hits).hasValue(1);
    }
  }

  @Test
  void aRedirectIsFollowedWithoutCookiesAndOnlySoFar() throws Exception {
    try (MediaFetcher fetcher = fetcher(SETTINGS, address -> true)) {
      assertThat(fetched(fetcher, url("/to/x?/a"))).isEqualTo("file /a");
      assertThat(headers).noneMatch(header -> header.toLowerCase().startsWith("cookie"));
      hits.set(0);
      assertThat(failure(fetcher, url("/loop"))).hasMessageContaining("3 redirects");
      assertThat(hits).hasValue(4);
      for (String odd :
          List.of("file:///etc/passwd", "ftp://127.0.0.1/x", "http://u:p@127.0.0.1/")) {
        assertThat(failure(fetcher, url("/to/x?" + odd))).isNotNull();
      }
    }
  }

  @Test
  void aNameThatMovesInsideAfterTheCheckGainsNothing() {
    AtomicInteger asked = new AtomicInteger();
    // Nobody listens on the first address; a second look-up would lead to the server of this test.
    DnsResolver moving =
        new DnsResolver() {
          @Override
          public InetAddress[] resolve(String host) {
            return new InetAddress[] {
              asked.getAndIncrement() == 0
                  ? InetAddress.ofLiteral("127.0.0.9")
                  : InetAddress.getLoopbackAddress()
            };
          }

          @Override
          public String resolveCanonicalHostname(String host) {
            return host;
          }
        };
    Predicate<InetAddress> allowed = address -> address.getHostAddress().equals("127.0.0.9");
    try (MediaFetcher fetcher = new MediaFetcher(SETTINGS, uploads, store, moving, allowed)) {
      int port = server.getAddress().getPort();
      assertThat(failure(fetcher, "http://rebind.example:" + port + "/")).isNotNull();
      assertThat(asked).hasValue(1);
      assertThat(failure(fetcher, "http://rebind.example:" + port + "/").error().message())
          .contains("the address is private");
      assertThat(hits).hasValue(0);
    }
  }

  @ParameterizedTest
  @ValueSource(strings = {"/missing", "/large", "/endless"})
  void tellsTheClientThatTheFileCouldNotBeHad(String path) {
    try (MediaFetcher fetcher = fetcher(SETTINGS, address -> true)) {
      FetchException failure = failure(fetcher, url(path));
      assertThat(failure.error().code()).isEqualTo("InvalidParameter");
      assertThat(failure.error().message()).isEqualTo("Failed to download " + url(path));
    }
  }

  @Test
  void keepsASignedUrlOutOfTheLog() {
    try (MediaFetcher fetcher = fetcher(SETTINGS, address -> true)) {
      FetchException failure = failure(fetcher, url("/missing?Signature=hush"));
      assertThat(failure).hasMessageNotContaining("hush").hasMessageContaining("/missing: ");
      assertThat(failure.error().message()).endsWith("/missing?Signature=hush");
    }
  }

  @Test
  void givesUpWhenTimeIsOver() {
    FetchSettings brief =
        new FetchSettings(true, Duration.ofSeconds(30), Duration.ofMillis(300), 10_000, 3, 4);
    try (MediaFetcher fetcher = fetcher(brief, address -> true)) {
      assertThat(failure(fetcher, url("/hanging")).error().message())
          .isEqualTo("Failed to download " + url("/hanging"));
    }
  }

  @Test
  void stopsWhenCancelled() throws Exception {
    try (MediaFetcher fetcher = fetcher(SETTINGS, address -> true)) {
      AtomicBoolean cancelled = new AtomicBoolean();
      Path target = target();
      List<MediaUrl> urls = List.of(MediaUrl.parse(url("/hanging")));
      assertThatThrownBy(
              () ->
                  fetcher.fetch(
                      urls, "ann", target, () -> hits.get() > 0 && !cancelled.getAndSet(true)))
          .isInstanceOf(CancelledException.class);
    }
  }

  @Test
  void readsDataOutOfTheRequest() throws Exception {
    try (MediaFetcher fetcher = fetcher(SETTINGS, address -> true)) {
      String content = Base64.getEncoder().encodeToString("pixels".getBytes());
      assertThat(fetched(fetcher, "data:image/png;base64," + content)).isEqualTo("pixels");
      String large = Base64.getEncoder().encodeToString(new byte[20_000]);
      assertThat(failure(fetcher, "data:image/png;base64," + large).error().message())
          .isEqualTo("Failed to download data:image/png;base64,…");
    }
  }

  @Test
  void readsUploadsOfTheSameAccount() throws Exception {
    UploadPolicy policy = uploads.policy(new Caller("ann", "k"), "m");
    Upload upload =
        uploads.receive(
            Map.of(
                "policy",
                policy.policy(),
                "signature",
                policy.signature(),
                "key",
                policy.uploadDir() + "/my 图.png"),
            new ByteArrayInputStream("uploaded".getBytes()));
    try (MediaFetcher fetcher = fetcher(SETTINGS, address -> true)) {
      assertThat(fetched(fetcher, upload.address())).isEqualTo("uploaded");
      List<MediaUrl> urls = List.of(MediaUrl.parse(upload.address()));
      Path target = target();
      assertThatThrownBy(() -> fetcher.fetch(urls, "bob", target, () -> false))
          .hasMessageContaining("cannot fetch " + upload.address());
    }
  }
}
