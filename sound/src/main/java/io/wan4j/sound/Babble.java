package io.wan4j.sound;

import io.wan4j.engine.SoundSource;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Optional;

/**
 * The voice that never fails: syllables without words, as puppets in films speak, that follow the
 * text. Every Chinese character is one syllable with one of the four tones; every other word has as
 * many syllables as groups of vowels.
 */
final class Babble implements SpeechSynthesizer {
  private static final int MOST_SYLLABLES = 200;
  private static final double SYLLABLE_SECONDS = 0.2;
  private static final double PAUSE_SECONDS = 0.24;

  /**
   * First, second and third formant of a, e, i, o, u in hertz (Peterson and Barney 1952, women).
   */
  private static final double[][] VOWELS = {
    {850, 1220, 2810}, {610, 2330, 2990}, {370, 2670, 3310}, {590, 920, 2710}, {430, 1170, 2680}
  };

  private static final String LETTERS = "aeiou";

  /**
   * @param vowel index into {@link #VOWELS}, -1 for a pause
   * @param noisy whether a consonant of noise comes before it
   * @param from pitch at its start against the speaker's
   * @param to pitch at its end
   */
  private record Syllable(int vowel, boolean noisy, double from, double to) {}

  @Override
  public boolean speaks(String text) {
    return true;
  }

  @Override
  public Optional<Utterance> speak(String text, Speaker speaker) {
    VoiceStyle style = VoiceStyle.of(speaker);
    List<Syllable> syllables = syllables(text);
    int hop = (int) (SYLLABLE_SECONDS / style.rate() * SoundSource.SAMPLE_RATE);
    int pause = (int) (PAUSE_SECONDS / style.rate() * SoundSource.SAMPLE_RATE);
    int length = syllables.stream().mapToInt(s -> s.vowel() < 0 ? pause : hop).sum();
    float[] samples = new float[length];
    Throat throat = new Throat(style, new Noise(text.hashCode()));
    int at = 0;
    for (int i = 0; i < syllables.size(); i++) {
      Syllable syllable = syllables.get(i);
      if (syllable.vowel() < 0) {
        at += pause;
        continue;
      }
      // Sentences sink towards their end (declination).
      double sink = 1.06 - 0.12 * i / syllables.size();
      throat.speak(syllable, sink, samples, at, hop);
      at += hop;
    }
    Levels.normalised(samples, style.gain());
    return Optional.of(new Utterance(samples, MouthTrack.ofLoudness(samples)));
  }

  private static List<Syllable> syllables(String text) {
    List<Syllable> found = new ArrayList<>();
    boolean inVowels = false;
    boolean consonant = false;
    for (int c : text.toLowerCase(Locale.ROOT).codePoints().limit(2000).toArray()) {
      if (found.size() >= MOST_SYLLABLES) {
        break;
      }
      int vowel = LETTERS.indexOf(c);
      if (Script.isChinese(c)) {
        found.add(toned(c));
      } else if (vowel >= 0 && !inVowels) {
        found.add(new Syllable(vowel, consonant, 1, 0.97));
        consonant = false;
      } else if (Character.isLetter(c) && c > 0x24F) {
        found.add(new Syllable(Math.floorMod(c, VOWELS.length), c % 2 == 0, 1, 0.97));
      } else if (",.!?;:，。！？；：、…".indexOf(c) >= 0 && !found.isEmpty()) {
        found.add(new Syllable(-1, false, 1, 1));
      } else if (Character.isLetterOrDigit(c)) {
        consonant = true;
      }
      inVowels = vowel >= 0;
    }
    if (found.stream().noneMatch(syllable -> syllable.vowel() >= 0)) {
      found.add(new Syllable(0, true, 1, 0.9));
    }
    return found;
  }

  /** The four tones of Mandarin: high, rising, low, falling; which one, follows the character. */
  private static Syllable toned(int c) {
    int vowel = Math.floorMod(c / 4, VOWELS.length);
    boolean noisy = c % 3 != 0;
    return switch (Math.floorMod(c, 4)) {
      case 0 -> new Syllable(vowel, noisy, 1.22, 1.22);
      case 1 -> new Syllable(vowel, noisy, 0.95, 1.25);
      case 2 -> new Syllable(vowel, noisy, 0.88, 0.78);
      default -> new Syllable(vowel, noisy, 1.3, 0.85);
    };
  }

  @Override
  public void close() {}

  /** The voice's source through three resonators. */
  private static final class Throat {
    private final VoiceStyle style;
    private final Folds folds;

    Throat(VoiceStyle style, Noise breath) {
      this.style = style;
      this.folds = new Folds(style, breath);
    }

    void speak(Syllable syllable, double sink, float[] out, int from, int length) {
      double[] formants = VOWELS[syllable.vowel()];
      Resonator[] mouth = new Resonator[3];
      for (int i = 0; i < 3; i++) {
        mouth[i] = new Resonator(formants[i] * style.tract(), 0.1 + 0.03 * i);
      }
      Resonator hiss = new Resonator(4200 * style.tract(), 0.5);
      int onset = syllable.noisy() ? length / 5 : 0;
      for (int i = 0; i < length && from + i < out.length; i++) {
        double share = (double) i / length;
        double pitch =
            style.pitch() * sink * (syllable.from() + (syllable.to() - syllable.from()) * share);
        double source = folds.next(pitch);
        double voiced =
            i < onset
                ? 0
                : Math.sin(Math.PI * Math.pow((i - onset) / (double) (length - onset), 0.6));
        double sum = 0;
        for (int k = 0; k < 3; k++) {
          mouth[k].step(source * voiced);
          sum += mouth[k].band() / (1 + 0.4 * k);
        }
        hiss.step(i < onset ? folds.noise() * Math.sin(Math.PI * i / onset) : 0);
        out[from + i] = (float) (0.4 * sum + 0.12 * hiss.band());
      }
    }
  }
}
