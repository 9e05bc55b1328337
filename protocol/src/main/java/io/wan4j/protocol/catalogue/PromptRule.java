package io.wan4j.protocol.catalogue;

import io.wan4j.protocol.error.ErrorName;

/**
 * What a model takes for words.
 *
 * @param missing the error without a prompt where one is needed
 * @param limit characters (code points) that are read; what is longer is cut silently
 * @param negativeLimit the same for {@code negative_prompt}; 0 if the model has no such field
 * @param extend whether the model has {@code prompt_extend}, which is true by default
 */
public record PromptRule(
    Need need, ErrorName missing, int limit, int negativeLimit, boolean extend) {
  public PromptRule {
    need = need == null ? Need.OPTIONAL : need;
    missing = missing == null ? ErrorName.FIELD_REQUIRED : missing;
  }
}
