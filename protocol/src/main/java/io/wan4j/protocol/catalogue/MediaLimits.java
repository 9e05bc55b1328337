package io.wan4j.protocol.catalogue;

import java.util.List;

/**
 * What a file must be like to be taken. Of every number 0 means "no such limit".
 *
 * @param kind the sort of file
 * @param formats lower-case names such as {@code jpeg}, {@code mp4}, {@code wav}
 * @param alpha whether an image may have a transparency channel
 * @param minSide least width and least height in pixels
 * @param maxSide greatest width and greatest height in pixels
 * @param maxAspect longer side divided by shorter side at most
 * @param maxMegabytes size of the file at most, in units of 1024 * 1024 bytes
 * @param minSeconds least length
 * @param maxSeconds greatest length
 * @param minFps least frames a second
 * @param maxFps greatest
 * @param asciiUrl whether an http URL must be plain ASCII
 */
public record MediaLimits(
    MediaKind kind,
    List<String> formats,
    boolean alpha,
    int minSide,
    int maxSide,
    double maxAspect,
    int maxMegabytes,
    double minSeconds,
    double maxSeconds,
    double minFps,
    double maxFps,
    boolean asciiUrl) {
  public MediaLimits {
    formats = formats == null ? List.of() : List.copyOf(formats);
  }

  /** Size of the file at most, in bytes; {@link Long#MAX_VALUE} without a limit. */
  public long maxBytes() {
    return maxMegabytes == 0 ? Long.MAX_VALUE : maxMegabytes * 1024L * 1024L;
  }
}
