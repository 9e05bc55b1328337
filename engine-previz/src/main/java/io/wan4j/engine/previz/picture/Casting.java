package io.wan4j.engine.previz.picture;

import io.wan4j.engine.Reference;
import io.wan4j.storyboard.MediaReference;
import java.util.ArrayList;
import java.util.List;
import java.util.OptionalInt;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/**
 * In which order the prompt calls the references. Pictures and clips are counted apart ("Image 2",
 * "Video 1", 图2, 视频1), or over all of them ("character2"), each from 1 (DashScope reference,
 * behaviours, r2v names).
 */
public final class Casting {
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
      int index = of(found(name), references).orElse(-1);
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

  /** The reference that a name calls, such as "Image 2". */
  static OptionalInt named(String name, List<Reference> references) {
    Matcher matcher = NAME.matcher(name);
    return matcher.find() ? of(found(matcher), references) : OptionalInt.empty();
  }

  /** The last reference called in a text. */
  static OptionalInt lastNamed(String text, List<Reference> references) {
    OptionalInt last = OptionalInt.empty();
    Matcher name = NAME.matcher(text);
    while (name.find()) {
      last = of(found(name), references);
    }
    return last;
  }

  private static MediaReference found(Matcher name) {
    if (name.group("picture") != null) {
      return new MediaReference(MediaReference.Kind.IMAGE, Integer.parseInt(name.group("p")));
    }
    return name.group("clip") != null
        ? new MediaReference(MediaReference.Kind.VIDEO, Integer.parseInt(name.group("v")))
        : new MediaReference(MediaReference.Kind.CHARACTER, Integer.parseInt(name.group("c")));
  }

  /** The position of the reference of that kind and number. */
  public static OptionalInt of(MediaReference wanted, List<Reference> references) {
    return switch (wanted.kind()) {
      case IMAGE -> nth(references, Reference.OfPicture.class, wanted.number());
      case VIDEO -> nth(references, Reference.OfClip.class, wanted.number());
      case CHARACTER -> nth(references, Reference.class, wanted.number());
      case NONE -> OptionalInt.empty();
    };
  }

  private static OptionalInt nth(
      List<Reference> references, Class<? extends Reference> kind, int number) {
    int seen = 0;
    for (int i = 0; i < references.size(); i++) {
      if (kind.isInstance(references.get(i)) && ++seen == number) {
        return OptionalInt.of(i);
      }
    }
    return OptionalInt.empty();
  }

  static Reference.Role role(Reference reference) {
    return switch (reference) {
      case Reference.OfPicture picture -> picture.role();
      case Reference.OfClip clip -> clip.role();
    };
  }
}
