package io.wan4j.sound;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import io.wan4j.engine.SoundSource;
import java.util.Arrays;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class MandarinVoiceTest {
  private final MandarinVoice voice = new MandarinVoice();

  private float[] say(String text) {
    return voice.speak(text, Speaker.ANYBODY).orElseThrow().samples();
  }

  @ParameterizedTest
  @CsvSource({
    "zhong1, zh, ong, 1",
    "yuan2, '', van, 2",
    "lu:4, l, v, 4",
    "xue2, x, ve, 2",
    "shi4, sh, I, 4",
    "ni3, n, i, 3",
    "yao1, '', iao, 1",
    "yan2, '', ian, 2",
    "wo3, '', uo, 3",
    "wei4, '', ui, 4",
    "ai4, '', ai, 4",
    "er2, '', er, 2",
    "ma5, m, a, 5"
  })
  void takesSyllablesApart(String spelling, String initial, String finalPart, int tone) {
    assertThat(PinyinSyllable.read(spelling))
        .isEqualTo(new PinyinSyllable(initial, finalPart, tone));
  }

  @Test
  void readsCharacters() {
    assertThat(PinyinSyllable.of('好')).contains(new PinyinSyllable("h", "ao", 3));
    assertThat(PinyinSyllable.of('海')).contains(new PinyinSyllable("h", "ai", 3));
    assertThat(PinyinSyllable.of('x')).isEmpty();
    assertThat(voice.speak("……", Speaker.ANYBODY)).isEmpty();
  }

  /** The tone is what tells words apart: it must be heard. */
  @Test
  void tonesRiseAndFall() {
    assertThat(bend("妈妈妈妈")).isCloseTo(1, within(0.06));
    assertThat(bend("麻麻麻麻")).isGreaterThan(1.1);
    assertThat(bend("骂骂骂骂")).isLessThan(0.85);
  }

  /** Pitch near the end of the first syllable against that near its begin. */
  private double bend(String text) {
    float[] said = say(text);
    int syllable = said.length / 4;
    double early = Measure.pitch(part(said, syllable, 0.22));
    double late = Measure.pitch(part(said, syllable, 0.55));
    return late / early;
  }

  private static float[] part(float[] said, int syllable, double from) {
    int start = (int) (from * syllable);
    return Arrays.copyOfRange(said, start, start + SoundSource.SAMPLE_RATE / 8);
  }

  @Test
  void vowelsHaveTheirColour() {
    // The first formant lies near 900 Hz in "a" and near 320 Hz in "yi".
    assertThat(band(say("啊啊啊"), 900) / band(say("啊啊啊"), 320))
        .isGreaterThan(4 * band(say("衣衣衣"), 900) / band(say("衣衣衣"), 320));
    // The second formant lies near 2650 Hz in "yi" and near 760 Hz in "wu".
    assertThat(band(say("衣衣衣"), 2650) / band(say("衣衣衣"), 760))
        .isGreaterThan(4 * band(say("屋屋屋"), 2650) / band(say("屋屋屋"), 760));
    // "shi" begins with a hiss at 2900 Hz and goes on with a vowel that has its tone below 500 Hz.
    float[] poem = say("诗诗诗诗");
    float[] hiss = Arrays.copyOfRange(poem, 0, poem.length / 16);
    float[] vowel = Arrays.copyOfRange(poem, poem.length / 8, poem.length * 3 / 16);
    assertThat(band(hiss, 2900) / band(hiss, 400))
        .isGreaterThan(10 * band(vowel, 2900) / band(vowel, 400));
  }

  private static double band(float[] samples, double hertz) {
    Resonator filter = new Resonator(hertz, 0.1);
    double sum = 0;
    for (float sample : samples) {
      filter.step(sample);
      sum += filter.band() * filter.band();
    }
    return sum / samples.length;
  }

  @Test
  void ofTwoThirdTonesTheFirstRises() {
    float[] hello = say("你好");
    int syllable = hello.length / 2;
    double early = Measure.pitch(part(hello, syllable, 0.25));
    double late = Measure.pitch(part(hello, syllable, 0.5));
    assertThat(late / early).isGreaterThan(1.03);
  }
}
