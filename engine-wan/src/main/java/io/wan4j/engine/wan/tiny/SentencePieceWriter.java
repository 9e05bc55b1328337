package io.wan4j.engine.wan.tiny;

import java.io.ByteArrayOutputStream;
import java.nio.ByteBuffer;
import java.nio.ByteOrder;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Set;

/**
 * Writes a unigram tokenizer in SentencePiece's own format (sentencepiece_model.proto): T5's
 * special pieces, words, and every character that a keyboard has.
 */
final class SentencePieceWriter {
  private static final int NORMAL = 1;
  private static final int UNKNOWN = 2;
  private static final int CONTROL = 3;

  private static final int VARINT = 0;
  private static final int BYTES = 2;
  private static final int FIXED32 = 5;

  private static final int FIRST_CHARACTER = '!';
  private static final int LAST_CHARACTER = '~';

  private record Piece(String text, float score, int type) {}

  private final List<Piece> pieces = new ArrayList<>();

  /**
   * @param words the commonest first
   */
  SentencePieceWriter(List<String> words) {
    pieces.add(new Piece("<pad>", 0, CONTROL));
    pieces.add(new Piece("</s>", 0, CONTROL));
    pieces.add(new Piece("<unk>", 0, UNKNOWN));
    Set<String> known = new LinkedHashSet<>(words);
    known.add("▁");
    for (int c = FIRST_CHARACTER; c <= LAST_CHARACTER; c++) {
      known.add(Character.toString(c));
    }
    for (String piece : known) {
      // As if words were as frequent as Zipf's law says.
      pieces.add(new Piece(piece, (float) -Math.log(pieces.size() + 1.0), NORMAL));
    }
  }

  int size() {
    return pieces.size();
  }

  byte[] model() {
    ByteArrayOutputStream out = new ByteArrayOutputStream();
    for (Piece piece : pieces) {
      ByteArrayOutputStream message = new ByteArrayOutputStream();
      bytes(message, 1, piece.text().getBytes(StandardCharsets.UTF_8));
      tag(message, 2, FIXED32);
      message.writeBytes(
          ByteBuffer.allocate(4).order(ByteOrder.LITTLE_ENDIAN).putFloat(piece.score()).array());
      number(message, 3, piece.type());
      bytes(out, 1, message.toByteArray());
    }
    ByteArrayOutputStream trainer = new ByteArrayOutputStream();
    number(trainer, 3, 1); // unigram
    bytes(out, 2, trainer.toByteArray());
    ByteArrayOutputStream normalizer = new ByteArrayOutputStream();
    number(normalizer, 3, 1); // a space before the text
    number(normalizer, 4, 1); // no space twice
    bytes(out, 3, normalizer.toByteArray());
    return out.toByteArray();
  }

  private static void number(ByteArrayOutputStream out, int field, int value) {
    tag(out, field, VARINT);
    varint(out, value);
  }

  private static void bytes(ByteArrayOutputStream out, int field, byte[] value) {
    tag(out, field, BYTES);
    varint(out, value.length);
    out.writeBytes(value);
  }

  private static void tag(ByteArrayOutputStream out, int field, int wire) {
    varint(out, field << 3 | wire);
  }

  private static void varint(ByteArrayOutputStream out, int value) {
    int rest = value;
    while (rest > 0x7F) {
      out.write(rest & 0x7F | 0x80);
      rest >>>= 7;
    }
    out.write(rest);
  }
}
