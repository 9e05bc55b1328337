package io.wan4j.protocol;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import io.wan4j.protocol.catalogue.InputField;
import io.wan4j.protocol.catalogue.MediaLimits;
import io.wan4j.protocol.catalogue.MediaRole;
import io.wan4j.protocol.catalogue.Need;
import io.wan4j.protocol.error.ErrorName;
import io.wan4j.protocol.error.WireErrors;
import io.wan4j.protocol.error.WireException;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;

/** Reads the URL fields that stand directly in {@code input}, such as {@code img_url}. */
final class InputReader {
  static final ReferenceVoice OWN_VOICE = new ReferenceVoice.Own();

  private final Fields fields;
  private final Faults faults;

  InputReader(ObjectNode input, Faults faults) {
    this.fields = new Fields(input, "input", faults);
    this.faults = faults;
  }

  /**
   * The inputs in the order of the card's fields.
   *
   * @param withTemplate whether a template takes the place of some fields
   */
  List<MediaInput> read(List<InputField> inputs, boolean withTemplate) {
    List<MediaInput> media = new ArrayList<>();
    for (InputField input : inputs) {
      boolean needed =
          input.need() == Need.ALWAYS || input.need() == Need.WITHOUT_TEMPLATE && !withTemplate;
      List<MediaInput> found = input.list() ? list(input) : single(input);
      if (found.isEmpty() && needed && !hasValue(input)) {
        faults.missing(input.missing(), fields.field(input.name()));
      }
      media.addAll(found);
    }
    return media;
  }

  private boolean hasValue(InputField input) {
    JsonNode value = fields.value(input.names());
    return !value.isMissingNode() && !(value.isTextual() && value.asText().isBlank());
  }

  private List<MediaInput> single(InputField input) {
    JsonNode value = fields.value(input.names());
    return hasValue(input)
        ? one(input, value, fields.field(input.name())).stream().toList()
        : List.of();
  }

  private List<MediaInput> list(InputField input) {
    JsonNode value = fields.value(input.names());
    Faults.Field field = fields.field(input.name());
    if (!hasValue(input)) {
      return List.of();
    }
    if (value.isTextual() && fields.value(input.name()).isMissingNode()) {
      return one(input, value, field).stream().toList(); // older names may hold a single URL
    }
    if (!value.isArray()) {
      faults.wrongType(ErrorName.NOT_A_LIST, field, "a list");
      return List.of();
    }
    List<MediaInput> found = new ArrayList<>();
    for (int i = 0; i < value.size(); i++) {
      if (!value.get(i).isNull()) {
        one(input, value.get(i), new Faults.Field(field.path() + "." + i)).ifPresent(found::add);
      }
    }
    int least = input.need() == Need.ALWAYS ? 1 : 0;
    if (value.size() < least || input.atMost() > 0 && value.size() > input.atMost()) {
      faults.listLength(field, value.size(), least, input.atMost());
    }
    return found;
  }

  private Optional<MediaInput> one(InputField input, JsonNode value, Faults.Field field) {
    return url(value, field, input.limits(), faults)
        .map(url -> new MediaInput(input.role(), url, field.path(), input.limits(), OWN_VOICE));
  }

  /** The URL, unless it is no string or cannot be used; then the fault is noted. */
  static Optional<MediaUrl> url(
      JsonNode value, Faults.Field field, List<MediaLimits> limits, Faults faults) {
    if (!value.isTextual()) {
      faults.notAString(field);
      return Optional.empty();
    }
    try {
      MediaUrl url = MediaUrl.parse(value.asText());
      boolean plain = StandardCharsets.US_ASCII.newEncoder().canEncode(url.text());
      if (!plain
          && url instanceof MediaUrl.Http
          && limits.stream().anyMatch(MediaLimits::asciiUrl)) {
        faults.rule(WireErrors.get(ErrorName.URL_ERROR));
        return Optional.empty();
      }
      return Optional.of(url);
    } catch (WireException e) {
      faults.rule(e.error());
      return Optional.empty();
    }
  }

  /** Whether an input of the role is among them. */
  static boolean has(List<MediaInput> media, MediaRole role) {
    return media.stream().anyMatch(input -> input.role() == role);
  }
}
