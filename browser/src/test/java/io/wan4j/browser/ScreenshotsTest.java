package io.wan4j.browser;

import static org.assertj.core.api.Assertions.assertThat;

import io.wan4j.protocol.SynthesisRequest;
import io.wan4j.service.key.Caller;
import io.wan4j.service.task.TaskRecord;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Base64;
import java.util.List;
import java.util.Map;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.condition.EnabledIfSystemProperty;
import org.openqa.selenium.Dimension;

/**
 * Pictures of every view, for people to look at: {@code ./mvnw -pl browser -am test
 * -Dtest=ScreenshotsTest -Dsurefire.failIfNoSpecifiedTests=false -Dwan4j.screens=/tmp/screens}.
 */
@InBrowser
@EnabledIfSystemProperty(named = "wan4j.screens", matches = ".+")
class ScreenshotsTest {
  private static final Dimension DESKTOP = new Dimension(1440, 1000);
  private static final int JPEG_QUALITY = 85;
  private static final int TALLEST = 4000;
  private static final Dimension PHONE = new Dimension(390, 844);

  private static final String SCRIPT =
      """
      Shot 1 [0-3s] Wide shot: a sailing boat on the sea at sunset, the camera pushes in.
      Shot 2 [3-6s] Medium shot of an old sailor on the beach. The sailor says: "Home by nightfall."
      Shot 3 [6-9s] Close-up of a seagull over the sea, the camera pans right.\
      """;

  private final Stage stage;
  private final StudioPage page;
  private final Path folder;

  ScreenshotsTest(Stage stage) {
    this.stage = stage;
    this.page = new StudioPage(stage);
    this.folder = Path.of(System.getProperty("wan4j.screens"));
  }

  @Test
  void everyViewLightAndDarkDesktopAndPhone() throws Exception {
    Files.createDirectories(folder);
    page.openFresh();
    shoot("door");
    Reel reel =
        Reel.make(
            stage.service(),
            stage.newKey(),
            List.of(
                Reel.small(
                    "A cheetah chases an antelope across the savanna at sunset, tracking shot"),
                Reel.small("A red fox in the snow, the camera pushes in"),
                Reel.small(
                    "A knight rides a white horse over the meadow toward a castle, tracking shot"),
                Reel.small("A sailing boat on the sea at sunset, the camera pans left"),
                Reel.small(
                    "Cyberpunk, a motorcycle races through a neon city at night in the rain"),
                Reel.small("Underwater, a coral reef in daylight, tropical fish swim by")));
    page.signIn(reel.key());
    page.write(SCRIPT);
    page.script("document.activeElement.blur()");
    page.script(
        "const d = document.getElementById('duration'); d.value = 9;"
            + " d.dispatchEvent(new Event('input'))");
    page.await(() -> page.all(".shots li").size() == 3);
    page.await(() -> page.all(".storyboard .still img").size() == 3 || !page.drawsStoryboards());
    shoot("compose");
    page.chooseTask("references");
    page.drop("reference_image", Props.picture(stage.scratch("valley.png"), 1, 960, 540));
    page.drop("reference_image", Props.picture(stage.scratch("morning.png"), 2, 960, 540));
    page.await(() -> page.all("[data-state=ready]").size() == 2);
    page.await(() -> page.all(".storyboard .still img").size() == 3);
    shoot("references");
    page.chooseTask("effect");
    page.drop("first_frame", Props.picture(stage.scratch("portrait.png"), 3, 960, 540));
    page.await(() -> page.all("[data-state=ready]").size() == 1);
    shoot("effect");
    page.chooseTask("text").chooseModel("wan3.0-video", "720P", 9);
    page.drop("file", Props.document(stage.scratch("the-lighthouse.docx"), "A lighthouse."));
    page.await(() -> page.all("[data-state=ready]").size() == 1);
    shoot("document");
    page.go("films");
    page.await(() -> page.all(".film-card video").size() == reel.films().size());
    shoot("films");
    page.go("films/" + reel.films().get(1));
    page.await(() -> page.truth("document.querySelector('.player video')?.readyState >= 2"));
    page.script("document.querySelector('.player video').currentTime = 1.5");
    shoot("film");
    page.go("films/" + reel.failed());
    page.awaitThere(".film-view .notice");
    shoot("failed");
    page.go("compare/" + reel.films().get(0) + "/" + reel.films().get(3));
    page.await(() -> page.all(".takes .player").size() == 2);
    shoot("compare");
    for (String section : List.of("usage", "keys", "engines", "errors")) {
      page.go("manage/" + section);
      page.awaitThere(".manage a[aria-current=page][href='#manage/" + section + "']");
      shoot(section);
    }
    running(reel);
    page.click("[data-language=zh]");
    page.go("compose");
    page.awaitThere(".compose .make");
    page.await(() -> page.all(".storyboard .still img").size() == 3);
    shoot("chinese");
    page.enter(stage.newKey());
    page.go("films");
    page.awaitThere(".empty");
    shoot("empty");
    assertThat(folder).isDirectoryContaining("glob:**/film-dark-desktop.jpg");
  }

  /** A film on its way, another behind it, and the gallery with both. */
  private void running(Reel reel) throws IOException {
    Caller caller = stage.service().keys().authenticate(reel.key()).orElseThrow();
    List<String> tasks =
        Stream.of(WatchTest.LONG, WatchTest.LONG)
            .map(body -> stage.service().tasks().submit(caller, SynthesisRequest.parse(body), "t"))
            .map(TaskRecord::id)
            .toList();
    page.go("films/" + tasks.getFirst());
    page.awaitThere(".stage img.look[src^='blob:']:not([hidden])");
    shoot("running");
    page.go("films");
    page.await(() -> page.all(".film-card video").size() == reel.films().size());
    shoot("queue");
    tasks.reversed().forEach(id -> stage.service().tasks().requestStop(caller, id));
  }

  private void shoot(String view) throws IOException {
    for (String theme : List.of("dark", "light")) {
      page.script("document.documentElement.dataset.theme = arguments[0]", theme);
      for (Dimension size : List.of(DESKTOP, PHONE)) {
        boolean phone = size.equals(PHONE);
        resize(size, phone);
        page.script(
            "document.querySelectorAll('.palette-group:not(:last-child)')"
                + ".forEach((each) => { each.open = !arguments[0]; })",
            phone);
        if (page.is(".manage")) {
          // Charts are drawn for the width there is.
          page.script("document.querySelector('.manage').dataset.old = ''");
          page.script("dispatchEvent(new HashChangeEvent('hashchange'))");
          page.awaitThere(".manage:not([data-old])");
        }
        settle();
        if (phone) {
          // As far as a thumb would go, with the bars at the foot.
          long whole = (Long) page.script("return document.scrollingElement.scrollHeight");
          resize(new Dimension(PHONE.width, (int) Math.min(whole, TALLEST)), true);
        }
        settle();
        String name = "%s-%s-%s.jpg".formatted(view, theme, phone ? "phone" : "desktop");
        Files.write(folder.resolve(name), picture());
      }
    }
    stage.browser().executeCdpCommand("Emulation.clearDeviceMetricsOverride", Map.of());
  }

  private void resize(Dimension size, boolean phone) {
    stage
        .browser()
        .executeCdpCommand(
            "Emulation.setDeviceMetricsOverride",
            Map.of(
                "width",
                size.width,
                "height",
                size.height,
                "deviceScaleFactor",
                1,
                "mobile",
                phone));
  }

  /** A JPEG, which keeps a page of films below 300 KB. */
  private byte[] picture() {
    Map<String, Object> taken =
        stage
            .browser()
            .executeCdpCommand(
                "Page.captureScreenshot", Map.of("format", "jpeg", "quality", JPEG_QUALITY));
    return Base64.getDecoder().decode(taken.get("data").toString());
  }

  /** Two frames later everything has its place. */
  private void settle() {
    stage
        .browser()
        .executeAsyncScript(
            "const done = arguments[0];"
                + " scrollTo(0, 0);"
                + " document.getAnimations().forEach((each) => each.finish());"
                + " requestAnimationFrame(() => requestAnimationFrame(() => done()));");
  }
}
