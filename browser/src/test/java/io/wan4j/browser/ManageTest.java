package io.wan4j.browser;

import static org.assertj.core.api.Assertions.assertThat;

import io.wan4j.protocol.SynthesisRequest;
import io.wan4j.service.key.Caller;
import io.wan4j.service.ledger.LedgerEntry;
import io.wan4j.service.task.TaskRecord;
import java.math.BigDecimal;
import java.math.RoundingMode;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.stream.Stream;
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
    page.enter(key);
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

  /** Two films of two seconds; the failed one costs nothing. */
  @Test
  void usageAndSpendingAreDrawnFromTheLedger() {
    Reel reel = stage.reel();
    page.enter(reel.key());
    page.go("manage/usage");
    page.awaitThere(".chart");
    Caller caller = stage.service().keys().authenticate(reel.key()).orElseThrow();
    Instant now = Instant.now();
    List<LedgerEntry> entries =
        stage.service().ledger().entries(caller.account(), now.minus(Duration.ofDays(1)), now);
    BigDecimal price =
        entries.stream().map(LedgerEntry::price).reduce(BigDecimal.ZERO, BigDecimal::add);
    assertThat(price).isPositive();
    assertThat(page.text(".figures"))
        .contains("Films\n" + entries.size())
        .contains("Seconds\n" + 2 * entries.size() + " s")
        .contains("¥" + price.setScale(2, RoundingMode.HALF_UP));
    assertThat(page.all(".chart")).as("money and seconds").hasSize(2);
    assertThat(page.all(".chart rect")).as("one bar, today's, in each").hasSize(2);
    assertThat(page.truth("document.querySelector('.chart rect').getBBox().height > 20")).isTrue();
    assertThat(page.text("table")).contains("wan3.0-video");
    page.click(".choice label:last-child");
    page.await(() -> page.is(".choice input[value='90']:checked") && page.is(".chart"));
  }

  @Test
  void theQueueIsCountedWhileOneLooks() {
    Caller caller = stage.service().keys().authenticate(key).orElseThrow();
    page.go("manage/engines");
    page.awaitText(".figures", "0 of 1 busy");
    List<String> tasks =
        Stream.of(WatchTest.LONG, WatchTest.LONG)
            .map(body -> stage.service().tasks().submit(caller, SynthesisRequest.parse(body), "t"))
            .map(TaskRecord::id)
            .toList();
    try {
      page.awaitText(".figures", "1 of 1 busy");
      page.awaitText(".figures", "Waiting\n1 yours: 1");
      page.awaitThere(".slot-lights i.on");
    } finally {
      tasks.reversed().forEach(id -> stage.service().tasks().requestStop(caller, id));
    }
    page.awaitText(".figures", "0 of 1 busy");
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
