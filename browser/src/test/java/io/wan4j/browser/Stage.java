package io.wan4j.browser;

import static org.assertj.core.api.Assertions.assertThat;

import io.wan4j.engine.previz.PrevizEngine;
import io.wan4j.server.ServerSettings;
import io.wan4j.server.WanServer;
import io.wan4j.service.ServiceSettings;
import io.wan4j.service.VideoService;
import io.wan4j.service.fetch.FetchSettings;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.net.URI;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Clock;
import java.util.Comparator;
import java.util.List;
import java.util.Optional;
import java.util.stream.Stream;
import org.openqa.selenium.chrome.ChromeDriver;

/** The real server with the classical renderer behind it, and a real browser: for all tests. */
final class Stage implements AutoCloseable {
  private final Path folder;
  private final ServiceSettings settings;
  private final ChromeDriver browser;
  private VideoService service;
  private WanServer server;
  private int port;
  private Optional<Reel> reel = Optional.empty();

  private Stage(Path folder) {
    this.folder = folder;
    // Pages to be filmed are served by the tests themselves.
    FetchSettings fetch = FetchSettings.DEFAULTS.withAllowPrivate(true);
    this.settings = ServiceSettings.in(folder.resolve("data")).withFetch(fetch);
    start(0);
    this.browser = Chromium.find().orElseThrow().start(folder.resolve("profile"));
  }

  static Stage open() {
    try {
      return new Stage(Files.createTempDirectory("wan4j-browser"));
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }

  private void start(int wanted) {
    Clock clock = Clock.systemUTC();
    service = VideoService.open(settings, new PrevizEngine(), clock);
    server = WanServer.start(ServerSettings.DEFAULTS.withPort(wanted), service, clock);
    port = server.port();
  }

  /** Ends the server; it listens no more. */
  void stopServer() {
    try (VideoService films = service;
        WanServer listening = server) {
      assertThat(films.isHealthy()).as("until %s ends", listening.address()).isTrue();
    }
  }

  /** Starts it again where it was, on the same data. */
  void startServer() {
    start(port);
  }

  URI address() {
    return server.address();
  }

  VideoService service() {
    return service;
  }

  ChromeDriver browser() {
    return browser;
  }

  /** A key of an account of its own. */
  String newKey() {
    return service.keys().create("browser").secret();
  }

  /** An account with two finished films and a failed task, made once for all tests. */
  Reel reel() {
    if (reel.isEmpty()) {
      reel =
          Optional.of(
              Reel.make(
                  service,
                  newKey(),
                  List.of(
                      Reel.small("A lake at dawn."),
                      Reel.small("Shot 1 [0-1s] A lake at night. Shot 2 [1-2s] A red boat."))));
    }
    return reel.get();
  }

  /** A place for a file. */
  Path scratch(String name) {
    try {
      return Files.createTempDirectory(folder, "scratch").resolve(name);
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }

  @Override
  public void close() throws IOException {
    browser.quit();
    stopServer();
    try (Stream<Path> files = Files.walk(folder)) {
      for (Path file : files.sorted(Comparator.reverseOrder()).toList()) {
        Files.deleteIfExists(file);
      }
    }
  }
}
