package io.wan4j.engine.previz.picture;

import io.wan4j.engine.Reference;
import java.util.ArrayList;
import java.util.List;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/**
 * In which order the prompt calls the references. Pictures and clips are counted apart ("Image 2",
 * "Video 1", 图2, 视频1), or over all of them ("character2"), each from 1 (DashScope reference,
 * behaviours, r2v names).
 */
final class Casting {
  private static final Pattern NAME =
      Pattern.compile(
          "(?<picture>image|picture|图片?|图像)\\s*(?<p>\\d{1,3})"
              + "|(?<clip>video|clip|视频)\\s*(?<v>\\d{1,3})"
              + "|(?<any>character|角色)\\s*(?<c>\\d{1,3})",
          Pattern.CASE_INSENSITIVE | Pattern.UNICODE_CASE);

  private Casting() {}

  /** Positions in the list of references: those the prompt names, in its order, then the others. */
  static List<Integer> order(String prompt, List<Reference> references) {
    List<Integer> order = new ArrayList<>();
    Matcher name = NAME.matcher(prompt);
    while (name.find()) {
      int index = -1;
      if (name.group("picture") != null) {
        index = nth(references, Reference.OfPicture.class, Integer.parseInt(name.group("p")));
      } else if (name.group("clip") != null) {
        index = nth(references, Reference.OfClip.class, Integer.parseInt(name.group("v")));
      } else {
        int number = Integer.parseInt(name.group("c"));
        index = number >= 1 && number <= references.size() ? number - 1 : -1;
      }
      if (index >= 0 && !order.contains(index)) {
        order.add(index);
      }
    }
    for (int i = 0; i < references.size(); i++) {
      if (!order.contains(i)) {
        order.add(i);
      }
    }
    return order;
  }

  private static int nth(List<Reference> references, Class<? extends Reference> kind, int number) {
    int seen = 0;
    for (int i = 0; i < references.size(); i++) {
      if (kind.isInstance(references.get(i)) && ++seen == number) {
        return i;
      }
    }
    return -1;
  }
}
