package io.wan4j.protocol.catalogue;

import java.util.List;
import java.util.Optional;

/**
 * One of the tasks of a VACE model.
 *
 * @param name what {@code input.function} says
 * @param inputs the URL fields it looks at
 * @param oneOf names of inputs of which at least one must be there; empty if that is no rule
 * @param controls the fields of {@code parameters} it looks at
 * @param sizeByInput whether the film's size is that of the input video or frame
 * @param takesSize whether {@code parameters.size} is looked at
 */
public record VaceFunction(
    String name,
    List<InputField> inputs,
    List<String> oneOf,
    List<Control> controls,
    boolean sizeByInput,
    boolean takesSize) {
  /**
   * A field of {@code parameters}: a choice of words if it has choices, else a number.
   *
   * @param neededWith the input field with which it must be given; "" if it may be left out
   */
  public record Control(
      String name,
      List<String> choices,
      String defaultChoice,
      double from,
      double to,
      double defaultNumber,
      boolean whole,
      String neededWith) {
    public Control {
      choices = Lists.orEmpty(choices);
      defaultChoice = defaultChoice == null ? "" : defaultChoice;
      neededWith = neededWith == null ? "" : neededWith;
    }
  }

  public VaceFunction {
    inputs = Lists.orEmpty(inputs);
    oneOf = Lists.orEmpty(oneOf);
    controls = Lists.orEmpty(controls);
  }

  public Optional<Control> control(String controlName) {
    return controls.stream().filter(control -> control.name().equals(controlName)).findFirst();
  }
}
