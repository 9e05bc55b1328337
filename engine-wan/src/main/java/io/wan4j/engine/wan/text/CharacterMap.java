package io.wan4j.engine.wan.text;

import io.wan4j.engine.wan.checkpoint.CheckpointException;
import java.nio.ByteBuffer;
import java.nio.ByteOrder;
import java.nio.charset.StandardCharsets;
import java.util.Arrays;

/**
 * SentencePiece's compiled normaliser: a table from byte sequences to their replacements, as a
 * double array of Darts-clone (sentencepiece, src/normalizer.cc, DecodePrecompiledCharsMap; layout
 * of a unit in third_party/darts_clone/darts.h). The longest match wins.
 */
final class CharacterMap {
  private final int[] units;
  private final byte[] replacements;

  private CharacterMap(int[] units, byte[] replacements) {
    this.units = units;
    this.replacements = replacements;
  }

  /** Leaves every text as it is. */
  static CharacterMap identity() {
    return new CharacterMap(new int[0], new byte[0]);
  }

  static CharacterMap parse(byte[] compiled) {
    if (compiled.length == 0) {
      return identity();
    }
    ByteBuffer buffer = ByteBuffer.wrap(compiled).order(ByteOrder.LITTLE_ENDIAN);
    int size = buffer.getInt();
    if (size < 4 || size > buffer.remaining() || size % 4 != 0) {
      throw new CheckpointException("a character map with a table of " + size + " bytes");
    }
    int[] units = new int[size / 4];
    for (int i = 0; i < units.length; i++) {
      units[i] = buffer.getInt();
    }
    byte[] replacements = new byte[buffer.remaining()];
    buffer.get(replacements);
    return new CharacterMap(units, replacements);
  }

  String apply(String text) {
    if (units.length == 0) {
      return text;
    }
    byte[] bytes = text.getBytes(StandardCharsets.UTF_8);
    StringBuilder out = new StringBuilder();
    int at = 0;
    while (at < bytes.length) {
      Match match = longest(bytes, at);
      if (match.length() > 0) {
        out.append(replacement(match.value()));
        at += match.length();
      } else {
        int length = characterLength(bytes[at]);
        out.append(new String(bytes, at, length, StandardCharsets.UTF_8));
        at += length;
      }
    }
    return out.toString();
  }

  private record Match(int length, int value) {}

  /** Walks the double array as far as the bytes lead. */
  private Match longest(byte[] bytes, int from) {
    Match best = new Match(0, 0);
    int position = offset(units[0]);
    for (int i = from; i < bytes.length; i++) {
      position ^= bytes[i] & 0xFF;
      if (position < 0 || position >= units.length) {
        break;
      }
      int unit = units[position];
      if (label(unit) != (bytes[i] & 0xFF)) {
        break;
      }
      position ^= offset(unit);
      if (hasLeaf(unit) && position < units.length) {
        best = new Match(i + 1 - from, units[position] & 0x7FFFFFFF);
      }
    }
    return best;
  }

  private static boolean hasLeaf(int unit) {
    return ((unit >>> 8) & 1) == 1;
  }

  /** The label, with the bit that marks a value so that values never match a byte. */
  private static int label(int unit) {
    return unit & (0x80000000 | 0xFF);
  }

  private static int offset(int unit) {
    return (unit >>> 10) << ((unit & (1 << 9)) >>> 6);
  }

  private String replacement(int from) {
    int end = from;
    while (end < replacements.length && replacements[end] != 0) {
      end++;
    }
    return new String(Arrays.copyOfRange(replacements, from, end), StandardCharsets.UTF_8);
  }

  private static int characterLength(byte first) {
    int b = first & 0xFF;
    return b < 0x80 ? 1 : b < 0xE0 ? 2 : b < 0xF0 ? 3 : 4;
  }
}
