package io.wan4j.protocol;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import io.wan4j.protocol.catalogue.Need;
import io.wan4j.protocol.catalogue.PromptRule;
import io.wan4j.protocol.error.ErrorName;

/** Reads the prompts. */
final class PromptReader {
  private final PromptRule rule;
  private final Fields input;
  private final Faults faults;

  PromptReader(PromptRule rule, ObjectNode input, Faults faults) {
    this.rule = rule;
    this.input = new Fields(input, "input", faults);
    this.faults = faults;
  }

  /** The prompt uncut, "" if there is none; a fault if it is needed. */
  String prompt() {
    String prompt = input.text("prompt").orElse("");
    boolean absent = !input.has("prompt");
    boolean blank = input.value("prompt").isTextual() && prompt.isBlank();
    if (isNeeded() && (absent || blank)) {
      if (blank && rule.need() == Need.ALWAYS && rule.missing() == ErrorName.FIELD_REQUIRED) {
        faults.field(ErrorName.BLANK_STRING, input.field("prompt").path());
      } else {
        faults.missing(rule.missing(), input.field("prompt"));
      }
    }
    return prompt;
  }

  /** The prompt where a template takes its place: it is not even checked. */
  String ignoredPrompt() {
    JsonNode prompt = input.value("prompt");
    return prompt.isTextual() ? prompt.asText() : "";
  }

  String negativePrompt() {
    return rule.negativeLimit() == 0
        ? ""
        : cut(input.text("negative_prompt").orElse(""), rule.negativeLimit());
  }

  private boolean isNeeded() {
    return switch (rule.need()) {
      case ALWAYS -> true;
      case WITHOUT_MEDIA -> input.value("media").isEmpty();
      case OPTIONAL, WITHOUT_TEMPLATE -> false;
    };
  }

  /** Characters count as code points; what is over the limit is cut without a word. */
  static String cut(String text, int limit) {
    return text.codePointCount(0, text.length()) <= limit
        ? text
        : text.substring(0, text.offsetByCodePoints(0, limit));
  }
}
