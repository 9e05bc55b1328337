package io.wan4j.service.key;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatIllegalArgumentException;

import io.wan4j.service.ManualClock;
import io.wan4j.service.TestDatabase;
import io.wan4j.service.database.Database;
import java.nio.file.Path;
import java.security.SecureRandom;
import java.time.Duration;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.Parameter;
import org.junit.jupiter.params.ParameterizedClass;
import org.junit.jupiter.params.provider.EnumSource;

@ParameterizedClass
@EnumSource(TestDatabase.class)
class KeyRingTest {
  @Parameter TestDatabase kind;
  @TempDir Path folder;

  private final ManualClock clock = new ManualClock();
  private Database database;
  private KeyRing ring;

  @BeforeEach
  void open() {
    database = Database.open(kind.url(folder));
    ring = ring(KeyPolicy.KNOWN);
  }

  private KeyRing ring(KeyPolicy policy) {
    SecureRandom random = new SecureRandom();
    return new KeyRing(
        database, policy, SigningSecret.in(folder.resolve("secret"), random), clock, random);
  }

  @AfterEach
  void close() {
    database.close();
  }

  @Test
  void aKeyOpensItsOwnAccountOnly() {
    NewKey one = ring.create("one");
    NewKey two = ring.create("two");

    assertThat(one.secret()).matches("sk-[0-9a-f]{48}");
    assertThat(ring.authenticate(one.secret()))
        .contains(new Caller(one.key().account(), one.key().id()));
    assertThat(two.key().account()).isNotEqualTo(one.key().account());
    assertThat(ring.authenticate("sk-" + "0".repeat(48))).isEmpty();
    assertThat(ring.authenticate("")).isEmpty();
    assertThat(ring.authenticate(one.secret() + "0")).isEmpty();
  }

  @Test
  void twoKeysMayShareAnAccount() {
    NewKey one = ring.create("one");
    NewKey two = ring.create("two", one.key().account());

    assertThat(ring.authenticate(two.secret()).orElseThrow().account())
        .isEqualTo(one.key().account());
  }

  @Test
  void theListShowsPrefixesAndTheDatabaseHoldsNoSecret() {
    NewKey key = ring.create("studio");

    assertThat(ring.list()).containsExactly(key.key());
    assertThat(key.secret()).startsWith(key.key().prefix());
    assertThat(key.toString()).doesNotContain(key.secret());
    String row =
        database.read(
            handle ->
                handle.createQuery("select * from api_key").mapToMap().one().values().toString());
    assertThat(row).doesNotContain(key.secret()).doesNotContain(key.secret().substring(12));
  }

  @Test
  void aRevokedKeyIsOutAtOnceAndItsTokensToo() {
    NewKey key = ring.create("gone");
    Caller caller = ring.authenticate(key.secret()).orElseThrow();
    AccessToken token = ring.issue(caller, Duration.ofSeconds(60));
    assertThat(ring.authenticate(token.token())).contains(caller);

    assertThat(ring.revoke(key.key().id())).isTrue();
    assertThat(ring.revoke(key.key().id())).isFalse();

    assertThat(ring.authenticate(key.secret())).isEmpty();
    assertThat(ring.authenticate(token.token())).isEmpty();
    assertThat(ring(KeyPolicy.ANY).authenticate(key.secret())).isEmpty();
  }

  @Test
  void aTokenEndsAndCannotBeProlonged() {
    Caller caller = ring.authenticate(ring.create("t").secret()).orElseThrow();
    AccessToken token = ring.issue(caller, Duration.ofSeconds(60));
    String prolonged =
        token
            .token()
            .replace(
                "." + token.expires().getEpochSecond() + ".",
                "." + (token.expires().getEpochSecond() + 60) + ".");
    assertThat(prolonged).isNotEqualTo(token.token());

    assertThat(ring.authenticate(prolonged)).isEmpty();
    clock.advance(Duration.ofSeconds(59));
    assertThat(ring.authenticate(token.token())).contains(caller);
    clock.advance(Duration.ofSeconds(1));
    assertThat(ring.authenticate(token.token())).isEmpty();
    assertThatIllegalArgumentException()
        .isThrownBy(() -> ring.issue(caller, Duration.ofSeconds(1801)));
  }

  @Test
  void withAnyKeyLetInDifferentWordsAreDifferentAccounts() {
    KeyRing open = ring(KeyPolicy.ANY);

    Caller one = open.authenticate("test").orElseThrow();
    assertThat(open.authenticate("test")).contains(one);
    assertThat(open.authenticate("other").orElseThrow()).isNotEqualTo(one);
    assertThat(open.authenticate(open.issue(one, Duration.ofSeconds(5)).token())).contains(one);
    assertThat(ring.authenticate("test")).isEmpty();
  }
}
