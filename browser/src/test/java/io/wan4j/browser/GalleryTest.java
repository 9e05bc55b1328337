package io.wan4j.browser;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import io.wan4j.media.ClipFacts;
import io.wan4j.media.MediaProbe;
import java.io.InputStream;
import java.net.URI;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.openqa.selenium.By;
import org.openqa.selenium.Keys;

/** What can be done with films that are made. */
@InBrowser
class GalleryTest {
  private final Stage stage;
  private final StudioPage page;
  private Reel reel;

  GalleryTest(Stage stage) {
    this.stage = stage;
    this.page = new StudioPage(stage);
  }

  @BeforeEach
  void open() {
    reel = stage.reel();
    page.enter(reel.key());
  }

  private void see(String film) {
    page.go("films/" + film);
    page.await(() -> page.truth("document.querySelector('.player video')?.readyState >= 2"));
  }

  private double time() {
    return ((Number) page.script("return document.querySelector('.player video').currentTime"))
        .doubleValue();
  }

  @Test
  void filmsAreSearchedAndComparedSideBySide() {
    page.go("films");
    page.await(() -> page.all(".film-card[data-status=SUCCEEDED]").size() >= 2);
    page.see(".search input").sendKeys("red BOAT");
    page.await(() -> page.all(".film-card").size() == 1);
    assertThat(page.is("[data-task='" + reel.films().getLast() + "']")).isTrue();
    page.see(".search input").clear();
    page.see(".search input").sendKeys("lake");
    page.await(() -> page.all(".film-card").size() >= 2);
    for (String film : reel.films()) {
      page.script(
          "document.querySelector(`[data-task='${arguments[0]}'] .pick input`).click()", film);
    }
    page.click(".filters button");
    page.await(() -> page.all(".takes video").size() == 2);
    page.await(
        () ->
            page.truth("[...document.querySelectorAll('video')].every((v) => v.readyState >= 2)"));
    page.all(".takes [data-control=play]").getFirst().click();
    page.await(
        () ->
            page.truth("[...document.querySelectorAll('video')].every((v) => v.currentTime > 0)"));
  }

  @Test
  void thePlayerStepsFrameByFrameAndMarksTheShots() {
    see(reel.films().getLast());
    page.awaitThere(".mark");
    page.see(".player [data-control=forth]").click();
    page.see(".player [data-control=forth]").sendKeys(".", ".");
    page.await(() -> page.text(".time").startsWith("00:00:03"));
    page.see(".player [data-control=forth]").sendKeys(",");
    page.await(() -> page.text(".time").startsWith("00:00:02"));
    page.click(".mark");
    page.await(() -> Math.abs(time() - 1) < 0.05);
    page.see(".player [data-control=loop]").click();
    assertThat(page.truth("document.querySelector('.player video').loop === false")).isTrue();
    page.see(".player [data-control=mute]").sendKeys(Keys.ENTER);
    assertThat(page.truth("document.querySelector('.player video').muted")).isTrue();
  }

  @Test
  void aFilmIsKeptAndLetGo() {
    see(reel.films().getFirst());
    assertThat(page.text(".facts")).contains("until");
    page.click("[data-action=keep]");
    page.awaitThere("[data-action=keep][aria-pressed=true]");
    page.awaitText(".facts", "kept");
    page.go("films");
    page.click(".filters .check input");
    page.await(() -> page.all(".film-card").size() == 1);
    see(reel.films().getFirst());
    page.click("[data-action=keep]");
    page.awaitThere("[data-action=keep][aria-pressed=false]");
  }

  /** The link works without a key, for whoever it is given to. */
  @Test
  void aFilmIsDownloadedAndItsLinkCopied() throws Exception {
    see(reel.films().getFirst());
    assertThat(page.see("[data-action=download]").getDomAttribute("download")).endsWith(".mp4");
    String link = page.see("[data-action=download]").getDomProperty("href");
    stage
        .browser()
        .executeCdpCommand(
            "Browser.grantPermissions",
            Map.of("permissions", List.of("clipboardReadWrite", "clipboardSanitizedWrite")));
    page.click("[data-action=link]");
    page.awaitText(".toast", "Copied");
    String read = "navigator.clipboard.readText().then(arguments[0])";
    assertThat((String) stage.browser().executeAsyncScript(read))
        .isEqualTo(link)
        .startsWith(stage.address() + "/files/");
    Path file = stage.scratch("film.mp4");
    try (InputStream film = URI.create(link).toURL().openStream()) {
      Files.copy(film, file);
    }
    assertThat(MediaProbe.probe(file))
        .isInstanceOfSatisfying(
            ClipFacts.class, film -> assertThat(film.seconds()).isEqualTo(2, within(0.1)));
  }

  @Test
  void aFilmIsDuplicatedWithChangesAndMadeAgain() {
    see(reel.films().getFirst());
    page.click("[data-action=change]");
    page.awaitThere(".compose .make");
    assertThat(page.see("textarea.prompt").getDomProperty("value")).isEqualTo("A lake at dawn.");
    assertThat(page.see("#model").getDomProperty("value")).isEqualTo("wan3.0-video");
    assertThat(stage.browser().findElement(By.id("duration")).getDomProperty("value"))
        .isEqualTo("2");
    page.go("films/" + reel.films().getFirst());
    page.click("[data-action=again]");
    page.await(
        () ->
            page.is(".film-view")
                && !stage.browser().getCurrentUrl().endsWith(reel.films().getFirst()));
    page.click("[data-action=cancel]");
    page.click("[data-action=retry]");
    page.awaitThere("[data-action=cancel]");
    page.click("[data-action=cancel]");
    page.awaitThere(".film-view[data-status=CANCELED]");
  }
}
