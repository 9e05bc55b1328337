package io.wan4j.engine.previz.sheet;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.wan4j.storyboard.Cutting;
import io.wan4j.storyboard.Storyboard;
import io.wan4j.storyboard.StoryboardParser;
import java.awt.image.BufferedImage;
import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.util.Arrays;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import javax.imageio.ImageIO;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;

class StoryboardSheetTest {
  private static final int PANEL = 640;
  private static final int TRIES = 4;
  private static final double LONGEST_SECONDS = 1;

  private static ExecutorService threads;
  private static StoryboardSheet artist;
  private static StoryboardParser parser;

  @BeforeAll
  static void open() {
    threads = Executors.newFixedThreadPool(2);
    artist = new StoryboardSheet(threads);
    parser = new StoryboardParser();
  }

  @AfterAll
  static void close() {
    threads.shutdownNow();
  }

  @Test
  void givesEachShotItsPanelWithTheCameraDrawnOn() throws IOException {
    BufferedImage still =
        sheet("Shot 1: a fox in the snow at noon. Shot 2: a boat on the sea at night.");
    BufferedImage moved =
        sheet(
            "Shot 1: a fox in the snow at noon, the camera pans left. Shot 2: a boat on the sea at"
                + " night, the camera pushes in.");
    assertThat(still.getWidth()).isEqualTo(2 * SheetLayout.MARGIN + 2 * PANEL + SheetLayout.GAP);
    for (int shot = 0; shot < 2; shot++) {
      assertThat(camera(still, shot)).as("red in still panel %d", shot).isLessThan(200);
      assertThat(camera(moved, shot)).as("red in moved panel %d", shot).isGreaterThan(1500);
    }
    assertThat(brightness(still, 0)).isGreaterThan(1.3 * brightness(still, 1));
  }

  @Test
  void drawsTheEndOfAPullBackWithItsStartInside() throws IOException {
    BufferedImage in = sheet("a red car in the desert, the camera pushes in");
    BufferedImage out = sheet("a red car in the desert, the camera pulls back");
    assertThat(camera(in, 0)).isGreaterThan(1500);
    assertThat(camera(out, 0)).isGreaterThan(1500);
  }

  @Test
  void givesThePanelsWithoutThePaper() throws IOException {
    Storyboard board =
        parser.parse("Shot 1: a fox at noon. Shot 2: a boat at night.", 5, Cutting.BY_PROMPT);
    BufferedImage frames = read(artist.frames(board, 16, 9));
    assertThat(frames.getWidth()).isEqualTo(PANEL);
    assertThat(frames.getHeight()).isEqualTo(2 * PANEL * 9 / 16);
    BufferedImage sheet = read(artist.sheet(board, 16, 9));
    for (int shot = 0; shot < 2; shot++) {
      int left = SheetLayout.MARGIN + shot * (PANEL + SheetLayout.GAP);
      assertThat(frames.getRGB(PANEL / 2, shot * 360 + 180))
          .as("middle of panel %d", shot)
          .isEqualTo(sheet.getRGB(left + PANEL / 2, SheetLayout.HEADER + 180));
    }
  }

  @Test
  void isTheSameTwice() {
    Storyboard board = parser.parse("一只小猫在草地上奔跑，镜头向右环绕。", 5, Cutting.BY_PROMPT);
    assertThat(artist.sheet(board, 16, 9)).isEqualTo(artist.sheet(board, 16, 9));
  }

  /** While a prompt is written its places stay, and are not painted again. */
  @Test
  void isThereWithinASecondWhileOneWrites() {
    double[] seconds = new double[TRIES];
    for (int i = 0; i < TRIES; i++) {
      Storyboard board =
          parser.parse(
              "Shot 1: a fox in the snow. Shot 2: %d boats on the sea.".formatted(i + 2),
              5,
              Cutting.BY_PROMPT);
      long began = System.nanoTime();
      artist.sheet(board, 16, 9);
      seconds[i] = (System.nanoTime() - began) / 1e9;
    }
    System.out.printf("sheets of two shots: %s s%n", Arrays.toString(seconds));
    assertThat(Arrays.stream(seconds).skip(1).min().orElseThrow()).isLessThan(LONGEST_SECONDS);
  }

  @Test
  void keepsTheFilmsShapeAndManyShotsOnOneSheet() throws IOException {
    StringBuilder prompt = new StringBuilder();
    for (int i = 1; i <= 30; i++) {
      prompt.append("Shot ").append(i).append(": a fox in the snow. ");
    }
    Storyboard board = parser.parse(prompt.toString(), 60, Cutting.BY_PROMPT);
    BufferedImage sheet = read(artist.sheet(board, 720, 1280));
    SheetLayout layout = SheetLayout.of(720, 1280, 24);
    assertThat(layout.panel().aspect()).isBetween(0.55, 0.57);
    assertThat(sheet.getWidth()).isEqualTo(layout.width());
    assertThat(sheet.getHeight()).isGreaterThan(layout.rows() * layout.panel().height());
  }

  @Test
  void refusesImpossibleShapes() {
    Storyboard board = parser.parse("a fox", 5, Cutting.BY_PROMPT);
    assertThatThrownBy(() -> artist.sheet(board, 0, 9)).hasMessageContaining("0x9");
    assertThatThrownBy(() -> artist.sheet(board, 900, 9)).hasMessageContaining("1:8");
  }

  private static BufferedImage sheet(String prompt) throws IOException {
    return read(artist.sheet(parser.parse(prompt, 5, Cutting.BY_PROMPT), 1280, 720));
  }

  private static BufferedImage read(byte[] png) throws IOException {
    return ImageIO.read(new ByteArrayInputStream(png));
  }

  /** Pixels of a panel in the colour of camera arrows. */
  private static long camera(BufferedImage sheet, int shot) {
    int left = SheetLayout.MARGIN + shot * (PANEL + SheetLayout.GAP);
    long found = 0;
    for (int y = SheetLayout.HEADER; y < SheetLayout.HEADER + PANEL * 9 / 16; y++) {
      for (int x = left; x < left + PANEL; x++) {
        found += (sheet.getRGB(x, y) & 0xFFFFFF) == (Ink.CAMERA.getRGB() & 0xFFFFFF) ? 1 : 0;
      }
    }
    return found;
  }

  private static double brightness(BufferedImage sheet, int shot) {
    int left = SheetLayout.MARGIN + shot * (PANEL + SheetLayout.GAP);
    double sum = 0;
    for (int y = SheetLayout.HEADER + 5; y < SheetLayout.HEADER + PANEL * 9 / 16 - 5; y++) {
      for (int x = left + 5; x < left + PANEL - 5; x++) {
        int rgb = sheet.getRGB(x, y);
        sum += (rgb >> 16 & 255) + (rgb >> 8 & 255) + (rgb & 255);
      }
    }
    return sum;
  }
}
