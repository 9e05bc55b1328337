package io.wan4j.engine.previz;

import static org.assertj.core.api.Assertions.assertThat;

import java.awt.Color;
import java.awt.GradientPaint;
import java.awt.Graphics2D;
import java.awt.image.BufferedImage;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.concurrent.TimeUnit;
import javax.imageio.ImageIO;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.api.io.TempDir;

/** The same brief and seed give the same file, byte by byte, wherever and whenever it is made. */
class DeterminismTest {
  @TempDir Path folder;
  private Path picture;

  @BeforeEach
  void paint() throws IOException {
    BufferedImage image = new BufferedImage(320, 192, BufferedImage.TYPE_INT_RGB);
    Graphics2D brush = image.createGraphics();
    brush.setPaint(new GradientPaint(0, 0, Color.CYAN, 0, 110, Color.ORANGE));
    brush.fillRect(0, 0, 320, 110);
    brush.setColor(new Color(40, 80, 30));
    brush.fillRect(0, 110, 320, 82);
    brush.setColor(Color.DARK_GRAY);
    brush.fillRect(200, 60, 50, 70);
    brush.dispose();
    picture = folder.resolve("picture.png");
    ImageIO.write(image, "png", picture.toFile());
  }

  @Test
  @Timeout(value = 5, unit = TimeUnit.MINUTES)
  void sameFileInOneProcessAndInOthersWithOtherCores() throws Exception {
    List<String> here = FilmDigest.of(folder, picture, 2);
    assertThat(here).doesNotHaveDuplicates();
    Process single = start("one", 1, 1);
    Process several = start("four", 4, 5);
    assertThat(FilmDigest.of(folder, picture, 3)).as("again in this process").isEqualTo(here);
    assertThat(output(single)).as("a process with one core").isEqualTo(here);
    assertThat(output(several)).as("a process with four cores, five threads").isEqualTo(here);
  }

  private Process start(String name, int cores, int threads) throws IOException {
    Path scratch = Files.createDirectory(folder.resolve(name));
    return new ProcessBuilder(
            Path.of(System.getProperty("java.home"), "bin", "java").toString(),
            "--enable-native-access=ALL-UNNAMED",
            "-Djava.awt.headless=true",
            "-XX:ActiveProcessorCount=" + cores,
            "-cp",
            System.getProperty("java.class.path"),
            FilmDigest.class.getName(),
            scratch.toString(),
            picture.toString(),
            Integer.toString(threads))
        .redirectError(ProcessBuilder.Redirect.INHERIT)
        .start();
  }

  private static List<String> output(Process process) throws Exception {
    try (var reader = process.inputReader(StandardCharsets.UTF_8)) {
      List<String> lines = reader.lines().toList();
      assertThat(process.waitFor(2, TimeUnit.MINUTES)).isTrue();
      assertThat(process.exitValue()).isZero();
      return lines;
    } finally {
      process.destroyForcibly();
    }
  }
}
