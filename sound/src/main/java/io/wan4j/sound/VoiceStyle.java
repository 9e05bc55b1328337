package io.wan4j.sound;

import java.io.IOException;
import java.io.InputStream;
import java.io.InputStreamReader;
import java.nio.charset.StandardCharsets;
import java.util.Locale;
import java.util.Properties;

/**
 * What a speaker sounds like in numbers; the table is {@code voices.properties}.
 *
 * @param pitch mean fundamental frequency in hertz
 * @param tract length of the vocal tract against that of a woman: below 1 longer and darker
 * @param rate against usual speed
 * @param gain against usual loudness
 * @param whisper share of breath, 0 to 1
 * @param robot share of the metallic effect, 0 to 1
 */
record VoiceStyle(
    double pitch, double tract, double rate, double gain, double whisper, double robot) {

  private static final double LOWEST_PITCH = 75;
  private static final double HIGHEST_PITCH = 330;

  /**
   * Syllables a second of the recorded voice at its own rate, as {@link Voiceprint} counts them.
   */
  private static final double USUAL_PACE = 4.8;

  private static final double SLOWEST = 0.65;
  private static final double FASTEST = 1.6;

  private static final Properties TABLE = table();

  static VoiceStyle of(Speaker speaker) {
    double[] voice = row("voice." + voiceName(speaker));
    double[] tone = row("tone." + key(speaker.tone()));
    // Speakers of one kind differ by up to 6 %, in steps that do not repeat soon.
    double spread = 0.06 * Math.sin(speaker.variant() * 2.4);
    double pitch = voice[0] * (1 + spread);
    double tract = voice[1] * (1 + spread / 2);
    double rate = voice[2];
    if (speaker.likeness().pitch() > 0) {
      pitch = Math.clamp(speaker.likeness().pitch(), LOWEST_PITCH, HIGHEST_PITCH);
      tract = tractOf(pitch);
    }
    if (speaker.likeness().pace() > 0) {
      rate = Math.clamp(speaker.likeness().pace() / USUAL_PACE, SLOWEST, FASTEST);
    }
    return new VoiceStyle(
        pitch + tone[0],
        tract,
        rate * tone[1],
        tone[2],
        tone[3],
        speaker.kind() == Speaker.Kind.ROBOT ? 0.6 : 0);
  }

  /** Higher voices come from shorter tracts: along the rows of men, women and children. */
  private static double tractOf(double pitch) {
    double[] man = row("voice.male.adult");
    double[] woman = row("voice.female.adult");
    double[] child = row("voice.female.child");
    double[] low = pitch < woman[0] ? man : woman;
    double[] high = pitch < woman[0] ? woman : child;
    double along = Math.log(pitch / low[0]) / Math.log(high[0] / low[0]);
    return Math.clamp(low[1] + (high[1] - low[1]) * along, 0.8, 1.22);
  }

  private static String voiceName(Speaker speaker) {
    return speaker.kind() == Speaker.Kind.HUMAN
        ? key(speaker.sex()) + "." + key(speaker.age())
        : key(speaker.kind());
  }

  private static String key(Enum<?> value) {
    return value.name().toLowerCase(Locale.ROOT);
  }

  private static double[] row(String key) {
    String row = TABLE.getProperty(key);
    if (row == null) {
      throw new SoundException("voices.properties has no row " + key);
    }
    String[] parts = row.strip().split("\\s+");
    double[] numbers = new double[parts.length];
    for (int i = 0; i < parts.length; i++) {
      numbers[i] = Double.parseDouble(parts[i]);
    }
    return numbers;
  }

  private static Properties table() {
    try (InputStream bytes = VoiceStyle.class.getResourceAsStream("voices.properties")) {
      if (bytes == null) {
        throw new SoundException("voices.properties is missing from the class path");
      }
      Properties table = new Properties();
      table.load(new InputStreamReader(bytes, StandardCharsets.UTF_8));
      return table;
    } catch (IOException e) {
      throw new SoundException("voices.properties cannot be read", e);
    }
  }
}
