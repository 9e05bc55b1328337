package io.wan4j.server;

import io.wan4j.protocol.catalogue.Prices;
import io.wan4j.service.VideoService;
import java.time.Clock;
import java.util.List;
import java.util.stream.Stream;

/** Puts together everything that is answered. {@code openapi.json} lists the same. */
final class Routes implements AutoCloseable {
  private final EventStreams streams;
  private final WarmUp warmUp;
  private final List<Route> all;

  Routes(ServerSettings settings, VideoService service, Metrics metrics, Clock clock) {
    Access access = new Access(service.keys());
    PublicAddress address = new PublicAddress(service.settings().publicUrl());
    TaskBodies bodies =
        new TaskBodies(
            service.links(), service.catalogue(), regionName(service.settings().region()), clock);
    FilmBodies films = new FilmBodies(bodies, service, address);
    this.streams = new EventStreams(settings.mostEventStreams());
    this.warmUp = new WarmUp(service.storyboards());
    this.all =
        Stream.of(
                new CreateRoutes(service, access, settings.largestBody()).routes(),
                new TaskRoutes(service.tasks(), bodies, access, address, clock).routes(),
                new UploadRoutes(
                        service.uploads(),
                        access,
                        address,
                        service.settings().uploads().largestMegabytes())
                    .routes(),
                new TokenRoutes(service.keys(), access).routes(),
                new ModelRoutes(service.catalogue(), access).routes(),
                new FileRoutes(service.store(), service.links()).routes(),
                new OwnRoutes(service, films, access, streams, clock).routes(),
                new FilmRoutes(service, films, access).routes(),
                new KeyRoutes(service.keys(), access).routes(),
                new AccountRoutes(service, access, bodies.region(), clock).routes(),
                new StudioRoutes(warmUp::begin).routes(),
                new StoryboardRoutes(service.storyboards(), access).routes(),
                new OperationRoutes(service, metrics).routes())
            .flatMap(List::stream)
            .toList();
  }

  /** As the cloud names the regions whose prices hold (DashScope reference, base URLs). */
  private static String regionName(Prices.Region region) {
    return switch (region) {
      case MAINLAND -> "cn-beijing";
      case INTERNATIONAL -> "ap-southeast-1";
    };
  }

  List<Route> all() {
    return all;
  }

  /** Ends the streams that are open, and what is done in the background. */
  @Override
  public void close() {
    streams.close();
    warmUp.close();
  }
}
