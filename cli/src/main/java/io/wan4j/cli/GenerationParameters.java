package io.wan4j.cli;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.BooleanNode;
import com.fasterxml.jackson.databind.node.DoubleNode;
import com.fasterxml.jackson.databind.node.LongNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import com.fasterxml.jackson.databind.node.TextNode;
import java.math.BigDecimal;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import picocli.CommandLine.Option;

/** How the film shall be; what is not given is left to the model's defaults. */
final class GenerationParameters {
  @Option(names = "--resolution", paramLabel = "480P|720P|1080P", description = "Size tier.")
  private List<String> resolution = new ArrayList<>();

  @Option(names = "--ratio", paramLabel = "16:9", description = "Shape of the frame.")
  private List<String> ratio = new ArrayList<>();

  @Option(
      names = "--size",
      paramLabel = "W*H",
      description = "Frame size of models before 2.7, such as 1280*720.")
  private List<String> size = new ArrayList<>();

  @Option(names = "--duration", paramLabel = "SECONDS", description = "Length of the film.")
  private List<Integer> duration = new ArrayList<>();

  @Option(
      names = "--seed",
      paramLabel = "N",
      description = "0 to 2147483647; same seed, same film.")
  private List<Long> seed = new ArrayList<>();

  @Option(names = "--shot-type", paramLabel = "single|multi", description = "Shots, model 2.6.")
  private List<String> shotType = new ArrayList<>();

  @Option(names = "--watermark", description = "Mark the film as made by a machine.")
  private boolean watermark;

  @Option(names = "--no-prompt-extend", description = "Take the prompt as it is.")
  private boolean literal;

  @Option(names = "--no-audio", description = "A silent film, where the model allows it.")
  private boolean silent;

  @Option(
      names = "--parameter",
      paramLabel = "NAME=VALUE",
      description =
          "A parameter that has no option of its own, such as audio_setting=origin or"
              + " left_scale=1.5; repeatable.")
  private Map<String, String> others = new LinkedHashMap<>();

  void writeTo(ObjectNode parameters) {
    resolution.forEach(value -> parameters.put("resolution", value));
    ratio.forEach(value -> parameters.put("ratio", value));
    size.forEach(value -> parameters.put("size", value));
    duration.forEach(value -> parameters.put("duration", value));
    seed.forEach(value -> parameters.put("seed", value));
    shotType.forEach(value -> parameters.put("shot_type", value));
    if (watermark) {
      parameters.put("watermark", true);
    }
    if (literal) {
      parameters.put("prompt_extend", false);
    }
    if (silent) {
      parameters.put("audio", false);
    }
    others.forEach((name, value) -> parameters.set(name, value(value)));
  }

  /** Numbers and truth values are what they look like; everything else is a text. */
  private static JsonNode value(String given) {
    if (given.equals("true") || given.equals("false")) {
      return BooleanNode.valueOf(Boolean.parseBoolean(given));
    }
    try {
      BigDecimal number = new BigDecimal(given);
      return number.scale() <= 0
          ? LongNode.valueOf(number.longValueExact())
          : DoubleNode.valueOf(number.doubleValue());
    } catch (ArithmeticException | NumberFormatException e) {
      return TextNode.valueOf(given);
    }
  }
}
