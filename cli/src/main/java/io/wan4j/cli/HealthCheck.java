package io.wan4j.cli;

import io.wan4j.engine.Frame;
import io.wan4j.engine.FrameSize;
import io.wan4j.media.ClipFacts;
import io.wan4j.media.Ffmpeg;
import io.wan4j.media.FilmFormat;
import io.wan4j.media.FilmWriter;
import io.wan4j.media.MediaProbe;
import io.wan4j.service.ServiceSettings;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.concurrent.Callable;
import java.util.concurrent.TimeUnit;

/** One thing that must work, tried for real. */
record HealthCheck(String name, Callable<String> attempt) {
  private static final long LEAST_FREE_BYTES = 1L << 30;
  private static final int FRAMES = 5;

  /** What a check found, in words for people. */
  record Finding(boolean healthy, String words) {}

  static List<HealthCheck> all(ServiceSettings settings) {
    return List.of(
        new HealthCheck("video", HealthCheck::encodeAndProbe),
        new HealthCheck("disk", () -> freeSpace(settings.dataFolder())),
        new HealthCheck("speech", HealthCheck::otherLanguages));
  }

  Finding run() {
    try {
      return new Finding(true, attempt.call());
    } catch (Exception e) {
      return new Finding(false, e.getMessage());
    }
  }

  private static String encodeAndProbe() throws IOException {
    Path file = Files.createTempFile("wan4j-doctor", ".mp4");
    try {
      FrameSize size = new FrameSize(320, 192);
      try (FilmWriter writer = FilmWriter.open(file, FilmFormat.of(size))) {
        Frame frame = new Frame(size);
        for (int i = 0; i < FRAMES; i++) {
          writer.write(frame);
        }
        writer.finish();
      }
      ClipFacts facts = (ClipFacts) MediaProbe.probe(file);
      return "%s %dx%d written by %s and read again"
          .formatted(facts.videoCodec(), facts.width(), facts.height(), encoder());
    } finally {
      Files.deleteIfExists(file);
    }
  }

  private static String encoder() {
    String encoder = Ffmpeg.filmEncoder();
    return encoder.equals(Ffmpeg.SLOW_ENCODER)
        ? encoder + " (install the system's OpenH264, Debian's libopenh264-7, for faster films)"
        : encoder;
  }

  private static String freeSpace(Path folder) throws IOException {
    long free = Files.getFileStore(folder).getUsableSpace();
    String words = "%.1f GiB free for films".formatted(free / (double) (1 << 30));
    if (free < LEAST_FREE_BYTES) {
      throw new IOException(words + "; at least 1 GiB is wanted, choose another folder by --data");
    }
    return words;
  }

  private static String otherLanguages() throws IOException, InterruptedException {
    try {
      Process process =
          new ProcessBuilder("espeak-ng", "--version").redirectErrorStream(true).start();
      if (!process.waitFor(5, TimeUnit.SECONDS)) {
        process.destroyForcibly();
      }
      return "English built in; Chinese by espeak-ng";
    } catch (IOException e) {
      return "English built in; Chinese by a babble of its tones (install espeak-ng for words)";
    }
  }
}
