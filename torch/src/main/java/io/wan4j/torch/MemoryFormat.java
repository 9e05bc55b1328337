package io.wan4j.torch;

import java.util.Locale;

/** In which order a tensor's elements lie; numbers of c10/core/MemoryFormat.h. */
public enum MemoryFormat {
  CONTIGUOUS(0),
  PRESERVE(1),
  CHANNELS_LAST(2),
  CHANNELS_LAST_3D(3);

  private final int code;

  MemoryFormat(int code) {
    this.code = code;
  }

  int code() {
    return code;
  }

  /** From a schema's word, such as {@code contiguous_format}. */
  static MemoryFormat named(String word) {
    return valueOf(word.replace("_format", "").toUpperCase(Locale.ROOT));
  }
}
