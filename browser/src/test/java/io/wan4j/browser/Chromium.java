package io.wan4j.browser;

import java.io.File;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Arrays;
import java.util.List;
import java.util.Optional;
import java.util.logging.Level;
import java.util.logging.Logger;
import java.util.stream.Stream;
import org.openqa.selenium.chrome.ChromeDriver;
import org.openqa.selenium.chrome.ChromeDriverService;
import org.openqa.selenium.chrome.ChromeOptions;

/**
 * The browser that is installed here, with its driver ({@code apt-get install chromium
 * chromium-driver}).
 *
 * @param program the browser
 * @param driver takes commands for it
 */
record Chromium(Path program, Path driver) {
  /** Warns that it knows no commands of its own for so new a browser; none are used. */
  private static final Logger SELENIUM =
      Logger.getLogger("org.openqa.selenium.devtools.CdpVersionFinder");

  private static final List<String> PROGRAMS =
      List.of("chromium", "chromium-browser", "google-chrome-stable", "google-chrome");

  /** The first one on the PATH. */
  static Optional<Chromium> find() {
    return PROGRAMS.stream()
        .flatMap(Chromium::onPath)
        .findFirst()
        .flatMap(
            program ->
                onPath("chromedriver").findFirst().map(driver -> new Chromium(program, driver)));
  }

  private static Stream<Path> onPath(String name) {
    return Arrays.stream(System.getenv().getOrDefault("PATH", "").split(File.pathSeparator))
        .map(folder -> Path.of(folder, name))
        .filter(Files::isExecutable);
  }

  /**
   * Starts it without a window.
   *
   * @param profile an empty folder
   */
  ChromeDriver start(Path profile) {
    ChromeOptions options = new ChromeOptions();
    options.setBinary(program.toFile());
    options.addArguments(
        "--headless",
        "--no-sandbox",
        "--disable-gpu",
        "--disable-quic",
        "--no-first-run",
        "--disable-background-networking",
        "--disable-component-update",
        "--disable-sync",
        "--disable-dev-shm-usage",
        "--hide-scrollbars",
        // Fewer pictures to paint on the processor.
        "--force-prefers-reduced-motion",
        "--lang=en-US",
        "--window-size=1440,1000",
        "--user-data-dir=" + profile);
    SELENIUM.setLevel(Level.SEVERE);
    ChromeDriverService service =
        new ChromeDriverService.Builder()
            .usingDriverExecutable(driver.toFile())
            .usingAnyFreePort()
            .build();
    return new ChromeDriver(service, options);
  }
}
