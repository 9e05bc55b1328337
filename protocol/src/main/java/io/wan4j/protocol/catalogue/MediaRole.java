package io.wan4j.protocol.catalogue;

import com.fasterxml.jackson.annotation.JsonValue;
import java.util.Locale;
import java.util.Set;

/**
 * What an input is for. The lower-case names are those of {@code media[].type} where it has one.
 */
public enum MediaRole {
  FIRST_FRAME(MediaKind.IMAGE),
  LAST_FRAME(MediaKind.IMAGE),
  /** The video an output begins with. */
  FIRST_CLIP(MediaKind.VIDEO),
  /** The video an output ends with. */
  LAST_CLIP(MediaKind.VIDEO),
  /** The sound of the film; it may drive lips and motion. Also what {@code audio_url} gives. */
  DRIVING_AUDIO(MediaKind.AUDIO),
  REFERENCE_IMAGE(MediaKind.IMAGE),
  REFERENCE_VIDEO(MediaKind.VIDEO),
  REFERENCE_AUDIO(MediaKind.AUDIO),
  /** An entry of {@code reference_urls}: whether image or video shows only when it is fetched. */
  REFERENCE(MediaKind.IMAGE, MediaKind.VIDEO),
  /** The video to be edited, repainted, extended or outpainted. */
  VIDEO(MediaKind.VIDEO),
  MASK_IMAGE(MediaKind.IMAGE),
  MASK_VIDEO(MediaKind.VIDEO),
  FILE(MediaKind.DOCUMENT),
  LINK(MediaKind.PAGE);

  private final Set<MediaKind> kinds;

  MediaRole(MediaKind... kinds) {
    this.kinds = Set.of(kinds);
  }

  /** What sorts of file may stand here; more than one only for {@link #REFERENCE}. */
  public Set<MediaKind> kinds() {
    return kinds;
  }

  /** Whether it is seen or heard again in the film without being a frame or a clip of it. */
  public boolean isReference() {
    return this == REFERENCE
        || this == REFERENCE_IMAGE
        || this == REFERENCE_VIDEO
        || this == REFERENCE_AUDIO;
  }

  @JsonValue
  public String wireName() {
    return name().toLowerCase(Locale.ROOT);
  }
}
