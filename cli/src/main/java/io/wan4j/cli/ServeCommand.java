package io.wan4j.cli;

import io.wan4j.engine.VideoEngine;
import io.wan4j.protocol.catalogue.Prices.Region;
import io.wan4j.server.ServerSettings;
import io.wan4j.server.WanServer;
import io.wan4j.service.Quotas;
import io.wan4j.service.ServiceSettings;
import io.wan4j.service.Validation;
import io.wan4j.service.VideoService;
import io.wan4j.service.key.ApiKey;
import java.net.URI;
import java.time.Clock;
import java.util.List;
import java.util.Map;
import java.util.concurrent.Callable;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.TimeUnit;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Option;

/** {@code wan4j serve}: runs the server until it is told to stop. */
@Command(
    name = "serve",
    mixinStandardHelpOptions = true,
    description = "Run the server: the DashScope video API on this machine.")
final class ServeCommand implements Callable<Integer> {
  private final Console console;
  private final Map<String, String> environment;
  private final Clock clock;

  @Mixin private ServiceOptions service;
  @Mixin private EngineOptions engine;

  @Option(
      names = "--host",
      defaultValue = "127.0.0.1",
      description = "Address to listen at (default: ${DEFAULT-VALUE}, this machine only).")
  private String host;

  @Option(
      names = "--port",
      defaultValue = "8080",
      description = "Port; 0 takes a free one (default: ${DEFAULT-VALUE}).")
  private int port;

  @Option(
      names = "--key",
      paramLabel = "sk-…",
      defaultValue = "",
      description = "Let this key in (default: the first start makes one and prints it).")
  private String key;

  @Option(
      names = "--slots",
      paramLabel = "N",
      description = "Films made at a time (default: one, or with --engine wan one on each device).")
  private Integer slots;

  @Option(
      names = "--public-url",
      paramLabel = "URL",
      defaultValue = "",
      description = "What links to films begin with (default: the address a request came to).")
  private String publicUrl;

  @Option(
      names = "--allow-private-media",
      description = "Fetch media from private networks and this machine too.")
  private boolean allowPrivateMedia;

  @Option(
      names = "--validate",
      paramLabel = "late|early",
      defaultValue = "late",
      description =
          "When a faulty request is refused: late, as a failed task, like the cloud; or early, by"
              + " HTTP 400 (default: ${DEFAULT-VALUE}).")
  private Validation validation;

  @Option(
      names = "--quotas",
      paramLabel = "none|cloud",
      defaultValue = "none",
      description = "Limits on requests and running tasks (default: ${DEFAULT-VALUE}).")
  private Quotas quotas;

  @Option(
      names = "--region",
      paramLabel = "mainland|international",
      defaultValue = "mainland",
      description = "Whose prices the ledger counts in (default: ${DEFAULT-VALUE}).")
  private Region region;

  @Mixin private RewriterOptions rewriter;

  ServeCommand(Console console, Map<String, String> environment, Clock clock) {
    this.console = console;
    this.environment = environment;
    this.clock = clock;
  }

  @Override
  public Integer call() throws InterruptedException {
    CountDownLatch asked = new CountDownLatch(1);
    CountDownLatch stopped = new CountDownLatch(1);
    ServiceSettings settings = service.settings();
    VideoEngine maker = new Engines(environment, clock).open(engine, settings.dataFolder());
    try (VideoService films = VideoService.open(settings(settings, maker), maker, clock);
        WanServer server =
            WanServer.start(ServerSettings.DEFAULTS.withHost(host).withPort(port), films, clock)) {
      greet(server.address().toString(), admit(films));
      Runtime.getRuntime()
          .addShutdownHook(Thread.ofPlatform().unstarted(() -> stop(asked, stopped)));
      asked.await();
    } finally {
      stopped.countDown();
    }
    return ExitCode.OK.status();
  }

  private ServiceSettings settings(ServiceSettings settings, VideoEngine maker) {
    int films = slots == null ? maker.filmsAtOnce() : slots;
    return settings
        .withPublicUrl(URI.create(publicUrl))
        .withRegion(region)
        .withValidation(validation)
        .withQuotas(quotas)
        .withWork(rewriter.in(settings.work().withSlots(films), environment))
        .withFetch(settings.fetch().withAllowPrivate(allowPrivateMedia));
  }

  /** The process ends when its shutdown hooks have ended, so the hook waits for an orderly end. */
  private static void stop(CountDownLatch asked, CountDownLatch stopped) {
    asked.countDown();
    try {
      if (!stopped.await(20, TimeUnit.SECONDS)) {
        System.err.println("wan4j: not everything ended within 20 s");
      }
    } catch (InterruptedException e) {
      Thread.currentThread().interrupt();
    }
  }

  /** The key to show, or a word for it where its secret is not known any more. */
  private String admit(VideoService films) {
    if (!key.isEmpty()) {
      films.keys().admit(key, "given at start");
      return key;
    }
    List<ApiKey> known = films.keys().list();
    if (known.stream().allMatch(ApiKey::revoked)) {
      String secret = films.keys().create("made at first start").secret();
      console.out().println("API key   " + secret + "   (shown only now)");
      return secret;
    }
    console.out().println("API key   as before; wan4j keys create makes another");
    return "$DASHSCOPE_API_KEY";
  }

  private void greet(String address, String shownKey) {
    console.out().println("wan4j     " + Version.current() + ", engine " + engine.engine());
    console.out().println("address   " + address + "/api/v1");
    console.out().println();
    console.out().println("Try it:");
    console
        .out()
        .println(
            """
            curl -s %s/api/v1/services/aigc/video-generation/video-synthesis \\
              -H "Authorization: Bearer %s" -H "X-DashScope-Async: enable" -H "Content-Type: application/json" \\
              -d '{"model":"wan2.7-t2v","input":{"prompt":"A sailing boat on the sea at sunset"},"parameters":{"resolution":"720P","duration":5}}'
            """
                .formatted(address, shownKey));
    console.out().flush();
  }
}
