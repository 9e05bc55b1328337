package io.wan4j.cli;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import io.wan4j.engine.previz.PrevizEngine;
import io.wan4j.media.ClipFacts;
import io.wan4j.media.MediaProbe;
import io.wan4j.server.ServerSettings;
import io.wan4j.server.WanServer;
import io.wan4j.service.ServiceSettings;
import io.wan4j.service.VideoService;
import java.awt.Color;
import java.awt.GradientPaint;
import java.awt.Graphics2D;
import java.awt.image.BufferedImage;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Clock;
import java.util.Map;
import javax.imageio.ImageIO;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** Films made by the command, here and on a server. */
class GenerateTest {
  @TempDir Path folder;
  private final ObjectMapper json = new ObjectMapper();

  @Test
  void makesAFilmInThisProcess() throws IOException {
    Terminal terminal = new Terminal(Map.of());
    Path film = folder.resolve("boat.mp4");
    int status =
        terminal.run(
            "generate",
            "--data",
            folder.resolve("data"),
            "--model",
            "wan2.2-t2v-plus",
            "--size",
            "480*832",
            "--prompt",
            "A boat on a lake at dawn",
            "--out",
            film);
    assertThat(terminal.err()).last().asString().doesNotStartWith("wan4j:");
    assertThat(status).isZero();
    assertThat(terminal.out()).containsExactly(film.toString());
    ClipFacts facts = (ClipFacts) MediaProbe.probe(film);
    assertThat(facts.width()).isEqualTo(480);
    assertThat(facts.height()).isEqualTo(832);
    assertThat(facts.frameCount()).isEqualTo(150);
    assertThat(facts.hasSound()).isFalse();
    assertEvidence(folder.resolve("boat.task"));
  }

  @Test
  void makesAFilmOnAServerFromAFileOfThisMachine() throws IOException {
    Path picture = folder.resolve("首帧 1.png");
    paint(picture);
    ServiceSettings settings = ServiceSettings.in(Files.createDirectory(folder.resolve("server")));
    try (VideoService service = VideoService.open(settings, new PrevizEngine(), Clock.systemUTC());
        WanServer server =
            WanServer.start(ServerSettings.DEFAULTS.withPort(0), service, Clock.systemUTC())) {
      Terminal terminal =
          new Terminal(Map.of("DASHSCOPE_API_KEY", service.keys().create("test").secret()));
      String base = server.address() + "/api/v1";
      Path film = folder.resolve("still.mp4");
      int status =
          terminal.run(
              "generate",
              "--base-url",
              base,
              "--first-frame",
              picture,
              "--resolution",
              "720P",
              "--duration",
              "2",
              "--seed",
              "5",
              "--output-folder",
              folder.resolve("evidence"),
              "--out",
              film);
      assertThat(terminal.err()).last().asString().doesNotStartWith("wan4j:");
      assertThat(status).isZero();
      ClipFacts facts = (ClipFacts) MediaProbe.probe(film);
      assertThat(facts.frameCount()).isEqualTo(60);
      assertThat(facts.hasSound()).isTrue();
      assertEvidence(folder.resolve("evidence"));

      assertThat(terminal.run("task", "list", "--base-url", base, "--status", "SUCCEEDED"))
          .isZero();
      assertThat(terminal.out()).hasSize(2).first().asString().contains("wan2.7-i2v");
      String id = terminal.out().getFirst().split(" ")[0];
      assertThat(terminal.run("task", "get", "--base-url", base, id)).isZero();
      assertThat(String.join("", terminal.out())).contains("video_url");
      assertThat(terminal.run("task", "cancel", "--base-url", base, id))
          .isEqualTo(ExitCode.FAILED.status());
      assertThat(terminal.err()).first().asString().contains("UnsupportedOperation");
    }
  }

  @Test
  void tellsWhyAFilmFailed() {
    Terminal terminal = new Terminal(Map.of());
    assertThat(
            terminal.run(
                "generate",
                "--data",
                folder.resolve("data"),
                "--prompt",
                "x",
                "--resolution",
                "99P",
                "--out",
                folder.resolve("never.mp4")))
        .isEqualTo(ExitCode.FAILED.status());
    assertThat(terminal.err())
        .last()
        .asString()
        .contains("InvalidParameter", "'1080P' or '720P'", "parameters.resolution");
    assertThat(folder.resolve("never.mp4")).doesNotExist();
  }

  private void assertEvidence(Path evidence) throws IOException {
    String id = Files.readString(evidence.resolve("task-id.txt")).strip();
    JsonNode result = json.readTree(evidence.resolve("result.json").toFile());
    assertThat(result.at("/output/task_id").asText()).isEqualTo(id);
    assertThat(result.at("/output/task_status").asText()).isEqualTo("SUCCEEDED");
    assertThat(Files.readAllLines(evidence.resolve("polls.jsonl")))
        .isNotEmpty()
        .last()
        .asString()
        .contains("SUCCEEDED", id);
  }

  private static void paint(Path file) throws IOException {
    BufferedImage image = new BufferedImage(400, 300, BufferedImage.TYPE_INT_RGB);
    Graphics2D graphics = image.createGraphics();
    graphics.setPaint(new GradientPaint(0, 0, Color.CYAN, 400, 300, Color.RED));
    graphics.fillRect(0, 0, 400, 300);
    graphics.dispose();
    ImageIO.write(image, "png", file.toFile());
  }
}
