package io.wan4j.service.upload;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.assertj.core.api.Assertions.catchThrowableOfType;

import io.wan4j.service.ManualClock;
import io.wan4j.service.TestDatabase;
import io.wan4j.service.database.Database;
import io.wan4j.service.key.Caller;
import io.wan4j.service.key.SigningSecret;
import io.wan4j.service.store.FolderStore;
import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.io.InputStream;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.security.SecureRandom;
import java.time.Duration;
import java.util.Base64;
import java.util.LinkedHashMap;
import java.util.Map;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.Parameter;
import org.junit.jupiter.params.ParameterizedClass;
import org.junit.jupiter.params.provider.EnumSource;

@ParameterizedClass
@EnumSource(TestDatabase.class)
class UploadsTest {
  private static final Caller ANN = new Caller("ann", "key-ann");

  @Parameter TestDatabase kind;
  @TempDir Path folder;

  private final ManualClock clock = new ManualClock();
  private Database database;
  private FolderStore store;
  private Uploads uploads;

  @BeforeEach
  void open() {
    database = Database.open(kind.url(folder));
    store = new FolderStore(folder.resolve("store"));
    uploads =
        new Uploads(
            database,
            store,
            SigningSecret.in(folder.resolve("secret"), new SecureRandom()),
            new UploadSettings(Duration.ofHours(48), Duration.ofSeconds(300), 1, 999),
            folder.resolve("work"),
            clock);
  }

  @AfterEach
  void close() {
    database.close();
  }

  private static Map<String, String> form(UploadPolicy policy, String name) {
    Map<String, String> form = new LinkedHashMap<>();
    form.put("OSSAccessKeyId", policy.ossAccessKeyId());
    form.put("Signature", policy.signature());
    form.put("policy", policy.policy());
    form.put("key", policy.uploadDir() + "/" + name);
    return form;
  }

  private static InputStream bytes(String content) {
    return new ByteArrayInputStream(content.getBytes(StandardCharsets.UTF_8));
  }

  private UploadRefusedException refusal(Map<String, String> form, InputStream content) {
    return catchThrowableOfType(UploadRefusedException.class, () -> uploads.receive(form, content));
  }

  @Test
  void aFileIsFoundUnderItsRawNameByItsOwnAccountOnly() throws Exception {
    UploadPolicy policy = uploads.policy(ANN, "wan2.7-i2v");
    Upload upload = uploads.receive(form(policy, "first 首帧.png"), bytes("picture"));

    assertThat(upload.address()).isEqualTo("oss://" + policy.uploadDir() + "/first 首帧.png");
    assertThat(uploads.find("ann", upload.key())).contains(upload);
    assertThat(uploads.find("bob", upload.key())).isEmpty();
    assertThat(store.size(upload.artifact())).hasValue(7);
    assertThat(upload.artifact()).matches("uploads/[0-9a-f-]{36}");
  }

  @Test
  void equalNamesUnderTwoPoliciesDoNotClash() {
    Upload one = uploads.receive(form(uploads.policy(ANN, "m"), "a.png"), bytes("1"));
    Upload two = uploads.receive(form(uploads.policy(ANN, "m"), "a.png"), bytes("2"));

    assertThat(one.key()).isNotEqualTo(two.key());
    assertThat(uploads.find("ann", one.key()).orElseThrow().artifact())
        .isNotEqualTo(uploads.find("ann", two.key()).orElseThrow().artifact());
  }

  @Test
  void nothingIsOverwritten() {
    Map<String, String> form = form(uploads.policy(ANN, "m"), "a.png");
    uploads.receive(form, bytes("1"));

    assertThat(refusal(form, bytes("2")).code()).isEqualTo("FileAlreadyExists");
  }

  @Test
  void anUploadIsForgottenAfter48Hours() {
    Upload upload = uploads.receive(form(uploads.policy(ANN, "m"), "a.png"), bytes("1"));
    clock.advance(Duration.ofHours(48).minusSeconds(1));
    assertThat(uploads.find("ann", upload.key())).isPresent();
    clock.advance(Duration.ofSeconds(1));
    assertThat(uploads.find("ann", upload.key())).isEmpty();
  }

  @Test
  void aPolicyExpiresAfter300Seconds() {
    Map<String, String> form = form(uploads.policy(ANN, "m"), "a.png");
    clock.advance(Duration.ofSeconds(300));

    UploadRefusedException refusal = refusal(form, bytes("1"));
    assertThat(refusal.status()).isEqualTo(403);
    assertThat(refusal).hasMessage("Invalid according to Policy: Policy expired.");
  }

  @Test
  void aPolicyOfOnesOwnMakingIsRefused() {
    UploadPolicy policy = uploads.policy(ANN, "m");
    String forged =
        new String(Base64.getDecoder().decode(policy.policy()), StandardCharsets.UTF_8)
            .replace("\"ann\"", "\"bob\"");
    Map<String, String> form = form(policy, "a.png");
    form.put("policy", Base64.getEncoder().encodeToString(forged.getBytes(StandardCharsets.UTF_8)));

    assertThat(refusal(form, bytes("1")).code()).isEqualTo("SignatureDoesNotMatch");
    Map<String, String> unsigned = form(policy, "a.png");
    unsigned.remove("Signature");
    assertThat(refusal(unsigned, bytes("1")).status()).isEqualTo(400);
  }

  @Test
  void theKeyMustLieInThePolicysFolder() {
    UploadPolicy policy = uploads.policy(ANN, "m");
    Map<String, String> form = form(policy, "a.png");
    for (String key :
        new String[] {
          "a.png", policy.uploadDir(), policy.uploadDir() + "/", policy.uploadDir() + "x/a"
        }) {
      form.put("key", key);
      assertThat(refusal(form, bytes("1")).code()).as(key).isEqualTo("AccessDenied");
    }
  }

  @Test
  void aFileOverTheLimitIsRefusedAndLeavesNothing() throws Exception {
    Map<String, String> form = form(uploads.policy(ANN, "m"), "a.png");
    InputStream endless =
        new InputStream() {
          @Override
          public int read() {
            return 1;
          }
        };

    assertThat(refusal(form, endless).code()).isEqualTo("EntityTooLarge");
    assertThat(uploads.find("ann", form.get("key"))).isEmpty();
    assertThat(Files.list(folder.resolve("work"))).isEmpty();
  }

  @Test
  void aFileThatBreaksOffIsRefusedAndLeavesNothing() throws Exception {
    Map<String, String> form = form(uploads.policy(ANN, "m"), "a.png");
    InputStream broken =
        new InputStream() {
          @Override
          public int read() throws IOException {
            throw new IOException("connection reset");
          }
        };

    assertThatThrownBy(() -> uploads.receive(form, broken))
        .hasMessageContaining("connection reset");
    assertThat(uploads.find("ann", form.get("key"))).isEmpty();
    assertThat(Files.list(folder.resolve("work"))).isEmpty();
  }
}
