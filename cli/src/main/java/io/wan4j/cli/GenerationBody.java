package io.wan4j.cli;

import com.fasterxml.jackson.databind.node.ArrayNode;
import com.fasterxml.jackson.databind.node.JsonNodeFactory;
import com.fasterxml.jackson.databind.node.ObjectNode;
import io.wan4j.protocol.catalogue.InputField;
import io.wan4j.protocol.catalogue.MediaRole;
import io.wan4j.protocol.catalogue.ModelCard;
import io.wan4j.protocol.catalogue.VaceFunction;
import java.util.Arrays;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.Set;
import java.util.function.UnaryOperator;

/**
 * Writes the body of a create request in the words of the model: each input goes into {@code
 * input.media} or into the URL field that the model's card names for it.
 */
final class GenerationBody {
  private static final Set<String> CLIPS = Set.of("mp4", "mov", "avi", "webm", "mkv");

  private final ModelCard card;
  private final UnaryOperator<String> address;
  private final ObjectNode input = JsonNodeFactory.instance.objectNode();
  private final ArrayNode media = JsonNodeFactory.instance.arrayNode();

  /**
   * @param address turns what the command line names into a URL that the server can read
   */
  GenerationBody(ModelCard card, UnaryOperator<String> address) {
    this.card = card;
    this.address = address;
  }

  /**
   * @param model the name to send, which may be an alias of the card's
   * @throws CommandException when the model takes no input of a kind that is given
   */
  ObjectNode write(String model, GenerationInputs inputs, GenerationParameters parameters) {
    putText("prompt", inputs.prompt());
    putText("negative_prompt", inputs.negativePrompt());
    putText("template", inputs.template());
    putText("function", inputs.function());
    List<InputField> fields = fields(inputs.function());
    put(fields, MediaRole.FIRST_FRAME, inputs.firstFrame(), "--first-frame");
    put(fields, MediaRole.LAST_FRAME, inputs.lastFrame(), "--last-frame");
    put(fields, MediaRole.FIRST_CLIP, inputs.firstClip(), "--clip");
    put(fields, MediaRole.VIDEO, inputs.video(), "--video");
    put(fields, MediaRole.DRIVING_AUDIO, inputs.audio(), "--audio");
    inputs.media().forEach(each -> put(fields, each));
    if (!media.isEmpty()) {
      input.set("media", media);
    }
    ObjectNode body = JsonNodeFactory.instance.objectNode();
    body.put("model", model);
    body.set("input", input);
    parameters.writeTo(body.putObject("parameters"));
    return body;
  }

  private void putText(String field, String text) {
    if (!text.isEmpty()) {
      input.put(field, text);
    }
  }

  /** The URL fields of the model, or of one function of it. */
  private List<InputField> fields(String function) {
    if (function.isEmpty()) {
      return card.inputs();
    }
    return card.function(function)
        .map(VaceFunction::inputs)
        .orElseThrow(() -> refused("--function " + function));
  }

  private void put(List<InputField> fields, MediaRole role, String given, String option) {
    if (!given.isEmpty() && !place(fields, List.of(role), given, "")) {
      throw refused(option);
    }
  }

  private void put(List<InputField> fields, GenerationInputs.Medium given) {
    if (given.reference().isEmpty()) {
      putByRole(fields, given);
    } else {
      putReference(fields, given);
    }
  }

  private void putReference(List<InputField> fields, GenerationInputs.Medium given) {
    String name = given.reference().split("[?#]")[0];
    String ending = name.substring(name.lastIndexOf('.') + 1).toLowerCase(Locale.ROOT);
    MediaRole role = CLIPS.contains(ending) ? MediaRole.REFERENCE_VIDEO : MediaRole.REFERENCE_IMAGE;
    if (!place(fields, List.of(role, MediaRole.REFERENCE), given.reference(), given.voice())) {
      throw refused("--reference");
    }
  }

  private void putByRole(List<InputField> fields, GenerationInputs.Medium given) {
    int split = given.byRole().indexOf('=');
    String name = given.byRole().substring(0, Math.max(0, split));
    MediaRole role =
        Arrays.stream(MediaRole.values())
            .filter(each -> each.wireName().equals(name))
            .findFirst()
            .orElseThrow(() -> noRole(given.byRole()));
    if (!place(fields, List.of(role), given.byRole().substring(split + 1), given.voice())) {
      throw refused("--media " + name);
    }
  }

  private static CommandException noRole(String given) {
    return new CommandException(
        ExitCode.USAGE, "--media is ROLE=FILE, such as link=https://…, not " + given);
  }

  private boolean place(
      List<InputField> fields, List<MediaRole> roles, String given, String voice) {
    for (MediaRole role : roles) {
      if (card.media().type(role.wireName()).isPresent()) {
        ObjectNode item = media.addObject().put("type", role.wireName());
        item.put("url", address.apply(given));
        if (!voice.isEmpty()) {
          item.put("reference_voice", address.apply(voice));
        }
        return true;
      }
      Optional<InputField> field =
          fields.stream().filter(known -> known.role() == role).findFirst();
      if (field.isPresent()) {
        if (!voice.isEmpty()) {
          throw refused("--voice");
        }
        String name = field.get().name();
        if (field.get().list()) {
          input.withArray(name).add(address.apply(given));
        } else {
          input.put(name, address.apply(given));
        }
        return true;
      }
    }
    return false;
  }

  private CommandException refused(String option) {
    return new CommandException(
        ExitCode.USAGE, "model " + card.name() + " takes no " + option + "; see wan4j doctor");
  }
}
