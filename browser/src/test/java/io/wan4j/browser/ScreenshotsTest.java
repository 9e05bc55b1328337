package io.wan4j.browser;

import static org.assertj.core.api.Assertions.assertThat;

import io.wan4j.protocol.SynthesisRequest;
import io.wan4j.service.key.Caller;
import io.wan4j.service.task.TaskRecord;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Base64;
import java.util.HashMap;
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
      Shot 1 [0-3s] Wide shot: a lighthouse on a cliff at sunset, waves roll in, aerial shot.
      Shot 2 [3-6s] Medium shot of an old sailor on the rocks. The sailor says: "Home by nightfall."
      Shot 3 [6-9s] Close-up of a seagull in the wind, the camera pans right.\
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
                Reel.small("A red fox in the snow under the northern lights, the camera pushes in"),
                Reel.small("A lighthouse in a storm at night, the camera orbits"),
                Reel.small("A sailing boat on the sea at sunset, the camera pans left"),
                Reel.small(
                    "Shot 1 [0-2s] A train crosses a bridge. Shot 2 [2-4s] Close-up of a cat"),
                Reel.small("A hot-air balloon over the mountains in the morning, aerial shot")));
    page.signIn(reel.key());
    page.write(SCRIPT);
    page.script("document.activeElement.blur()");
    page.script(
        "const d = document.getElementById('duration'); d.value = 9;"
            + " d.dispatchEvent(new Event('input'))");
    page.await(() -> page.all(".shots li").size() == 3);
    page.await(() -> page.is(".storyboard img:not([hidden])") || !page.drawsStoryboards());
    shoot("compose");
    page.chooseTask("references");
    page.drop("reference_image", Props.picture(stage.scratch("valley.png"), 1, 960, 540));
    page.drop("reference_image", Props.picture(stage.scratch("morning.png"), 2, 960, 540));
    page.await(() -> page.all("[data-state=ready]").size() == 2);
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
        settle();
        String name = "%s-%s-%s.jpg".formatted(view, theme, phone ? "phone" : "desktop");
        Files.write(folder.resolve(name), picture(phone));
      }
    }
    stage.browser().executeCdpCommand("Emulation.clearDeviceMetricsOverride", Map.of());
  }

  /**
   * A JPEG, which keeps a page of films below 300 KB.
   *
   * @param whole the page down to its end, as far as a phone's thumb would go
   */
  private byte[] picture(boolean whole) {
    Map<String, Object> wanted = new HashMap<>(Map.of("format", "jpeg", "quality", JPEG_QUALITY));
    if (whole) {
      long height = (Long) page.script("return document.scrollingElement.scrollHeight");
      wanted.put("captureBeyondViewport", true);
      wanted.put(
          "clip",
          Map.of(
              "x",
              0,
              "y",
              0,
              "width",
              PHONE.width,
              "height",
              Math.min(height, TALLEST),
              "scale",
              1));
    }
    Map<String, Object> taken = stage.browser().executeCdpCommand("Page.captureScreenshot", wanted);
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
