package io.wan4j.protocol;

import com.fasterxml.jackson.core.JsonFactory;
import com.fasterxml.jackson.core.StreamReadConstraints;
import com.fasterxml.jackson.databind.DeserializationFeature;
import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.json.JsonMapper;
import com.fasterxml.jackson.databind.node.JsonNodeFactory;
import com.fasterxml.jackson.databind.node.ObjectNode;
import io.wan4j.protocol.error.ErrorName;
import io.wan4j.protocol.error.WireErrors;
import io.wan4j.protocol.error.WireException;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.util.Objects;

/**
 * The body of a create call as it came: {@code {"model": ..., "input": {...}, "parameters":
 * {...}}}. Nothing inside input and parameters has been looked at.
 *
 * @param model the name as sent, not blank
 * @param parameters empty if the body has none
 */
public record SynthesisRequest(String model, ObjectNode input, ObjectNode parameters) {
  /** A 100 MB video in base64 is one string of 140 million characters. */
  private static final int LONGEST_STRING = 150_000_000;

  private static final JsonMapper JSON =
      JsonMapper.builder(
              JsonFactory.builder()
                  .streamReadConstraints(
                      StreamReadConstraints.builder()
                          .maxStringLength(LONGEST_STRING)
                          .maxNestingDepth(64)
                          .build())
                  .build())
          .enable(DeserializationFeature.FAIL_ON_TRAILING_TOKENS)
          .build();

  public SynthesisRequest {
    Objects.requireNonNull(model, "model is null");
    Objects.requireNonNull(input, "input is null");
    Objects.requireNonNull(parameters, "parameters is null");
  }

  /**
   * Reads a body.
   *
   * @throws WireException with the cloud's error if it is no JSON object, names no model, or has no
   *     input object (DashScope reference, error codes)
   */
  public static SynthesisRequest parse(String body) {
    return parse(body.getBytes(StandardCharsets.UTF_8));
  }

  /** As {@link #parse(String)}, from UTF-8 bytes. */
  public static SynthesisRequest parse(byte[] body) {
    JsonNode root;
    try {
      root = JSON.readTree(body);
    } catch (IOException e) { // nothing but the content can fail: the bytes are in memory
      throw new WireException(WireErrors.get(ErrorName.BODY_INVALID), e);
    }
    if (root == null || !root.isObject()) {
      throw new WireException(WireErrors.get(ErrorName.BODY_INVALID));
    }
    return new SynthesisRequest(model(root), input(root), parameters(root));
  }

  /** The body again, for keeping; {@link #parse} of it gives an equal request. */
  public String toJson() {
    ObjectNode root = JsonNodeFactory.instance.objectNode();
    root.put("model", model);
    root.set("input", input);
    root.set("parameters", parameters);
    return root.toString();
  }

  private static String model(JsonNode root) {
    JsonNode model = root.path("model");
    if (model.isMissingNode() || model.isNull() || model.isTextual() && model.asText().isBlank()) {
      throw new WireException(WireErrors.get(ErrorName.EMPTY_MODEL));
    }
    if (!model.isTextual()) {
      throw new WireException(WireErrors.get(ErrorName.PARAMETER_MISSING, "model"));
    }
    return model.asText();
  }

  private static ObjectNode input(JsonNode root) {
    JsonNode input = root.path("input");
    if (input.isMissingNode() || input.isNull()) {
      throw new WireException(WireErrors.get(ErrorName.EMPTY_INPUT));
    }
    if (input.isTextual()) { // the SDKs' encryption option turns the object into a string
      throw new WireException(WireErrors.get(ErrorName.ENCRYPTED_INPUT));
    }
    if (input instanceof ObjectNode object) {
      return object;
    }
    throw new WireException(WireErrors.get(ErrorName.ILLEGAL_INPUT));
  }

  private static ObjectNode parameters(JsonNode root) {
    JsonNode parameters = root.path("parameters");
    if (parameters.isMissingNode() || parameters.isNull()) {
      return JsonNodeFactory.instance.objectNode();
    }
    if (parameters instanceof ObjectNode object) {
      return object;
    }
    throw new WireException(WireErrors.get(ErrorName.PARAMETER_MISSING, "parameters"));
  }
}
