package io.wan4j.browser;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.Base64;
import java.util.List;
import java.util.Map;
import java.util.concurrent.Callable;
import java.util.logging.Level;
import org.awaitility.Awaitility;
import org.openqa.selenium.By;
import org.openqa.selenium.ElementClickInterceptedException;
import org.openqa.selenium.StaleElementReferenceException;
import org.openqa.selenium.WebElement;
import org.openqa.selenium.chrome.ChromeDriver;

/** The page as a person meets it: what is seen, clicked and typed. */
final class StudioPage {
  static final Duration SOON = Duration.ofSeconds(40);

  /** Until a short film is made on a busy machine. */
  static final Duration FILM = Duration.ofSeconds(90);

  /** A browser without a window has no desktop; its own events carry a file made in the page. */
  private static final String FILE =
      """
      const bytes = Uint8Array.from(atob(arguments[2]), (c) => c.charCodeAt(0));
      const transfer = new DataTransfer();
      transfer.items.add(new File([bytes], arguments[0], {type: arguments[1]}));
      """;

  private final ChromeDriver browser;
  private final Stage stage;

  StudioPage(Stage stage) {
    this.stage = stage;
    this.browser = stage.browser();
  }

  /** Opens the page as someone who was never here. */
  StudioPage openFresh() {
    open("");
    awaitThere("#key");
    return this;
  }

  /** Opens the page as someone who was never here, but has come in with a key. */
  StudioPage enter(String key) {
    open("sessionStorage.setItem('wan4j.key', '" + key + "');");
    awaitThere(".compose .make");
    return this;
  }

  /** One load: before any script of the page, all that was stored is forgotten. */
  private void open(String before) {
    // What earlier tests complained of is theirs.
    browser.manage().logs().get("browser");
    String first = "sessionStorage.clear(); localStorage.clear(); " + before;
    Object script =
        browser
            .executeCdpCommand("Page.addScriptToEvaluateOnNewDocument", Map.of("source", first))
            .get("identifier");
    browser.get(stage.address() + "/");
    browser.executeCdpCommand(
        "Page.removeScriptToEvaluateOnNewDocument", Map.of("identifier", script));
  }

  /** Signs in through the door. */
  StudioPage signIn(String key) {
    see("#key").sendKeys(key);
    click("form button[type=submit]");
    awaitThere(".compose .make");
    return this;
  }

  StudioPage reload() {
    browser.navigate().refresh();
    return this;
  }

  /** Goes to a place of the page by its address. */
  StudioPage go(String place) {
    script("location.hash = arguments[0]", place);
    return this;
  }

  StudioPage chooseTask(String task) {
    script("document.querySelector(`.task input[value=${arguments[0]}]`).click()", task);
    await(() -> is(".task input[value=" + task + "]:checked"));
    return this;
  }

  /** Chooses a model, or a model with a function, and the smallest and shortest film it makes. */
  StudioPage chooseModel(String way, String tier, int seconds) {
    script(
        """
        const model = document.getElementById("model");
        model.value = arguments[0];
        model.dispatchEvent(new Event("change"));
        document.querySelector(`.settings input[type=radio]`);
        for (const label of document.querySelectorAll(".settings .choice label"))
          if (label.textContent === arguments[1]) label.querySelector("input").click();
        const length = document.getElementById("duration");
        if (length) { length.value = arguments[2]; length.dispatchEvent(new Event("input")); }
        """,
        way,
        tier,
        String.valueOf(seconds));
    return this;
  }

  /** Puts a prompt into its place, as if pasted. */
  StudioPage write(String prompt) {
    see("textarea.prompt");
    script(
        """
        const text = document.querySelector("textarea.prompt");
        text.focus();
        text.value = arguments[0];
        text.dispatchEvent(new Event("input"));
        """,
        prompt);
    return this;
  }

  /** Gives files to the place of a role by its file picker. */
  StudioPage give(String role, Path file) {
    browser
        .findElement(By.cssSelector(".slot[data-role=" + role + "] > .assets > .door-in input"))
        .sendKeys(file.toString());
    return this;
  }

  /** Drags a file from the desktop and lets go of it over the place of a role. */
  StudioPage drop(String role, Path file) {
    script(
        FILE
            + """
            const place = document.querySelector(`.slot[data-role=${arguments[3]}]`);
            for (const type of ["dragenter", "dragover", "drop"])
              place.dispatchEvent(new DragEvent(type, {
                dataTransfer: transfer, bubbles: true, cancelable: true
              }));
            """,
        file.getFileName().toString(),
        type(file),
        base64(file),
        role);
    return this;
  }

  /** Pastes a file from the clipboard. */
  StudioPage paste(Path file) {
    script(
        FILE
            + """
            document.dispatchEvent(new ClipboardEvent("paste", {
              clipboardData: transfer, bubbles: true, cancelable: true
            }));
            """,
        file.getFileName().toString(),
        type(file),
        base64(file));
    return this;
  }

  private static String type(Path file) {
    String name = file.getFileName().toString();
    return switch (name.substring(name.lastIndexOf('.') + 1)) {
      case "mp4" -> "video/mp4";
      case "png" -> "image/png";
      default -> "";
    };
  }

  private static String base64(Path file) {
    try {
      return Base64.getEncoder().encodeToString(Files.readAllBytes(file));
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }

  /** Orders the film and waits until its page is there. Returns the task's id. */
  String make() {
    await(() -> see(".make").isEnabled());
    click(".make");
    await(
        () -> {
          assertThat(all(".toast:not(:empty)")).extracting(WebElement::getText).isEmpty();
          return browser.getCurrentUrl().contains("#films/");
        });
    awaitThere(".film-view");
    return browser.getCurrentUrl().replaceFirst(".*#films/", "");
  }

  /** Waits for the film that is shown, plays it, and checks that pictures move. */
  void awaitPlayingFilm() {
    awaitUpTo(FILM, () -> is(".film-view[data-status=SUCCEEDED] .player video"));
    await(() -> truth("document.querySelector('.player video').readyState >= 2"));
    click("[data-control=play]");
    await(
        () ->
            truth(
                "const v = document.querySelector('.player video');"
                    + " return !v.paused && v.currentTime > 0.2 && v.videoWidth > 0"));
    click("[data-control=play]");
  }

  /** Whether the server's engine draws sheets; the page says so in their place if it does not. */
  boolean drawsStoryboards() {
    return !text(".storyboard").contains("draws no storyboards");
  }

  boolean is(String selector) {
    return !browser.findElements(By.cssSelector(selector)).isEmpty();
  }

  /** The first element that fits; waits for it. */
  WebElement see(String selector) {
    awaitThere(selector);
    return browser.findElement(By.cssSelector(selector));
  }

  List<WebElement> all(String selector) {
    return browser.findElements(By.cssSelector(selector));
  }

  String text(String selector) {
    return see(selector).getText();
  }

  void awaitThere(String selector) {
    await(() -> is(selector));
  }

  void awaitText(String selector, String part) {
    await(() -> is(selector) && text(selector).contains(part));
  }

  void click(String selector) {
    // A sheet that arrives in between may push the element away: a person would aim again.
    await(
        () -> {
          WebElement element = see(selector);
          script("arguments[0].scrollIntoView({block: 'center'})", element);
          element.click();
          return true;
        });
  }

  void await(Callable<Boolean> condition) {
    awaitUpTo(SOON, condition);
  }

  void awaitUpTo(Duration longest, Callable<Boolean> condition) {
    Awaitility.await()
        .atMost(longest)
        .pollDelay(Duration.ZERO)
        .pollInterval(Duration.ofMillis(50))
        .ignoreExceptionsMatching(
            e ->
                e instanceof StaleElementReferenceException
                    || e instanceof ElementClickInterceptedException)
        .until(condition);
  }

  Object script(String words, Object... arguments) {
    return browser.executeScript(words, arguments);
  }

  boolean truth(String words) {
    String script = words.contains("return ") ? words : "return " + words;
    return Boolean.TRUE.equals(script(script));
  }

  /** Nothing was refused by the content policy, and no script failed. */
  void assertNoComplaints() {
    List<String> complaints =
        browser.manage().logs().get("browser").getAll().stream()
            .filter(entry -> entry.getLevel().intValue() >= Level.SEVERE.intValue())
            .map(Object::toString)
            .filter(line -> !line.contains("the server responded with a status of"))
            .toList();
    assertThat(complaints).isEmpty();
  }
}
