package io.wan4j.server;

import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.util.Map;
import java.util.Optional;
import java.util.UUID;
import java.util.regex.Pattern;
import java.util.zip.GZIPOutputStream;

/**
 * A file of the studio, which is bundled with the program.
 *
 * @param tag changes with the content
 * @param packed the content by gzip
 */
record StudioFile(String type, String tag, byte[] plain, byte[] packed) {
  /** Plain names only, so that no path leads out of the folder. */
  private static final Pattern NAME =
      Pattern.compile("(?:[a-z0-9-]+/)*[a-z0-9-]+\\.(html|css|js|json|svg|jpg)");

  private static final Map<String, String> TYPES =
      Map.of(
          "html", "text/html; charset=utf-8",
          "css", "text/css; charset=utf-8",
          "js", "text/javascript; charset=utf-8",
          "json", "application/json",
          "svg", "image/svg+xml",
          "jpg", "image/jpeg");

  /** The file of this path below the studio's folder, if there is one. */
  static Optional<StudioFile> find(String path) {
    var name = NAME.matcher(path);
    if (!name.matches()) {
      return Optional.empty();
    }
    try (InputStream in = StudioFile.class.getResourceAsStream("studio/" + path)) {
      return in == null
          ? Optional.empty()
          : Optional.of(of(TYPES.get(name.group(1)), in.readAllBytes()));
    } catch (IOException e) {
      throw new UncheckedIOException("cannot read the studio's " + path, e);
    }
  }

  private static StudioFile of(String type, byte[] plain) {
    return new StudioFile(
        type,
        "\"" + UUID.nameUUIDFromBytes(plain).toString().replace("-", "") + "\"",
        plain,
        packed(plain));
  }

  private static byte[] packed(byte[] plain) {
    ByteArrayOutputStream packed = new ByteArrayOutputStream();
    try (GZIPOutputStream out = new GZIPOutputStream(packed)) {
      out.write(plain);
    } catch (IOException e) {
      throw new UncheckedIOException("memory cannot be written", e);
    }
    return packed.toByteArray();
  }

  /** The content as text, for tests. */
  String text() {
    return new String(plain, StandardCharsets.UTF_8);
  }
}
