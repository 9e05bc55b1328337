package io.wan4j.engine.wan.text;

import io.wan4j.engine.wan.checkpoint.CheckpointException;
import java.nio.ByteBuffer;
import java.nio.ByteOrder;

/**
 * Reads fields of a protobuf message (protobuf.dev, Encoding): only what a tokenizer model needs.
 */
final class ModelReader {
  private static final int VARINT = 0;
  private static final int FIXED64 = 1;
  private static final int BYTES = 2;
  private static final int FIXED32 = 5;

  private final ByteBuffer buffer;
  private int wire;

  ModelReader(byte[] message) {
    this(ByteBuffer.wrap(message));
  }

  private ModelReader(ByteBuffer buffer) {
    this.buffer = buffer.order(ByteOrder.LITTLE_ENDIAN);
  }

  /** Number of the next field, 0 at the end. */
  int next() {
    if (!buffer.hasRemaining()) {
      return 0;
    }
    long tag = varint();
    wire = (int) (tag & 7);
    return (int) (tag >>> 3);
  }

  long number() {
    return varint();
  }

  boolean flag() {
    return varint() != 0;
  }

  float floatNumber() {
    return buffer.getFloat();
  }

  byte[] bytes() {
    int length = (int) varint();
    if (length < 0 || length > buffer.remaining()) {
      throw new CheckpointException("a field of " + length + " bytes in a tokenizer model");
    }
    byte[] bytes = new byte[length];
    buffer.get(bytes);
    return bytes;
  }

  ModelReader message() {
    return new ModelReader(bytes());
  }

  /** Passes over a field that is of no interest. */
  void skip() {
    switch (wire) {
      case VARINT -> varint();
      case FIXED64 -> buffer.getLong();
      case BYTES -> bytes();
      case FIXED32 -> buffer.getInt();
      default -> throw new CheckpointException("wire type " + wire + " in a tokenizer model");
    }
  }

  private long varint() {
    long value = 0;
    for (int shift = 0; shift < 64 && buffer.hasRemaining(); shift += 7) {
      byte b = buffer.get();
      value |= (long) (b & 0x7F) << shift;
      if (b >= 0) {
        return value;
      }
    }
    throw new CheckpointException("a tokenizer model that is cut off");
  }
}
