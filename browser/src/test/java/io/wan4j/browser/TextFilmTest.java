package io.wan4j.browser;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.Test;

/** From the empty page to a playing film, by words alone. */
@InBrowser
class TextFilmTest {
  private final Stage stage;
  private final StudioPage page;

  TextFilmTest(Stage stage) {
    this.stage = stage;
    this.page = new StudioPage(stage);
  }

  @Test
  void wordsBecomeAFilm() {
    page.openFresh();
    assertThat(page.all("nav a")).as("nothing but the door without a key").isEmpty();
    page.see("#key").sendKeys("sk-nobody-knows-this-one");
    page.click("form button[type=submit]");
    page.awaitText(".told", "does not know that key");
    page.see("#key").clear();

    page.signIn(stage.newKey());
    page.chooseModel("wan3.0-video", "480P", 2);
    page.see("textarea.prompt")
        .sendKeys("A sailing boat on the sea at sunset, the camera pans left.");
    page.awaitText(".price", "480");
    String id = page.make();
    page.awaitThere(".film-view [role=progressbar]");
    page.awaitPlayingFilm();
    assertThat(page.text(".facts")).contains("wan3.0-video").contains(id);
    page.assertNoComplaints();
  }
}
