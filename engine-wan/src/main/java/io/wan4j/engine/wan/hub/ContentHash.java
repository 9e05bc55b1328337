package io.wan4j.engine.wan.hub;

import java.io.IOException;
import java.io.InputStream;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.util.HexFormat;
import java.util.function.LongConsumer;

/**
 * The names that the hub gives to contents: SHA-256 for large files, the SHA-1 of a git blob for
 * the others.
 */
final class ContentHash {
  private static final int BUFFER = 1 << 20;

  private ContentHash() {}

  /** Whether a blob's name is a hash of its content. */
  static boolean isHash(String etag) {
    return etag.matches("[0-9a-f]{40}|[0-9a-f]{64}");
  }

  /**
   * The hash of the kind that the expected one is.
   *
   * @param read hears how many bytes more were read
   */
  static String like(String expected, Path file, LongConsumer read) throws IOException {
    return expected.length() == 64 ? sha256(file, read) : gitBlob(file, read);
  }

  static String sha256(Path file, LongConsumer read) throws IOException {
    return digest(digest("SHA-256"), file, read);
  }

  /** As git names a blob: over "blob", its length, a zero byte and the content. */
  static String gitBlob(Path file, LongConsumer read) throws IOException {
    MessageDigest sha1 = digest("SHA-1");
    sha1.update(("blob " + Files.size(file) + "\0").getBytes(StandardCharsets.US_ASCII));
    return digest(sha1, file, read);
  }

  static String sha1(String text) {
    return HexFormat.of().formatHex(digest("SHA-1").digest(text.getBytes(StandardCharsets.UTF_8)));
  }

  private static String digest(MessageDigest digest, Path file, LongConsumer read)
      throws IOException {
    try (InputStream in = Files.newInputStream(file)) {
      byte[] buffer = new byte[BUFFER];
      for (int count = in.read(buffer); count >= 0; count = in.read(buffer)) {
        digest.update(buffer, 0, count);
        read.accept(count);
      }
    }
    return HexFormat.of().formatHex(digest.digest());
  }

  private static MessageDigest digest(String algorithm) {
    try {
      return MessageDigest.getInstance(algorithm);
    } catch (NoSuchAlgorithmException e) {
      throw new IllegalStateException("every Java has " + algorithm, e);
    }
  }
}
