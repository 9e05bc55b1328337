package io.wan4j.browser;

import static org.assertj.core.api.Assertions.assertThat;

import io.wan4j.protocol.SynthesisRequest;
import io.wan4j.service.key.Caller;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

/** Keys, engines, queue and errors. */
@InBrowser
class ManageTest {
  private final Stage stage;
  private final StudioPage page;
  private String key;

  ManageTest(Stage stage) {
    this.stage = stage;
    this.page = new StudioPage(stage);
  }

  @BeforeEach
  void open() {
    key = stage.newKey();
    page.openFresh().signIn(key);
  }

  @Test
  void aKeyIsMadeShownOnceAndRevoked() {
    page.go("manage/keys");
    page.see(".new-key input").sendKeys("render farm");
    page.click(".new-key button");
    String secret = page.text(".fresh-key .secret");
    assertThat(stage.service().keys().authenticate(secret)).isPresent();
    page.reload();
    page.awaitText("table", "render farm");
    assertThat(page.all(".secret")).isEmpty();
    page.click("button[aria-label='Revoke render farm']");
    page.click("dialog button[value=yes]");
    page.awaitText("table", "revoked");
    assertThat(stage.service().keys().authenticate(secret)).isEmpty();
    page.click("tr:not(.gone) button.bad");
    page.awaitText("dialog", "signed in with");
    page.click("dialog button[value=yes]");
    page.awaitText(".told", "not let in any more");
  }

  @Test
  void theEngineAndItsQueueAreSeen() {
    page.go("manage/engines");
    page.awaitText("main", "previz");
    assertThat(page.all(".abilities li")).hasSize(7);
    assertThat(page.all(".slot-lights i")).hasSize(1);
  }

  @Test
  void aFailureIsExplainedInBothLanguages() {
    Caller caller = stage.service().keys().authenticate(key).orElseThrow();
    String body =
        "{\"model\":\"wan2.7-t2v\",\"input\":{\"prompt\":\"x\"},\"parameters\":{\"duration\":99}}";
    stage.service().tasks().submit(caller, SynthesisRequest.parse(body), "test");
    page.await(
        () -> {
          page.go("manage/usage");
          page.go("manage/errors");
          page.awaitThere(".manage h1");
          return page.is(".failures li");
        });
    assertThat(page.text(".failures li"))
        .contains("InvalidParameter")
        .contains("cannot make a film of this length");
    page.click("[data-language=zh]");
    page.awaitText(".failures li", "模型不能生成此时长");
  }
}
