package io.wan4j.cli;

import io.wan4j.server.ServerSettings;
import io.wan4j.server.WanServer;
import io.wan4j.service.ServiceSettings;
import io.wan4j.service.VideoService;
import io.wan4j.service.key.NewKey;
import java.time.Clock;
import java.util.Map;

/**
 * The whole service for the time of one command, on a free port of this machine and behind a key of
 * its own: a film made here takes the same road as one made on a server.
 */
final class LocalServer implements AutoCloseable {
  private static final String ACCOUNT = "local";

  private final VideoService service;
  private final WanServer server;
  private final NewKey key;

  private LocalServer(VideoService service, WanServer server, NewKey key) {
    this.service = service;
    this.server = server;
    this.key = key;
  }

  static LocalServer start(
      ServiceSettings settings,
      EngineOptions engine,
      Map<String, String> environment,
      Clock clock) {
    VideoService service =
        VideoService.open(
            settings, new Engines(environment, clock).open(engine, settings.dataFolder()), clock);
    try {
      NewKey key = service.keys().create("for one command", ACCOUNT);
      WanServer server = WanServer.start(ServerSettings.DEFAULTS.withPort(0), service, clock);
      return new LocalServer(service, server, key);
    } catch (RuntimeException e) {
      service.close();
      throw e;
    }
  }

  String baseUrl() {
    return server.address() + "/api/v1";
  }

  String key() {
    return key.secret();
  }

  @Override
  public void close() {
    try (service;
        server) {
      service.keys().revoke(key.key().id());
    }
  }
}
