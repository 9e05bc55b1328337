package io.wan4j.server;

import io.javalin.Javalin;
import io.javalin.compression.CompressionStrategy;
import io.javalin.config.JavalinConfig;
import io.javalin.router.Endpoint;
import io.wan4j.service.VideoService;
import java.net.URI;
import java.time.Clock;
import java.util.List;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * The service over HTTP. Each request has a virtual thread of its own. Closing takes no new
 * request, ends event streams and leaves the service open: it belongs to whoever opened it.
 */
public final class WanServer implements AutoCloseable {
  private static final Logger LOG = LoggerFactory.getLogger(WanServer.class);

  /**
   * How long requests under way are waited for: on a busy machine a stream takes a while to end.
   */
  private static final long STOP_MILLIS = 10_000;

  private static final int LARGEST_HEADER = 32 * 1024;

  private final ServerSettings settings;
  private final Javalin javalin;
  private final Routes routes;
  private final Metrics metrics;

  private WanServer(ServerSettings settings, Javalin javalin, Routes routes, Metrics metrics) {
    this.settings = settings;
    this.javalin = javalin;
    this.routes = routes;
    this.metrics = metrics;
  }

  /**
   * Starts to listen; returns when requests are answered.
   *
   * @param clock the service's
   * @throws io.javalin.util.JavalinException when the address cannot be bound
   */
  public static WanServer start(ServerSettings settings, VideoService service, Clock clock) {
    Metrics metrics = new Metrics(service.tasks());
    Routes routes = new Routes(settings, service, metrics, clock);
    Javalin javalin = Javalin.create(config -> configure(config, settings, routes.all(), metrics));
    try {
      javalin.start(settings.host(), settings.port());
    } catch (RuntimeException e) {
      metrics.close();
      throw e;
    }
    WanServer server = new WanServer(settings, javalin, routes, metrics);
    LOG.info("listening on {}", server.address());
    return server;
  }

  private static void configure(
      JavalinConfig config, ServerSettings settings, List<Route> routes, Metrics metrics) {
    config.startup.showJavalinBanner = false;
    config.startup.showOldJavalinVersionWarning = false;
    config.startup.startupWatcherEnabled = false;
    config.concurrency.useVirtualThreads = true;
    config.http.prefer405over404 = true;
    config.http.compressionStrategy = CompressionStrategy.NONE;
    config.http.defaultContentType = Reply.JSON_TYPE;
    config.http.maxRequestSize = settings.largestBody();
    config.router.ignoreTrailingSlashes = true;
    config.jetty.modifyServer(
        server -> {
          server.setErrorHandler(new JettyFailures());
          server.setStopTimeout(STOP_MILLIS);
        });
    config.jetty.modifyServletContextHandler(
        handler -> handler.setErrorHandler(new JettyFailures()));
    config.jetty.modifyHttpConfiguration(
        http -> {
          http.setSendServerVersion(false);
          http.setRequestHeaderSize(LARGEST_HEADER);
        });
    config.requestLogger.http(metrics::request);
    for (Route route : routes) {
      config.routes.addEndpoint(new Endpoint(route.method(), route.path(), route.handler()));
    }
    new Failures().register(config);
  }

  /** The port listened at, also when any was asked for. */
  public int port() {
    return javalin.port();
  }

  /** Where the server is reached from this machine, without a trailing slash. */
  public URI address() {
    String host = settings.host().contains(":") ? "[" + settings.host() + "]" : settings.host();
    return URI.create("http://" + (host.equals("0.0.0.0") ? "127.0.0.1" : host) + ":" + port());
  }

  /** All that is answered, for the check against the API document. */
  List<Route> routes() {
    return routes.all();
  }

  @Override
  public void close() {
    routes.close();
    javalin.stop();
    metrics.close();
  }
}
