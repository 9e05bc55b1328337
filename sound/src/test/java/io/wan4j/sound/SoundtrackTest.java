package io.wan4j.sound;

import static org.assertj.core.api.Assertions.assertThat;

import io.wan4j.engine.SoundSource;
import java.util.Arrays;
import java.util.List;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;
import org.junit.jupiter.params.provider.ValueSource;

class SoundtrackTest {
  private static final int RATE = SoundSource.SAMPLE_RATE;
  private static final Utterance LINE =
      Speech.babbling().say("We have to go before the tide comes in.", Speaker.ANYBODY);

  private static FilmSound film(double seconds, List<FilmSound.Cue> cues, FilmSound.Line... lines) {
    return new FilmSound(Math.round(seconds * RATE), 11, cues, List.of(lines));
  }

  @ParameterizedTest
  @ValueSource(longs = {1, 239, 240, 241, 1023, 1024, 48_000, 112_113})
  void lengthIsExact(long samples) {
    FilmSound plan =
        new FilmSound(
            samples,
            1,
            List.of(new FilmSound.Cue(Sound.WIND, 0, 60)),
            List.of(new FilmSound.Line(LINE, 0.5, 1, 0)));

    assertThat(Measure.of(plan)).hasSize((int) (2 * samples));
  }

  @ParameterizedTest
  @EnumSource(Sound.class)
  void everySoundIsHeardAndKeepsItsHeadroom(Sound sound) {
    float[] heard = Measure.of(film(4, List.of(new FilmSound.Cue(sound, 0.5, 3.5))));

    assertThat(Measure.decibels(heard, 2, 0.5, 3.5)).isBetween(-52.0, -12.0);
    assertThat(Measure.peak(heard)).isLessThanOrEqualTo(Soundtrack.CEILING);
    assertThat(Measure.decibels(heard, 2, 0, 0.49)).isLessThan(-90);
  }

  @Test
  void everythingAtOnceAndMuchTooLoudStaysUnderTheCeiling() {
    List<FilmSound.Cue> all =
        Stream.of(Sound.values())
            .map(s -> new FilmSound.Cue(s, 0, 3, 4, 0.4, FilmSound.Intensity.RISING))
            .toList();

    float[] heard = Measure.of(film(3, all, new FilmSound.Line(LINE, 0.2, 4, -1)));

    assertThat(Measure.peak(heard)).isBetween(0.6, (double) Soundtrack.CEILING);
  }

  @Test
  void theLimiterLetsQuietSoundThroughUnchanged() {
    float[] stereo = new float[2 * 4096];
    for (int i = 0; i < stereo.length; i++) {
      stereo[i] = 0.5f * (float) Math.sin(i * 0.01);
    }
    float[] limited = stereo.clone();
    new Limiter(0.9f).process(limited, 4096);

    float[] delayed = Arrays.copyOfRange(limited, 2 * Limiter.AHEAD, limited.length);
    assertThat(delayed).containsExactly(Arrays.copyOf(stereo, delayed.length));
  }

  @Test
  void theLimiterNeverJumps() {
    float[] stereo = new float[2 * 9600];
    Arrays.fill(stereo, 0.5f);
    Arrays.fill(stereo, 9600, 9600 + 400, 5f);
    new Limiter(0.9f).process(stereo, 9600);

    assertThat(Measure.peak(stereo)).isLessThanOrEqualTo(0.9f);
    // The burst leaves the limiter so much later; the gain must have come down softly by then.
    int burst = 9600 + 2 * Limiter.AHEAD;
    assertThat(stereo[burst - 2]).isLessThan(0.15f);
    for (int i = 2 * Limiter.AHEAD + 2; i < burst; i += 2) {
      assertThat(Math.abs(stereo[i] - stereo[i - 2])).isLessThan(0.02f);
    }
  }

  @Test
  void bedsStepBackNineToTwelveDecibelsUnderSpeech() {
    FilmSound plan = film(8, List.of(new FilmSound.Cue(Sound.ENGINE, 0, 8)), spoken(3));
    Ducking ducking = new Ducking(plan.lines());
    double before = 0;
    double during = 0;
    for (int i = 0; i < 8 * RATE; i++) {
      double gain = ducking.at(i);
      before = i == 2 * RATE ? gain : before;
      during = i == (int) ((3 + LINE.seconds() / 2) * RATE) ? gain : during;
    }
    assertThat(20 * Math.log10(before / during)).isBetween(9.0, 12.0);

    // The same with the ears: the line itself turned off, so that only the bed is left.
    Utterance mute = new Utterance(new float[LINE.samples().length], LINE.mouth());
    float[] alone = Measure.of(film(8, plan.cues()));
    float[] ducked = Measure.of(film(8, plan.cues(), new FilmSound.Line(mute, 3, 1, 0)));
    double from = 3.2;
    double to = 3 + LINE.seconds() - 0.1;
    assertThat(Measure.decibels(alone, 2, from, to) - Measure.decibels(ducked, 2, from, to))
        .isBetween(9.0, 12.0);
    assertThat(Measure.decibels(alone, 2, 0, 2) - Measure.decibels(ducked, 2, 0, 2))
        .isLessThan(0.1);
  }

  private static FilmSound.Line spoken(double start) {
    return new FilmSound.Line(LINE, start, 1, 0);
  }

  @Test
  void speechIsHeardInItsSpanOnly() {
    float[] heard = Measure.of(film(8, List.of(), spoken(3)));

    assertThat(Measure.decibels(heard, 2, 3, 3 + LINE.seconds())).isBetween(-26.0, -16.0);
    assertThat(Measure.decibels(heard, 2, 0, 2.99)).isLessThan(-100);
    assertThat(Measure.decibels(heard, 2, 3.01 + LINE.seconds(), 8)).isLessThan(-100);
  }

  @Test
  void aBedGoesOnOverACutWithoutAHole() {
    float[] heard =
        Measure.of(
            film(
                6,
                List.of(
                    new FilmSound.Cue(Sound.CITY, 0, 3), new FilmSound.Cue(Sound.TRAFFIC, 3, 6))));
    float[] joined =
        Measure.of(
            film(
                6,
                List.of(new FilmSound.Cue(Sound.RAIN, 0, 3), new FilmSound.Cue(Sound.RAIN, 3, 6))));

    assertThat(Measure.decibels(heard, 2, 2.9, 3.2)).isGreaterThan(-48);
    assertThat(Measure.decibels(joined, 2, 2.9, 3.1))
        .isGreaterThan(Measure.decibels(joined, 2, 1, 5) - 3);
  }

  @Test
  void soundIsFadedInAndOut() {
    float[] heard = Measure.of(film(5, List.of(new FilmSound.Cue(Sound.RAIN, 0, 5))));
    double middle = Measure.decibels(heard, 2, 2, 3);

    assertThat(Measure.decibels(heard, 2, 0, 0.02)).isLessThan(middle - 10);
    assertThat(Measure.decibels(heard, 2, 4.98, 5)).isLessThan(middle - 10);
    assertThat(Measure.decibels(heard, 2, 0.3, 0.5)).isGreaterThan(middle - 3);
  }

  @Test
  void thePanMovesASound() {
    FilmSound.Cue left = new FilmSound.Cue(Sound.KNOCK, 0, 2, 1, -1, FilmSound.Intensity.EVEN);
    float[] heard = Measure.of(film(2, List.of(left)));
    double one = 0;
    double other = 0;
    for (int i = 0; i < heard.length; i += 2) {
      one += Math.abs(heard[i]);
      other += Math.abs(heard[i + 1]);
    }

    assertThat(other).isLessThan(one / 1000);
  }

  @Test
  void musicGrowsWhenAskedTo() {
    FilmSound.Cue rising = new FilmSound.Cue(Sound.MUSIC, 0, 12, 1, 0, FilmSound.Intensity.RISING);
    float[] heard = Measure.of(film(12, List.of(rising)));

    assertThat(Measure.decibels(heard, 2, 9, 11))
        .isGreaterThan(Measure.decibels(heard, 2, 1, 3) + 2);
  }

  @Test
  void theSamePlanIsTheSameSoundAndAnotherSeedIsNot() {
    List<FilmSound.Cue> cues =
        List.of(
            new FilmSound.Cue(Sound.WIND, 0, 3),
            new FilmSound.Cue(Sound.BIRDS, 0, 3),
            new FilmSound.Cue(Sound.GUITAR, 0, 3),
            new FilmSound.Cue(Sound.FOOTSTEPS, 1, 3));
    FilmSound plan = film(3, cues, spoken(1));

    assertThat(Measure.digest(Measure.of(plan))).isEqualTo(Measure.digest(Measure.of(plan)));
    FilmSound other = new FilmSound(plan.samples(), 12, cues, plan.lines());
    assertThat(Measure.digest(Measure.of(other))).isNotEqualTo(Measure.digest(Measure.of(plan)));
  }

  @Test
  void ambienceFollowsPlaceWeatherAndHour() {
    Ambience ambience = new Ambience();

    assertThat(ambience.beds("FOREST", "DAY", List.of(), 0, 5))
        .extracting(FilmSound.Cue::sound)
        .contains(Sound.BIRDS)
        .doesNotContain(Sound.RAIN);
    assertThat(ambience.beds("FOREST", "NIGHT", List.of("RAIN"), 0, 5))
        .extracting(FilmSound.Cue::sound)
        .contains(Sound.INSECTS, Sound.RAIN)
        .doesNotContain(Sound.BIRDS);
    double outside = rain(ambience.beds("STREET", "DAY", List.of("RAIN"), 0, 5));
    double inside = rain(ambience.beds("ROOM", "DAY", List.of("RAIN"), 0, 5));
    assertThat(inside).isLessThan(outside / 2);
    assertThat(ambience.beds("NOWHERE KNOWN", "", List.of("FROGS"), 0, 5)).isNotEmpty();
  }

  private static double rain(List<FilmSound.Cue> cues) {
    return cues.stream()
        .filter(cue -> cue.sound() == Sound.RAIN)
        .mapToDouble(FilmSound.Cue::gain)
        .sum();
  }
}
