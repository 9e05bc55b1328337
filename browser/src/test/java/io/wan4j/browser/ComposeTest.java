package io.wan4j.browser;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.json.JsonMapper;
import java.util.List;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.openqa.selenium.Keys;
import org.openqa.selenium.interactions.Actions;

/** What is chosen, given and set before a film is ordered. */
@InBrowser
class ComposeTest {
  private static final List<String> TASKS =
      List.of("text", "first", "ends", "continue", "references", "edit", "effect");

  private final Stage stage;
  private final StudioPage page;

  ComposeTest(Stage stage) {
    this.stage = stage;
    this.page = new StudioPage(stage);
  }

  @BeforeEach
  void open() {
    page.enter(stage.newKey());
  }

  private JsonNode order() throws Exception {
    page.script("document.querySelector('.share input[value=json]').click()");
    return new JsonMapper()
        .readTree((String) page.script("return document.querySelector('.code').textContent"));
  }

  @Test
  void tasksAreChosenByTheirPictures() {
    assertThat(page.all(".task")).hasSize(TASKS.size());
    for (String task : TASKS) {
      // The picture itself is clicked, and it must have been drawn.
      new Actions(stage.browser())
          .moveToElement(page.see(".task:has(input[value=" + task + "]) svg"))
          .click()
          .perform();
      page.awaitThere(".task input[value=" + task + "]:checked");
      assertThat(
              page.truth(
                  "document.querySelector('.task:has(:checked) svg use').getBBox().width > 20"))
          .as("picture of " + task)
          .isTrue();
      boolean needsFiles = !task.equals("text");
      assertThat(page.is(".slots:not(.extras) .slot")).as(task).isEqualTo(needsFiles);
    }
    assertThat(page.is(".storyboard:not([hidden])")).as("shots of an effect").isFalse();
    assertThat(page.all(".effects .chip").size()).as("effects").isGreaterThan(5);
  }

  /** The upload never ends here: what is seen comes from the browser alone. */
  @Test
  void aFileIsSeenBeforeItIsUploaded() {
    page.script("XMLHttpRequest.prototype.send = () => {};");
    page.chooseTask("ends");
    page.drop("first_frame", Props.picture(stage.scratch("valley.png"), 1, 480, 272));
    page.awaitThere(".slot[data-role=first_frame] .asset[data-state=busy] img");
    page.await(() -> page.truth("document.querySelector('.asset img').naturalWidth > 0"));
    page.awaitText(".slot[data-role=first_frame] figcaption", "480×272");
    page.paste(Props.picture(stage.scratch("evening.png"), 2, 480, 272));
    page.awaitThere(".slot[data-role=last_frame] .asset[data-state=busy] img");
    page.awaitText(".missing", "Uploading");
    assertThat(page.see(".make").isEnabled()).isFalse();
  }

  /**
   * A draft is saved a moment after the last key; what was left meanwhile must not come after it.
   */
  @Test
  void whatIsWrittenLastIsKeptHoweverFastOneGoes() {
    stage
        .browser()
        .executeAsyncScript(
            """
            const done = arguments[arguments.length - 1];
            const there = (selector) => new Promise((found) => {
              const look = () => {
                const element = document.querySelector(selector);
                if (element) found(element); else setTimeout(look, 1);
              };
              look();
            });
            const write = async (words) => {
              const text = await there("textarea.prompt");
              text.value = words;
              text.dispatchEvent(new Event("input"));
              location.hash = "films";
              await there(".films");
            };
            // Moments pass only when the test says so.
            const { setTimeout: later, clearTimeout: never } = window;
            const waiting = new Map();
            let named = 0;
            window.setTimeout = (work, millis, ...given) => {
              if (millis < 100) return later(work, millis, ...given);
              const name = (named -= 1);
              waiting.set(name, () => work(...given));
              return name;
            };
            window.clearTimeout = (name) => waiting.delete(name) || never(name);
            // A reload follows at once: the second moment never passes.
            write("First thought")
              .then(() => {
                const first = new Map(waiting);
                location.hash = "compose";
                return write("Second thought").then(() => first.forEach((work) => work()));
              })
              .then(done);
            """);
    page.go("compose");
    assertThat(page.see("textarea.prompt").getDomProperty("value")).isEqualTo("Second thought");
  }

  /** Length, price and time follow the clip; its shape is kept unless another is asked for. */
  @Test
  void anEditIsReckonedByItsClip() throws Exception {
    page.chooseTask("edit").chooseModel("wan2.7-videoedit", "720P", 0);
    page.write("At night.");
    page.drop("video", Props.clip(stage.scratch("pass.mp4"), 2, 3));
    page.awaitThere(".slot[data-role=video] [data-state=ready]");
    page.awaitText(".price", "· 3 s ·");
    assertThat(page.text(".price")).contains("¥3.60");
    assertThat(order().path("parameters").has("ratio")).isFalse();
    page.click(".shapes input[value='1:1']");
    assertThat(order().at("/parameters/ratio").asText()).isEqualTo("1:1");
  }

  @Test
  void everySettingGoesIntoTheOrder() throws Exception {
    page.chooseModel("wan2.7-t2v", "1080P", 7);
    page.write("A lake at dawn.");
    page.click(".shapes input[value='9:16']");
    page.script("document.querySelector('details.more').open = true");
    page.see("#seed").sendKeys("42", Keys.TAB);
    page.see("#negative").sendKeys("fog");
    page.script("[...document.querySelectorAll('.more .check input')].forEach((c) => c.click())");
    page.awaitText(".price", "1080×1920");
    assertThat(page.text(".price")).contains("¥").contains("7 s").contains("ready in about");
    assertThat(order())
        .isEqualTo(
            new JsonMapper()
                .readTree(
                    """
                    {"model": "wan2.7-t2v",
                     "input": {"prompt": "A lake at dawn.", "negative_prompt": "fog"},
                     "parameters": {"resolution": "1080P", "ratio": "9:16", "duration": 7, "seed": 42,
                                    "prompt_extend": false, "watermark": true}}
                    """));
  }
}
