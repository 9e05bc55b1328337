package io.wan4j.service.fetch;

import java.time.Duration;

/**
 * How far the service goes to get an input file.
 *
 * @param allowPrivate whether addresses inside private networks and of this machine are let
 *     through; off, because a request could otherwise look around behind the firewall
 * @param connectTimeout for each connection
 * @param totalTimeout for one file, redirects included (the cloud gives up after about 130 seconds)
 * @param largestBytes the largest file, whatever the model's own limit says
 * @param redirects how many are followed
 * @param atOnce downloads of one task at a time
 */
public record FetchSettings(
    boolean allowPrivate,
    Duration connectTimeout,
    Duration totalTimeout,
    long largestBytes,
    int redirects,
    int atOnce) {
  public static final FetchSettings DEFAULTS =
      new FetchSettings(
          false, Duration.ofSeconds(10), Duration.ofSeconds(120), 200L * 1024 * 1024, 5, 4);

  public FetchSettings withAllowPrivate(boolean allow) {
    return new FetchSettings(allow, connectTimeout, totalTimeout, largestBytes, redirects, atOnce);
  }
}
