package io.wan4j.server;

import static org.assertj.core.api.Assertions.assertThat;

import io.wan4j.service.Quotas;
import io.wan4j.service.Validation;
import java.net.http.HttpResponse;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** A service that refuses early, and one that keeps the cloud's limits. */
class EarlyValidationTest {
  @TempDir Path folder;

  @Test
  void aWrongOrderIsRefusedAtOnce() throws Exception {
    try (TestServer server =
        TestServer.open(
            folder,
            GreyEngine.held(),
            settings -> settings.withValidation(Validation.EARLY),
            ServerSettings.DEFAULTS)) {
      AccessTest.assertError(
          server
              .client()
              .async()
              .post(
                  TestServer.CREATE,
                  "{\"model\":\"wan2.7-t2v\",\"input\":{\"prompt\":\"x\"},"
                      + "\"parameters\":{\"duration\":99}}"),
          400,
          "InvalidParameter",
          "Duration should be between 2 and 15");
      assertThat(server.client().async().post(TestServer.CREATE, TestServer.WORDS).statusCode())
          .isEqualTo(200);
    }
  }

  @Test
  void tooManyOrdersASecondAreThrottled() throws Exception {
    try (TestServer server =
        TestServer.open(
            folder,
            GreyEngine.held(),
            settings -> settings.withQuotas(Quotas.CLOUD),
            ServerSettings.DEFAULTS)) {
      List<HttpResponse<String>> refused = new ArrayList<>();
      for (int i = 0; i < 40 && refused.isEmpty(); i++) {
        HttpResponse<String> reply =
            server.client().async().post(TestServer.CREATE, TestServer.WORDS);
        if (reply.statusCode() != 200) {
          refused.add(reply);
        }
      }
      AccessTest.assertError(
          refused.getFirst(),
          429,
          "Throttling.RateQuota",
          "Requests rate limit exceeded, please try again later.");
    }
  }
}
