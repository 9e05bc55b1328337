package io.wan4j.protocol.catalogue;

import io.wan4j.protocol.error.ErrorName;
import java.util.List;

/**
 * A field of {@code input} that holds a URL or a list of URLs.
 *
 * @param names the field's name, then older names for the same
 * @param list whether it holds a list
 * @param missing the error when a needed field is missing
 * @param atMost most entries of a list; 0 means "no limit"
 * @param atMostVideos most videos in a list that takes images and videos
 * @param limits what the files must be like, one entry for each kind of file
 */
public record InputField(
    List<String> names,
    MediaRole role,
    boolean list,
    Need need,
    ErrorName missing,
    int atMost,
    int atMostVideos,
    List<MediaLimits> limits) {
  public InputField {
    names = Lists.orEmpty(names);
    need = need == null ? Need.OPTIONAL : need;
    missing = missing == null ? ErrorName.FIELD_REQUIRED : missing;
    limits = Lists.orEmpty(limits);
  }

  /** The field's name in error messages. */
  public String name() {
    return names.getFirst();
  }
}
