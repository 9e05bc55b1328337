package io.wan4j.bench.suite;

import io.wan4j.media.ContactSheet;
import io.wan4j.media.PictureWriter;
import io.wan4j.storyboard.StoryboardText;
import java.io.IOException;
import java.io.InputStream;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.stream.Collectors;

/**
 * A page of films for a person to judge: contact sheet, clip, prompt, what was understood, what the
 * checks found. It asks nobody else for anything: all it shows lies beside it.
 */
public final class GalleryPage {
  private static final int PICTURES = 6;
  private static final int COLUMNS = 3;
  private static final int PICTURE_WIDTH = 480;
  private static final int UPRIGHT_PICTURE_WIDTH = 270;

  private final Path folder;
  private final List<SuiteFilm> films = new ArrayList<>();
  private final StringBuilder cards = new StringBuilder();

  /**
   * @param folder gets the page; the films must lie in it
   */
  public GalleryPage(Path folder) {
    this.folder = folder;
  }

  /** Adds a film: makes its contact sheet. */
  public void add(SuiteFilm film) throws IOException {
    films.add(film);
    String name = film.prompt().name();
    String clip = folder.relativize(film.file()).toString();
    String sheet = name + ".jpg";
    boolean upright = film.prompt().size(256).aspect() < 1;
    Path sheetFile = folder.resolve(sheet);
    PictureWriter.writeJpeg(
        ContactSheet.of(
            film.file(),
            PICTURES,
            upright ? PICTURES : COLUMNS,
            upright ? UPRIGHT_PICTURE_WIDTH : PICTURE_WIDTH),
        sheetFile);
    cards.append(
        """
        <article class="%s" id="%s">
        <h2><a href="#%s">%s</a></h2>
        <p class="prompt">%s</p>
        <a href="%s"><img loading="lazy" src="%s" alt="%s"></a>
        <details><summary>play</summary><video controls preload="none" src="%s"></video></details>
        <ul>%s</ul>
        <details><summary>understood</summary><pre>%s</pre></details>
        </article>
        """
            .formatted(
                film.passed() ? "passed" : "failed",
                name,
                name,
                name,
                escaped(film.prompt().prompt()),
                sheet,
                sheet,
                name,
                clip,
                film.findings().stream().map(GalleryPage::item).collect(Collectors.joining()),
                escaped(StoryboardText.lines(film.board()))));
  }

  private static String item(Finding finding) {
    return "<li class=\"%s\" title=\"%s\">%s%s</li>"
            .formatted(
                finding.passed() ? "ok" : "bad",
                escaped(finding.text()),
                finding.check(),
                finding.shot() > 0 ? " " + finding.shot() : "")
        + (finding.passed() ? "" : "<li class=\"why\">%s</li>".formatted(escaped(finding.text())));
  }

  /** Writes {@code index.html} and {@code results.txt}. */
  public void finish() throws IOException {
    String summary = summary();
    String page =
        resource("gallery.html")
            .replace("{{summary}}", escaped(summary))
            .replace("{{cards}}", cards.toString());
    Files.writeString(folder.resolve("index.html"), page);
    Files.writeString(folder.resolve("results.txt"), summary + "\n" + results());
  }

  /** What a person wants to know first. */
  public String summary() {
    List<Finding> all = films.stream().flatMap(film -> film.findings().stream()).toList();
    StringBuilder text = new StringBuilder();
    text.append(
        "%d films, all checks passed on %d%n"
            .formatted(films.size(), films.stream().filter(SuiteFilm::passed).count()));
    all.stream()
        .collect(Collectors.groupingBy(Finding::check, java.util.TreeMap::new, Collectors.toList()))
        .forEach(
            (check, findings) ->
                text.append(
                    "%s: %d of %d%n"
                        .formatted(
                            check,
                            findings.stream().filter(Finding::passed).count(),
                            findings.size())));
    List<PlaceDistances.Pair> pairs = PlaceDistances.of(films);
    if (!pairs.isEmpty()) {
      text.append("places most alike (at least %.0f asked):".formatted(PlaceDistances.LEAST));
      pairs.stream()
          .limit(5)
          .forEach(
              pair ->
                  text.append(
                      " %s and %s %.1f;".formatted(pair.one(), pair.other(), pair.distance())));
      text.append(System.lineSeparator());
    }
    return text.toString();
  }

  private String results() {
    StringBuilder text = new StringBuilder();
    for (SuiteFilm film : films) {
      text.append("%n%s%n  %s%n".formatted(film.prompt().name(), film.prompt().prompt()));
      for (Finding finding : film.findings()) {
        text.append(
            "  %s %s %s: %s%n"
                .formatted(
                    finding.passed() ? "passed" : "FAILED",
                    finding.check(),
                    finding.shot() > 0 ? "of shot " + finding.shot() : "",
                    finding.text()));
      }
    }
    return text.toString();
  }

  private static String escaped(String text) {
    return text.replace("&", "&amp;")
        .replace("<", "&lt;")
        .replace(">", "&gt;")
        .replace("\"", "&quot;");
  }

  private static String resource(String name) throws IOException {
    try (InputStream in = GalleryPage.class.getResourceAsStream(name)) {
      return new String(in.readAllBytes(), StandardCharsets.UTF_8);
    }
  }
}
