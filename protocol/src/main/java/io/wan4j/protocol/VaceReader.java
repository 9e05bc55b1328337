package io.wan4j.protocol;

import com.fasterxml.jackson.databind.JsonNode;
import io.wan4j.protocol.VideoTask.Subject;
import io.wan4j.protocol.catalogue.MediaRole;
import io.wan4j.protocol.catalogue.VaceFunction;
import io.wan4j.protocol.catalogue.VaceFunction.Control;
import io.wan4j.protocol.error.ErrorName;
import java.util.ArrayList;
import java.util.List;
import java.util.OptionalDouble;

/** Reads what a VACE function is controlled by (DashScope reference, wanx-vace). */
final class VaceReader {
  private final VaceFunction function;
  private final Fields input;
  private final Fields parameters;
  private final Faults faults;

  VaceReader(VaceFunction function, SynthesisRequest request, Faults faults) {
    this.function = function;
    this.input = new Fields(request.input(), "input", faults);
    this.parameters = new Fields(request.parameters(), "parameters", faults);
    this.faults = faults;
  }

  VideoTask task(List<MediaInput> media) {
    if (!function.oneOf().isEmpty() && function.oneOf().stream().noneMatch(input::has)) {
      faults.rule(ErrorName.ONE_OF_REQUIRED, String.join(", ", function.oneOf()));
    }
    return switch (function.name()) {
      case "image_reference" -> new VideoTask.ImageReference(subjects(media.size()));
      case "video_repainting" ->
          new VideoTask.Repaint(choice("control_condition"), number("strength"));
      case "video_edit" ->
          new VideoTask.MaskedEdit(
              choice("control_condition"),
              (int) number("mask_frame_id"),
              choice("mask_type").equals("tracking"),
              number("expand_ratio"),
              choice("expand_mode"));
      case "video_extension" -> {
        checkEnds(media);
        yield new VideoTask.Extension(choice("control_condition"));
      }
      case "video_outpainting" ->
          new VideoTask.Outpaint(
              number("top_scale"),
              number("bottom_scale"),
              number("left_scale"),
              number("right_scale"));
      default ->
          throw new IllegalStateException("the catalogue has a new function " + function.name());
    };
  }

  private List<Subject> subjects(int images) {
    JsonNode list = parameters.value("obj_or_bg");
    if (list.isMissingNode()) {
      return List.of();
    }
    Faults.Field field = parameters.field("obj_or_bg");
    if (!list.isArray()) {
      faults.wrongType(ErrorName.NOT_A_LIST, field, "a list");
      return List.of();
    }
    List<Subject> subjects = new ArrayList<>();
    for (JsonNode entry : list) {
      switch (entry.asText()) {
        case "obj" -> subjects.add(Subject.OBJECT);
        case "bg" -> subjects.add(Subject.BACKGROUND);
        default -> faults.notAChoice(field, List.of("obj", "bg"));
      }
    }
    if (list.size() != images) {
      faults.rule(ErrorName.REFERENCES_AND_KINDS);
    }
    return subjects;
  }

  private void checkEnds(List<MediaInput> media) {
    boolean twoStarts =
        InputReader.has(media, MediaRole.FIRST_FRAME)
            && InputReader.has(media, MediaRole.FIRST_CLIP);
    boolean twoEnds =
        InputReader.has(media, MediaRole.LAST_FRAME) && InputReader.has(media, MediaRole.LAST_CLIP);
    if (twoStarts || twoEnds) {
      faults.rule(ErrorName.EXTENSION_ENDS);
    }
  }

  private String choice(String name) {
    Control control = control(name);
    if (!control.neededWith().isEmpty()
        && input.has(control.neededWith())
        && !parameters.has(name)) {
      faults.missing(ErrorName.CLASSIC_NOT_SET, parameters.field(name));
    }
    return parameters.choice(name, control.choices()).orElse(control.defaultChoice());
  }

  private double number(String name) {
    Control control = control(name);
    OptionalDouble given =
        control.whole()
            ? parameters.integer(name).stream().asDoubleStream().findFirst()
            : parameters.number(name);
    double number = given.orElse(control.defaultNumber());
    if (number < control.from() || number > control.to()) {
      faults.notBetween(parameters.field(name), number, plain(control.from()), plain(control.to()));
    }
    return number;
  }

  private static String plain(double limit) {
    return limit == Math.rint(limit) ? String.valueOf((long) limit) : String.valueOf(limit);
  }

  private Control control(String name) {
    return function
        .control(name)
        .orElseThrow(() -> new IllegalStateException(function.name() + " has no control " + name));
  }
}
