package io.wan4j.service.key;

import java.time.Instant;

/**
 * A key as the ring remembers it; the secret itself is not kept.
 *
 * @param prefix the first characters of the secret, for people to tell keys apart
 * @param label the owner's word for it; may be empty
 */
public record ApiKey(
    String id, String account, String prefix, String label, Instant created, boolean revoked) {}
