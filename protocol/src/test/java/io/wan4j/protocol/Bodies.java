package io.wan4j.protocol;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.JsonNodeFactory;
import com.fasterxml.jackson.databind.node.ObjectNode;
import io.wan4j.protocol.catalogue.Catalogue;
import io.wan4j.protocol.catalogue.ModelCard;
import io.wan4j.protocol.error.WireError;

/** Request bodies for tests: the least that each model takes, with changes laid over it. */
final class Bodies {
  static final Catalogue CATALOGUE = Catalogue.load();
  private static final Validator VALIDATOR = new Validator(CATALOGUE);

  private Bodies() {}

  /** A body with nothing in it that could be left out. */
  static ObjectNode minimal(String model) {
    ObjectNode body = JsonNodeFactory.instance.objectNode();
    body.put("model", model);
    body.set("input", minimalInput(CATALOGUE.find(model).orElseThrow()));
    body.putObject("parameters");
    return body;
  }

  private static ObjectNode minimalInput(ModelCard card) {
    boolean asMedia = card.media().exists();
    return switch (card.family()) {
      case TEXT_TO_VIDEO, GENERAL -> json("{'prompt': 'A lighthouse at dusk'}");
      case IMAGE_TO_VIDEO ->
          json(
              asMedia
                  ? "{'media': [{'type': 'first_frame', 'url': 'https://pics.test/a.png'}]}"
                  : "{'img_url': 'https://pics.test/a.png'}");
      case FIRST_AND_LAST_FRAME_TO_VIDEO ->
          json(
              "{'first_frame_url': 'https://pics.test/a.png',"
                  + " 'last_frame_url': 'https://pics.test/b.png'}");
      case REFERENCE_TO_VIDEO ->
          json(
              asMedia
                  ? "{'prompt': 'Image 1 waves', 'media':"
                      + " [{'type': 'reference_image', 'url': 'https://pics.test/a.png'}]}"
                  : "{'prompt': 'character1 waves',"
                      + " 'reference_urls': ['https://pics.test/a.png']}");
      case VIDEO_EDIT -> json("{'media': [{'type': 'video', 'url': 'https://pics.test/a.mp4'}]}");
      case VACE ->
          json(
              "{'prompt': 'A cat on a wall', 'function': 'image_reference',"
                  + " 'ref_images_url': ['https://pics.test/a.png']}");
    };
  }

  /** JSON with single quotes for double ones. */
  static ObjectNode json(String text) {
    return SynthesisRequest.parse("{\"model\":\"m\",\"input\":" + text.replace('\'', '"') + "}")
        .input();
  }

  /** The minimal body of the model with members of input and parameters added or replaced. */
  static SynthesisRequest request(String model, JsonNode input, JsonNode parameters) {
    ObjectNode body = minimal(model);
    body.withObject("/input").setAll((ObjectNode) input);
    body.withObject("/parameters").setAll((ObjectNode) parameters);
    return SynthesisRequest.parse(body.toString());
  }

  static Verdict check(String model, String input, String parameters) {
    return VALIDATOR.check(request(model, json(input), json(parameters)));
  }

  static Verdict check(SynthesisRequest request) {
    return VALIDATOR.check(request);
  }

  static VideoOrder order(String model, String input, String parameters) {
    return accepted(check(model, input, parameters));
  }

  static VideoOrder accepted(Verdict verdict) {
    return switch (verdict) {
      case Verdict.Accepted(VideoOrder order) -> order;
      case Verdict.Refused(WireError error) -> throw new AssertionError("refused: " + error);
    };
  }

  static WireError refused(Verdict verdict) {
    return switch (verdict) {
      case Verdict.Refused(WireError error) -> error;
      case Verdict.Accepted(VideoOrder order) -> throw new AssertionError("accepted: " + order);
    };
  }
}
