package io.wan4j.browser;

import static org.assertj.core.api.Assertions.assertThat;

import io.wan4j.protocol.SynthesisRequest;
import io.wan4j.service.key.Caller;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.openqa.selenium.WindowType;

/** Watching films on their way, whatever happens meanwhile. */
@InBrowser
class WatchTest {
  /** Long enough that it is still being made when the test has done with it. */
  static final String LONG =
      """
      {"model":"wan2.7-t2v","input":{"prompt":"A sailing boat on the sea in a storm, the camera orbits."},
       "parameters":{"resolution":"1080P","duration":15}}
      """;

  /** How often the page has asked after a task. */
  private static final String ASKED =
      "return performance.getEntriesByType('resource')"
          + ".filter((each) => each.name.endsWith('/wan4j/v1/tasks/' + arguments[0])).length";

  private final Stage stage;
  private final StudioPage page;
  private String key;
  private String task;

  WatchTest(Stage stage) {
    this.stage = stage;
    this.page = new StudioPage(stage);
  }

  @BeforeEach
  void order() {
    key = stage.newKey();
    page.enter(key);
    task = submit(LONG);
    page.go("films/" + task);
    page.awaitThere(".film-view[data-status=RUNNING] [role=progressbar]");
  }

  @AfterEach
  void stop() {
    stage.service().tasks().requestStop(caller(), task);
  }

  /** What the bar says, in percent. */
  private int share() {
    return Integer.parseInt(page.see("[role=progressbar]").getDomAttribute("aria-valuenow"));
  }

  private Caller caller() {
    return stage.service().keys().authenticate(key).orElseThrow();
  }

  private String submit(String body) {
    return stage.service().tasks().submit(caller(), SynthesisRequest.parse(body), "test").id();
  }

  @Test
  void aRunningFilmIsSeenAndCanceled() {
    String second = submit(LONG);
    page.go("films");
    page.awaitText("[data-task='" + second + "'] .state", "Next in the queue");
    assertThat(page.text("nav .count")).isEqualTo("2");
    page.go("films/" + second);
    page.click("[data-action=cancel]");
    page.awaitThere(".film-view[data-status=CANCELED]");
    page.go("films/" + task);
    page.awaitThere(".stage img.look[src^='blob:']:not([hidden])");
    Object asked = page.script(ASKED, task);
    page.await(() -> page.text(".standing").matches("Painting the frames · [1-9]\\d? %"));
    int share = share();
    page.await(() -> share() > share);
    assertThat(page.text(".stage .big")).endsWith(" %");
    assertThat(page.script(ASKED, task)).as("events tell, nobody asks").isEqualTo(asked);
    page.click("[data-action=cancel]");
    page.awaitThere(".film-view[data-status=CANCELED] [data-action=retry]");
    page.awaitThere("nav .count[hidden]");
  }

  @Test
  void aReloadInMidTaskKeepsEverything() {
    page.go("compose");
    page.write("Half a thought about a train");
    page.go("films/" + task);
    page.awaitThere(".film-view");
    page.reload();
    page.awaitThere(".film-view[data-status=RUNNING] [role=progressbar]");
    assertThat(page.text(".prompt-text")).contains("sailing boat");
    page.go("compose");
    assertThat(page.see("textarea.prompt").getDomProperty("value"))
        .isEqualTo("Half a thought about a train");
  }

  @Test
  void twoTabsSeeTheSame() {
    String first = stage.browser().getWindowHandle();
    stage.browser().switchTo().newWindow(WindowType.TAB);
    stage.browser().get(stage.address() + "/");
    page.awaitThere("#key");
    page.signIn(key);
    page.go("films/" + task);
    page.click("[data-action=cancel]");
    page.awaitThere(".film-view[data-status=CANCELED]");
    stage.browser().close();
    stage.browser().switchTo().window(first);
    page.awaitThere(".film-view[data-status=CANCELED]");
  }

  @Test
  void theServerIsStartedAgainWhileOneWatches() {
    stage.stopServer();
    page.awaitThere(".link-lost:not([hidden])");
    stage.startServer();
    page.awaitThere(".link-lost[hidden]");
    page.awaitThere(".film-view[data-status=RUNNING]");
    page.click("[data-action=cancel]");
    page.awaitThere(".film-view[data-status=CANCELED]");
  }
}
