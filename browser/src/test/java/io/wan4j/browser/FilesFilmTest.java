package io.wan4j.browser;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.file.Path;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

/** From the empty page to a playing film, by pictures and clips. */
@InBrowser
class FilesFilmTest {
  private static final String SMALL = "wan3.0-video";

  private final Stage stage;
  private final StudioPage page;

  FilesFilmTest(Stage stage) {
    this.stage = stage;
    this.page = new StudioPage(stage);
  }

  @BeforeEach
  void open() {
    page.enter(stage.newKey());
  }

  @Test
  void aPictureBeginsToMove() {
    page.chooseTask("first").chooseModel(SMALL, "480P", 2);
    assertThat(page.text(".missing")).contains("First frame");
    page.give("first_frame", picture("valley.png", 1));
    page.awaitThere(".slot[data-role=first_frame] .asset[data-state=ready] img");
    page.write("The camera slowly pushes in.");
    page.make();
    page.awaitPlayingFilm();
    page.assertNoComplaints();
  }

  @Test
  void firstAndLastFrameAreDroppedIn() {
    page.chooseTask("ends").chooseModel(SMALL, "480P", 2);
    page.drop("first_frame", picture("morning.png", 2));
    page.drop("last_frame", picture("evening.png", 1));
    page.awaitThere(".slot[data-role=last_frame] .asset[data-state=ready] img");
    page.write("Day turns to evening.");
    page.make();
    page.awaitPlayingFilm();
  }

  @Test
  void referencesAreCalledByTheirChips() {
    page.chooseTask("references").chooseModel(SMALL, "480P", 2);
    page.drop("reference_image", picture("hill.png", 1));
    page.drop("reference_image", picture("lake.png", 2));
    page.await(() -> page.all(".slot[data-role=reference_image] [data-state=ready]").size() == 2);
    page.write("A wide shot of");
    page.await(() -> page.all(".palette .chip").size() == 2);
    page.all(".palette .chip").get(1).click();
    assertThat(page.see("textarea.prompt").getDomProperty("value"))
        .isEqualTo("A wide shot of Image 2");
    page.make();
    page.awaitPlayingFilm();
  }

  @Test
  void aClipGoesOn() {
    page.chooseTask("continue").chooseModel("wan2.7-i2v", "720P", 3);
    page.drop("first_clip", Props.clip(stage.scratch("pass.mp4"), 2, 2));
    page.awaitThere(".slot[data-role=first_clip] [data-state=ready] video");
    assertThat(page.text(".slot[data-role=first_clip] figcaption")).contains("480×272");
    page.write("The camera goes on to the right.");
    page.make();
    page.awaitPlayingFilm();
  }

  @Test
  void whatCannotWorkIsRefusedBeforeItIsUploaded() {
    page.chooseTask("first").chooseModel("wan2.7-i2v", "720P", 2);
    page.give("first_frame", Props.picture(stage.scratch("tiny.png"), 1, 200, 120));
    page.awaitText(".asset[data-state=refused] .why", "240 pixels");
    assertThat(page.see(".make").isEnabled()).isFalse();
    page.click(".asset .remove");
    page.give("first_frame", Props.clip(stage.scratch("clip.mp4"), 1, 2));
    page.awaitText(".asset[data-state=refused] .why", "jpeg, png");
    String uploads =
        "return performance.getEntriesByType('resource')"
            + ".filter((each) => each.name.endsWith('/oss')).length";
    assertThat((Long) page.script(uploads)).isZero();
  }

  @Test
  void aPastedPictureFindsItsPlace() {
    page.chooseTask("first").chooseModel(SMALL, "480P", 2);
    page.paste(picture("pasted.png", 2));
    page.awaitThere(".slot[data-role=first_frame] .asset[data-state=ready] img");
  }

  private Path picture(String name, int number) {
    return Props.picture(stage.scratch(name), number, 480, 272);
  }
}
