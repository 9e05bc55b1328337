package io.wan4j.service.upload;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.json.JsonMapper;
import com.fasterxml.jackson.databind.node.ObjectNode;
import io.wan4j.service.ServiceException;
import io.wan4j.service.database.Database;
import io.wan4j.service.key.Caller;
import io.wan4j.service.key.SigningSecret;
import io.wan4j.service.store.ArtifactStore;
import java.io.IOException;
import java.io.InputStream;
import java.io.OutputStream;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Clock;
import java.time.Instant;
import java.time.LocalDate;
import java.time.ZoneOffset;
import java.util.Base64;
import java.util.HexFormat;
import java.util.Map;
import java.util.Optional;
import java.util.TreeMap;
import java.util.UUID;

/**
 * Files that clients hand over before they ask for a film: a signed leave first, then the file,
 * then {@code oss://} and its key for {@link UploadSettings#life()} (DashScope reference, temporary
 * upload; SDK notes, local files).
 */
public final class Uploads {
  private static final JsonMapper JSON = new JsonMapper();
  private static final long MEGABYTE = 1024 * 1024;
  private static final int LONGEST_KEY = 1023;

  private final Database database;
  private final ArtifactStore store;
  private final SigningSecret secret;
  private final UploadSettings settings;
  private final Path workFolder;
  private final Clock clock;

  /**
   * @param workFolder where a file lies until it has come in whole
   */
  public Uploads(
      Database database,
      ArtifactStore store,
      SigningSecret secret,
      UploadSettings settings,
      Path workFolder,
      Clock clock) {
    this.database = database;
    this.store = store;
    this.secret = secret;
    this.settings = settings;
    this.workFolder = workFolder;
    this.clock = clock;
  }

  /** Gives leave to upload files for requests to the model. */
  public UploadPolicy policy(Caller caller, String model) {
    Instant expires = clock.instant().plus(settings.policyLife());
    String folder =
        "dashscope-instant/"
            + HexFormat.of().toHexDigits(caller.account().hashCode())
            + "/"
            + LocalDate.ofInstant(clock.instant(), ZoneOffset.UTC)
            + "/"
            + UUID.randomUUID();
    ObjectNode document = JSON.createObjectNode();
    document.put("expiration", expires.toString());
    document.put("account", caller.account());
    document.put("model", model);
    document.put("folder", folder);
    document.put("max_bytes", settings.largestMegabytes() * MEGABYTE);
    String policy =
        Base64.getEncoder().encodeToString(document.toString().getBytes(StandardCharsets.UTF_8));
    return new UploadPolicy(
        policy,
        secret.sign(words(policy)),
        folder,
        settings.policyLife().toSeconds(),
        settings.largestMegabytes(),
        settings.capacityMegabytes(),
        "wan4j",
        "private",
        "true");
  }

  private static String words(String policy) {
    return "upload\n" + policy;
  }

  /**
   * Takes in a file.
   *
   * @param form the form's fields that came before the file: policy, Signature, key, …; their case
   *     does not matter
   * @param content the file, read to its end or to the size limit; not closed
   * @throws UploadRefusedException when the leave is forged, over, for another place, or used up,
   *     or the file is too large
   */
  public Upload receive(Map<String, String> form, InputStream content) {
    Map<String, String> fields = new TreeMap<>(String.CASE_INSENSITIVE_ORDER);
    fields.putAll(form);
    JsonNode document = leave(fields);
    String key = field(fields, "key");
    String folder = document.path("folder").textValue();
    if (!key.startsWith(folder + "/")
        || key.length() == folder.length() + 1
        || key.getBytes(StandardCharsets.UTF_8).length > LONGEST_KEY) {
      throw denied("Invalid according to Policy: the key must be " + folder + "/<file name>.");
    }
    if (find(document.path("account").textValue(), key).isPresent()) {
      throw taken();
    }
    long largest = document.path("max_bytes").longValue();
    Path file = workFolder.resolve("upload-" + UUID.randomUUID());
    try {
      long size = save(content, file, largest);
      return keep(document, key, file, size);
    } catch (IOException e) {
      throw new UploadRefusedException(
          400, "IncompleteBody", "The file did not come in whole: " + e.getMessage());
    } finally {
      discard(file);
    }
  }

  private static void discard(Path file) {
    try {
      Files.deleteIfExists(file);
    } catch (IOException e) {
      throw new UncheckedIOException("cannot delete " + file, e);
    }
  }

  private JsonNode leave(Map<String, String> fields) {
    String policy = field(fields, "policy");
    if (!secret.verify(words(policy), field(fields, "signature"))) {
      throw new UploadRefusedException(
          403, "SignatureDoesNotMatch", "The policy was not signed by this service.");
    }
    JsonNode document;
    try {
      document = JSON.readTree(Base64.getDecoder().decode(policy));
    } catch (IOException e) {
      throw new ServiceException("a policy we signed is not JSON", e);
    }
    if (!clock.instant().isBefore(Instant.parse(document.path("expiration").textValue()))) {
      throw denied("Invalid according to Policy: Policy expired.");
    }
    return document;
  }

  private static String field(Map<String, String> fields, String name) {
    String value = fields.get(name);
    if (value == null || value.isEmpty()) {
      throw new UploadRefusedException(
          400, "InvalidArgument", "The form field " + name + " must come before the file.");
    }
    return value;
  }

  private static long save(InputStream content, Path file, long largest) throws IOException {
    Files.createDirectories(file.getParent());
    long size = 0;
    byte[] buffer = new byte[64 * 1024];
    try (OutputStream out = Files.newOutputStream(file)) {
      for (int count = content.read(buffer); count >= 0; count = content.read(buffer)) {
        size += count;
        if (size > largest) {
          throw new UploadRefusedException(
              400,
              "EntityTooLarge",
              "Your proposed upload exceeds the maximum allowed size of " + largest + " bytes.");
        }
        out.write(buffer, 0, count);
      }
    }
    return size;
  }

  private Upload keep(JsonNode document, String key, Path file, long size) {
    Instant now = clock.instant();
    Upload upload =
        new Upload(
            key,
            document.path("account").textValue(),
            document.path("model").textValue(),
            "uploads/" + UUID.randomUUID(),
            size,
            Instant.ofEpochMilli(now.plus(settings.life()).toEpochMilli()));
    // The row first: what a crash leaves behind then is a row without a file, which the sweeper
    // finds, never a file that nobody knows.
    int inserted =
        database.transact(
            handle ->
                handle
                    .createUpdate(
                        "insert into upload"
                            + " (object_key, account, model, artifact, size, received, expires)"
                            + " values (:key, :account, :model, :artifact, :size, :now, :expires)"
                            + " on conflict (object_key) do nothing")
                    .bind("key", key)
                    .bind("account", upload.account())
                    .bind("model", upload.model())
                    .bind("artifact", upload.artifact())
                    .bind("size", size)
                    .bind("now", now.toEpochMilli())
                    .bind("expires", upload.expires().toEpochMilli())
                    .execute());
    if (inserted == 0) {
      throw taken();
    }
    store.put(upload.artifact(), file);
    return upload;
  }

  /** The file of that key, while it is kept and if the account is its owner. */
  public Optional<Upload> find(String account, String key) {
    return database.read(
        handle ->
            handle
                .createQuery(
                    "select * from upload"
                        + " where object_key = :key and account = :account and expires > :now")
                .bind("key", key)
                .bind("account", account)
                .bind("now", clock.millis())
                .map(
                    (row, context) ->
                        new Upload(
                            row.getString("object_key"),
                            row.getString("account"),
                            row.getString("model"),
                            row.getString("artifact"),
                            row.getLong("size"),
                            Instant.ofEpochMilli(row.getLong("expires"))))
                .findOne());
  }

  private static UploadRefusedException denied(String message) {
    return new UploadRefusedException(403, "AccessDenied", message);
  }

  private static UploadRefusedException taken() {
    return new UploadRefusedException(
        409,
        "FileAlreadyExists",
        "The object you specified already exists and can not be overwritten.");
  }
}
