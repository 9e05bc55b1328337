package io.wan4j.service.key;

import io.wan4j.service.ServiceException;
import io.wan4j.service.database.Database;
import java.nio.charset.StandardCharsets;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.security.SecureRandom;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.HexFormat;
import java.util.List;
import java.util.Optional;
import java.util.UUID;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/**
 * Who may come in. A key is 192 random bits, so its SHA-256 is all that is kept: nothing can be
 * guessed from it, and a slow password hash would only slow down every request.
 */
public final class KeyRing {
  /** The longest a token may live (DashScope reference, headers: 1 to 1800 seconds). */
  public static final Duration LONGEST_TOKEN = Duration.ofSeconds(1800);

  private static final int SECRET_BYTES = 24;
  private static final int PREFIX_LENGTH = 10;
  private static final Pattern GIVEN_KEY = Pattern.compile("[!-~]{8,256}");
  private static final Pattern TOKEN =
      Pattern.compile("st-((?:[0-9a-f]{2}){1,80})\\.(\\d{1,15})\\.([0-9a-f]{64})");

  private final Database database;
  private final KeyPolicy policy;
  private final SigningSecret secret;
  private final Clock clock;
  private final SecureRandom random;

  public KeyRing(
      Database database, KeyPolicy policy, SigningSecret secret, Clock clock, SecureRandom random) {
    this.database = database;
    this.policy = policy;
    this.secret = secret;
    this.clock = clock;
    this.random = random;
  }

  /** Makes a key with an account of its own. */
  public NewKey create(String label) {
    return create(label, UUID.randomUUID().toString());
  }

  /** Makes a key that sees what the other keys of the account see. */
  public NewKey create(String label, String account) {
    byte[] bytes = new byte[SECRET_BYTES];
    random.nextBytes(bytes);
    return add("sk-" + HexFormat.of().formatHex(bytes), label, account);
  }

  /**
   * Lets in a key that its owner has chosen; one that was revoked is let in again. Nothing happens
   * when it is known.
   *
   * @param word at least 8 printable characters without a space
   * @throws ServiceException when the word cannot be a key
   */
  public void admit(String word, String label) {
    if (!GIVEN_KEY.matcher(word).matches()) {
      throw new ServiceException(
          "a key must be 8 to 256 printable characters without a space, was " + word.length());
    }
    int known =
        database.transact(
            handle ->
                handle
                    .createUpdate("update api_key set revoked = 0 where hash = :hash")
                    .bind("hash", hash(word))
                    .execute());
    if (known == 0) {
      add(word, label, UUID.randomUUID().toString());
    }
  }

  private NewKey add(String word, String label, String account) {
    ApiKey key =
        new ApiKey(
            UUID.randomUUID().toString(),
            account,
            word.substring(0, Math.min(PREFIX_LENGTH, word.length() / 2)),
            label,
            Instant.ofEpochMilli(clock.millis()),
            false);
    database.transact(
        handle ->
            handle
                .createUpdate(
                    "insert into api_key (id, account, prefix, hash, label, created, revoked)"
                        + " values (:id, :account, :prefix, :hash, :label, :created, 0)")
                .bind("id", key.id())
                .bind("account", key.account())
                .bind("prefix", key.prefix())
                .bind("hash", hash(word))
                .bind("label", label)
                .bind("created", key.created().toEpochMilli())
                .execute());
    return new NewKey(key, word);
  }

  /** All keys, oldest first, revoked ones too. */
  public List<ApiKey> list() {
    return database.read(
        handle ->
            handle
                .createQuery("select * from api_key order by created, id")
                .map((row, context) -> key(row))
                .list());
  }

  /**
   * Lets a key in no more; its tokens die with it, its tasks live on.
   *
   * @return whether there was such a key that was not revoked before
   */
  public boolean revoke(String id) {
    return database.transact(
            handle ->
                handle
                    .createUpdate("update api_key set revoked = 1 where id = :id and revoked = 0")
                    .bind("id", id)
                    .execute())
        > 0;
  }

  /**
   * Who holds this key or token.
   *
   * @param word what stood after {@code Bearer}
   */
  public Optional<Caller> authenticate(String word) {
    if (word.isBlank()) {
      return Optional.empty();
    }
    Matcher token = TOKEN.matcher(word);
    if (token.matches()) {
      return holderOf(token.group(1), token.group(2), token.group(3));
    }
    Optional<Caller> known = byColumn("hash", hash(word));
    if (known.isPresent() || policy == KeyPolicy.KNOWN || isRevoked(word)) {
      return known;
    }
    String stranger = "any-" + hash(word).substring(0, 16);
    return Optional.of(new Caller(stranger, stranger));
  }

  /**
   * Makes a token with the rights of the caller's key (DashScope reference, headers).
   *
   * @param life 1 second to {@link #LONGEST_TOKEN}
   */
  public AccessToken issue(Caller caller, Duration life) {
    if (life.compareTo(Duration.ofSeconds(1)) < 0 || life.compareTo(LONGEST_TOKEN) > 0) {
      throw new IllegalArgumentException(
          "a token lives 1 to " + LONGEST_TOKEN.toSeconds() + " seconds, asked for " + life);
    }
    long expires = clock.instant().plus(life).getEpochSecond();
    String keyId = HexFormat.of().formatHex(caller.keyId().getBytes(StandardCharsets.UTF_8));
    String signature = secret.sign(words(keyId, Long.toString(expires)));
    return new AccessToken(
        "st-" + keyId + "." + expires + "." + signature, Instant.ofEpochSecond(expires));
  }

  private Optional<Caller> holderOf(String hexId, String expires, String signature) {
    if (!secret.verify(words(hexId, expires), signature)
        || clock.instant().getEpochSecond() >= Long.parseLong(expires)) {
      return Optional.empty();
    }
    String keyId = new String(HexFormat.of().parseHex(hexId), StandardCharsets.UTF_8);
    return policy == KeyPolicy.ANY && keyId.startsWith("any-")
        ? Optional.of(new Caller(keyId, keyId))
        : byColumn("id", keyId);
  }

  private static String words(String keyId, String expires) {
    return "token\n" + expires + "\n" + keyId;
  }

  private Optional<Caller> byColumn(String column, String value) {
    return database.read(
        handle ->
            handle
                .createQuery("select * from api_key where revoked = 0 and " + column + " = :value")
                .bind("value", value)
                .map((row, context) -> key(row))
                .findOne()
                .map(key -> new Caller(key.account(), key.id())));
  }

  private boolean isRevoked(String word) {
    return database.read(
            handle ->
                handle
                    .createQuery("select count(*) from api_key where hash = :hash")
                    .bind("hash", hash(word))
                    .mapTo(Integer.class)
                    .one())
        > 0;
  }

  private static ApiKey key(ResultSet row) throws SQLException {
    return new ApiKey(
        row.getString("id"),
        row.getString("account"),
        row.getString("prefix"),
        row.getString("label"),
        Instant.ofEpochMilli(row.getLong("created")),
        row.getInt("revoked") != 0);
  }

  private static String hash(String word) {
    try {
      MessageDigest digest = MessageDigest.getInstance("SHA-256");
      return HexFormat.of().formatHex(digest.digest(word.getBytes(StandardCharsets.UTF_8)));
    } catch (NoSuchAlgorithmException e) {
      throw new IllegalStateException("every Java has SHA-256", e);
    }
  }
}
