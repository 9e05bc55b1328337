package io.wan4j.media;

import java.nio.ByteBuffer;
import java.nio.charset.StandardCharsets;

/** Puts an EXIF orientation into a JPEG file. */
final class ExifSample {
  private static final int ORIENTATION = 274;
  private static final int SHORT = 3;

  private ExifSample() {}

  /** One APP1 segment after the start mark, holding one directory with one entry. */
  static byte[] tagged(byte[] jpeg, int orientation) {
    ByteBuffer out = ByteBuffer.allocate(jpeg.length + 36);
    out.put(jpeg, 0, 2);
    out.putShort((short) 0xffe1).putShort((short) 34);
    out.put("Exif\0\0".getBytes(StandardCharsets.US_ASCII));
    out.put("MM\0*".getBytes(StandardCharsets.US_ASCII)).putInt(8);
    out.putShort((short) 1).putShort((short) ORIENTATION).putShort((short) SHORT).putInt(1);
    out.putShort((short) orientation).putShort((short) 0).putInt(0);
    return out.put(jpeg, 2, jpeg.length - 2).array();
  }
}
