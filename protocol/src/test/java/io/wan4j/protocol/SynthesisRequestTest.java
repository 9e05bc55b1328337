package io.wan4j.protocol;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.catchThrowableOfType;

import io.wan4j.protocol.error.WireException;
import java.nio.charset.StandardCharsets;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class SynthesisRequestTest {
  private static final String BODY_INVALID =
      "InvalidParameter: Required body invalid, please check the request body format.";

  @ParameterizedTest
  @CsvSource(
      delimiter = '|',
      quoteCharacter = '\0',
      value = {
        "nothing | " + BODY_INVALID,
        "[] | " + BODY_INVALID,
        "null | " + BODY_INVALID,
        "\"text\" | " + BODY_INVALID,
        "{\"model\": \"m\", | " + BODY_INVALID,
        "{\"model\": \"m\", \"input\": {}} {} | " + BODY_INVALID,
        "{\"input\": {}} | BadRequest.EmptyModel: Required parameter \"model\" missing from"
            + " request.",
        "{\"model\": null, \"input\": {}} | BadRequest.EmptyModel: Required parameter \"model\""
            + " missing from request.",
        "{\"model\": \" \", \"input\": {}} | BadRequest.EmptyModel: Required parameter \"model\""
            + " missing from request.",
        "{\"model\": 3, \"input\": {}} | InvalidParameter: Required parameter(model) missing or"
            + " invalid, please check the request parameters.",
        "{\"model\": \"m\"} | BadRequest.EmptyInput: Required input parameter missing from"
            + " request.",
        "{\"model\": \"m\", \"input\": null} | BadRequest.EmptyInput: Required input parameter"
            + " missing from request.",
        "{\"model\": \"m\", \"input\": []} | BadRequest.IllegalInput: The input parameter requires"
            + " json format.",
        "{\"model\": \"m\", \"input\": \"ENCRYPTED\"} | InvalidParameter: Encrypted input is not"
            + " supported, please send input as a JSON object.",
        "{\"model\": \"m\", \"input\": {}, \"parameters\": 7} | InvalidParameter: Required"
            + " parameter(parameters) missing or invalid, please check the request parameters.",
      })
  void bodiesThatAreNoneAreRefused(String body, String says) {
    WireException refused =
        catchThrowableOfType(WireException.class, () -> SynthesisRequest.parse(body));

    assertThat(refused).hasMessage(says);
    assertThat(refused.error().httpStatus()).isEqualTo(400);
  }

  @Test
  void anEmptyBodyIsRefused() {
    assertThat(catchThrowableOfType(WireException.class, () -> SynthesisRequest.parse(new byte[0])))
        .hasMessage(BODY_INVALID);
  }

  @Test
  void bytesThatAreNotUtf8AreRefused() {
    byte[] latin = "{\"model\": \"mé\", \"input\": {}}".getBytes(StandardCharsets.ISO_8859_1);

    assertThat(catchThrowableOfType(WireException.class, () -> SynthesisRequest.parse(latin)))
        .hasMessage(BODY_INVALID);
  }

  @Test
  void bytesOfNoEncodingAreRefused() {
    byte[] utf32 = {0, 0, 0, '{', 127, 127, 127, 127, 0, 0};

    assertThat(catchThrowableOfType(WireException.class, () -> SynthesisRequest.parse(utf32)))
        .hasMessage(BODY_INVALID);
  }

  @Test
  void deepNestingIsRefusedAndNotFollowed() {
    String deep = "{\"model\":\"m\",\"input\":" + "[".repeat(100_000) + "]".repeat(100_000) + "}";

    assertThat(catchThrowableOfType(WireException.class, () -> SynthesisRequest.parse(deep)))
        .hasMessage(BODY_INVALID);
  }

  @Test
  void parametersMayBeLeftOutOrNull() {
    assertThat(SynthesisRequest.parse("{\"model\":\"m\",\"input\":{}}").parameters()).isEmpty();
    assertThat(
            SynthesisRequest.parse("{\"model\":\"m\",\"input\":{},\"parameters\":null}")
                .parameters())
        .isEmpty();
  }

  @Test
  void theBodyCanBeKeptAndReadAgain() {
    SynthesisRequest request =
        SynthesisRequest.parse(
            "{\"parameters\":{\"seed\":7},\"model\":\"m\",\"input\":{\"prompt\":\"猫\"},\"x\":1}");

    assertThat(request.toJson())
        .isEqualTo("{\"model\":\"m\",\"input\":{\"prompt\":\"猫\"},\"parameters\":{\"seed\":7}}");
    assertThat(SynthesisRequest.parse(request.toJson())).isEqualTo(request);
  }

  @Test
  void aPictureOf20MegabytesFitsIntoABody() {
    String base64 = "A".repeat(28_000_000);
    SynthesisRequest request =
        SynthesisRequest.parse("{\"model\":\"m\",\"input\":{\"img_url\":\"" + base64 + "\"}}");

    assertThat(request.input().path("img_url").asText()).hasSize(28_000_000);
  }
}
