package io.wan4j.service.key;

import io.wan4j.service.ServiceException;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.FileAlreadyExistsException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.nio.file.StandardOpenOption;
import java.nio.file.attribute.FileAttribute;
import java.nio.file.attribute.PosixFilePermissions;
import java.security.GeneralSecurityException;
import java.security.MessageDigest;
import java.security.SecureRandom;
import java.util.HexFormat;
import java.util.UUID;
import javax.crypto.Mac;
import javax.crypto.spec.SecretKeySpec;

/** The service's own secret: signs links, upload policies and tokens (HMAC-SHA256, RFC 2104). */
public final class SigningSecret {
  private static final String ALGORITHM = "HmacSHA256";
  private static final int BYTES = 32;

  private final SecretKeySpec key;

  public SigningSecret(byte[] key) {
    if (key.length < BYTES) {
      throw new ServiceException(
          "a signing secret has at least " + BYTES + " bytes, this one " + key.length);
    }
    this.key = new SecretKeySpec(key, ALGORITHM);
  }

  /**
   * Reads the secret from a file that only its owner may read; the first time it is made. Several
   * processes that start at once end up with the same one.
   */
  public static SigningSecret in(Path file, SecureRandom random) {
    try {
      if (!Files.exists(file)) {
        create(file, random);
      }
      return new SigningSecret(HexFormat.of().parseHex(Files.readString(file).strip()));
    } catch (IOException e) {
      throw new ServiceException("cannot read or make the signing secret " + file, e);
    } catch (IllegalArgumentException e) {
      throw new ServiceException("the signing secret " + file + " is not a line of hex digits", e);
    }
  }

  private static void create(Path file, SecureRandom random) throws IOException {
    byte[] bytes = new byte[BYTES];
    random.nextBytes(bytes);
    Files.createDirectories(file.toAbsolutePath().getParent());
    Path beside = file.resolveSibling(file.getFileName() + "." + UUID.randomUUID());
    Files.createFile(beside, ownerOnly(beside));
    try {
      Files.writeString(beside, HexFormat.of().formatHex(bytes) + "\n", StandardOpenOption.WRITE);
      // A hard link fails when the name is taken, a move would replace what another process made.
      Files.createLink(file, beside);
    } catch (FileAlreadyExistsException e) {
      return;
    } catch (UnsupportedOperationException e) {
      Files.move(beside, file, StandardCopyOption.ATOMIC_MOVE);
    } finally {
      Files.deleteIfExists(beside);
    }
  }

  private static FileAttribute<?>[] ownerOnly(Path file) {
    return file.getFileSystem().supportedFileAttributeViews().contains("posix")
        ? new FileAttribute<?>[] {
          PosixFilePermissions.asFileAttribute(PosixFilePermissions.fromString("rw-------"))
        }
        : new FileAttribute<?>[0];
  }

  /** The signature of the words in hex digits. */
  public String sign(String words) {
    try {
      Mac mac = Mac.getInstance(ALGORITHM);
      mac.init(key);
      return HexFormat.of().formatHex(mac.doFinal(words.getBytes(StandardCharsets.UTF_8)));
    } catch (GeneralSecurityException e) {
      throw new ServiceException("this Java has no " + ALGORITHM, e);
    }
  }

  /** Whether the signature is that of the words; the time taken tells nothing about it. */
  public boolean verify(String words, String signature) {
    return MessageDigest.isEqual(
        sign(words).getBytes(StandardCharsets.UTF_8), signature.getBytes(StandardCharsets.UTF_8));
  }
}
