package io.wan4j.engine.previz;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import io.wan4j.engine.Brief;
import io.wan4j.engine.Clip;
import io.wan4j.engine.Frame;
import io.wan4j.engine.FrameSize;
import io.wan4j.engine.Material;
import io.wan4j.engine.Picture;
import io.wan4j.engine.Progress;
import io.wan4j.engine.Recording;
import io.wan4j.engine.Reference;
import io.wan4j.engine.SoundPlan;
import io.wan4j.engine.SoundSource;
import io.wan4j.engine.Take;
import io.wan4j.engine.Voice;
import io.wan4j.media.FilmFormat;
import io.wan4j.media.FilmWriter;
import io.wan4j.media.SoundReader;
import io.wan4j.sound.Voiceprint;
import java.awt.Color;
import java.awt.Graphics2D;
import java.awt.image.BufferedImage;
import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.function.DoubleUnaryOperator;
import javax.imageio.ImageIO;
import javax.sound.sampled.AudioFileFormat;
import javax.sound.sampled.AudioFormat;
import javax.sound.sampled.AudioInputStream;
import javax.sound.sampled.AudioSystem;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** What is heard, measured on the decoded film. */
class FilmSoundTest {
  private static final FrameSize SIZE = new FrameSize(128, 80);
  private static final int RATE = SoundSource.SAMPLE_RATE;

  @TempDir static Path folder;

  private static PrevizEngine engine;

  @BeforeAll
  static void start() {
    engine = new PrevizEngine();
  }

  @AfterAll
  static void close() {
    engine.close();
  }

  private static float[] heard(Material material, String prompt, double seconds) {
    Brief brief = FilmOnDisk.brief(material, prompt, SIZE, seconds, new SoundPlan.Made());
    return FilmOnDisk.of(engine, brief, folder.resolve("film.mp4")).sound();
  }

  private static float[] between(float[] sound, double from, double to) {
    return Arrays.copyOfRange(
        sound, (int) (from * RATE), Math.min(sound.length, (int) (to * RATE)));
  }

  private static double decibels(float[] sound, double from, double to) {
    double sum = 0;
    float[] part = between(sound, from, to);
    for (float sample : part) {
      sum += sample * sample;
    }
    return 10 * Math.log10(sum / part.length + 1e-12);
  }

  @Test
  void eachLineIsHeardInItsShotWithTheVoiceOfItsSpeaker() {
    String prompt =
        "Shot 1 [0-3s] In a quiet room a man says: \"Who has put this big lantern over here?\""
            + " Shot 2 [3-6s] A little girl says: \"I have put it there to see the moon.\""
            + " Shot 3 [6-8s] The empty room.";
    float[] sound = heard(new Material.Words(), prompt, 8);

    assertThat(Voiceprint.of(between(sound, 0, 3)).pitch()).isCloseTo(110, within(13.0));
    assertThat(Voiceprint.of(between(sound, 3, 6)).pitch()).isCloseTo(270, within(30.0));
    double spoken = Math.min(decibels(sound, 0.5, 2), decibels(sound, 3.5, 5));
    assertThat(spoken).isBetween(-30.0, -10.0);
    assertThat(spoken - decibels(sound, 6.8, 7.9)).isGreaterThan(12);
    assertThat(decibels(sound, 6.8, 7.9)).as("never dead").isGreaterThan(-75);
  }

  @Test
  void aReferenceSpeaksLikeItsSample() throws IOException {
    Recording low = recorded("low.wav", 3, time -> voice(time, 92, 3.4));
    Recording high = recorded("high.wav", 3, time -> voice(time, 235, 5.6));
    List<Reference> references =
        List.of(
            new Reference.OfPicture(picture(), Reference.Role.ANY, new Voice.Sampled(high)),
            new Reference.OfPicture(picture(), Reference.Role.ANY, new Voice.Sampled(low)));
    String prompt =
        "Shot 1 [0-3s] Image 1 says: \"The weather is so nice today, my dear friend.\""
            + " Shot 2 [3-7s] Image 2 says: \"The weather is so nice today, my dear friend.\"";
    float[] sound = heard(new Material.References(references, List.of()), prompt, 7);
    Voiceprint first = Voiceprint.of(between(sound, 0, 3));
    Voiceprint second = Voiceprint.of(between(sound, 3, 7));

    assertThat(first.pitch()).isCloseTo(235, within(24.0));
    assertThat(second.pitch()).isCloseTo(92, within(10.0));
    assertThat(first.pace()).isGreaterThan(1.25 * second.pace());
  }

  /** A clip of somebody who talks, and no sample: the voice is the clip's own. */
  @Test
  void aReferenceClipSpeaksWithItsOwnVoice() throws IOException {
    Recording low = recorded("slow-talk.wav", 3, time -> voice(time, 98, 3.4));
    Recording high = recorded("quick-talk.wav", 3, time -> voice(time, 228, 5.6));
    List<Reference> references =
        List.of(
            new Reference.OfClip(talking("low", low), Reference.Role.ANY, new Voice.Any()),
            new Reference.OfClip(talking("high", high), Reference.Role.ANY, new Voice.Any()));
    String prompt =
        "Shot 1 [0-4s] Video 1 says: \"The weather is so nice today, my dear friend.\""
            + " Shot 2 [4-7s] Video 2 says: \"The weather is so nice today, my dear friend.\"";
    float[] sound = heard(new Material.References(references, List.of()), prompt, 7);
    Voiceprint first = Voiceprint.of(between(sound, 0, 4));
    Voiceprint second = Voiceprint.of(between(sound, 4, 7));

    assertThat(first.pitch()).isCloseTo(98, within(10.0));
    assertThat(second.pitch()).isCloseTo(228, within(24.0));
    assertThat(second.pace()).isGreaterThan(1.25 * first.pace());
  }

  /** A clip with that sound. */
  private static Clip talking(String name, Recording spoken) {
    Brief brief =
        FilmOnDisk.brief(
            new Material.Words(), "A girl talks", SIZE, spoken.seconds(), new SoundPlan.Silent());
    Path file = folder.resolve(name + ".mp4");
    try (Take take = engine.render(brief, Progress.NONE);
        FilmWriter writer =
            FilmWriter.open(file, FilmFormat.of(SIZE), SoundReader.open(spoken.file()))) {
      Frame frame = new Frame(SIZE);
      while (take.read(frame)) {
        writer.write(frame, take.atCut());
      }
      writer.finish();
    }
    return new Clip(file, SIZE.width(), SIZE.height(), spoken.seconds(), true);
  }

  @Test
  void aNamedSoundSetsInWithinItsShotAndRainUnderAll() {
    String prompt = "Shot 1 [0-2s] A dark room. Shot 2 [2-4s] Somebody slams the door loudly.";
    float[] sound = heard(new Material.Words(), prompt, 4);
    double before = decibels(sound, 0.8, 1.9);
    double loudest = -100;
    for (double time = 2; time < 3.6; time += 0.1) {
      loudest = Math.max(loudest, decibels(sound, time, time + 0.1));
    }
    assertThat(loudest - before).isGreaterThan(15);

    String weather = "A meadow, %s, long shot";
    float[] dry = heard(new Material.Words(), weather.formatted("sunny"), 2);
    float[] wet = heard(new Material.Words(), weather.formatted("heavy rain"), 2);
    assertThat(decibels(wet, 0.5, 1.9) - decibels(dry, 0.5, 1.9)).isGreaterThan(4);
  }

  @Test
  void cutsGoToWhatIsHeardUnlessThePromptTimesThem() throws IOException {
    Recording clap =
        recorded(
            "clap.wav",
            4,
            time -> time > 2.3 ? 0.7 * Math.sin(4000 * time) * Math.exp(-8 * (time - 2.3)) : 0);
    String prompt = "First shot: a cat in a garden. Second shot: a dog on the beach.";

    assertThat(cuts(prompt, clap)).hasSize(1);
    assertThat(cuts(prompt, clap).getFirst()).isCloseTo(69, within(2));
    String timed = "Shot 1 [0-2s] a cat in a garden. Shot 2 [2-4s] a dog on the beach.";
    assertThat(cuts(timed, clap).getFirst()).isCloseTo(60, within(1));
  }

  private static List<Integer> cuts(String prompt, Recording given) {
    Brief brief =
        FilmOnDisk.brief(new Material.Words(), prompt, SIZE, 4, new SoundPlan.Given(given.file()));
    List<Integer> cuts = new ArrayList<>();
    try (Take take = engine.render(brief, Progress.NONE)) {
      Frame frame = new Frame(SIZE);
      for (int i = 0; take.read(frame); i++) {
        if (take.atCut()) {
          cuts.add(i);
        }
      }
    }
    return cuts;
  }

  /** Harmonics of a pitch, swelling once a syllable. */
  private static double voice(double time, double pitch, double syllables) {
    double sum = 0;
    for (int k = 1; k <= 8; k++) {
      sum += Math.sin(2 * Math.PI * k * pitch * time) / k;
    }
    return 0.25 * sum * Math.abs(Math.sin(Math.PI * syllables * time));
  }

  private static Recording recorded(String name, double seconds, DoubleUnaryOperator wave)
      throws IOException {
    int samples = (int) (seconds * 48_000);
    byte[] data = new byte[2 * samples];
    for (int i = 0; i < samples; i++) {
      int value = (int) Math.round(32_000 * wave.applyAsDouble(i / 48_000.0));
      data[2 * i] = (byte) value;
      data[2 * i + 1] = (byte) (value >> 8);
    }
    Path file = folder.resolve(name);
    AudioSystem.write(
        new AudioInputStream(
            new ByteArrayInputStream(data), new AudioFormat(48_000, 16, 1, true, false), samples),
        AudioFileFormat.Type.WAVE,
        file.toFile());
    return new Recording(file, seconds);
  }

  private static Picture picture() throws IOException {
    BufferedImage image = new BufferedImage(240, 240, BufferedImage.TYPE_INT_RGB);
    Graphics2D g = image.createGraphics();
    g.setColor(Color.WHITE);
    g.fillRect(0, 0, 240, 240);
    g.setColor(Color.BLUE);
    g.fillOval(60, 40, 120, 180);
    g.dispose();
    Path file = folder.resolve("somebody.png");
    ImageIO.write(image, "png", file.toFile());
    return new Picture(file, 240, 240);
  }
}
