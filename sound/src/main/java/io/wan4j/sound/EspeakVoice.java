package io.wan4j.sound;

import io.wan4j.engine.SoundSource;
import java.io.ByteArrayInputStream;
import java.io.File;
import java.io.IOException;
import java.lang.System.Logger;
import java.lang.System.Logger.Level;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.TimeUnit;
import javax.sound.sampled.AudioFormat;
import javax.sound.sampled.AudioInputStream;
import javax.sound.sampled.AudioSystem;
import javax.sound.sampled.UnsupportedAudioFileException;

/** The program espeak-ng, where it is installed: reads Chinese. A child process a line. */
final class EspeakVoice implements SpeechSynthesizer {
  private static final Logger LOG = System.getLogger(EspeakVoice.class.getName());
  private static final String PROGRAM = "espeak-ng";
  private static final long PATIENCE_SECONDS = 20;
  private static final int LONGEST_TEXT = 400;

  private final Path program;

  private EspeakVoice(Path program) {
    this.program = program;
  }

  /**
   * @param path folders to look in, as the variable PATH gives them
   */
  static Optional<EspeakVoice> find(String path) {
    for (String folder : path.split(File.pathSeparator)) {
      if (!folder.isEmpty() && Files.isExecutable(Path.of(folder, PROGRAM))) {
        return Optional.of(new EspeakVoice(Path.of(folder, PROGRAM)));
      }
    }
    return Optional.empty();
  }

  @Override
  public boolean speaks(String text) {
    return Script.isChinese(text);
  }

  @Override
  public Optional<Utterance> speak(String text, Speaker speaker) {
    VoiceStyle style = VoiceStyle.of(speaker);
    try {
      float[] said = samples(run(text, speaker, style));
      if (!Levels.audible(said)) {
        return Optional.empty();
      }
      float[] pitched = PitchShift.to(style.pitch(), Levels.trimmed(said));
      float[] samples = Levels.normalised(pitched, style.gain());
      return Optional.of(new Utterance(samples, MouthTrack.ofLoudness(samples)));
    } catch (IOException | UnsupportedAudioFileException e) {
      LOG.log(Level.WARNING, PROGRAM + " cannot say a line of " + text.length() + " chars", e);
      return Optional.empty();
    } catch (InterruptedException e) {
      Thread.currentThread().interrupt();
      return Optional.empty();
    }
  }

  private byte[] run(String text, Speaker speaker, VoiceStyle style)
      throws IOException, InterruptedException {
    Path wave = Files.createTempFile("line", ".wav");
    try {
      String variant = soundsFemale(speaker) ? "f" : "m";
      // Its pitch goes from 0 to 99; 50 is the variant's own.
      double usual = soundsFemale(speaker) ? 200 : 110;
      long pitch = Math.clamp(Math.round(50 + 60 * Math.log(style.pitch() / usual)), 0, 99);
      Process process =
          new ProcessBuilder(
                  List.of(
                      program.toString(),
                      "-v",
                      "cmn+" + variant + (1 + Math.floorMod(speaker.variant(), 4)),
                      "-p",
                      Long.toString(pitch),
                      "-s",
                      Long.toString(Math.round(165 * style.rate())),
                      "-w",
                      wave.toString(),
                      "--stdin"))
              .redirectOutput(ProcessBuilder.Redirect.DISCARD)
              .redirectError(ProcessBuilder.Redirect.DISCARD)
              .start();
      try {
        String shortened =
            text.codePoints()
                .limit(LONGEST_TEXT)
                .collect(StringBuilder::new, StringBuilder::appendCodePoint, StringBuilder::append)
                .toString();
        process.getOutputStream().write(shortened.getBytes(StandardCharsets.UTF_8));
        process.getOutputStream().close();
        if (!process.waitFor(PATIENCE_SECONDS, TimeUnit.SECONDS)) {
          throw new IOException(PROGRAM + " did not end within " + PATIENCE_SECONDS + " s");
        }
      } finally {
        process.destroyForcibly();
      }
      return Files.readAllBytes(wave);
    } finally {
      Files.deleteIfExists(wave);
    }
  }

  private static boolean soundsFemale(Speaker speaker) {
    double pitch = speaker.likeness().pitch();
    return pitch > 0 ? pitch > 155 : speaker.sex() == Speaker.Sex.FEMALE;
  }

  /** One channel of 16 bit, brought to our sample rate by straight lines between samples. */
  private static float[] samples(byte[] wave) throws IOException, UnsupportedAudioFileException {
    try (AudioInputStream stream =
        AudioSystem.getAudioInputStream(new ByteArrayInputStream(wave))) {
      AudioFormat format = stream.getFormat();
      byte[] bytes = stream.readAllBytes();
      if (format.getChannels() != 1 || format.getSampleSizeInBits() != 16) {
        throw new IOException(PROGRAM + " wrote " + format + ", expected one channel of 16 bit");
      }
      int count = bytes.length / 2;
      double step = format.getSampleRate() / SoundSource.SAMPLE_RATE;
      float[] samples = new float[(int) (count / step)];
      for (int i = 0; i < samples.length; i++) {
        double at = i * step;
        int index = (int) at;
        float here = sample(bytes, index);
        float next = sample(bytes, Math.min(index + 1, count - 1));
        samples[i] = (float) (here + (next - here) * (at - index));
      }
      return samples;
    }
  }

  private static float sample(byte[] bytes, int index) {
    return (short) (bytes[2 * index] & 0xff | bytes[2 * index + 1] << 8) / 32768f;
  }

  @Override
  public void close() {}
}
