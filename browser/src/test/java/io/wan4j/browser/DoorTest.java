package io.wan4j.browser;

import static org.assertj.core.api.Assertions.assertThat;

import io.wan4j.service.key.Caller;
import java.time.Duration;
import org.junit.jupiter.api.Test;

/** Who is let in, and that words of strangers stay words. */
@InBrowser
class DoorTest {
  private static final String HOSTILE =
      "\"><img src=x onerror=\"window.hacked=1\"><script>window.hacked=1</script>"
          + "<svg onload=window.hacked=1>{{7*7}}${window.hacked=1}' onmouseover='window.hacked=1";

  private final Stage stage;
  private final StudioPage page;

  DoorTest(Stage stage) {
    this.stage = stage;
    this.page = new StudioPage(stage);
  }

  @Test
  void anExpiredTokenClosesTheDoor() {
    String key = stage.newKey();
    Caller caller = stage.service().keys().authenticate(key).orElseThrow();
    page.openFresh().signIn(key);
    String token = stage.service().keys().issue(caller, Duration.ofSeconds(2)).token();
    page.script("sessionStorage.setItem('wan4j.key', arguments[0])", token);
    page.reload();
    page.awaitText(".told", "not let in any more");
    assertThat(page.all("nav a")).isEmpty();
    assertThat(page.truth("sessionStorage.getItem('wan4j.key') === null")).isTrue();
  }

  @Test
  void aRevokedKeyClosesTheDoorWhileOneWorks() {
    String key = stage.newKey();
    String keyId = stage.service().keys().authenticate(key).orElseThrow().keyId();
    page.openFresh().signIn(key);
    stage.service().keys().revoke(keyId);
    page.awaitText(".told", "not let in any more");
  }

  @Test
  void theKeyIsNeverStoredBeyondTheTab() {
    String key = stage.newKey();
    page.openFresh().signIn(key);
    assertThat((String) page.script("return JSON.stringify({...localStorage}) + document.cookie"))
        .doesNotContain(key);
    page.click("#leave");
    page.awaitThere("#key");
    assertThat((String) page.script("return JSON.stringify({...sessionStorage})"))
        .doesNotContain(key);
  }

  @Test
  void aHostilePromptIsShownAsText() {
    page.openFresh().signIn(stage.newKey());
    page.chooseModel("wan3.0-video", "480P", 2);
    page.write(HOSTILE);
    page.awaitThere(".price b");
    assertThat(page.see(".track .block span").getText()).isEqualTo(HOSTILE);
    page.make();
    assertThat(page.text(".prompt-text")).isEqualTo(HOSTILE);
    page.click("[data-action=cancel], [data-action=again]");
    page.go("films");
    page.awaitText(".film-card .words", "onerror");
    assertThat(page.truth("window.hacked === undefined")).isTrue();
    assertThat(page.all("main img[src=x], main script, main svg[onload]")).isEmpty();
    page.assertNoComplaints();
  }
}
