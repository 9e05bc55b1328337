package io.wan4j.storyboard;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.lang.management.ManagementFactory;
import java.lang.management.ThreadMXBean;
import java.time.Duration;
import java.util.Random;
import org.junit.jupiter.api.Assertions;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class HostileTextTest {
  private static final StoryboardParser PARSER = new StoryboardParser();

  @ParameterizedTest
  @ValueSource(
      strings = {
        "[",
        "(",
        "【",
        "'",
        "\"",
        "“",
        "''",
        "' ",
        "0-",
        "1.",
        "[0-",
        "Shot ",
        "Shot 1 [",
        "镜头",
        "第",
        "00:00-",
        "\u0000",
        "\uD83D",
        "😀",
        "\u202E\u05D0",
        "a'",
        "the cheetah's ",
        "camera then pans left while ",
        "says \"",
        "说：“",
        "Image 1 ",
        "9",
        "-",
        " ",
        "\n",
      })
  void fiveThousandCharsOfAnythingAreRead(String piece) {
    String text = piece.repeat(5000 / piece.length());

    Assertions.assertTimeoutPreemptively(
        Duration.ofSeconds(10),
        () -> {
          for (Cutting cutting : Cutting.values()) {
            Storyboard board = PARSER.parse(text, 5, cutting);
            assertThat(board.shots()).isNotEmpty();
            assertThat(board.shots().getLast().end()).isEqualTo(5);
            assertThat(StoryboardText.json(board)).startsWith("{");
            assertThat(StoryboardText.lines(board)).isNotEmpty();
          }
        });
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "Shot 999999999999: a cat. Shot 99999999999999: a dog.",
        "Shot 0: a. Shot -1: b.",
        "[99999-0s] a. [0-0s] b. [5-5s] c.",
        "[99999.999-99999.999s] a",
        "Shot 1 [0-0.001s] a. Shot 2 [0.001-0.002s] b. Shot 3 [0.002-5s] c.",
        "镜头九九九：a。镜头十十十：b。",
        "Image 0 and Image 999999999999999 and Image 00001.",
        "Shot 1 Shot 2 Shot 3 Shot 4",
        "",
        "   ",
      })
  void strangeNumbersAreRead(String text) {
    for (double seconds : new double[] {0.01, 1, 5, 3600}) {
      Storyboard board = PARSER.parse(text, seconds, Cutting.BY_PROMPT);
      double at = 0;
      for (Shot shot : board.shots()) {
        assertThat(shot.start()).isEqualTo(at);
        at = shot.end();
      }
      assertThat(at).isEqualTo(seconds);
    }
  }

  @Test
  void randomWordsOfTheVocabularyAreRead() {
    String[] words =
        ("Shot 1 2 3 [0-3s] [3-5s] : . , the camera pans tilts left right then while a cheetah boy"
                + " says \" ' “ ” ''hello'' it's Image 2 chases rides in forest at night 镜头 推近 说"
                + " ： 。 小猫 跑 then cuts to 1. 2. ) ( he she they with two red first final shot")
            .split(" ");
    Random random = new Random(5);
    for (int i = 0; i < 400; i++) {
      StringBuilder text = new StringBuilder();
      for (int k = 0; k < 60; k++) {
        text.append(words[random.nextInt(words.length)]).append(random.nextInt(5) == 0 ? "" : " ");
      }
      Storyboard board = PARSER.parse(text.toString(), 1 + random.nextInt(15), Cutting.BY_PROMPT);
      assertThat(board.shots()).allMatch(shot -> shot.seconds() > 0);
    }
  }

  @Test
  void timeGrowsWithLengthNotItsSquare() {
    String sentence =
        "The camera pans left, then a boy's dog says 'no' [ to Image 2 (0-3 in a forest. ";
    nanos(sentence.repeat(200));
    long once = nanos(sentence.repeat(50));
    long fourTimes = nanos(sentence.repeat(200));

    // Four times the text may take four times as long; sixteen times would be quadratic.
    assertThat(fourTimes).isLessThan(10 * once);
  }

  /** Time of this thread on a core, so that what else the machine does counts for nothing. */
  private static long nanos(String text) {
    ThreadMXBean clock = ManagementFactory.getThreadMXBean();
    long best = Long.MAX_VALUE;
    for (int i = 0; i < 12; i++) {
      long start = clock.getCurrentThreadCpuTime();
      PARSER.parse(text, 10, Cutting.BY_PROMPT);
      best = Math.min(best, clock.getCurrentThreadCpuTime() - start);
    }
    return best;
  }

  @ParameterizedTest
  @ValueSource(doubles = {0, -1, Double.NaN, Double.POSITIVE_INFINITY, 3601})
  void impossibleLengthsAreRefusedWithTheLimit(double seconds) {
    assertThatThrownBy(() -> PARSER.parse("a cat", seconds, Cutting.BY_PROMPT))
        .isInstanceOf(StoryboardException.class)
        .hasMessageContaining("3600");
  }
}
