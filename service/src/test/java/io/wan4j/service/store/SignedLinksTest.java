package io.wan4j.service.store;

import static org.assertj.core.api.Assertions.assertThat;

import io.wan4j.service.ManualClock;
import io.wan4j.service.key.SigningSecret;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.PosixFilePermissions;
import java.security.SecureRandom;
import java.time.Duration;
import java.time.Instant;
import java.util.HashMap;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class SignedLinksTest {
  @TempDir Path folder;

  private final ManualClock clock = new ManualClock();

  private SignedLinks links() {
    return new SignedLinks(SigningSecret.in(folder.resolve("secret"), new SecureRandom()), clock);
  }

  private static Map<String, String> query(String link) {
    Map<String, String> values = new HashMap<>();
    for (String pair : link.substring(link.indexOf('?') + 1).split("&")) {
      values.put(pair.substring(0, pair.indexOf('=')), pair.substring(pair.indexOf('=') + 1));
    }
    return values;
  }

  @Test
  void opensUntilItExpires() {
    Instant expires = clock.instant().plus(Duration.ofHours(24));
    String link = links().sign("films/a.mp4", expires);
    Map<String, String> query = query(link);
    assertThat(link).startsWith("films/a.mp4?Expires=" + expires.getEpochSecond() + "&Signature=");

    assertThat(links().check("films/a.mp4", query.get("Expires"), query.get("Signature")))
        .isEqualTo(LinkState.VALID);
    clock.advance(Duration.ofHours(24));
    assertThat(links().check("films/a.mp4", query.get("Expires"), query.get("Signature")))
        .isEqualTo(LinkState.EXPIRED);
  }

  @Test
  void anythingChangedIsForged() {
    String expires = String.valueOf(clock.instant().getEpochSecond() + 60);
    String signature =
        query(links().sign("films/a.mp4", clock.instant().plusSeconds(60))).get("Signature");

    assertThat(links().check("films/b.mp4", expires, signature)).isEqualTo(LinkState.FORGED);
    assertThat(links().check("films/a.mp4", expires + "0", signature)).isEqualTo(LinkState.FORGED);
    assertThat(links().check("films/a.mp4", "soon", signature)).isEqualTo(LinkState.FORGED);
    assertThat(links().check("films/a.mp4", expires, "")).isEqualTo(LinkState.FORGED);
    for (int i = 0; i < signature.length(); i++) {
      char other = signature.charAt(i) == '0' ? '1' : '0';
      String changed = signature.substring(0, i) + other + signature.substring(i + 1);
      assertThat(links().check("films/a.mp4", expires, changed)).isEqualTo(LinkState.FORGED);
    }
  }

  @Test
  void theSecretIsMadeOnceForItsOwnerOnly() throws Exception {
    links();
    byte[] first = Files.readAllBytes(folder.resolve("secret"));
    links();

    assertThat(Files.readAllBytes(folder.resolve("secret"))).isEqualTo(first);
    assertThat(
            PosixFilePermissions.toString(Files.getPosixFilePermissions(folder.resolve("secret"))))
        .isEqualTo("rw-------");
    assertThat(folder.toFile().list()).containsExactly("secret");
  }
}
