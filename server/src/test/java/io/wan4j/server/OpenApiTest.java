package io.wan4j.server;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.json.JsonMapper;
import io.wan4j.service.ServiceSettings;
import io.wan4j.service.VideoService;
import java.net.http.HttpResponse;
import java.nio.file.Path;
import java.time.Clock;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.TreeSet;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** The API document says what the server answers, neither more nor less. */
class OpenApiTest {
  @TempDir Path folder;
  private VideoService service;
  private WanServer server;

  @BeforeEach
  void open() {
    Clock clock = Clock.systemUTC();
    service = VideoService.open(ServiceSettings.in(folder), GreyEngine.free(), clock);
    server = WanServer.start(ServerSettings.DEFAULTS.withPort(0), service, clock);
  }

  @AfterEach
  void close() {
    server.close();
    service.close();
  }

  @Test
  void listsExactlyTheRoutes() throws Exception {
    var documented = new TreeSet<String>();
    document()
        .path("paths")
        .properties()
        .forEach(
            path ->
                path.getValue()
                    .fieldNames()
                    .forEachRemaining(
                        method ->
                            documented.add(method.toUpperCase(Locale.ROOT) + " " + path.getKey())));
    var answered = new TreeSet<String>();
    for (Route route : server.routes()) {
      answered.add(route.method().name() + " " + route.path().replace('<', '{').replace('>', '}'));
    }
    assertThat(documented).isEqualTo(answered);
  }

  @Test
  void everyReferenceLeadsSomewhere() throws Exception {
    JsonNode document = document();
    List<String> references = new ArrayList<>();
    collect(document, references);
    assertThat(references).hasSizeGreaterThan(20);
    for (String reference : references) {
      assertThat(document.at(reference.substring(1)).isMissingNode()).as(reference).isFalse();
    }
  }

  private JsonNode document() throws Exception {
    HttpResponse<String> reply = new TestClient(server).get("/openapi.json");
    assertThat(reply.statusCode()).isEqualTo(200);
    return new JsonMapper().readTree(reply.body());
  }

  private static void collect(JsonNode node, List<String> references) {
    if (node.path("$ref").isTextual()) {
      references.add(node.path("$ref").asText());
    }
    node.forEach(child -> collect(child, references));
  }
}
