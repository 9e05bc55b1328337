package io.wan4j.protocol.error;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.dataformat.yaml.YAMLMapper;
import java.io.IOException;
import java.io.InputStream;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvFileSource;
import org.junit.jupiter.params.provider.EnumSource;

class WireErrorsTest {
  @ParameterizedTest(name = "{0}")
  @CsvFileSource(
      resources = "captured-errors.txt",
      delimiter = '|',
      quoteCharacter = '\0',
      maxCharsPerColumn = 1000)
  void theWordsAreTheClouds(ErrorName name, int status, String code, String message) {
    WireErrors.Row row = WireErrors.row(name);

    assertThat(row.status()).isEqualTo(status);
    assertThat(row.code()).isEqualTo(code);
    assertThat(row.message()).isEqualTo(message);
  }

  @Test
  void theFileAndTheNamesHaveTheSameRowsInTheSameOrder() throws IOException {
    List<String> keys = new ArrayList<>();
    try (InputStream in = WireErrors.class.getResourceAsStream("/io/wan4j/protocol/errors.yaml")) {
      for (JsonNode section : new YAMLMapper().readTree(in)) {
        section.fieldNames().forEachRemaining(keys::add);
      }
    }
    assertThat(keys)
        .containsExactlyElementsOf(Arrays.stream(ErrorName.values()).map(ErrorName::key).toList());
  }

  @ParameterizedTest
  @EnumSource
  void everyRowIsExplained(ErrorName name) {
    WireErrors.Row row = WireErrors.row(name);

    assertThat(row.means()).isNotBlank().endsWith(".");
    assertThat(row.todo()).isNotBlank().endsWith(".");
    assertThat(row.status()).isBetween(400, 503);
  }

  @Test
  void placesAreFilledInOrder() {
    assertThat(WireErrors.get(ErrorName.DURATION_BETWEEN, 2, 15))
        .isEqualTo(new WireError(400, "InvalidParameter", "Duration should be between 2 and 15"));
    assertThat(WireErrors.get(ErrorName.DOWNLOAD_FAILED, "http://a.test/{}").message())
        .isEqualTo("Failed to download http://a.test/{}");
  }

  @Test
  void argumentsMustFitThePlaces() {
    assertThatThrownBy(() -> WireErrors.get(ErrorName.DURATION_BETWEEN, 2))
        .hasMessageContaining("more arguments");
    assertThatThrownBy(() -> WireErrors.get(ErrorName.NOT_FOUND, 2))
        .hasMessageContaining("fewer arguments");
  }

  @Test
  void errorsAreFoundByTheirCode() {
    assertThat(WireErrors.withCode("Throttling.RateQuota"))
        .containsExactly(ErrorName.RATE_QUOTA, ErrorName.REQUEST_LIMIT);
    assertThat(WireErrors.withCode("Nonsense")).isEmpty();
  }

  @ParameterizedTest
  @EnumSource
  void everyErrorIsExplainedByItsOwnRow(ErrorName name) {
    WireErrors.Row row = WireErrors.row(name);

    assertThat(WireErrors.explain(new WireError(row.status(), row.code(), row.message())))
        .containsExactly(row);
  }

  @Test
  void joinedFaultsAreExplainedOneByOne() {
    WireError error =
        new WireError(
            400,
            "InvalidParameter",
            "Field required: input.media & Input should be '1080P' or '720P':"
                + " parameters.resolution & Field required: input.prompt");

    assertThat(WireErrors.explain(error))
        .containsExactly(
            WireErrors.row(ErrorName.FIELD_REQUIRED), WireErrors.row(ErrorName.NOT_A_CHOICE));
    assertThat(WireErrors.explain(new WireError(418, "Teapot", "short and stout"))).isEmpty();
  }
}
