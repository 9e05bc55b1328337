package io.wan4j.browser;

import static org.assertj.core.api.Assertions.assertThat;
import static org.junit.jupiter.api.Assumptions.assumeTrue;

import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import org.junit.jupiter.api.Test;
import org.openqa.selenium.Keys;

/** No view keeps anyone out: axe-core finds nothing serious, dark or light. */
@InBrowser
class AccessibilityTest {
  private final Stage stage;
  private final StudioPage page;

  AccessibilityTest(Stage stage) {
    this.stage = stage;
    this.page = new StudioPage(stage);
  }

  @Test
  void noViewHasASeriousViolation() throws Exception {
    Optional<Axe> axe = Axe.find();
    assumeTrue(axe.isPresent(), "no npm, so no axe-core");
    List<String> found = new ArrayList<>();
    page.openFresh();
    look(axe.get(), "door", found);
    Reel reel = stage.reel();
    page.enter(reel.key());
    // Wan 3.0 also takes a document or a page: their places are looked at empty and filled.
    page.chooseModel("wan3.0-video", "720P", 5);
    page.write("Shot 1 [0-2s] A lake.\nShot 2 [2-5s] A boat, the camera pans left.");
    page.script("document.querySelectorAll('details').forEach((each) => { each.open = true; })");
    page.awaitThere(".shots li");
    page.awaitThere(".address");
    look(axe.get(), "compose words", found);
    page.drop("file", Props.document(stage.scratch("story.docx"), "A red balloon."));
    page.awaitThere(".slot[data-role=file] [data-state=ready]");
    lookAt(".extras", axe.get(), "compose document", found);
    page.click(".asset .remove");
    page.see(".address").sendKeys("https://example.com/story", Keys.ENTER);
    page.awaitThere(".slot[data-role=link] [data-state=ready]");
    lookAt(".extras", axe.get(), "compose page", found);
    page.script(
        "document.querySelectorAll('.palette details').forEach((d) => { d.open = false; })");
    page.chooseTask("references");
    page.drop("reference_image", Props.picture(stage.scratch("small.png"), 1, 100, 80));
    page.drop("reference_image", Props.picture(stage.scratch("good.png"), 2, 480, 272));
    page.awaitThere("[data-state=ready] ");
    lookAt(".writing", axe.get(), "compose references", found);
    page.chooseTask("effect");
    lookAt(".table", axe.get(), "compose effect", found);
    page.go("films");
    page.await(() -> page.all(".film-card").size() >= 3);
    look(axe.get(), "films", found);
    page.go("films/" + reel.films().getFirst());
    page.awaitThere(".player video");
    look(axe.get(), "film", found);
    page.go("compare/" + String.join("/", reel.films()));
    page.await(() -> page.all(".takes .player").size() == 2);
    look(axe.get(), "compare", found);
    for (String section : List.of("usage", "keys", "engines", "errors")) {
      page.go("manage/" + section);
      page.awaitThere(".manage a[aria-current=page][href='#manage/" + section + "']");
      look(axe.get(), section, found);
    }
    assertThat(found).isEmpty();
  }

  /** All rules in the dark; in the light, where only colours differ, those of contrast. */
  private void look(Axe axe, String view, List<String> found) {
    lookAt("html", axe, view, found);
  }

  /** What is the same as in a view that was looked at before needs no second look. */
  private void lookAt(String part, Axe axe, String view, List<String> found) {
    theme("dark");
    axe.violations(stage.browser(), "", part).forEach(line -> found.add(view + ", dark: " + line));
    theme("light");
    axe.violations(stage.browser(), "color-contrast", part)
        .forEach(line -> found.add(view + ", light: " + line));
  }

  private void theme(String name) {
    page.script("document.documentElement.dataset.theme = arguments[0]", name);
    // A bar of progress grows all the time; colours come to rest. Hurried on by finish(), elements
    // that
    // inherit a colour keep the old one in Chromium 156.
    page.await(
        () ->
            page.truth(
                "document.getAnimations().every((each) => each.transitionProperty === 'width')"));
  }
}
