package io.wan4j.server;

import io.wan4j.service.ServiceSettings;
import io.wan4j.service.VideoService;
import java.nio.file.Path;
import java.time.Clock;
import java.util.function.UnaryOperator;

/** A server with a key, over a folder of the test's. */
final class TestServer implements AutoCloseable {
  static final String CREATE = "/api/v1/services/aigc/video-generation/video-synthesis";
  static final String CREATE_FROM_IMAGES = "/api/v1/services/aigc/image2video/video-synthesis";
  static final String WORDS =
      """
      {"model":"wan2.7-t2v","input":{"prompt":"A paper boat drifts down a gutter."},
       "parameters":{"resolution":"720P","duration":2}}
      """;

  final GreyEngine engine;
  final VideoService service;
  final WanServer server;
  final String key;

  private TestServer(GreyEngine engine, VideoService service, ServerSettings settings) {
    this.engine = engine;
    this.service = service;
    this.server = WanServer.start(settings, service, Clock.systemUTC());
    this.key = service.keys().create("test").secret();
  }

  static TestServer open(Path folder) {
    return open(folder, GreyEngine.held(), settings -> settings, ServerSettings.DEFAULTS);
  }

  static TestServer open(
      Path folder,
      GreyEngine engine,
      UnaryOperator<ServiceSettings> service,
      ServerSettings settings) {
    return new TestServer(
        engine,
        VideoService.open(service.apply(ServiceSettings.in(folder)), engine, Clock.systemUTC()),
        settings.withPort(0));
  }

  /** Without a key. */
  TestClient stranger() {
    return new TestClient(server);
  }

  /** With the key. */
  TestClient client() {
    return stranger().withKey(key);
  }

  @Override
  public void close() {
    server.close();
    service.close();
  }
}
