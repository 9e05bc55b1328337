package io.wan4j.engine.previz.sound;

import java.util.regex.Pattern;

/** Whether a prompt says itself when its shots begin: such cuts are not moved. */
public final class TimeStamps {
  private static final Pattern STAMP =
      Pattern.compile(
          "\\d+(?:\\.\\d+)?\\s*(?:s|sec|seconds?|秒)?\\s*(?:-|–|—|~|to|至|到)\\s*\\d+(?:\\.\\d+)?"
              + "\\s*(?:s\\b|sec|seconds?|秒)|\\d{1,2}:\\d{2}|\\[\\s*\\d+(?:\\.\\d+)?\\s*(?:s|秒)?\\s*\\]",
          Pattern.CASE_INSENSITIVE);

  private TimeStamps() {}

  public static boolean in(String prompt) {
    return STAMP.matcher(prompt).find();
  }
}
