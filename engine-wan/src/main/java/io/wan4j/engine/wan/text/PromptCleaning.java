package io.wan4j.engine.wan.text;

import java.util.regex.Pattern;

/**
 * What the pipelines do to a prompt before it is cut into tokens: character references decoded
 * twice, runs of white space to one space. Case stays.
 */
public enum PromptCleaning {
  /**
   * With broken text repaired first, see {@link TextRepair}: the Wan repositories always do
   * (wan/modules/tokenizers.py, basic_clean), and diffusers where ftfy is installed.
   */
  REPAIRED,
  /** Without, as diffusers where ftfy is not installed. */
  PLAIN;

  private static final Pattern SPACE = Pattern.compile("[" + MojibakePatterns.SPACE + "]+");

  /** The repair's tables, read when a prompt first needs them. */
  private static final class Holder {
    static final TextRepair REPAIR = new TextRepair();
  }

  public String clean(String prompt) {
    String whole = this == REPAIRED ? Holder.REPAIR.repair(prompt) : prompt;
    String text = HtmlEntities.decode(HtmlEntities.decode(whole));
    String even = SPACE.matcher(text).replaceAll(" ");
    return even.replaceAll("^ | $", "");
  }
}
