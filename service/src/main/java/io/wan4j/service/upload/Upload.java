package io.wan4j.service.upload;

import java.time.Instant;

/**
 * A file somebody uploaded.
 *
 * @param key what follows {@code oss://} in its address, unencoded
 * @param artifact where it lies in the store
 * @param size bytes
 */
public record Upload(
    String key, String account, String model, String artifact, long size, Instant expires) {
  /** The address to be used in requests. */
  public String address() {
    return "oss://" + key;
  }
}
