package io.wan4j.sound;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.assertj.core.api.Assertions.within;

import java.nio.file.Path;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Set;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

class SpeechTest {
  private static final String LINE = "Have you seen the lighthouse? It was here before the storm.";

  @TempDir static Path cache;

  private static Speech speech;

  @BeforeAll
  static void start() {
    speech = Speech.start(cache, "");
  }

  @AfterAll
  static void close() {
    speech.close();
  }

  private static Speaker human(Speaker.Sex sex, Speaker.Age age) {
    return new Speaker(Speaker.Kind.HUMAN, sex, age, Speaker.Tone.NEUTRAL, 0);
  }

  @Test
  void englishIsReadByTheRecordedVoice() {
    Utterance read = speech.say(LINE, Speaker.ANYBODY);
    Utterance babbled = Speech.babbling().say(LINE, Speaker.ANYBODY);

    assertThat(read.seconds()).isBetween(2.5, 5.5);
    assertThat(Measure.digest(read.samples())).isNotEqualTo(Measure.digest(babbled.samples()));
    assertThat(Measure.peak(read.samples())).isBetween(0.2, 0.86);
    Utterance numbers = speech.say("Numbers: 25, 1999, 3.5 and Dr. Smith's 2nd!", Speaker.ANYBODY);
    assertThat(numbers.seconds()).isBetween(2.5, 9.0);
  }

  @ParameterizedTest
  @CsvSource({
    "FEMALE, ADULT, 178",
    "MALE, ADULT, 110",
    "MALE, CHILD, 255",
    "FEMALE, CHILD, 270",
    "MALE, OLD, 100"
  })
  void speakersHaveTheirPitch(Speaker.Sex sex, Speaker.Age age, double hertz) {
    double pitch = Measure.pitch(speech.say(LINE, human(sex, age)).samples());

    assertThat(pitch).isCloseTo(hertz, within(0.1 * hertz));
  }

  @Test
  void speakersAlikeAreToldApart() {
    Speaker one =
        new Speaker(
            Speaker.Kind.HUMAN, Speaker.Sex.MALE, Speaker.Age.ADULT, Speaker.Tone.NEUTRAL, 1);
    Speaker two =
        new Speaker(
            Speaker.Kind.HUMAN, Speaker.Sex.MALE, Speaker.Age.ADULT, Speaker.Tone.NEUTRAL, 2);

    assertThat(Measure.pitch(speech.say(LINE, one).samples()))
        .isNotCloseTo(Measure.pitch(speech.say(LINE, two).samples()), within(2.0));
  }

  @ParameterizedTest
  @CsvSource({"95, 4", "140, 4.8", "215, 5", "290, 4.8"})
  void aSpeakerSoundsLikeItsSample(double pitch, double pace) {
    Voiceprint sample = new Voiceprint(pitch, pace);
    Speaker like =
        new Speaker(
            Speaker.Kind.HUMAN,
            Speaker.Sex.FEMALE,
            Speaker.Age.CHILD,
            Speaker.Tone.NEUTRAL,
            3,
            sample);

    assertThat(Measure.pitch(speech.say(LINE, like).samples()))
        .isCloseTo(pitch, within(0.08 * pitch));
    assertThat(Measure.pitch(Speech.babbling().say(LINE, like).samples()))
        .isCloseTo(pitch, within(0.08 * pitch));
  }

  @Test
  void aSlowSampleMakesASlowSpeaker() {
    Utterance slow = speech.say(LINE, like(new Voiceprint(170, 3.6)));
    Utterance fast = speech.say(LINE, like(new Voiceprint(170, 6)));

    assertThat(slow.seconds() / fast.seconds()).isCloseTo(6 / 3.6, within(0.1));
    assertThat(Voiceprint.of(slow.samples()).pace())
        .isLessThan(0.85 * Voiceprint.of(fast.samples()).pace());
  }

  private static Speaker like(Voiceprint sample) {
    return new Speaker(
        Speaker.Kind.HUMAN, Speaker.Sex.FEMALE, Speaker.Age.ADULT, Speaker.Tone.NEUTRAL, 0, sample);
  }

  @Test
  void theSameLineIsTheSameSoundEvenFromAnotherStart() {
    Speaker speaker = human(Speaker.Sex.MALE, Speaker.Age.YOUNG);
    try (Speech again = Speech.start(cache, "")) {
      assertThat(Measure.digest(again.say(LINE, speaker).samples()))
          .isEqualTo(Measure.digest(speech.say(LINE, speaker).samples()));
    }
  }

  @Test
  void severalThreadsMaySpeakAtOnce() throws InterruptedException, ExecutionException {
    Set<String> digests = new HashSet<>();
    try (ExecutorService threads = Executors.newVirtualThreadPerTaskExecutor();
        Speech fresh = Speech.start(cache, "")) {
      List<Future<Utterance>> said = new ArrayList<>();
      for (int i = 0; i < 6; i++) {
        Speaker speaker =
            human(i % 2 == 0 ? Speaker.Sex.MALE : Speaker.Sex.FEMALE, Speaker.Age.ADULT);
        said.add(threads.submit(() -> fresh.say("All together now.", speaker)));
      }
      for (Future<Utterance> future : said) {
        digests.add(Measure.digest(future.get().samples()));
      }
    }
    assertThat(digests).hasSize(2);
  }

  @Test
  void theMouthFollowsThePhones() {
    Utterance said = speech.say("Mama, papa. Ah!", Speaker.ANYBODY);
    double widest = 0;
    int shut = 0;
    for (double t = 0; t < said.seconds(); t += 0.01) {
      widest = Math.max(widest, said.mouth().at(t));
      shut += said.mouth().at(t) < 0.15 ? 1 : 0;
    }

    assertThat(widest).isGreaterThan(0.7);
    assertThat(shut).isGreaterThan(5);
    assertThat(said.mouth().at(-1)).isZero();
    assertThat(said.mouth().at(said.seconds() + 1)).isZero();
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "你好，我们去看海吧！",
        "今天天气真好。",
        "Доброе утро",
        "مرحبا",
        "",
        " ",
        "\u0000\uFFFE",
        "😀😀",
        "...",
        "<speak/> & ]]>",
        "Ω"
      })
  void nothingIsEverSilent(String text) {
    Utterance said = speech.say(text, Speaker.ANYBODY);

    assertThat(Measure.decibels(said.samples(), 1, 0, said.seconds())).isGreaterThan(-32);
    assertThat(said.seconds()).isBetween(0.1, 60.0);
  }

  @Test
  void everyChineseCharacterIsASyllable() {
    Utterance four = Speech.babbling().say("山高水长", Speaker.ANYBODY);
    Utterance eight = Speech.babbling().say("山高水长日暖风和", Speaker.ANYBODY);

    assertThat(eight.seconds()).isCloseTo(2 * four.seconds(), within(0.01));
    assertThat(Measure.digest(Speech.babbling().say("山高水短", Speaker.ANYBODY).samples()))
        .isNotEqualTo(Measure.digest(four.samples()));
  }

  @Test
  void aLineIsSpokenFasterToFitItsTime() {
    Utterance line = speech.say(LINE, human(Speaker.Sex.MALE, Speaker.Age.ADULT));
    double time = line.seconds() / 1.4;
    Utterance faster = Speech.within(line, time);

    assertThat(faster.seconds()).isCloseTo(time, within(0.01));
    assertThat(Measure.pitch(faster.samples()))
        .isCloseTo(Measure.pitch(line.samples()), within(12.0));
    assertThat(Speech.within(line, 60)).isSameAs(line);
  }

  @Test
  void aVeryLongTextIsCutNotRefused() {
    Utterance said = speech.say("word ".repeat(3000), Speaker.ANYBODY);

    assertThat(said.seconds()).isBetween(10.0, 120.0);
  }

  @Test
  void theVoiceLeavesNothingInTheWorkingFolder() {
    speech.say("Nobody writes this down.", Speaker.ANYBODY);

    assertThat(Path.of("log")).doesNotExist();
  }

  @Test
  void nothingOfTheVoiceIsOnTheClassPath() {
    assertThatThrownBy(() -> Class.forName("marytts.LocalMaryInterface"))
        .isInstanceOf(ClassNotFoundException.class);
    assertThatThrownBy(() -> Class.forName("com.google.common.collect.Lists"))
        .isInstanceOf(ClassNotFoundException.class);
  }
}
