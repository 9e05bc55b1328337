package io.wan4j.protocol;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import io.wan4j.protocol.catalogue.MediaRole;
import io.wan4j.protocol.catalogue.MediaRule;
import io.wan4j.protocol.catalogue.MediaRule.MediaType;
import io.wan4j.protocol.catalogue.Need;
import io.wan4j.protocol.error.ErrorName;
import java.util.ArrayList;
import java.util.EnumSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Collectors;

/** Reads {@code input.media} and checks what may stand together in it. */
final class MediaReader {
  private static final Faults.Field MEDIA = new Faults.Field("input.media");

  private final MediaRule rule;
  private final Faults faults;

  MediaReader(MediaRule rule, Faults faults) {
    this.rule = rule;
    this.faults = faults;
  }

  /** The inputs in the order of the request; none if the model has no such field. */
  List<MediaInput> read(ObjectNode input) {
    if (!rule.exists()) {
      return List.of();
    }
    JsonNode list = new Fields(input, "input", faults).value("media");
    if (list.isMissingNode()) {
      if (rule.need() == Need.ALWAYS) {
        faults.field(ErrorName.FIELD_REQUIRED, MEDIA.path());
      }
      return List.of();
    }
    if (!list.isArray() || hasStranger(list)) {
      faults.field(ErrorName.NOT_A_LIST, MEDIA.path());
      return List.of();
    }
    List<MediaInput> media = entries(list);
    checkLength(list.size());
    if (!list.isEmpty() && !faults.any()) {
      checkNumbers(media);
      checkCompany(media);
    }
    return media;
  }

  /** A list of strings is told to be no list (captured reply). */
  private static boolean hasStranger(JsonNode list) {
    return list.valueStream().anyMatch(entry -> !entry.isObject() && !entry.isNull());
  }

  private List<MediaInput> entries(JsonNode list) {
    List<MediaInput> media = new ArrayList<>();
    for (int i = 0; i < list.size(); i++) {
      if (list.get(i) instanceof ObjectNode entry) {
        entry(entry, MEDIA.path() + "." + i).ifPresent(media::add);
      }
    }
    return media;
  }

  private Optional<MediaInput> entry(ObjectNode entry, String path) {
    Fields fields = new Fields(entry, path, faults);
    boolean complete = true;
    for (String name : List.of("url", "type")) {
      if (!fields.has(name)) {
        faults.field(ErrorName.FIELD_REQUIRED, path + "." + name);
        complete = false;
      }
    }
    List<String> names = rule.types().stream().map(type -> type.type().wireName()).toList();
    Optional<MediaType> type = fields.choice("type", names).flatMap(rule::type);
    if (!complete || type.isEmpty()) {
      return Optional.empty();
    }
    ReferenceVoice voice = voice(fields, type.get());
    return InputReader.url(fields.value("url"), fields.field("url"), type.get().limits(), faults)
        .map(url -> new MediaInput(type.get().type(), url, path, type.get().limits(), voice));
  }

  /** The Java SDK spells the field in camel case, whatever its version. */
  private ReferenceVoice voice(Fields fields, MediaType type) {
    JsonNode value = fields.value(List.of("reference_voice", "referenceVoice"));
    boolean given = !value.isMissingNode() && !(value.isTextual() && value.asText().isBlank());
    if (!given || type.voice().isEmpty()) {
      return InputReader.OWN_VOICE;
    }
    return InputReader.url(value, fields.field("reference_voice"), type.voice(), faults)
        .<ReferenceVoice>map(url -> new ReferenceVoice.Given(url, type.voice().getFirst()))
        .orElse(InputReader.OWN_VOICE);
  }

  private void checkLength(int entries) {
    int least = rule.need() == Need.ALWAYS ? 1 : 0;
    if (entries < least || rule.atMost() > 0 && entries > rule.atMost()) {
      faults.listLength(MEDIA, entries, least, rule.atMost());
    }
  }

  private void checkNumbers(List<MediaInput> media) {
    int references = (int) media.stream().filter(input -> input.role().isReference()).count();
    if (references < rule.leastReferences()) {
      if (InputReader.has(media, MediaRole.FIRST_FRAME)) {
        faults.rule(ErrorName.ONLY_FIRST_FRAME);
      } else {
        faults.rule(ErrorName.REFERENCES_COUNT, rule.leastReferences(), rule.mostReferences());
      }
    }
    for (MediaType type : rule.types()) {
      long given = media.stream().filter(input -> input.role() == type.type()).count();
      if (given > type.atMost()) {
        faults.rule(ErrorName.MEDIA_TOO_MANY, type.atMost(), type.type().wireName(), MEDIA.path());
      }
      if (given < type.atLeast()) {
        faults.rule(ErrorName.MEDIA_MISSING, type.type().wireName(), MEDIA.path());
      }
    }
    if (rule.mostReferences() > 0 && references > rule.mostReferences()) {
      faults.rule(ErrorName.REFERENCES_COUNT, rule.leastReferences(), rule.mostReferences());
    }
  }

  private void checkCompany(List<MediaInput> media) {
    Set<MediaRole> roles = EnumSet.noneOf(MediaRole.class);
    media.forEach(input -> roles.add(input.role()));
    if (!rule.sets().isEmpty() && !rule.sets().contains(roles)) {
      String given = roles.stream().map(MediaRole::wireName).collect(Collectors.joining(", "));
      faults.rule(ErrorName.MEDIA_SET, "[" + given + "]", MEDIA.path());
    }
    if (!rule.framesExcludeReferences()) {
      return;
    }
    boolean first = roles.remove(MediaRole.FIRST_FRAME);
    boolean last = roles.remove(MediaRole.LAST_FRAME);
    if ((first || last) && !roles.isEmpty()) {
      faults.rule(ErrorName.FRAMES_AND_REFERENCES);
    }
    if (last && !first) {
      faults.rule(ErrorName.LAST_FRAME_ALONE);
    }
    if (roles.contains(MediaRole.FILE) && roles.contains(MediaRole.LINK)) {
      faults.rule(ErrorName.FILE_AND_LINK);
    }
  }
}
