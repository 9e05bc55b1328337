package io.wan4j.browser;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.concurrent.TimeUnit;
import org.openqa.selenium.chrome.ChromeDriver;

/** axe-core, which looks for what keeps people out; fetched by npm for these tests alone. */
final class Axe {
  private static final Path FOLDER = Path.of("target", "npm");
  private static final Path SCRIPT = FOLDER.resolve("node_modules/axe-core/axe.min.js");
  private static final Set<String> SERIOUS = Set.of("serious", "critical");

  private final String script;

  private Axe(String script) {
    this.script = script;
  }

  /** Nothing where npm is missing. */
  static Optional<Axe> find() throws IOException, InterruptedException {
    if (!Files.exists(SCRIPT) && !install()) {
      return Optional.empty();
    }
    return Optional.of(new Axe(Files.readString(SCRIPT)));
  }

  private static boolean install() throws IOException, InterruptedException {
    Files.createDirectories(FOLDER);
    String version = System.getProperty("axe-core.version");
    try {
      Process npm =
          new ProcessBuilder(
                  "npm",
                  "install",
                  "--no-save",
                  "--ignore-scripts",
                  "--no-audit",
                  "--no-fund",
                  "--prefix",
                  FOLDER.toString(),
                  "axe-core@" + version)
              .redirectErrorStream(true)
              .redirectOutput(FOLDER.resolve("npm.log").toFile())
              .start();
      boolean ended = npm.waitFor(2, TimeUnit.MINUTES);
      assertThat(ended && npm.exitValue() == 0)
          .as("npm install of axe-core; see browser/" + FOLDER.resolve("npm.log"))
          .isTrue();
      return true;
    } catch (IOException e) {
      System.out.println("wan4j: no npm on the PATH: axe-core does not look at the studio");
      return false;
    }
  }

  /**
   * Whatever serious it finds on the page as it is, in a line each.
   *
   * @param rule the only one to look for; all when empty
   * @param part where to look, as a selector
   */
  List<String> violations(ChromeDriver browser, String rule, String part) {
    // Half a megabyte: once for each load of the page.
    if (Boolean.TRUE.equals(browser.executeScript("return window.axe === undefined"))) {
      browser.executeScript(script);
    }
    @SuppressWarnings("unchecked")
    List<Map<String, Object>> found =
        (List<Map<String, Object>>)
            browser.executeAsyncScript(
                """
                const done = arguments[arguments.length - 1];
                // No rule of weight needs what axe would load for itself.
                const options = {resultTypes: ["violations"], preload: false};
                if (arguments[0]) options.runOnly = [arguments[0]];
                axe.run(arguments[1], options).then((result) => done(
                  result.violations.map((each) => ({
                    impact: each.impact,
                    line: each.id + ": " + each.help + " "
                      + each.nodes.slice(0, 4).map((node) => node.html.slice(0, 140)
                        + " " + node.failureSummary.split("\\n").slice(1).join(" ")).join(" | ")
                  }))));
                """,
                rule,
                part);
    return found.stream()
        .filter(each -> SERIOUS.contains(String.valueOf(each.get("impact"))))
        .map(each -> String.valueOf(each.get("line")))
        .toList();
  }
}
