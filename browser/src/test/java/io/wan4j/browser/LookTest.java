package io.wan4j.browser;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;

/** Light and language as one likes them, on a phone as on a desk, and nothing from elsewhere. */
@InBrowser
class LookTest {
  private final Stage stage;
  private final StudioPage page;

  LookTest(Stage stage) {
    this.stage = stage;
    this.page = new StudioPage(stage);
  }

  @AfterEach
  void asBefore() {
    command("Emulation.clearDeviceMetricsOverride", Map.of());
    command("Emulation.setEmulatedMedia", Map.of("features", List.of()));
  }

  private void command(String name, Map<String, Object> parameters) {
    stage.browser().executeCdpCommand(name, parameters);
  }

  private void systemPrefers(String scheme) {
    command(
        "Emulation.setEmulatedMedia",
        Map.of("features", List.of(Map.of("name", "prefers-color-scheme", "value", scheme))));
  }

  private String theme() {
    return (String) page.script("return document.documentElement.dataset.theme");
  }

  /** How bright the ground is, from 0 to 255. */
  private long ground() {
    return (Long)
        page.script("return Number(/\\d+/.exec(getComputedStyle(document.body).backgroundColor))");
  }

  @Test
  void theLightIsTheSystemsUntilOneChooses() {
    systemPrefers("light");
    page.enter(stage.newKey());
    assertThat(theme()).isEqualTo("light");
    assertThat(ground()).isGreaterThan(200);
    page.click(".tools button[aria-label=Dark]");
    page.await(() -> ground() < 40);
    page.reload();
    page.awaitThere(".compose .make");
    assertThat(theme()).as("remembered").isEqualTo("dark");
    systemPrefers("dark");
    page.enter(stage.newKey());
    assertThat(theme()).isEqualTo("dark");
  }

  @Test
  void thePageSpeaksEnglishAndChinese() {
    page.enter(stage.newKey());
    page.write("A lake at dawn.");
    page.click("[data-language=zh]");
    page.awaitText(".make", "生成");
    assertThat(page.truth("document.documentElement.lang === 'zh-Hans'")).isTrue();
    assertThat(page.see("textarea.prompt").getDomProperty("value")).isEqualTo("A lake at dawn.");
    page.reload();
    page.awaitText(".make", "生成");
    page.script(
        "const text = document.querySelector('textarea.prompt'); text.value = '湖上的日出';"
            + " text.setSelectionRange(5, 5); text.dispatchEvent(new Event('input'))");
    page.click(".tile[data-id=pan-right]");
    assertThat(page.see("textarea.prompt").getDomProperty("value")).isEqualTo("湖上的日出，镜头右摇");
    page.click(".split");
    assertThat(page.see("textarea.prompt").getDomProperty("value")).startsWith("镜头1 [0-3秒] 湖上的日出");
    page.click("[data-language=en]");
    page.awaitText(".make", "Make film");
  }

  /** No view is wider than the phone, and what is to be touched is large enough for a finger. */
  @Test
  void everyViewFitsAPhone() {
    Reel reel = stage.reel();
    command(
        "Emulation.setDeviceMetricsOverride",
        Map.of("width", 360, "height", 780, "deviceScaleFactor", 2, "mobile", true));
    page.openFresh();
    assertFits("door");
    page.enter(reel.key());
    assertFits("compose");
    for (String task : List.of("references", "edit", "effect")) {
      page.chooseTask(task);
      page.await(
          () ->
              page.truth(
                  "const box ="
                      + " document.querySelector('.task:has(:checked)').getBoundingClientRect();"
                      + " return box.left >= 0 && box.right <= innerWidth"));
      assertFits(task);
    }
    page.go("films");
    page.await(() -> page.all(".film-card").size() >= 3);
    assertFits("films");
    page.go("films/" + reel.films().getLast());
    page.awaitThere(".player video");
    assertFits("film");
    page.go("compare/" + String.join("/", reel.films()));
    page.await(() -> page.all(".takes .player").size() == 2);
    assertFits("compare");
    for (String section : List.of("usage", "keys", "engines", "errors")) {
      page.go("manage/" + section);
      page.awaitThere(".manage a[aria-current=page][href='#manage/" + section + "']");
      assertFits(section);
    }
  }

  private void assertFits(String view) {
    assertThat((Long) page.script("return document.scrollingElement.scrollWidth - innerWidth"))
        .as("pixels of %s beyond the phone's edge", view)
        .isLessThanOrEqualTo(0);
    @SuppressWarnings("unchecked")
    List<String> tiny =
        (List<String>)
            page.script(
                """
                return [...document.querySelectorAll("button, a.button, nav a, select")]
                  .filter((each) => each.offsetParent && !each.closest(".unseen"))
                  .filter((each) => { const box = each.getBoundingClientRect();
                    return box.width > 1 && (box.width < 24 || box.height < 24); })
                  .map((each) => each.outerHTML.slice(0, 100));
                """);
    // WCAG 2.2, 2.5.8: targets of 24 pixels at least.
    assertThat(tiny).as("of %s, too small for a finger", view).isEmpty();
  }

  @Test
  void nothingComesFromElsewhere() {
    Reel reel = stage.reel();
    page.enter(reel.key());
    page.write("A lake at dawn.");
    page.awaitThere(".price b");
    page.go("films/" + reel.films().getFirst());
    page.awaitThere(".player video");
    page.go("manage/engines");
    page.awaitThere(".abilities li");
    @SuppressWarnings("unchecked")
    List<String> asked =
        (List<String>)
            page.script("return performance.getEntriesByType('resource').map((each) => each.name)");
    assertThat(asked).hasSizeGreaterThan(20);
    assertThat(asked)
        .allMatch(
            each -> each.startsWith(stage.address() + "/") || each.startsWith("blob:"),
            "is the server's own");
    page.assertNoComplaints();
  }
}
