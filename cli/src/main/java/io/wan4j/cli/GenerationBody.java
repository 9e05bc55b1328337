package io.wan4j.cli;

import com.fasterxml.jackson.databind.node.ArrayNode;
import com.fasterxml.jackson.databind.node.JsonNodeFactory;
import com.fasterxml.jackson.databind.node.ObjectNode;
import io.wan4j.protocol.catalogue.InputField;
import io.wan4j.protocol.catalogue.MediaRole;
import io.wan4j.protocol.catalogue.ModelCard;
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
    put(MediaRole.FIRST_FRAME, inputs.firstFrame(), "--first-frame");
    put(MediaRole.LAST_FRAME, inputs.lastFrame(), "--last-frame");
    put(MediaRole.FIRST_CLIP, inputs.firstClip(), "--clip");
    put(MediaRole.VIDEO, inputs.video(), "--video");
    put(MediaRole.DRIVING_AUDIO, inputs.audio(), "--audio");
    inputs.references().forEach(this::putReference);
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

  private void put(MediaRole role, String given, String option) {
    if (!given.isEmpty() && !place(List.of(role), given, "")) {
      throw refused(option);
    }
  }

  private void putReference(String given) {
    int split = given.startsWith("http") ? -1 : given.lastIndexOf('=');
    String file = split < 0 ? given : given.substring(0, split);
    String voice = split < 0 ? "" : given.substring(split + 1);
    String ending = file.substring(file.lastIndexOf('.') + 1).toLowerCase(Locale.ROOT);
    MediaRole role = CLIPS.contains(ending) ? MediaRole.REFERENCE_VIDEO : MediaRole.REFERENCE_IMAGE;
    if (!place(List.of(role, MediaRole.REFERENCE), file, voice)) {
      throw refused("--reference");
    }
  }

  private boolean place(List<MediaRole> roles, String given, String voice) {
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
          card.inputs().stream().filter(known -> known.role() == role).findFirst();
      if (field.isPresent()) {
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
