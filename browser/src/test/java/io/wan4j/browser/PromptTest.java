package io.wan4j.browser;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;
import static org.junit.jupiter.api.Assumptions.assumeTrue;

import java.util.Arrays;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.openqa.selenium.Keys;
import org.openqa.selenium.WebElement;
import org.openqa.selenium.interactions.Actions;

/** The prompt and its shots, by mouse and by keyboard. */
@InBrowser
class PromptTest {
  /** A sheet is there within a second while one writes. */
  private static final double MOST_MILLIS = 1000;

  /** Where the button stands on the page, in pixels from its top. */
  private static final String BUTTON =
      "return document.querySelector('.make').getBoundingClientRect().top + scrollY + 0.001";

  private final Stage stage;
  private final StudioPage page;

  PromptTest(Stage stage) {
    this.stage = stage;
    this.page = new StudioPage(stage);
  }

  @BeforeEach
  void open() {
    page.enter(stage.newKey());
  }

  private String prompt() {
    return page.see("textarea.prompt").getDomProperty("value");
  }

  @Test
  void shotsAreWrittenAndMoved() {
    page.write("A train crosses a bridge.");
    page.click(".split");
    assertThat(prompt()).isEqualTo("Shot 1 [0-3s] A train crosses a bridge.\nShot 2 [3-5s] ");
    page.see("[data-cut='0']").sendKeys(Keys.ARROW_LEFT);
    page.see("[data-cut='0']").sendKeys(Keys.ARROW_LEFT);
    assertThat(prompt()).startsWith("Shot 1 [0-2s]").contains("Shot 2 [2-5s]");
    int second = page.see(".track").getSize().getWidth() / 5;
    new Actions(stage.browser()).dragAndDropBy(page.see("[data-cut='0']"), second, 0).perform();
    assertThat(prompt()).startsWith("Shot 1 [0-3s]").contains("Shot 2 [3-5s]");
    page.all(".track .block").get(1).click();
    page.see("textarea.prompt").sendKeys(Keys.END);
    page.click(".tile[data-id=close]");
    page.click(".tile[data-id=pan-right]");
    assertThat(prompt()).endsWith("Shot 2 [3-5s] close-up, the camera pans right");
    page.await(() -> page.all(".shots li").size() == 2);
    page.awaitText(".shots", "pan right");
    page.script(
        "const d = document.getElementById('duration'); d.value = 10;"
            + " d.dispatchEvent(new Event('input'))");
    assertThat(prompt()).contains("[0-6s]").contains("[6-10s]");
  }

  @Test
  void aSpokenLineIsWrittenAsTheGuidesDo() {
    page.write("An old sailor on deck.");
    page.script("document.querySelectorAll('.palette details').forEach((d) => { d.open = true; })");
    WebElement who = page.all(".speech input").get(0);
    WebElement line = page.all(".speech input").get(1);
    who.sendKeys("The sailor");
    line.sendKeys("The wind is \"ours\".", Keys.ENTER);
    assertThat(prompt())
        .isEqualTo("An old sailor on deck. The sailor says: \"The wind is 'ours'.\"");
  }

  @Test
  void everythingIsReachedByKeyboard() {
    page.go("compose");
    page.script("document.activeElement.blur()");
    WebElement body = stage.browser().switchTo().activeElement();
    body.sendKeys(Keys.TAB);
    assertThat(page.truth("document.activeElement.classList.contains('skip')")).isTrue();
    stage.browser().switchTo().activeElement().sendKeys(Keys.ENTER);
    assertThat(page.truth("document.activeElement.id === 'main'")).isTrue();
    stage.browser().switchTo().activeElement().sendKeys(Keys.TAB);
    assertThat(page.truth("document.activeElement.name === 'task'")).isTrue();
    stage.browser().switchTo().activeElement().sendKeys(Keys.ARROW_RIGHT);
    page.awaitThere(".task input[value=first]:checked");
    assertThat(page.truth("document.activeElement.value === 'first'")).isTrue();
    stage.browser().switchTo().activeElement().sendKeys(Keys.TAB);
    assertThat(page.truth("document.activeElement.classList.contains('drop')")).isTrue();
  }

  /** Milliseconds from the last key of the words to their sheet on the screen. */
  private double untilDrawn(String words) {
    page.script(
        """
        const board = document.querySelector(".storyboard");
        window.drawn = 0;
        new MutationObserver((_, observer) => {
          observer.disconnect();
          window.drawn = performance.now() - window.typed;
        }).observe(board, { attributeFilter: ["data-drawn"] });
        const text = document.querySelector("textarea.prompt");
        text.value = arguments[0];
        window.typed = performance.now();
        text.dispatchEvent(new Event("input"));
        """,
        words);
    page.await(() -> page.truth("window.drawn > 0"));
    return ((Number) page.script("return window.drawn")).doubleValue();
  }

  @Test
  void theStoryboardIsDrawnWhileOneWrites() {
    Double top = (Double) page.script(BUTTON);
    page.write("A red fox in the snow");
    page.await(() -> page.is(".storyboard .still img") || !page.drawsStoryboards());
    assumeTrue(page.drawsStoryboards(), "this engine draws no sheets");
    double[] millis = {
      untilDrawn("A red fox in the snow at night"),
      untilDrawn("A red fox runs in the snow at night"),
      untilDrawn("A red fox runs in the snow at night, close-up")
    };
    page.awaitThere(".price b");
    assertThat((Double) page.script(BUTTON)).as("the button").isEqualTo(top, within(3.0));
    System.out.printf("storyboard: there %s ms after the last key%n", Arrays.toString(millis));
    assertThat(Arrays.stream(millis).min().orElseThrow()).isLessThan(MOST_MILLIS);
    page.write("Shot 1 [0-2s] A red fox in the snow. Shot 2 [2-5s] A boat on the sea at night.");
    page.await(() -> page.all(".storyboard .still img").size() == 2);
    assertThat(page.text(".shots li:nth-child(2)")).contains("2–5 s").contains("boat");
    page.click(".enlarge");
    page.awaitThere("dialog img");
    stage.browser().switchTo().activeElement().sendKeys(Keys.ESCAPE);
    page.await(() -> !page.is("dialog"));
  }
}
