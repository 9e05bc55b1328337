package io.wan4j.cli;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import java.io.BufferedReader;
import java.io.IOException;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse.BodyHandlers;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.TimeUnit;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Assumptions;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** The server as its owner starts it: a process of its own. */
class ServeProcessTest {
  @TempDir Path folder;
  private final List<Process> started = new ArrayList<>();

  @AfterEach
  void endWhatWasStarted() throws InterruptedException {
    for (Process process : started) {
      process.destroyForcibly().waitFor(10, TimeUnit.SECONDS);
    }
  }

  @Test
  void printsAKeyAnAddressAndALineThatWorksWhenPasted() throws Exception {
    Process server = serve("--port", "0");
    List<String> greeting = greeting(server);
    String text = String.join("\n", greeting);
    assertThat(text).contains("API key   sk-", "address   http://127.0.0.1:");
    String line = text.substring(text.indexOf("curl "));
    Assumptions.assumeTrue(
        Files.isExecutable(Path.of("/usr/bin/curl")), "no curl here to paste the line to");
    Process curl = start(new ProcessBuilder("/bin/sh", "-c", line));
    JsonNode reply =
        new ObjectMapper()
            .readTree(new String(curl.getInputStream().readAllBytes(), StandardCharsets.UTF_8));
    assertThat(reply.at("/output/task_status").asText()).isEqualTo("PENDING");
  }

  @Test
  void answersHealthAndEndsCleanlyOnTerm() throws Exception {
    Process server = serve("--port", "0", "--key", "sk-chosen-by-its-owner");
    List<String> greeting = greeting(server);
    String address =
        greeting.stream()
            .filter(line -> line.startsWith("address"))
            .map(line -> line.replaceAll(".*(http://[^/]*).*", "$1"))
            .findFirst()
            .orElseThrow();
    try (HttpClient client = HttpClient.newHttpClient()) {
      assertThat(
              client
                  .send(
                      HttpRequest.newBuilder(URI.create(address + "/health")).build(),
                      BodyHandlers.ofString())
                  .statusCode())
          .isEqualTo(200);
      assertThat(
              client
                  .send(
                      HttpRequest.newBuilder(URI.create(address + "/api/v1/tasks"))
                          .header("Authorization", "Bearer sk-chosen-by-its-owner")
                          .build(),
                      BodyHandlers.ofString())
                  .statusCode())
          .isEqualTo(200);
    }
    server.destroy();
    assertThat(server.waitFor(20, TimeUnit.SECONDS)).as("ended within 20 s of SIGTERM").isTrue();
    assertThat(server.exitValue()).isIn(0, 143);

    Process again = serve("--port", "0");
    assertThat(greeting(again)).anyMatch(line -> line.startsWith("API key   as before"));
  }

  private Process serve(String... options) throws IOException {
    List<String> command = new ArrayList<>();
    command.add(Path.of(System.getProperty("java.home"), "bin", "java").toString());
    command.addAll(
        List.of("--enable-native-access=ALL-UNNAMED", "-Xmx512m", "-Djava.awt.headless=true"));
    command.addAll(List.of("-cp", classPath(), "io.wan4j.cli.Wan4j", "serve"));
    command.addAll(List.of("--data", folder.resolve("data").toString()));
    command.addAll(List.of(options));
    return start(new ProcessBuilder(command).redirectError(folder.resolve("server.log").toFile()));
  }

  private Process start(ProcessBuilder builder) throws IOException {
    Process process = builder.start();
    started.add(process);
    return process;
  }

  /** All lines up to the end of the curl line; the test's own time limit bounds the wait. */
  private List<String> greeting(Process server) throws IOException {
    List<String> lines = new ArrayList<>();
    BufferedReader reader = server.inputReader(StandardCharsets.UTF_8);
    String line;
    while ((line = reader.readLine()) != null) {
      lines.add(line);
      if (line.strip().startsWith("-d '")) {
        return lines;
      }
    }
    throw new AssertionError(
        "the server ended: " + lines + Files.readString(folder.resolve("server.log")));
  }

  private static String classPath() {
    return System.getProperty("surefire.real.class.path", System.getProperty("java.class.path"));
  }
}
