package io.wan4j.sound;

import io.wan4j.engine.SoundSource;
import java.nio.file.Path;
import java.util.Arrays;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.stream.Stream;

/**
 * Turns lines into speech. Never silent: what no voice can read is babbled. Safe to share between
 * threads; the same line by the same speaker is the same sound, and the latest ones are kept.
 */
public final class Speech implements AutoCloseable {
  private static final int KEPT_LINES = 32;

  private final List<SpeechSynthesizer> voices;
  private final Map<Said, Utterance> kept =
      new LinkedHashMap<>(16, 0.75f, true) {
        @Override
        protected boolean removeEldestEntry(Map.Entry<Said, Utterance> eldest) {
          return size() > KEPT_LINES;
        }
      };

  private record Said(String text, Speaker speaker) {}

  private Speech(List<SpeechSynthesizer> voices) {
    this.voices = voices;
  }

  /**
   * With every voice there is: English from this module, Chinese by espeak-ng when installed, else
   * by rule. Returns at once; the English voice starts with the first line, which takes some
   * seconds.
   *
   * @param cache folder for the jars of the English voice, made when missing
   * @param path folders to look for programs in, as the variable PATH gives them; may be empty
   */
  public static Speech start(Path cache, String path) {
    Objects.requireNonNull(cache, "cache is null");
    Stream<SpeechSynthesizer> installed = EspeakVoice.find(path).stream().map(v -> v);
    return new Speech(
        Stream.concat(
                Stream.concat(Stream.of(new EnglishVoice(cache)), installed),
                Stream.of(new MandarinVoice(), new Babble()))
            .toList());
  }

  /** With what is made by rule alone: starts at once and needs nothing. */
  public static Speech babbling() {
    return new Speech(List.of(new MandarinVoice(), new Babble()));
  }

  /**
   * @param text what is said; anything, even nothing, gives a sound
   */
  public Utterance say(String text, Speaker speaker) {
    Said said = new Said(text, speaker);
    synchronized (kept) {
      Utterance before = kept.get(said);
      if (before != null) {
        return before;
      }
    }
    Utterance utterance =
        voices.stream()
            .filter(voice -> voice.speaks(text))
            .flatMap(voice -> voice.speak(text, speaker).stream())
            .findFirst()
            .orElseThrow(() -> new SoundException("no voice was left to say a line"));
    synchronized (kept) {
      kept.put(said, utterance);
    }
    return utterance;
  }

  /**
   * The same line in at most so many seconds: spoken faster, up to half as long, and cut off after.
   */
  public static Utterance within(Utterance line, double seconds) {
    if (line.seconds() <= seconds) {
      return line;
    }
    double speed = Math.min(2, line.seconds() / seconds);
    float[] faster = TimeStretch.faster(line.samples(), speed);
    int length = Math.clamp(Math.round(seconds * SoundSource.SAMPLE_RATE), 1, faster.length);
    float[] cut = Arrays.copyOf(faster, length);
    int fade = Math.min(length, 480);
    for (int i = 0; i < fade; i++) {
      cut[length - 1 - i] *= (float) i / fade;
    }
    int positions = (int) (line.mouth().openness().length / speed) + 1;
    return new Utterance(cut, line.mouth().resized(positions));
  }

  @Override
  public void close() {
    voices.forEach(SpeechSynthesizer::close);
  }
}
