package io.wan4j.protocol.catalogue;

import com.fasterxml.jackson.annotation.JsonValue;

/** The part of the create path that tells kinds of models apart on the cloud. */
public enum CreatePath {
  VIDEO_GENERATION("video-generation"),
  IMAGE2VIDEO("image2video");

  private final String wireName;

  CreatePath(String wireName) {
    this.wireName = wireName;
  }

  /** As in {@code /services/aigc/<wireName>/video-synthesis}. */
  @JsonValue
  public String wireName() {
    return wireName;
  }
}
