package io.wan4j.protocol;

import io.wan4j.protocol.catalogue.MediaLimits;
import io.wan4j.protocol.catalogue.MediaRole;
import java.util.List;
import java.util.Objects;

/**
 * One input file of an order.
 *
 * @param field where in the request it stands, for example {@code input.media.0} or {@code
 *     input.img_url}
 * @param limits what the file must be like; one entry for each kind of file allowed here
 */
public record MediaInput(
    MediaRole role, MediaUrl url, String field, List<MediaLimits> limits, ReferenceVoice voice) {
  public MediaInput {
    Objects.requireNonNull(role, "role is null");
    Objects.requireNonNull(url, "url is null");
    Objects.requireNonNull(field, "field is null");
    Objects.requireNonNull(voice, "voice is null");
    limits = List.copyOf(limits);
  }
}
