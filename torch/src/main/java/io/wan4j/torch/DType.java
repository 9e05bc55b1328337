package io.wan4j.torch;

import java.util.Optional;

/**
 * The element types in use: libtorch's code, the name in a safetensors header, the size in bytes.
 */
public enum DType {
  UINT8(0, "U8", 1),
  INT8(1, "I8", 1),
  INT16(2, "I16", 2),
  INT32(3, "I32", 4),
  INT64(4, "I64", 8),
  FLOAT16(5, "F16", 2),
  FLOAT32(6, "F32", 4),
  FLOAT64(7, "F64", 8),
  BOOL(11, "BOOL", 1),
  BFLOAT16(15, "BF16", 2),
  FLOAT8_E5M2(23, "F8_E5M2", 1),
  FLOAT8_E4M3(24, "F8_E4M3", 1);

  private final int code;
  private final String safetensorsName;
  private final int bytes;

  DType(int code, String safetensorsName, int bytes) {
    this.code = code;
    this.safetensorsName = safetensorsName;
    this.bytes = bytes;
  }

  /** libtorch's ScalarType number (c10/core/ScalarType.h); {@link Torch#load()} checks them. */
  int code() {
    return code;
  }

  public String safetensorsName() {
    return safetensorsName;
  }

  public int bytes() {
    return bytes;
  }

  public boolean isFloating() {
    return switch (this) {
      case FLOAT16, FLOAT32, FLOAT64, BFLOAT16, FLOAT8_E5M2, FLOAT8_E4M3 -> true;
      default -> false;
    };
  }

  static Optional<DType> ofSafetensors(String name) {
    for (DType type : values()) {
      if (type.safetensorsName.equals(name)) {
        return Optional.of(type);
      }
    }
    return Optional.empty();
  }

  static DType ofCode(int code) {
    for (DType type : values()) {
      if (type.code == code) {
        return type;
      }
    }
    throw new TorchException("libtorch's element type number " + code + " is not one we know");
  }
}
