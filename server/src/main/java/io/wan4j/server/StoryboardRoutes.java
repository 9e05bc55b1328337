package io.wan4j.server;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.json.JsonMapper;
import com.fasterxml.jackson.databind.node.ObjectNode;
import io.javalin.http.Context;
import io.wan4j.protocol.error.ErrorName;
import io.wan4j.protocol.error.WireError;
import io.wan4j.protocol.error.WireErrors;
import io.wan4j.protocol.error.WireException;
import io.wan4j.service.work.Storyboards;
import io.wan4j.storyboard.Cutting;
import io.wan4j.storyboard.Storyboard;
import io.wan4j.storyboard.StoryboardText;
import java.io.IOException;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/** How a prompt is understood: as JSON, or as the director's contact sheet. */
final class StoryboardRoutes {
  private static final String PNG_TYPE = "image/png";
  private static final int LARGEST_BODY = 256 * 1024;
  private static final int LONGEST_PROMPT = 20_000;
  private static final double LONGEST_FILM = 600;
  private static final double USUAL_SECONDS = 5;
  private static final String USUAL_SIZE = "1280*720";

  /** No side of a frame is more than eight times the other. */
  private static final int MOST_OBLONG = 8;

  private static final Pattern SIZE = Pattern.compile("(\\d{1,4})[*x:×](\\d{1,4})");
  private static final Map<String, Cutting> SHOT_TYPES =
      Map.of("single", Cutting.SINGLE, "multi", Cutting.MULTIPLE);
  private static final Set<String> LAYOUTS = Set.of("sheet", "frames");
  private static final JsonMapper JSON = new JsonMapper();

  private final Storyboards storyboards;
  private final Access access;

  StoryboardRoutes(Storyboards storyboards, Access access) {
    this.storyboards = storyboards;
    this.access = access;
  }

  List<Route> routes() {
    return List.of(Route.post("/wan4j/v1/storyboard", this::storyboard));
  }

  private void storyboard(Context context) throws IOException, InterruptedException {
    access.caller(context);
    JsonNode body = body(context);
    Matcher size = size(body);
    boolean frames = wantsFrames(body);
    boolean extend = body.path("prompt_extend").asBoolean();
    Storyboard board = storyboards.read(prompt(body), seconds(body), cutting(body), extend);
    if (wantsPicture(context)) {
      int width = Integer.parseInt(size.group(1));
      int height = Integer.parseInt(size.group(2));
      Optional<byte[]> picture =
          frames
              ? storyboards.frames(board, width, height)
              : storyboards.sheet(board, width, height);
      byte[] png = picture.orElseThrow(this::noSheet);
      context.contentType(PNG_TYPE).header("Cache-Control", "no-store").result(png);
      return;
    }
    ObjectNode reply = Reply.object(context);
    reply.setAll((ObjectNode) JSON.valueToTree(StoryboardText.tree(board)));
    reply.put("prompt", prompt(body));
    if (extend) {
      reply.put("actual_prompt", board.prompt());
    }
    reply.put("text", StoryboardText.lines(board));
    Reply.send(context, 200, reply);
  }

  private static boolean wantsFrames(JsonNode body) {
    String layout = body.path("layout").asText("sheet");
    if (!LAYOUTS.contains(layout)) {
      throw refused("layout must be sheet or frames, was %s.".formatted(layout));
    }
    return layout.equals("frames");
  }

  private WireException noSheet() {
    return storyboards.hasArtist()
        ? new WireException(WireErrors.get(ErrorName.THROTTLING))
        : new WireException(
            new WireError(
                406,
                "NotAcceptable",
                "The engine of this server draws no sheets; ask for application/json."));
  }

  private static boolean wantsPicture(Context context) {
    String accept = context.header("Accept");
    return accept != null && accept.toLowerCase(Locale.ROOT).contains(PNG_TYPE);
  }

  private static JsonNode body(Context context) throws IOException {
    byte[] bytes = context.req().getInputStream().readNBytes(LARGEST_BODY + 1);
    if (bytes.length > LARGEST_BODY) {
      Leftover.discard(context);
      throw new WireException(WireErrors.get(ErrorName.TOO_LARGE));
    }
    try {
      JsonNode body = JSON.readTree(bytes);
      if (body == null || !body.isObject()) {
        throw new WireException(WireErrors.get(ErrorName.BODY_INVALID));
      }
      return body;
    } catch (JsonProcessingException e) {
      throw new WireException(WireErrors.get(ErrorName.BODY_INVALID), e);
    }
  }

  private static String prompt(JsonNode body) {
    JsonNode prompt = body.path("prompt");
    if (!prompt.isTextual() || prompt.asText().isBlank()) {
      throw refused("prompt must be a text that is not blank.");
    }
    if (prompt.asText().length() > LONGEST_PROMPT) {
      throw refused(
          "prompt must have at most %d characters, has %d."
              .formatted(LONGEST_PROMPT, prompt.asText().length()));
    }
    return prompt.asText();
  }

  private static double seconds(JsonNode body) {
    JsonNode duration = body.path("duration");
    if (duration.isMissingNode() || duration.isNull()) {
      return USUAL_SECONDS;
    }
    double seconds = duration.asDouble();
    if (!duration.isNumber() || !(seconds > 0 && seconds <= LONGEST_FILM)) {
      throw refused(
          "duration must be a number above 0 and at most %.0f seconds, was %s."
              .formatted(LONGEST_FILM, duration));
    }
    return seconds;
  }

  private static Cutting cutting(JsonNode body) {
    JsonNode type = body.path("shot_type");
    if (type.isMissingNode() || type.isNull()) {
      return Cutting.BY_PROMPT;
    }
    Cutting cutting = SHOT_TYPES.get(type.asText());
    if (cutting == null) {
      throw refused("shot_type must be single or multi, was %s.".formatted(type));
    }
    return cutting;
  }

  private static Matcher size(JsonNode body) {
    String size = body.path("size").asText(USUAL_SIZE);
    Matcher matcher = SIZE.matcher(size);
    if (matcher.matches()) {
      int width = Integer.parseInt(matcher.group(1));
      int height = Integer.parseInt(matcher.group(2));
      if (width > 0
          && height > 0
          && width <= MOST_OBLONG * height
          && height <= MOST_OBLONG * width) {
        return matcher;
      }
    }
    throw refused(
        "size must be width*height or a ratio such as 16:9, no side more than eight times the"
            + " other, was %s.".formatted(size));
  }

  private static WireException refused(String message) {
    return new WireException(new WireError(400, "InvalidParameter", message));
  }
}
