package io.wan4j.engine.wan.checkpoint;

import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.List;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/**
 * Rules that turn the tensor names of the Wan repositories into those of diffusers; they stand in
 * {@code *.names} files beside this class: a regular expression, white space, its replacement. All
 * rules are applied in order.
 */
public final class NameRules {
  private record Rule(Pattern pattern, String replacement) {}

  private final List<Rule> rules;

  private NameRules(List<Rule> rules) {
    this.rules = rules;
  }

  public static NameRules transformer() {
    return load("transformer.names");
  }

  public static NameRules textEncoder() {
    return load("text-encoder.names");
  }

  /** The other way round. */
  public static NameRules originalTransformer() {
    return load("transformer-original.names");
  }

  /** The other way round. */
  public static NameRules originalTextEncoder() {
    return load("text-encoder-original.names");
  }

  /** The other way round, for 2.1. */
  public static NameRules originalVae(int residualBlocks) {
    List<Rule> rules = new ArrayList<>();
    int perBlock = residualBlocks + 2;
    for (int block = 0; block < 4; block++) {
      for (int place = 0; place <= residualBlocks + 1; place++) {
        String layer = place <= residualBlocks ? "resnets\\." + place : "upsamplers\\.0";
        rules.add(
            rule(
                "decoder\\.up_blocks\\." + block + "\\." + layer + "\\.",
                "decoder.upsamples." + (block * perBlock + place) + "."));
      }
    }
    return load("vae21-original.names").and(new NameRules(rules));
  }

  /** Layers of LoRA files that musubi-tuner writes, to the names of the Wan repositories. */
  public static NameRules musubi() {
    return load("musubi.names");
  }

  /** Rules of the 2.1 decoder count layers, so they need the number of residual blocks. */
  public static NameRules vae(boolean residual, int residualBlocks) {
    if (residual) {
      return load("vae22.names").and(nested(residualBlocks));
    }
    return load("vae21.names").and(flat(residualBlocks));
  }

  /**
   * 2.1: {@code upsamples.i} counts through all blocks, each of n + 1 residual blocks and one
   * upsampler.
   */
  private static NameRules flat(int residualBlocks) {
    List<Rule> rules = new ArrayList<>();
    int perBlock = residualBlocks + 2;
    for (int i = 0; i < 4 * perBlock; i++) {
      int place = i % perBlock;
      String layer = place <= residualBlocks ? "resnets." + place : "upsamplers.0";
      rules.add(
          rule(
              "decoder\\.upsamples\\." + i + "\\.",
              "decoder.up_blocks." + i / perBlock + "." + layer + "."));
    }
    return new NameRules(rules);
  }

  /** 2.2: each block's last layer is the resampler. */
  private static NameRules nested(int residualBlocks) {
    List<Rule> rules = new ArrayList<>();
    rules.add(
        rule(
            "encoder\\.downsamples\\.(\\d+)\\.downsamples\\." + residualBlocks + "\\.",
            "encoder.down_blocks.$1.downsampler."));
    rules.add(
        rule(
            "decoder\\.upsamples\\.(\\d+)\\.upsamples\\." + (residualBlocks + 1) + "\\.",
            "decoder.up_blocks.$1.upsampler."));
    rules.add(
        rule("encoder\\.downsamples\\.(\\d+)\\.downsamples\\.", "encoder.down_blocks.$1.resnets."));
    rules.add(rule("decoder\\.upsamples\\.(\\d+)\\.upsamples\\.", "decoder.up_blocks.$1.resnets."));
    return new NameRules(rules);
  }

  private NameRules and(NameRules more) {
    List<Rule> all = new ArrayList<>(rules);
    all.addAll(more.rules);
    return new NameRules(all);
  }

  private static Rule rule(String pattern, String replacement) {
    return new Rule(Pattern.compile(pattern), replacement);
  }

  private static NameRules load(String file) {
    try (InputStream in = NameRules.class.getResourceAsStream(file)) {
      List<Rule> rules = new ArrayList<>();
      for (String line : new String(in.readAllBytes(), StandardCharsets.UTF_8).lines().toList()) {
        if (!line.isBlank() && !line.startsWith("#")) {
          String[] columns = line.strip().split("\\s+");
          rules.add(rule(columns[0], columns[1]));
        }
      }
      return new NameRules(rules);
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }

  public String rename(String name) {
    String renamed = name;
    for (Rule rule : rules) {
      Matcher matcher = rule.pattern().matcher(renamed);
      if (matcher.lookingAt()) {
        renamed = matcher.replaceFirst(rule.replacement());
      }
    }
    return renamed;
  }
}
