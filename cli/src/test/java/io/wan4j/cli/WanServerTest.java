package io.wan4j.cli;

import static org.assertj.core.api.Assertions.assertThat;

import io.wan4j.engine.wan.FolderChoice;
import io.wan4j.engine.wan.WanEngine;
import io.wan4j.engine.wan.WanSettings;
import io.wan4j.engine.wan.tiny.TinyCheckpoint;
import io.wan4j.media.ClipFacts;
import io.wan4j.media.MediaProbe;
import io.wan4j.server.ServerSettings;
import io.wan4j.server.WanServer;
import io.wan4j.service.ServiceSettings;
import io.wan4j.service.VideoService;
import io.wan4j.sound.Speech;
import io.wan4j.torch.DType;
import java.awt.Color;
import java.awt.GradientPaint;
import java.awt.Graphics2D;
import java.awt.image.BufferedImage;
import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Clock;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.stream.Stream;
import javax.imageio.ImageIO;
import javax.sound.sampled.AudioFileFormat;
import javax.sound.sampled.AudioFormat;
import javax.sound.sampled.AudioInputStream;
import javax.sound.sampled.AudioSystem;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestInstance;
import org.junit.jupiter.api.io.TempDir;

/** Every task of the API, over HTTP, filmed by checkpoints that are small and know nothing. */
@TestInstance(TestInstance.Lifecycle.PER_CLASS)
class WanServerTest {
  private static final int SECONDS = 2;
  private static final int RATE = 30;

  @TempDir static Path folder;
  private VideoService service;
  private WanServer server;
  private Terminal terminal;
  private Path first;
  private Path last;
  private Path clip;
  private Path voice;

  @BeforeAll
  void start() throws IOException {
    List<Path> checkpoints =
        Stream.of("tiny-t2v", "tiny-i2v-a14b", "tiny-vace")
            .map(kind -> TinyCheckpoint.of(kind, 1).write(folder.resolve(kind)))
            .toList();
    WanEngine engine =
        new WanEngine(
            WanSettings.in(folder.resolve("wan")).withType(DType.FLOAT32).withSteps(2),
            new FolderChoice(checkpoints),
            new Dubbing(Speech.babbling()),
            Clock.systemUTC());
    ServiceSettings settings = ServiceSettings.in(Files.createDirectory(folder.resolve("data")));
    service = VideoService.open(settings, engine, Clock.systemUTC());
    server = WanServer.start(ServerSettings.DEFAULTS.withPort(0), service, Clock.systemUTC());
    terminal = new Terminal(Map.of("DASHSCOPE_API_KEY", service.keys().create("test").secret()));
    first = picture("first.png", Color.ORANGE, Color.BLUE);
    last = picture("last.png", Color.GREEN, Color.BLACK);
    voice = tone(folder.resolve("voice.wav"));
    // The first film is also the clip of the tasks that need one.
    clip = film("words", true, "--prompt", "Heavy rain on a lake");
  }

  @AfterAll
  void stop() {
    server.close();
    service.close();
  }

  @Test
  void filmsFromAFirstFrame() {
    film("first", true, "--first-frame", first, "--prompt", "it turns");
  }

  @Test
  void filmsBetweenTwoFrames() {
    film("between", true, "--first-frame", first, "--last-frame", last);
  }

  @Test
  void filmsUnderAGivenSound() {
    film("driven", true, "--first-frame", first, "--audio", voice, "--prompt", "a man speaks");
  }

  @Test
  void goesOnFromAClip() {
    // Two seconds of the clip, one that is made.
    film("continued", 3, true, "--clip", clip, "--prompt", "the rain stops");
  }

  @Test
  void filmsWithReferences() {
    film("references", true, "--reference", first, "--prompt", "Image 1 walks");
  }

  @Test
  void editsAClip() {
    film("edited", true, "--video", clip, "--prompt", "make it night");
  }

  private Path film(String name, boolean sound, Object... words) {
    return film(name, SECONDS, sound, words);
  }

  private Path film(String name, int seconds, boolean sound, Object... words) {
    Path file = folder.resolve(name + ".mp4");
    List<Object> command =
        new ArrayList<>(
            List.of(
                "generate",
                "--base-url",
                server.address() + "/api/v1",
                "--resolution",
                "720P",
                "--duration",
                seconds,
                "--seed",
                7,
                "--out",
                file));
    command.addAll(List.of(words));
    int status = terminal.run(command.toArray());
    assertThat(terminal.err()).as(name).last().asString().doesNotStartWith("wan4j:");
    assertThat(status).as(name).isZero();
    ClipFacts facts = (ClipFacts) MediaProbe.probe(file);
    assertThat(Math.min(facts.width(), facts.height())).as(name).isBetween(700, 820);
    assertThat(facts.frameCount()).as(name).isEqualTo(seconds * RATE);
    assertThat(facts.hasSound()).as(name).isEqualTo(sound);
    return file;
  }

  private Path picture(String name, Color from, Color to) throws IOException {
    BufferedImage image = new BufferedImage(640, 360, BufferedImage.TYPE_INT_RGB);
    Graphics2D graphics = image.createGraphics();
    graphics.setPaint(new GradientPaint(0, 0, from, 640, 360, to));
    graphics.fillRect(0, 0, 640, 360);
    graphics.dispose();
    Path file = folder.resolve(name);
    ImageIO.write(image, "png", file.toFile());
    return file;
  }

  private static Path tone(Path file) throws IOException {
    byte[] samples = new byte[2 * 16_000 * SECONDS];
    for (int i = 0; i < samples.length / 2; i++) {
      int value = (int) (8_000 * Math.sin(i * 0.15));
      samples[2 * i] = (byte) value;
      samples[2 * i + 1] = (byte) (value >> 8);
    }
    AudioFormat format = new AudioFormat(16_000, 16, 1, true, false);
    try (AudioInputStream in =
        new AudioInputStream(new ByteArrayInputStream(samples), format, samples.length / 2)) {
      AudioSystem.write(in, AudioFileFormat.Type.WAVE, file.toFile());
    }
    return file;
  }
}
