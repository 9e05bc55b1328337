package io.wan4j.protocol.catalogue;

import com.fasterxml.jackson.annotation.JsonIgnore;
import java.util.List;

/**
 * How long a film may be, in whole seconds.
 *
 * @param from least seconds
 * @param to most seconds
 * @param toWithVideo most seconds with a reference video; 0 means "as without"
 * @param choices the only values taken; empty if the whole range is. A single one means that the
 *     length cannot be chosen
 * @param defaultSeconds without the field; 0 where that means the input's length
 * @param zeroIsInput whether 0 stands for the input video's length
 * @param minusOneIsFree whether -1 lets the model choose
 */
public record DurationRule(
    int from,
    int to,
    int toWithVideo,
    List<Integer> choices,
    int defaultSeconds,
    boolean zeroIsInput,
    boolean minusOneIsFree) {
  public DurationRule {
    choices = Lists.orEmpty(choices);
  }

  /** Whether every film of the model has the same length. */
  @JsonIgnore
  public boolean isFixed() {
    return choices.size() == 1;
  }
}
