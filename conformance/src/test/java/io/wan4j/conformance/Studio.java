package io.wan4j.conformance;

import com.alibaba.dashscope.utils.Constants;
import io.wan4j.engine.previz.PrevizEngine;
import io.wan4j.server.ServerSettings;
import io.wan4j.server.WanServer;
import io.wan4j.service.ServiceSettings;
import io.wan4j.service.VideoService;
import io.wan4j.service.fetch.FetchSettings;
import io.wan4j.service.work.WorkSettings;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.net.URI;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Clock;
import java.util.Comparator;
import java.util.stream.Stream;

/**
 * The real server with the classical renderer behind it, a key, and a web server for the inputs:
 * started once for all tests.
 */
final class Studio implements AutoCloseable {
  private static final int FILMS_AT_ONCE = 2;

  private final Path folder;
  private final VideoService service;
  private final WanServer server;
  private final Props props;
  private final String key;

  private Studio(Path folder) {
    this.folder = folder;
    Clock clock = Clock.systemUTC();
    ServiceSettings settings =
        ServiceSettings.in(folder.resolve("data"))
            .withFetch(FetchSettings.DEFAULTS.withAllowPrivate(true))
            .withWork(WorkSettings.DEFAULTS.withSlots(FILMS_AT_ONCE));
    this.service = VideoService.open(settings, new PrevizEngine(), clock);
    this.server = WanServer.start(ServerSettings.DEFAULTS.withPort(0), service, clock);
    this.key = service.keys().create("conformance").secret();
    this.props = Props.serve(folder.resolve("props"));
    Constants.baseHttpApiUrl = base();
    Constants.apiKey = key;
  }

  static Studio open() {
    try {
      return new Studio(Files.createTempDirectory("wan4j-conformance"));
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }

  /** What a client is configured with. */
  String base() {
    return server.address() + "/api/v1";
  }

  URI address() {
    return server.address();
  }

  /** A key of the account that all tests share. */
  String key() {
    return key;
  }

  /** A key of an account of its own. */
  String newKey() {
    return service.keys().create("stranger").secret();
  }

  Props props() {
    return props;
  }

  /** A place for a file of the test's own. */
  Path scratch(String name) {
    try {
      return Files.createTempDirectory(folder, "scratch").resolve(name);
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }

  @Override
  public void close() throws IOException {
    try (service;
        server;
        props) {
      Constants.apiKey = null;
    }
    try (Stream<Path> files = Files.walk(folder)) {
      for (Path file : files.sorted(Comparator.reverseOrder()).toList()) {
        Files.delete(file);
      }
    }
  }
}
