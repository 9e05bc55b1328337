package io.wan4j.protocol;

import io.wan4j.protocol.catalogue.Checker;
import io.wan4j.protocol.error.ErrorName;
import io.wan4j.protocol.error.WireError;
import io.wan4j.protocol.error.WireErrors;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.stream.Collectors;

/**
 * What is wrong with a request, told as the cloud tells it. From 2.5 on all faults of single fields
 * are told together, joined by {@code &}; rules that span fields are looked at only if every field
 * is right, and then the first fault is told (captured replies). Before 2.5 the first fault is
 * told.
 */
final class Faults {
  private final Checker checker;
  private final List<WireError> ofFields = new ArrayList<>();
  private final List<WireError> ofRules = new ArrayList<>();

  Faults(Checker checker) {
    this.checker = checker;
  }

  boolean isTyped() {
    return checker != Checker.CLASSIC;
  }

  /** A fault of one field, whose path the message names. */
  void field(ErrorName name, Object... arguments) {
    ofFields.add(WireErrors.get(name, arguments));
  }

  /** A fault of the request as a whole. */
  void rule(ErrorName name, Object... arguments) {
    rule(WireErrors.get(name, arguments));
  }

  void rule(WireError error) {
    ofRules.add(error);
  }

  /** A field that must be there is not, in the words its card names. */
  void missing(ErrorName name, Field field) {
    switch (name) {
      case FIELD_REQUIRED -> field(name, field.path());
      case CLASSIC_NOT_SET -> rule(name, field.name());
      default -> rule(name);
    }
  }

  void notAString(Field field) {
    wrongType(ErrorName.NOT_A_STRING, field, "a string");
  }

  /** The field has a value of another type than it should. */
  void wrongType(ErrorName typed, Field field, String type) {
    if (isTyped()) {
      field(typed, field.path());
    } else {
      rule(ErrorName.CLASSIC_WRONG_TYPE, field.name(), type);
    }
  }

  /** The field's text is none of the choices. */
  void notAChoice(Field field, List<String> choices) {
    if (isTyped()) {
      List<String> quoted = choices.stream().map(choice -> "'" + choice + "'").toList();
      field(ErrorName.NOT_A_CHOICE, listed(quoted), field.path());
    } else {
      rule(ErrorName.CLASSIC_NOT_IN, field.name(), String.join(",", choices));
    }
  }

  /** The field's number is none of the choices. */
  void notANumberOf(Field field, List<Integer> choices) {
    List<String> numbers = choices.stream().map(String::valueOf).toList();
    if (isTyped()) {
      field(ErrorName.NOT_A_CHOICE, listed(numbers), field.path());
    } else {
      rule(ErrorName.CLASSIC_NOT_IN, field.name(), String.join(",", numbers));
    }
  }

  /** The field's number is outside its range. */
  void notBetween(Field field, double given, String least, String most) {
    if (!isTyped()) {
      rule(ErrorName.CLASSIC_NOT_BETWEEN, field.name(), least, most);
    } else if (given < Double.parseDouble(least)) {
      field(ErrorName.NUMBER_TOO_SMALL, least, field.path());
    } else {
      field(ErrorName.NUMBER_TOO_GREAT, most, field.path());
    }
  }

  /** The list has too few or too many entries. */
  void listLength(Field field, int given, int least, int most) {
    if (!isTyped()) {
      rule(ErrorName.CLASSIC_NOT_BETWEEN, "number of " + field.name(), least, most);
    } else if (given < least) {
      field(ErrorName.LIST_TOO_SHORT, least, given, field.path());
    } else {
      field(ErrorName.LIST_TOO_LONG, most, given, field.path());
    }
  }

  /** {@code a, b or c}, in the spacing of the checker. */
  private String listed(List<String> choices) {
    String between = checker.betweenChoices();
    int last = choices.size() - 1;
    return last == 0
        ? choices.getFirst()
        : String.join(between, choices.subList(0, last)) + " or " + choices.get(last);
  }

  boolean any() {
    return !ofFields.isEmpty() || !ofRules.isEmpty();
  }

  /** What the client is told, if anything is wrong. */
  Optional<WireError> told() {
    if (ofFields.isEmpty()) {
      return ofRules.stream().findFirst();
    }
    WireError first = ofFields.getFirst();
    String joined = ofFields.stream().map(WireError::message).collect(Collectors.joining(" & "));
    return Optional.of(new WireError(first.httpStatus(), first.code(), joined));
  }

  /**
   * Where a value stands.
   *
   * @param path for example {@code input.media.0.url}
   */
  record Field(String path) {
    String name() {
      return path.substring(path.lastIndexOf('.') + 1);
    }
  }
}
