package io.wan4j.media;

import java.nio.ByteBuffer;
import java.nio.ByteOrder;
import java.nio.charset.StandardCharsets;
import java.util.Arrays;

/** Finds pictures whose file was cut off; decoders paint the missing part grey and say nothing. */
final class PictureEnd {
  private static final byte[] PNG_END = "IEND".getBytes(StandardCharsets.US_ASCII);
  private static final byte[] JPEG_END = {(byte) 0xff, (byte) 0xd9};

  private PictureEnd() {}

  static void check(MediaFormat format, byte[] content, String name) {
    boolean whole =
        switch (format) {
          case PNG -> contains(content, PNG_END);
          case JPEG -> contains(content, JPEG_END);
          // RIFF: four letters, the length of the rest, the rest.
          case WEBP -> content.length >= 8 + littleEndian(content, 4);
          // BMP: two letters, the length of the file; some writers leave it 0.
          case BMP -> content.length >= littleEndian(content, 2);
          default -> true;
        };
    if (!whole) {
      throw new DamagedMediaException(
          "%s is cut off: the end of the %s is missing after %d bytes"
              .formatted(name, format, content.length));
    }
  }

  private static long littleEndian(byte[] content, int at) {
    return content.length < at + 4
        ? Long.MAX_VALUE - Integer.MAX_VALUE
        : ByteBuffer.wrap(content).order(ByteOrder.LITTLE_ENDIAN).getInt(at) & 0xffffffffL;
  }

  /** From the back, since something else may follow the end. */
  private static boolean contains(byte[] content, byte[] mark) {
    for (int i = content.length - mark.length; i >= 0; i--) {
      if (Arrays.equals(content, i, i + mark.length, mark, 0, mark.length)) {
        return true;
      }
    }
    return false;
  }
}
