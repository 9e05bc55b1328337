package io.wan4j.protocol.catalogue;

import java.util.List;
import java.util.Optional;
import java.util.Set;

/**
 * What {@code input.media} takes.
 *
 * @param need whether the field must be there
 * @param types in the order in which the cloud lists them
 * @param sets which types may stand together; empty if any may
 * @param atMost most entries of the list; 0 means "no limit"
 * @param leastReferences least sum of images and videos that are references
 * @param mostReferences greatest such sum; 0 means "no limit"
 * @param framesExcludeReferences whether frames forbid references, files and links
 * @param mostInputAndOutputSeconds limit of all input videos and the film together; 0 means "none"
 */
public record MediaRule(
    Need need,
    List<MediaType> types,
    List<Set<MediaRole>> sets,
    int atMost,
    int leastReferences,
    int mostReferences,
    boolean framesExcludeReferences,
    int mostInputAndOutputSeconds) {
  /** The model has no {@code input.media}. */
  public static final MediaRule NONE =
      new MediaRule(Need.OPTIONAL, List.of(), List.of(), 0, 0, 0, false, 0);

  /**
   * A type of entry.
   *
   * @param atLeast least entries of the type
   * @param atMost most entries of the type
   * @param limits what the file must be like; empty for a link
   * @param voice what {@code reference_voice} must be like; empty if the type has none
   * @param mostTotalSeconds limit of all entries of the type together; 0 means "none"
   */
  public record MediaType(
      MediaRole type,
      int atLeast,
      int atMost,
      List<MediaLimits> limits,
      List<MediaLimits> voice,
      int mostTotalSeconds) {
    public MediaType {
      limits = Lists.orEmpty(limits);
      voice = Lists.orEmpty(voice);
    }
  }

  public MediaRule {
    need = need == null ? Need.OPTIONAL : need;
    types = Lists.orEmpty(types);
    sets = sets == null ? List.of() : sets.stream().map(Set::copyOf).toList();
  }

  /** Whether the model has the field at all. */
  public boolean exists() {
    return !types.isEmpty();
  }

  /** The type of this wire name. */
  public Optional<MediaType> type(String wireName) {
    return types.stream().filter(type -> type.type().wireName().equals(wireName)).findFirst();
  }
}
