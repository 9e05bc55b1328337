package io.wan4j.storyboard;

import java.util.Objects;

/**
 * A medium of the request that a member of the cast stands for: {@code Image 2}, {@code Video 1},
 * {@code 图1}, {@code 视频2}, {@code character3}.
 *
 * @param number counted from 1 within its kind, as the prompt counts; 0 for none
 */
public record MediaReference(Kind kind, int number) {
  public static final MediaReference NONE = new MediaReference(Kind.NONE, 0);

  public MediaReference {
    Objects.requireNonNull(kind, "kind is null");
  }

  public boolean present() {
    return kind != Kind.NONE;
  }

  public enum Kind {
    NONE,
    IMAGE,
    VIDEO,
    /** Counted over images and videos together. */
    CHARACTER
  }
}
