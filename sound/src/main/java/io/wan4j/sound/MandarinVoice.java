package io.wan4j.sound;

import io.wan4j.engine.SoundSource;
import java.io.IOException;
import java.io.InputStream;
import java.io.InputStreamReader;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.Properties;

/**
 * Reads Chinese by rule where no better voice is installed: every character's syllable with its
 * initial, its final and its tone, by pulses and noise through three resonators (formant synthesis;
 * the numbers are in {@code mandarin.properties}).
 */
final class MandarinVoice implements SpeechSynthesizer {
  private static final int MOST_SYLLABLES = 200;
  private static final double SYLLABLE_SECONDS = 0.23;
  private static final double PAUSE_SECONDS = 0.26;
  private static final String PAUSES = ",.!?;:，。！？；：、…—";

  /** The last part of a syllable in which a nasal closes it. */
  private static final double CODA = 0.32;

  private static final double[] FORMANT_LEVELS = {1, 0.71, 0.55};

  private final Properties table = new Properties();

  MandarinVoice() {
    try (InputStream bytes = MandarinVoice.class.getResourceAsStream("mandarin.properties")) {
      if (bytes == null) {
        throw new SoundException("mandarin.properties is missing from the class path");
      }
      table.load(new InputStreamReader(bytes, StandardCharsets.UTF_8));
    } catch (IOException e) {
      throw new SoundException("mandarin.properties cannot be read", e);
    }
  }

  @Override
  public boolean speaks(String text) {
    return Script.isChinese(text);
  }

  @Override
  public Optional<Utterance> speak(String text, Speaker speaker) {
    VoiceStyle style = VoiceStyle.of(speaker);
    List<Optional<PinyinSyllable>> syllables = syllables(text);
    if (syllables.stream().allMatch(Optional::isEmpty)) {
      return Optional.empty();
    }
    int hop = (int) (SYLLABLE_SECONDS / style.rate() * SoundSource.SAMPLE_RATE);
    int pause = (int) (PAUSE_SECONDS / style.rate() * SoundSource.SAMPLE_RATE);
    int length = syllables.stream().mapToInt(s -> s.isEmpty() ? pause : hop).sum();
    float[] samples = new float[length];
    Folds folds = new Folds(style, new Noise(text.hashCode()));
    int at = 0;
    for (int i = 0; i < syllables.size(); i++) {
      if (syllables.get(i).isEmpty()) {
        at += pause;
        continue;
      }
      // Sentences sink towards their end (declination).
      double sink = 1.06 - 0.12 * i / syllables.size();
      voice(syllables.get(i).get(), style, sink, folds, samples, at, hop);
      at += hop;
    }
    Levels.normalised(samples, style.gain());
    return Optional.of(new Utterance(samples, MouthTrack.ofLoudness(samples)));
  }

  /** Empty entries are pauses. */
  private static List<Optional<PinyinSyllable>> syllables(String text) {
    List<Optional<PinyinSyllable>> found = new ArrayList<>();
    for (int c : text.codePoints().limit(4L * MOST_SYLLABLES).toArray()) {
      Optional<PinyinSyllable> syllable = PinyinSyllable.of(c);
      if (syllable.isPresent() && found.size() < MOST_SYLLABLES) {
        found.add(syllable);
      } else if (PAUSES.indexOf(c) >= 0 && !found.isEmpty() && found.getLast().isPresent()) {
        found.add(Optional.empty());
      }
    }
    for (int i = 0; i + 1 < found.size(); i++) {
      // Of two third tones in a row the first is spoken as a second.
      if (third(found.get(i)) && third(found.get(i + 1))) {
        found.set(i, found.get(i).map(syllable -> syllable.inTone(2)));
      }
    }
    return found;
  }

  private static boolean third(Optional<PinyinSyllable> syllable) {
    return syllable.isPresent() && syllable.get().tone() == 3;
  }

  private void voice(
      PinyinSyllable syllable,
      VoiceStyle style,
      double sink,
      Folds folds,
      float[] out,
      int from,
      int length) {
    String[] initial = words("initial." + syllable.initial());
    int onset = initial.length == 0 ? 0 : (int) (length * Double.parseDouble(initial[2]));
    boolean hums = initial.length > 0 && initial[0].equals("hum");
    List<double[]> way = new ArrayList<>();
    if (hums) {
      way.add(numbers("sound." + initial[1]));
    }
    String[] finals = words("final." + syllable.finalPart());
    for (String sound : finals.length == 0 ? new String[] {"e"} : finals) {
      way.add(numbers("sound." + sound));
    }
    boolean coda = finals.length > 1 && "nN".contains(finals[finals.length - 1]);
    double[] tone = numbers("tone." + syllable.tone());
    Resonator[] mouth = new Resonator[3];
    for (int k = 0; k < 3; k++) {
      mouth[k] = new Resonator(way.getFirst()[k] * style.tract(), 0.1 + 0.03 * k);
    }
    Resonator hiss =
        new Resonator(
            initial.length == 0 || hums ? 3000 : Double.parseDouble(initial[1]) * style.tract(),
            0.4);
    double level = initial.length == 0 ? 0 : Double.parseDouble(initial[3]);
    int voicedFrom = hums ? 0 : onset;
    for (int i = 0; i < length && from + i < out.length; i++) {
      double share = (double) Math.max(0, i - voicedFrom) / (length - voicedFrom);
      if (i % 48 == 0) {
        for (int k = 0; k < 3; k++) {
          mouth[k].tune(along(way, share, hums ? (double) onset / length : 0, k) * style.tract());
        }
      }
      double swing = along(tone, share);
      double source = folds.next(style.pitch() * sink * swing);
      double voiced = i < voicedFrom ? 0 : loudness(share, coda, hums && i < onset);
      double sum = 0;
      for (int k = 0; k < 3; k++) {
        mouth[k].step(source * voiced);
        sum += FORMANT_LEVELS[k] * mouth[k].band();
      }
      boolean rubs = i < onset && !hums;
      hiss.step(rubs ? folds.noise() * noise(initial[0], (double) i / onset) : 0);
      out[from + i] = (float) (0.4 * sum + 0.16 * level * hiss.band());
    }
  }

  private static double loudness(double share, boolean coda, boolean hum) {
    double rise = Math.min(1, share / 0.08);
    double fall = Math.min(1, (1 - share) / 0.16);
    double closed = coda && share > 1 - CODA ? 0.55 : 1;
    return rise * fall * closed * (hum ? 0.6 : 1);
  }

  /** A stop bursts and fades, a rubbed sound swells. */
  private static double noise(String kind, double share) {
    return kind.equals("stop")
        ? Math.exp(-4 * share)
        : Math.sin(Math.PI * Math.min(1, share + 0.1));
  }

  /** A formant on its way through the sounds; each is held a little. */
  private static double along(List<double[]> way, double share, double firstUntil, int formant) {
    if (way.size() == 1) {
      return way.getFirst()[formant];
    }
    double place = (way.size() - 1) * Math.clamp((share - 0.08) / 0.8, 0.0, 1.0);
    if (firstUntil > 0) {
      double rest = Math.clamp((share - firstUntil) / (0.9 - firstUntil), 0.0, 1.0);
      place = share < firstUntil ? 0.4 * share / firstUntil : 0.4 + (way.size() - 1.4) * rest;
    }
    int index = Math.min((int) place, way.size() - 2);
    double between = Math.clamp(1.6 * (place - index) - 0.3, 0.0, 1.0);
    double here = way.get(index)[formant];
    return here + (way.get(index + 1)[formant] - here) * between;
  }

  private static double along(double[] tone, double share) {
    return share < 0.5
        ? tone[0] + (tone[1] - tone[0]) * 2 * share
        : tone[1] + (tone[2] - tone[1]) * (2 * share - 1);
  }

  private String[] words(String key) {
    String row = table.getProperty(key, "").strip();
    return row.isEmpty() ? new String[0] : row.split("\\s+");
  }

  private double[] numbers(String key) {
    String[] parts = words(key);
    if (parts.length != 3) {
      throw new SoundException("mandarin.properties has no row of three numbers " + key);
    }
    double[] numbers = new double[3];
    for (int i = 0; i < 3; i++) {
      numbers[i] = Double.parseDouble(parts[i]);
    }
    return numbers;
  }

  @Override
  public void close() {}
}
