package io.wan4j.torch;

import org.junit.jupiter.api.extension.ConditionEvaluationResult;
import org.junit.jupiter.api.extension.ExecutionCondition;
import org.junit.jupiter.api.extension.ExtensionContext;

/**
 * Skips a test class, with the reason, on platforms for which no libtorch is at hand. Where the
 * build brings one along, its absence is a failure.
 */
public final class LibtorchRequired implements ExecutionCondition {
  private static final String BROUGHT_ALONG = "linux-x86_64";

  @Override
  public ConditionEvaluationResult evaluateExecutionCondition(ExtensionContext context) {
    try {
      return ConditionEvaluationResult.enabled("libtorch " + Torch.load().version());
    } catch (TorchMissingException e) {
      if (ClassPathNatives.platform().equals(BROUGHT_ALONG)) {
        throw e;
      }
      System.out.println("skipped " + context.getDisplayName() + ": " + e.getMessage());
      return ConditionEvaluationResult.disabled(e.getMessage());
    }
  }
}
