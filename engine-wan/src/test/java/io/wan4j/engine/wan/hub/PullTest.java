package io.wan4j.engine.wan.hub;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.io.IOException;
import java.net.URI;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Optional;
import java.util.Random;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.atomic.AtomicLong;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class PullTest {
  private static final String WEIGHTS = "transformer/diffusion_pytorch_model.safetensors";
  private static final List<String> ALL = List.of("*", "transformer/*");
  private static final int PIECE = 64 << 10;

  @TempDir Path folder;
  private HubServer server;
  private HubCache cache;

  /** What the listener heard. */
  private final List<String> remarks = new ArrayList<>();

  private final AtomicLong counted = new AtomicLong();

  @BeforeEach
  void start() throws IOException {
    server =
        new HubServer()
            .with("README.md", "# Tiny".getBytes())
            .with("model_index.json", "{}".getBytes())
            .with("transformer/config.json", "{\"a\": 1}".getBytes())
            .with("transformer/with space.json", "{}".getBytes())
            .with(WEIGHTS, random(1_000_003));
    cache = new HubCache(folder.resolve("hub"));
  }

  @AfterEach
  void stop() {
    server.close();
  }

  @Test
  void lieAsPythonKeepsThem() throws IOException {
    Path snapshot = pull();
    Path own = folder.resolve("hub/models--Wan-AI--Wan-Tiny-Diffusers");
    assertThat(snapshot).isEqualTo(own.resolve("snapshots/" + HubServer.COMMIT));
    assertThat(own.resolve("refs/main")).hasContent(HubServer.COMMIT);
    byte[] weights = server.content(WEIGHTS);
    String sha256 = HubServer.hex("SHA-256", weights);
    assertThat(Files.readSymbolicLink(snapshot.resolve(WEIGHTS)))
        .hasToString("../../../blobs/" + sha256);
    assertThat(Files.readSymbolicLink(snapshot.resolve("README.md")))
        .hasToString("../../blobs/" + HubServer.gitBlob("# Tiny".getBytes()));
    assertThat(snapshot.resolve(WEIGHTS)).hasBinaryContent(weights);
    assertThat(snapshot.resolve("transformer/with space.json")).hasContent("{}");
    try (var blobs = Files.list(own.resolve("blobs"))) {
      assertThat(blobs).hasSize(4); // two files are alike; nothing unfinished is left
    }
    assertThat(counted).hasValue(total());
  }

  @Test
  void fetchesNothingTwice() {
    pull();
    server.requests.clear();
    pull();
    assertThat(server.requests).noneMatch(request -> request.contains("/resolve/"));
  }

  @Test
  void goesOnWhereAConnectionBroke() {
    server.drops.set(6);
    pull();
    long twice = server.bytesSent.get() - total();
    assertThat(twice).as("bytes sent in vain").isLessThan(PIECE);
    assertWhole();
  }

  @Test
  void goesOnWhereAnEarlierPullEnded() {
    server.throttle =
        () -> {
          if (server.bytesSent.get() > 400_000) {
            throw new IllegalStateException("the line is cut");
          }
        };
    assertThatThrownBy(this::pull).isInstanceOf(HubException.class);
    server.throttle = () -> {};
    long first = server.bytesSent.get();
    pull();
    assertWhole();
    assertThat(server.bytesSent.get() - first)
        .as("sent by the second pull")
        .isLessThan(total() - 200_000);
  }

  @Test
  void takesOverWhatPythonHasBegun() throws IOException {
    byte[] weights = server.content(WEIGHTS);
    cache.prepare(HubServer.REPOSITORY);
    Path blob = cache.blob(HubServer.REPOSITORY, HubServer.hex("SHA-256", weights));
    Files.write(
        blob.resolveSibling(blob.getFileName() + ".incomplete"), Arrays.copyOf(weights, 700_000));
    pull();
    assertWhole();
    assertThat(server.bytesSent).hasValueLessThan(400_000);
  }

  @Test
  void noticesWrongBytes() {
    server.corruptions.set(1);
    pull();
    assertWhole();
    assertThat(remarks).anyMatch(words -> words.contains("wrong bytes"));
  }

  @Test
  void givesUpWhereBytesStayWrong() throws IOException {
    server.corruptions.set(Integer.MAX_VALUE);
    assertThatThrownBy(this::pull)
        .isInstanceOf(HubException.class)
        .hasMessageContaining("arrived 3 times with bytes that are not those");
    try (var files = Files.walk(folder.resolve("hub"))) {
      assertThat(files.map(f -> f.getFileName().toString()))
          .as("nothing wrong is kept")
          .noneMatch(name -> name.contains("incomplete"));
    }
  }

  @Test
  void copesWithAServerThatIgnoresRanges() {
    server.ignoredRanges.set(3);
    pull();
    assertWhole();
  }

  @Test
  void comesBackToABusyServer() {
    server.busy.set(4);
    pull();
    assertWhole();
  }

  @Test
  void asksForANewAddressWhenItHasExpired() {
    server.expiries.set(3);
    pull();
    assertWhole();
  }

  @Test
  void leavesAConnectionThatSaysNothing() {
    server.stalls.set(2);
    pull();
    assertWhole();
  }

  @Test
  void twoAtOnceFetchOnce() throws Exception {
    CountDownLatch bothAsked = new CountDownLatch(1);
    server.throttle = () -> await(bothAsked);
    CompletableFuture<Path> one = CompletableFuture.supplyAsync(this::pull);
    CompletableFuture<Path> other = CompletableFuture.supplyAsync(this::pull);
    org.awaitility.Awaitility.await()
        .until(
            () -> synchronizedRemarks().stream().anyMatch(r -> r.contains("waiting for another")));
    bothAsked.countDown();
    assertThat(one.get()).isEqualTo(other.get());
    assertWhole();
    assertThat(server.bytesSent).hasValueLessThan(total() + PIECE);
  }

  @Test
  void tellsWhatToDoAboutAGatedRepository() {
    server.refusal = Optional.of("GatedRepo");
    assertThatThrownBy(this::pull)
        .isInstanceOf(HubException.class)
        .hasMessageContaining("is gated")
        .hasMessageContaining("accept its terms")
        .hasMessageContaining("set HF_TOKEN");
    assertThat(server.requests).as("not tried again").hasSize(1);
  }

  @Test
  void tellsWhatToDoAboutARepositoryThatIsNotThere() {
    server.refusal = Optional.of("RepoNotFound");
    server.refusalStatus = 404;
    assertThatThrownBy(this::pull)
        .hasMessageContaining("does not exist")
        .hasMessageContaining("spelling");
  }

  @Test
  void tellsWhatToDoAboutATokenThatIsRefused() {
    server.refusal = Optional.of("");
    assertThatThrownBy(() -> pull(Optional.of("hf_secret"), 0))
        .hasMessageContaining("refuses the token")
        .hasMessageNotContaining("hf_secret");
  }

  @Test
  void showsTheTokenToTheHub() {
    server.wantedToken = Optional.of("hf_secret");
    pull(Optional.of("hf_secret"), 0);
    assertWhole();
  }

  @Test
  void wantsRoomOnTheDisk() {
    assertThatThrownBy(() -> pull(Optional.empty(), Long.MAX_VALUE / 2))
        .hasMessageContaining("still to be fetched")
        .hasMessageContaining("HF_HUB_CACHE");
    assertThat(server.bytesSent).hasValueLessThan(1000);
  }

  @Test
  void refusesAListThatItsFilesContradict() {
    server.hashesAreWrong = true;
    HubRepository listed = repository(Optional.empty());
    server.hashesAreWrong = false;
    assertThatThrownBy(() -> pull(listed, Optional.empty(), 0))
        .hasMessageContaining("by the list of files")
        .hasMessageContaining("by its own answer");
  }

  private Path pull() {
    return pull(Optional.empty(), 0);
  }

  private Path pull(Optional<String> token, long reserve) {
    return pull(repository(token), token, reserve);
  }

  private HubRepository repository(Optional<String> token) {
    try (HubClient hub = hub(token)) {
      return hub.repository(HubServer.REPOSITORY, "main");
    }
  }

  private Path pull(HubRepository repository, Optional<String> token, long reserve) {
    try (HubClient hub = hub(token)) {
      Puller.Limits limits = new Puller.Limits(4, PIECE, Duration.ofMillis(700), reserve);
      return new Puller(hub, cache, limits, retrying())
          .pull(repository, repository.matching(ALL), listener());
    }
  }

  private HubClient hub(Optional<String> token) {
    URI endpoint = server.endpoint();
    return new HubClient(new HubSettings(endpoint, cache.folder(), token), retrying());
  }

  private static Retrying retrying() {
    return new Retrying(8, Duration.ofMillis(5), new Random(1), Thread::sleep);
  }

  private PullListener listener() {
    return new PullListener() {
      @Override
      public void begins(HubRepository repository, long wanted, long there) {
        counted.addAndGet(there);
      }

      @Override
      public void fetched(long bytes) {
        counted.addAndGet(bytes);
      }

      @Override
      public void remark(String words) {
        synchronized (remarks) {
          remarks.add(words);
        }
      }
    };
  }

  private List<String> synchronizedRemarks() {
    synchronized (remarks) {
      return List.copyOf(remarks);
    }
  }

  private void assertWhole() {
    Path snapshot = cache.snapshot(HubServer.REPOSITORY).orElseThrow();
    assertThat(snapshot.resolve(WEIGHTS)).hasBinaryContent(server.content(WEIGHTS));
    assertThat(snapshot.resolve("transformer/config.json")).hasContent("{\"a\": 1}");
  }

  private long total() {
    return server.content(WEIGHTS).length + 6 + 2 + 8;
  }

  private static void await(CountDownLatch latch) {
    try {
      latch.await();
    } catch (InterruptedException e) {
      Thread.currentThread().interrupt();
    }
  }

  private static byte[] random(int size) {
    byte[] bytes = new byte[size];
    new Random(7).nextBytes(bytes);
    return bytes;
  }
}
